package lethe.vm.prim.std;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** Integers of 63 bits, and the three boxed kinds (ints.c). */
final class Ints {
  private static final int INT_BITS = 63;

  private Ints() {}

  static List<Primitive> primitives() {
    List<Primitive> all = new ArrayList<>();
    all.add(Primitive.of("caml_int_compare", (rt, a, b) -> Value.ofLong(Long.compare(a, b))));
    all.add(
        Primitive.of(
            "caml_int_of_string", (rt, s) -> Value.ofLong(IntText.parse(rt, s, INT_BITS, "int_of_string"))));
    all.add(
        Primitive.of(
            "caml_format_int", (rt, format, n) -> IntText.format(rt, format, Value.longOf(n), n >>> 1, "l")));
    all.add(
        Primitive.of(
            "caml_bswap16",
            (rt, n) -> Value.ofLong(Short.toUnsignedLong(Short.reverseBytes((short) Value.longOf(n))))));
    for (IntWidth width : IntWidth.values()) {
      all.addAll(BoxedInts.primitives(width));
    }
    all.addAll(BoxedInts.conversions());
    return all;
  }
}
