package lethe.vm.interp;

/** Stands between an instruction that would run its successor and that successor: gives control back to the loop. */
final class Pause extends Instruction {

  Pause(Instruction successor) {
    super(successor.insn());
    next = successor;
  }

  @Override
  public Instruction execute(Machine m) {
    return next;
  }
}
