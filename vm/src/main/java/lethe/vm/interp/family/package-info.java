/**
 * The instructions, by family as in {@link lethe.vm.isa.Family}: one class per base form, whose fixed operands make the
 * specialised opcodes. {@link lethe.vm.interp.family.OpcodeDecoder} makes them from code. Policies extend those that make
 * closures and call.
 */
package lethe.vm.interp.family;
