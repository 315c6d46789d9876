package lethe.harness.mutant;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import lethe.vm.VmParts;
import lethe.vm.heap.CollectorSeams;
import lethe.vm.heap.Heap;
import lethe.vm.heap.Root;
import lethe.vm.host.Host;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;

/** Wrong in the collector or its barrier. */
final class CollectorMutants {
  private static final List<String> POLICIES = List.of("handle", "stub");

  private CollectorMutants() {}

  static List<Mutant> all() {
    return List.of(
        forgottenRoot(Root.ACCU, "H52"),
        forgottenRoot(Root.ENV, "H19"),
        forgottenRoot(Root.STACK, "H50"),
        forgottenRoot(Root.HOST, "H34"),
        forgottenRoot(Root.NAMED, "H33"),
        mutant("remembered-set", "the barrier remembers no young value stored in an old block",
            "what only an old block refers to dies young", "H50", ForgetfulBarrier::new),
        mutant("infix-distance", "the collector steps back from an infix pointer one function short",
            "a group of functions is not found through its third one", "H03", ShortStep::new),
        mutant("infix-unknown", "the collector takes an infix header for that of a block of its own",
            "half a group of functions is copied, the other half is lost", "H04", NoInfix::new),
        mutant("promote-last-field", "the last field of a promoted block is not followed",
            "an old block points into the emptied minor area", "H50", () -> new LastField(true)),
        mutant("mark-last-field", "the last field of a marked closure is not followed",
            "the handle in it dies, and the code with it", "H01", () -> new LastField(false)),
        mutant("handle-silent", "a marked handle does not keep its code",
            "live code is freed", "H01", SilentHandle::new),
        mutant("handle-unswept", "the handle of freed code is never swept",
            "three words leak with each load", "H85", () -> new Unswept(Tag.CUSTOM)));
  }

  private static Mutant mutant(
      String id, String wrong, String breaks, String hazard, Supplier<Seams> seams) {
    return new Mutant(id, wrong, breaks, hazard, POLICIES, () -> parts(seams.get()));
  }

  private static VmParts parts(Seams seams) {
    return new BoundedParts() {
      @Override
      public CollectorSeams collector() {
        return seams;
      }

      @Override
      public Machine machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
        seams.heap = heap;
        return super.machine(heap, host, policy, stackLimitWords);
      }
    };
  }

  private static Mutant forgottenRoot(Root kind, String hazard) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return mutant("root-" + name, "no root of kind " + name + " is one",
        "what only such a root refers to is freed", hazard, () -> new NoRoot(kind));
  }

  /** Decisions that may look at the heap. */
  private abstract static class Seams extends CollectorSeams {
    Heap heap;
  }

  private static final class NoRoot extends Seams {
    private final Root forgotten;

    NoRoot(Root forgotten) {
      this.forgotten = forgotten;
    }

    @Override
    public boolean visits(Root kind) {
      return kind != forgotten;
    }
  }

  private static final class ForgetfulBarrier extends Seams {
    @Override
    public boolean remembers(long block, long value) {
      return false;
    }
  }

  private static final class ShortStep extends Seams {
    private static final int WORDS_OF_ONE_FUNCTION = 3;

    @Override
    public int infixDistanceWords(long infixHeader) {
      return Math.min(Header.sizeWords(infixHeader), WORDS_OF_ONE_FUNCTION);
    }
  }

  private static final class NoInfix extends Seams {
    @Override
    public boolean knowsInfix(long word) {
      return false;
    }
  }

  private static final class LastField extends Seams {
    private final boolean promoting;

    LastField(boolean promoting) {
      this.promoting = promoting;
    }

    @Override
    public boolean promotesField(long block, int i) {
      return !promoting || i != heap.sizeWords(block) - 1;
    }

    @Override
    public boolean marksField(long block, int i) {
      return promoting || heap.tag(block) != Tag.CLOSURE || i != heap.sizeWords(block) - 1;
    }
  }

  private static final class SilentHandle extends Seams {
    @Override
    public boolean callsHandle(long handle) {
      return false;
    }
  }

  private static final class Unswept extends Seams {
    private final int tag;

    Unswept(int tag) {
      this.tag = tag;
    }

    @Override
    public boolean sweeps(long block) {
      return heap.tag(block) != tag;
    }
  }
}
