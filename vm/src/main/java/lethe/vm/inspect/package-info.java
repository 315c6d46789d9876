/**
 * What can be seen of a machine at one moment, as data: {@link lethe.vm.inspect.Why} a unit is alive, and an {@link
 * lethe.vm.inspect.Inspection} of registers, stack, heap and code. Values go by the names of the trace (vm/TRACE.md), places
 * by names that a person understands. Nothing here refers to the machine, so it may be kept.
 */
package lethe.vm.inspect;
