/**
 * The machine: {@link lethe.vm.interp.Machine} (registers, stack, the loop), {@link lethe.vm.interp.Instruction}, code blocks and
 * their table, the global table, and {@link lethe.vm.interp.Policy}, the seam by which the liveness of loaded code is decided.
 * Knows the heap and primitives; no file format, no policy by name, no primitive.
 */
package lethe.vm.interp;
