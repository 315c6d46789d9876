/**
 * The instruction set: {@link lethe.vm.isa.Opcode} is the one table, {@link lethe.vm.isa.Operation} what may stand in
 * code words (a policy adds operations of its own), {@link lethe.vm.isa.Insn} one decoded instruction, {@link
 * lethe.vm.isa.CodeCheck} what can be said about code before it runs, {@link lethe.vm.isa.Disassembler} its text.
 * Code is an array of 32-bit ints, offsets count ints. Knows no file format, no heap and no machine.
 */
package lethe.vm.isa;
