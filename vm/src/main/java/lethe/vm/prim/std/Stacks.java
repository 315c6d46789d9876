package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** Room on the stack for functions of many local variables (stacks.c). */
final class Stacks {
  private Stacks() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of(
            "caml_ensure_stack_capacity",
            (rt, words) -> {
              rt.ensureStack(Value.intOf(words));
              return Value.UNIT;
            }));
  }
}
