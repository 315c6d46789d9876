/**
 * The harness proved able to fail: machines that are wrong in one place each, and which case notices. {@link
 * lethe.harness.mutant.Mutants} lists them, {@link lethe.harness.mutant.MutantRun} looks for the case that kills one,
 * {@link lethe.harness.mutant.MutantReport} prints the table.
 *
 * <p>A mutant replaces one of {@link lethe.vm.VmParts} and therefore is the one thing in the harness that knows the
 * machine from inside: its instructions, its policies, the seams of collector and code table. Nothing else here does;
 * a mutant is judged by what {@link lethe.harness.subject.Subject} shows.
 */
package lethe.harness.mutant;
