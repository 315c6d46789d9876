package lethe.harness.mutant;

import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.family.Calls;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operation;
import lethe.vm.policy.Stub;
import lethe.vm.policy.StubEnv;
import lethe.vm.policy.StubLocal;
import lethe.vm.value.Value;

/** Wrong in policies {@code stub}, {@code stub-env} and {@code stub-local}. */
final class StubMutants {
  private StubMutants() {}

  static List<Mutant> all() {
    return List.of(
        PolicyMutant.of("pop-dyn-extra", "POP_DYN forgets the arguments that are left",
            "a function called with too many arguments through a stub returns too early", "H08", "stub",
            PopDynForgets::new),
        PolicyMutant.of("restart-dyn", "RESTART_DYN takes the handle for an argument",
            "a partial application is called with one argument too many", "H06", "stub", RestartTooMuch::new),
        PolicyMutant.of("group-table", "the offsets of a group are read one place too far",
            "a function of a group runs the code of the next one", "H05", "stub", TableShifted::new),
        PolicyMutant.of("infix-of-stub", "CALL_DYN does not step back from an infix env",
            "handle and offset of the second function of a group are not found", "H03", "stub", NoStepBack::new),
        PolicyMutant.of("call-dyn-frame", "CALL_DYN pushes its frame without the closure",
            "a function that has tail-called another one is freed before that returns", "H23", "stub",
            EmptyFrame::new),
        PolicyMutant.of("infix-of-stub-env", "CLOSURE does not step back from an infix env",
            "a closure made by the second function of a group keeps something else", "H03", "stub-env",
            EnvNoStepBack::new),
        PolicyMutant.of("dummy-of-stub-env", "the dummy of a recursive fake closure is not made larger",
            "the fake copied over it does not fit", "H10", "stub-env", EnvSmallDummy::new),
        PolicyMutant.of("local-never", "no callee is taken for one of the caller's block",
            "calls inside a unit pay for the stub", "H22", "stub-local", NeverLocal::new),
        PolicyMutant.of("local-callee", "the handle of an infix callee is looked for without stepping back",
            "the function of a group is not found", "H03", "stub-local", LocalNoStepBack::new));
  }

  private static final class PopDynForgets extends Stub {
    @Override
    public Instruction decode(Insn insn, Decoder decoder) {
      return !insn.operation().mnemonic().equals("POP_DYN")
          ? super.decode(insn, decoder)
          : new Instruction(insn) {
            @Override
            public Instruction execute(Machine m) {
              Instruction target = m.popFrame();
              m.extraArgs = 0;
              return target;
            }
          };
    }
  }

  private static final class RestartTooMuch extends Stub {
    @Override
    public Instruction decode(Insn insn, Decoder decoder) {
      return insn.operation().plain() == Opcode.RESTART
          ? new Calls.Restart(insn, extraClosureWords() - 1)
          : super.decode(insn, decoder);
    }
  }

  private static final class TableShifted extends Stub {
    @Override
    protected void fill(Machine m, long closure, int at, int offset) {
      super.fill(m, closure, at, offset < 0 ? offset - 1 : offset);
    }
  }

  private static final class EmptyFrame extends Stub {
    @Override
    protected long keptOnStack(Machine m) {
      return Value.UNIT;
    }
  }

  private static final class NoStepBack extends Stub {
    @Override
    protected int stepBackWords(Heap h, long closure) {
      return 0;
    }
  }

  private static final class EnvNoStepBack extends StubEnv {
    @Override
    protected int stepBackWords(Heap h, long closure) {
      return 0;
    }
  }

  private static final class EnvSmallDummy extends StubEnv {
    @Override
    public Operation rewrite(Insn insn, String primitive) {
      return insn.operation().plain() == Opcode.C_CALL2 ? insn.operation() : super.rewrite(insn, primitive);
    }
  }

  private static final class NeverLocal extends StubLocal {
    @Override
    protected boolean isLocal(Heap h, long ownHandle, long callee) {
      return false;
    }
  }

  private static final class LocalNoStepBack extends StubLocal {
    @Override
    protected int stepBackWords(Heap h, long closure) {
      return 0;
    }
  }
}
