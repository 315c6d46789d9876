package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** Named values (callback.c). */
final class Callback {
  private Callback() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of(
            "caml_register_named_value",
            (rt, name, value) -> {
              rt.registerNamed(Text.latin(rt.heap(), name), value);
              return Value.UNIT;
            }));
  }
}
