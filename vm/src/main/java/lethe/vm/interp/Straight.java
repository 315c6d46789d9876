package lethe.vm.interp;

import lethe.vm.isa.Insn;

/**
 * An instruction that always goes on behind itself, or raises. It runs its successor itself ({@code return next.execute(m)}):
 * so a run of straight code costs the loop one round, and HotSpot has an indirect call for each class instead of one for all,
 * which it often knows the target of.
 *
 * <p>Java has no tail calls, so a run uses Java's stack; after {@link #LONGEST_RUN} instructions a {@link Pause} gives control
 * back to the loop. Where single steps must be seen, a pause stands behind every instruction.
 */
public abstract class Straight extends Instruction {
  /** Instructions that may run each other: some hundred bytes of Java's stack each, when not yet compiled. */
  static final int LONGEST_RUN = 24;

  protected Straight(Insn insn) {
    super(insn);
  }

  @Override
  protected void link(CodeBlock b) {
    super.link(b);
    if (!b.runsStraight() || next.run() + lengthInstructions() > LONGEST_RUN) {
      handBack();
    }
    setRun(lengthInstructions() + next.run());
  }

  @Override
  final void handBack() {
    if (!(next instanceof Pause)) {
      next = new Pause(next);
    }
  }
}
