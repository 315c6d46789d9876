/**
 * From files to a machine: {@link lethe.vm.link.Loader} places compiled units, {@link lethe.vm.link.Program} an executable,
 * and {@link lethe.vm.link.Values} builds literals in the heap. Relocation and rewriting happen here;
 * what is rewritten is the policy's affair.
 */
package lethe.vm.link;
