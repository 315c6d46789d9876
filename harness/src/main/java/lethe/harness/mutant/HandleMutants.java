package lethe.harness.mutant;

import java.util.List;
import java.util.function.Supplier;
import lethe.vm.heap.Heap;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.interp.family.Calls;
import lethe.vm.interp.family.Functions;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operation;
import lethe.vm.policy.Force;
import lethe.vm.policy.Handle;
import lethe.vm.policy.Keep;
import lethe.vm.policy.Stub;
import lethe.vm.value.Value;

/** Wrong in policy {@code handle}, in a policy without handles, or in what all policies decide. */
final class HandleMutants {
  private HandleMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant("copy-closure", "CLOSURE does not copy the handle", "a single closure keeps no code", "H89",
            NoCopyInClosure::new),
        mutant("copy-closurerec", "CLOSUREREC does not copy the handle", "a group of functions keeps no code", "H89",
            NoCopyInClosureRec::new),
        mutant("copy-initialiser", "the closure that runs a unit has no handle",
            "neither it nor any closure it makes keeps the code", "H67", NoCopyInInitialiser::new),
        mutant("infix-of-handle", "the handle of an infix env is looked for without stepping back",
            "closures made by the second function of a group get a wrong handle", "H03", NoStepBack::new),
        mutant("grab-appends", "GRAB appends the handle to a partial application",
            "RESTART takes it for an argument", "H08", GrabAppends::new),
        mutant("dummy-size", "the dummy of a recursive closure is not made larger",
            "the closure copied over it does not fit", "H10", SmallDummy::new),
        mutant("handle-pins", "a block is kept whoever refers to it", "dead code is never freed", "H85",
            Pinning::new),
        mutant("freed-when-ready", "a unit is freed when its initialiser has returned",
            "what it left behind points into freed code", "H59", FreedWhenReady::new),
        PolicyMutant.of("keep-unpinned", "stock behaviour does not pin its blocks",
            "code is freed whoever refers to it", "H01", "keep", Unpinned::new),
        PolicyMutant.of("request-ignored", "a request to free is not obeyed", "nothing is freed on request", "H61",
            "force", Disobedient::new));
  }

  private static Mutant mutant(String id, String wrong, String breaks, String hazard, Supplier<Policy> policy) {
    return PolicyMutant.of(id, wrong, breaks, hazard, "handle", policy);
  }

  private static final class NoCopyInClosure extends Handle {
    @Override
    public Instruction decode(Insn insn, Decoder decoder) {
      return insn.operation().plain() != Opcode.CLOSURE
          ? super.decode(insn, decoder)
          : new Functions.Closure(insn) {
            @Override
            protected int extraWords() {
              return 1;
            }

            @Override
            protected void fillExtra(Machine m, long closure, int at) {
              m.heap.init(closure, at, Value.UNIT);
            }
          };
    }
  }

  private static final class NoCopyInClosureRec extends Handle {
    @Override
    public Instruction decode(Insn insn, Decoder decoder) {
      return insn.operation().plain() != Opcode.CLOSUREREC
          ? super.decode(insn, decoder)
          : new Functions.ClosureRec(insn) {
            @Override
            protected int extraWords() {
              return 1;
            }

            @Override
            protected void fillExtra(Machine m, long closure, int at) {
              m.heap.init(closure, at, Value.UNIT);
            }
          };
    }
  }

  private static final class NoCopyInInitialiser extends Handle {
    @Override
    public long initialiser(Machine m, CodeBlock block) {
      long closure = super.initialiser(m, block);
      m.heap.init(closure, 2, Value.UNIT);
      return closure;
    }
  }

  private static final class NoStepBack extends Handle {
    @Override
    protected int stepBackWords(Heap h, long closure) {
      return 0;
    }
  }

  private static final class GrabAppends extends Handle {
    private final Stub other = new Stub();

    @Override
    public Operation rewrite(Insn insn, String primitive) {
      // The other policy's operation for GRAB, with this policy's body.
      return insn.operation().plain() == Opcode.GRAB
          ? other.rewrite(insn, primitive)
          : super.rewrite(insn, primitive);
    }

    @Override
    public Instruction decode(Insn insn, Decoder decoder) {
      return insn.operation().plain() != Opcode.GRAB
          ? super.decode(insn, decoder)
          : new Calls.Grab(insn, insn.operand(0)) {
            @Override
            protected int extraWords() {
              return 1;
            }

            @Override
            protected void fillExtra(Machine m, long partial, int at) {
              m.heap.init(partial, at, handleOfEnv(m));
            }
          };
    }
  }

  private static final class SmallDummy extends Handle {
    @Override
    public Operation rewrite(Insn insn, String primitive) {
      return insn.operation().plain() == Opcode.C_CALL2 ? insn.operation() : super.rewrite(insn, primitive);
    }
  }

  private static final class Pinning extends Handle {
    @Override
    public boolean pins(CodeBlock block) {
      return true;
    }
  }

  private static final class FreedWhenReady extends Handle {
    @Override
    public void finished(Machine m, CodeBlock block) {
      m.code.free(block, "ready");
    }
  }

  private static final class Unpinned extends Keep {
    @Override
    public boolean pins(CodeBlock block) {
      return false;
    }
  }

  private static final class Disobedient extends Force {
    @Override
    public boolean freesOnRequest() {
      return false;
    }
  }
}
