package lethe.harness.mutant;

import java.util.List;
import lethe.vm.VmParts;
import lethe.vm.heap.Heap;
import lethe.vm.host.Host;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;

/** Wrong in the machine: frames, exceptions, calls from primitives. */
final class FrameMutants {
  private static final List<String> POLICIES = List.of("handle", "stub");

  private FrameMutants() {}

  /** Makes a machine from what every machine is made of. */
  private interface Maker {
    Machine make(Heap heap, Host host, Policy policy, int stackLimitWords);
  }

  static List<Mutant> all() {
    return List.of(
        untraced(FrameBlindMachine.Frame.RETURN, "a caller that waits", "H26"),
        untraced(FrameBlindMachine.Frame.TRAP, "a handler that waits", "H24"),
        untraced(FrameBlindMachine.Frame.C_CALL, "a function that waits for a primitive", "H35"),
        mutant("raise-env", "an exception does not restore the handler's env",
            "the handler runs with the variables of whoever raised", "H24", RaiseKeepsEnv::new),
        mutant("callback-extra-args", "a call from a primitive loses the caller's count of arguments",
            "a function called with too many arguments returns too early", "H35", CallbackForgets::new),
        mutant("growing-stack", "the innermost handler does not move with a growing stack",
            "an exception jumps to a word that is no handler", "H26", GrowsWithoutTrap::new));
  }

  private static Mutant untraced(FrameBlindMachine.Frame frame, String who, String hazard) {
    return mutant("frame-" + frame, "the env in a " + frame + " frame is not traced",
        "the code of " + who + " is freed", hazard,
        (heap, host, policy, limit) -> new FrameBlindMachine(heap, host, policy, limit, frame));
  }

  private static Mutant mutant(String id, String wrong, String breaks, String hazard, Maker maker) {
    return new Mutant(id, wrong, breaks, hazard, POLICIES, () -> parts(maker));
  }

  private static VmParts parts(Maker maker) {
    return new VmParts() {
      @Override
      public Machine machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
        return maker.make(heap, host, policy, stackLimitWords);
      }
    };
  }

  private static final class RaiseKeepsEnv extends BoundedMachine {
    RaiseKeepsEnv(Heap heap, Host host, Policy policy, int stackLimitWords) {
      super(heap, host, policy, stackLimitWords);
    }

    @Override
    public Instruction unwind(long exn) {
      long raising = env;
      Instruction handler = super.unwind(exn);
      env = raising;
      return handler;
    }
  }

  private static final class GrowsWithoutTrap extends BoundedMachine {
    GrowsWithoutTrap(Heap heap, Host host, Policy policy, int stackLimitWords) {
      super(heap, host, policy, stackLimitWords);
    }

    @Override
    public Instruction checkStack(Instruction at) {
      int sizeWords = stack.length;
      Instruction overflow = super.checkStack(at);
      trapSp -= stack.length - sizeWords;
      return overflow;
    }
  }

  private static final class CallbackForgets extends BoundedMachine {
    CallbackForgets(Heap heap, Host host, Policy policy, int stackLimitWords) {
      super(heap, host, policy, stackLimitWords);
    }

    @Override
    public long interpret(Instruction start) {
      long result = super.interpret(start);
      extraArgs = 0;
      return result;
    }
  }
}
