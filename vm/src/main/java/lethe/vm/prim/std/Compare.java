package lethe.vm.prim.std;

import java.util.List;
import java.util.function.LongPredicate;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** Polymorphic comparison (compare.c). */
final class Compare {
  private Compare() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of(
            "caml_compare", (rt, a, b) -> Value.ofLong(Long.signum(new Comparison(rt, true).compare(a, b)))),
        relation("caml_equal", order -> order == 0),
        relation("caml_notequal", order -> order != 0),
        relation("caml_lessthan", order -> order < 0 && order != Comparison.UNORDERED),
        relation("caml_lessequal", order -> order <= 0 && order != Comparison.UNORDERED),
        relation("caml_greaterthan", order -> order > 0),
        relation("caml_greaterequal", order -> order >= 0));
  }

  private static Primitive relation(String name, LongPredicate holds) {
    return Primitive.of(
        name, (rt, a, b) -> Value.ofBoolean(holds.test(new Comparison(rt, false).compare(a, b))));
  }
}
