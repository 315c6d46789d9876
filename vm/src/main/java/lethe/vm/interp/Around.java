package lethe.vm.interp;

import lethe.vm.isa.Insn;

/**
 * An instruction of a policy that does what the OCaml instruction in its place did, and something before or after it: one
 * class serves all opcodes that call, say. Collections, traces and faults inside the OCaml instruction name the same site.
 */
public abstract class Around extends Instruction {
  private final Instruction plain;

  protected Around(Insn insn, Decoder decoder) {
    super(insn);
    plain = decoder.decode(insn.plain());
  }

  @Override
  protected void link(CodeBlock b) {
    super.link(b);
    plain.place(b);
    plain.handBack();
  }

  /** Runs the OCaml instruction; gives its successor. */
  protected final Instruction proceed(Machine m) {
    return plain.execute(m);
  }
}
