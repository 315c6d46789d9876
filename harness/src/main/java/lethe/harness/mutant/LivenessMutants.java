package lethe.harness.mutant;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import lethe.vm.VmParts;
import lethe.vm.heap.CollectorSeams;
import lethe.vm.heap.Root;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.prim.SignalTable;
import lethe.vm.value.Value;

/** Wrong in what observes liveness: weak pointers, ephemerons, finalisers, signals. */
final class LivenessMutants {
  private static final List<String> POLICIES = List.of("handle", "stub");

  private LivenessMutants() {}

  static List<Mutant> all() {
    return List.of(
        forgottenRoot(Root.SIGNAL, "H37"),
        forgottenRoot(Root.FINALISER, "H38"),
        forgottenRoot(Root.DUE, "H38"),
        mutant("weak-full", "a weak field stays full when what it refers to dies",
            "a weak pointer leads to a freed block", "H47", () -> parts(new CollectorSeams() {
              @Override
              public boolean empties(long word) {
                return false;
              }
            })),
        mutant("ephemeron-strong", "the data of an ephemeron is kept whether its keys are alive or not",
            "a key that its own data refers to never dies", "H48", () -> parts(new CollectorSeams() {
              @Override
              public boolean awaits(long key) {
                return false;
              }
            })),
        mutant("ephemeron-no-data", "the data of an ephemeron is not kept by its keys",
            "what is found by a living key is freed", "H46", () -> parts(new CollectorSeams() {
              @Override
              public boolean keepsData(long ephemeron) {
                return false;
              }
            })),
        mutant("signal-default", "Signal_default does not let go of the handler",
            "a unit whose handler was undone is never freed", "H37", KeptHandlers::new));
  }

  private static Mutant mutant(String id, String wrong, String breaks, String hazard, Supplier<VmParts> parts) {
    return new Mutant(id, wrong, breaks, hazard, POLICIES, parts);
  }

  private static Mutant forgottenRoot(Root kind, String hazard) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return mutant("root-" + name, "no root of kind " + name + " is one",
        "what only such a root refers to is freed", hazard, () -> parts(new CollectorSeams() {
          @Override
          public boolean visits(Root visited) {
            return visited != kind;
          }
        }));
  }

  private static VmParts parts(CollectorSeams seams) {
    return new BoundedParts() {
      @Override
      public CollectorSeams collector() {
        return seams;
      }
    };
  }

  /** As stock OCaml does. */
  private static final class KeptHandlers extends BoundedParts {
    @Override
    public Primitive primitive(Primitive p) {
      return !p.name().equals("caml_install_signal_handler")
          ? p
          : Primitive.of(p.name(), (Runtime rt, long number, long behaviour) -> {
            int signal = SignalTable.systemNumber(Value.intOf(number));
            rt.registerNamed("handler " + signal, rt.signals().handler(signal));
            return p.call2(rt, number, behaviour);
          });
    }
  }
}
