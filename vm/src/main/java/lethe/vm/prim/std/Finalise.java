package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Functions for values that die (finalise.c). */
final class Finalise {
  private Finalise() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of(
            "caml_final_register",
            (rt, function, value) -> {
              check(rt, value);
              rt.heap().finalisers().registerFirst(function, value);
              return Value.UNIT;
            }),
        Primitive.of(
            "caml_final_register_called_without_value",
            (rt, function, value) -> {
              check(rt, value);
              rt.heap().finalisers().registerLast(function, value);
              return Value.UNIT;
            }),
        Primitive.of(
            "caml_final_release",
            (rt, unit) -> {
              rt.pending().releaseFinalisers();
              return Value.UNIT;
            }));
  }

  /** What the collector may copy or replace by its content has no finaliser, nor has what never dies. */
  private static void check(Runtime rt, long value) {
    Heap heap = rt.heap();
    boolean dies = Value.isBlock(value) && heap.sizeWords(value) > 0;
    int tag = dies ? heap.tag(value) : Tag.FORWARD;
    if (tag == Tag.FORWARD || tag == Tag.LAZY || tag == Tag.DOUBLE) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "Gc.finalise");
    }
  }
}
