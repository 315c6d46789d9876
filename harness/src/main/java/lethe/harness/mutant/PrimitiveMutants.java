package lethe.harness.mutant;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lethe.vm.VmParts;
import lethe.vm.heap.Heap;
import lethe.vm.host.Host;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Wrong in one primitive. */
final class PrimitiveMutants {
  private static final List<String> POLICIES = List.of("handle", "stub");

  private PrimitiveMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant("update-dummy", "caml_update_dummy copies one word too few",
            "a recursive closure keeps no code, or loses a variable", "H11",
            () -> replacing("caml_update_dummy", PrimitiveMutants::shortUpdate)),
        mutant("dup", "caml_obj_dup copies one word too few", "the copy of a closure keeps no code", "H17",
            () -> replacing("caml_obj_dup", PrimitiveMutants::shortDup)),
        mutant("failed-load", "a unit whose initialiser raises is freed at once",
            "what it left behind points into freed code", "H59", FreesFailedLoads::new));
  }

  private static Mutant mutant(String id, String wrong, String breaks, String hazard, Supplier<VmParts> parts) {
    return new Mutant(id, wrong, breaks, hazard, POLICIES, parts);
  }

  private static VmParts replacing(String name, UnaryOperator<Primitive> wrong) {
    return new BoundedParts() {
      @Override
      public Primitive primitive(Primitive p) {
        return p.name().equals(name) ? wrong.apply(p) : p;
      }
    };
  }

  private static Primitive shortUpdate(Primitive right) {
    return Primitive.of(right.name(), (Runtime rt, long dummy, long value) -> {
      Heap h = rt.heap();
      long old = h.field(dummy, h.sizeWords(dummy) - 1);
      long result = right.call2(rt, dummy, value);
      h.setField(dummy, h.sizeWords(dummy) - 1, old);
      return result;
    });
  }

  private static Primitive shortDup(Primitive right) {
    return Primitive.of(right.name(), (Runtime rt, long block) -> {
      long copy = right.call1(rt, block);
      rt.heap().setWordAt(copy, rt.heap().sizeWords(copy) - 1, Value.UNIT);
      return copy;
    });
  }

  private static final class FreesFailedLoads extends BoundedParts {
    private Machine machine;

    @Override
    public Machine machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
      machine = super.machine(heap, host, policy, stackLimitWords);
      return machine;
    }

    @Override
    public Primitive primitive(Primitive p) {
      return !p.name().equals("lethe_load")
          ? p
          : Primitive.of(p.name(), (Runtime rt, long name) -> {
            try {
              return p.call1(rt, name);
            } catch (OcamlException e) {
              newest().ifPresent(block -> machine.code.free(block, "failed"));
              throw e;
            }
          });
    }

    private Optional<CodeBlock> newest() {
      return machine.code.live().filter(b -> !b.isStatic()).reduce((a, b) -> b);
    }
  }
}
