/**
 * Lethe's machine as an application embeds it: {@link lethe.vm.Vm} runs programs, loads units, calls into them, drops them,
 * collects, and says what is alive and why; {@link lethe.vm.VmOptions} is all it can be told; {@link
 * lethe.vm.inspect} is what can be seen of it. Everything else below this package is inside.
 */
package lethe.vm;
