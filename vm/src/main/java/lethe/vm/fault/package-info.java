/**
 * What can go wrong, in two kinds: {@link lethe.vm.fault.InputError}, the input is wrong, and {@link
 * lethe.vm.fault.Fault}, bytecode or machine is wrong at run time. Knows nothing else.
 */
package lethe.vm.fault;
