package lethe.vm.interp;

import lethe.vm.isa.Insn;

/**
 * One decoded instruction: an object that knows its successors. Executing it changes the registers and gives the
 * instruction to run next. Dispatch is one virtual call; HotSpot compiles each {@link #execute} by itself, so no method
 * comes near the size it refuses.
 */
public abstract class Instruction {
  private final Insn insn;
  private CodeBlock block;

  /** The instruction behind this one. Links go through the block when it is freed: see {@link CodeBlock#poison}. */
  protected Instruction next;

  protected Instruction(Insn insn) {
    this.insn = insn;
  }

  /** Runs; the registers are the machine's. Gives the next instruction, or null to leave the interpreter. */
  public abstract Instruction execute(Machine m);

  /** Looks up the successors in the block. Called again when the block is freed, and then finds poison. */
  protected void link(CodeBlock b) {
    next = b.at(nextOffset());
  }

  final void place(CodeBlock b) {
    block = b;
    link(b);
  }

  public final Insn insn() {
    return insn;
  }

  public final CodeBlock block() {
    return block;
  }

  /** In ints from the block's start. */
  public final int offset() {
    return insn.offset();
  }

  protected final int nextOffset() {
    return insn.offset() + insn.lengthInts();
  }

  final long address() {
    return block.address(insn.offset());
  }

  final long nextAddress() {
    return block.address(nextOffset());
  }

  /** {@code unit+offset}: the name of the place in traces and messages. */
  public final String site() {
    return block.name() + "+" + insn.offset();
  }
}
