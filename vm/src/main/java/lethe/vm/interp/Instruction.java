package lethe.vm.interp;

import lethe.vm.isa.Insn;

/**
 * One decoded instruction: an object that knows its successors. Executing it changes the registers and gives the
 * instruction that the loop is to run next; a {@link Straight} one has then run those behind it, too. Dispatch is one virtual
 * call; HotSpot compiles each {@link #execute} by itself, so no method comes near the size it refuses.
 */
public abstract class Instruction {
  private final Insn insn;
  private CodeBlock block;

  /** The instruction behind this one. Links go through the block when it is freed: see {@link CodeBlock#poison}. */
  protected Instruction next;

  /** How many instructions executing this one executes, itself included; 0 for a {@link Pause}. */
  private int run;

  protected Instruction(Insn insn) {
    this.insn = insn;
  }

  /** Runs; the registers are the machine's. Gives the next instruction, or null to leave the interpreter. */
  public abstract Instruction execute(Machine m);

  /** Looks up the successors in the block. Called again when the block is freed, and then finds poison. */
  protected void link(CodeBlock b) {
    next = b.at(endOffset());
    run = lengthInstructions();
  }

  /** Those behind it must have been placed before: how far it runs depends on them. */
  final void place(CodeBlock b) {
    block = b;
    link(b);
  }

  /** Makes it give its successor instead of running it. */
  void handBack() {}

  final int run() {
    return run;
  }

  final void setRun(int instructions) {
    run = instructions;
  }

  /** How many instructions of the code this one stands for. */
  protected int lengthInstructions() {
    return 1;
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

  /** Where it goes on if it does not jump; behind all the instructions that it stands for. */
  protected int endOffset() {
    return nextOffset();
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
