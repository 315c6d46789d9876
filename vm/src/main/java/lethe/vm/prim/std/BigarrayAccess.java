package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Elements of big arrays, and groups of bytes in those of characters (bigarray.c). Every index is checked. */
final class BigarrayAccess {
  private BigarrayAccess() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_ba_get_1", (rt, a, i) -> get(rt, a, Value.longOf(i))),
        Primitive.of("caml_ba_get_2", (rt, a, i, j) -> get(rt, a, Value.longOf(i), Value.longOf(j))),
        Primitive.of(
            "caml_ba_get_3",
            (rt, a, i, j, k) -> get(rt, a, Value.longOf(i), Value.longOf(j), Value.longOf(k))),
        Primitive.of("caml_ba_get_generic", (rt, a, index) -> get(rt, a, Bigarray.ints(rt.heap(), index))),
        Primitive.of("caml_ba_set_1", (rt, a, i, v) -> set(rt, a, v, Value.longOf(i))),
        Primitive.of("caml_ba_set_2", (rt, a, i, j, v) -> set(rt, a, v, Value.longOf(i), Value.longOf(j))),
        Primitive.of(
            "caml_ba_set_3",
            (rt, a, i, j, k, v) -> set(rt, a, v, Value.longOf(i), Value.longOf(j), Value.longOf(k))),
        Primitive.of(
            "caml_ba_set_generic", (rt, a, index, v) -> set(rt, a, v, Bigarray.ints(rt.heap(), index))),
        Primitive.of(
            "caml_ba_uint8_get16", (rt, a, i) -> Value.ofLong(Short.toUnsignedLong((short) getBytes(rt, a, i, 2)))),
        Primitive.of("caml_ba_uint8_get32", (rt, a, i) -> Boxed.ofInt32(rt.heap(), (int) getBytes(rt, a, i, 4))),
        Primitive.of("caml_ba_uint8_get64", (rt, a, i) -> Boxed.ofInt64(rt.heap(), getBytes(rt, a, i, 8))),
        Primitive.of("caml_ba_uint8_set16", (rt, a, i, v) -> setBytes(rt, a, i, 2, Value.longOf(v))),
        Primitive.of("caml_ba_uint8_set32", (rt, a, i, v) -> setBytes(rt, a, i, 4, Boxed.longOf(rt.heap(), v))),
        Primitive.of("caml_ba_uint8_set64", (rt, a, i, v) -> setBytes(rt, a, i, 8, Boxed.longOf(rt.heap(), v))));
  }

  private static long get(Runtime rt, long a, long... index) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    int at = offset(rt, array, "Bigarray.get", index);
    return array.kind().get(rt.heap(), array.piece(), at);
  }

  private static long set(Runtime rt, long a, long v, long... index) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    int at = offset(rt, array, "Bigarray.set", index);
    array.kind().set(rt.heap(), array.piece(), at, v);
    return Value.UNIT;
  }

  private static int offset(Runtime rt, BigarrayBlock array, String function, long[] index) {
    if (index.length != array.dimensionCount()) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, function + ": wrong number of indices");
    }
    return array.offsetBytes(rt, index);
  }

  private static long getBytes(Runtime rt, long a, long i, int count) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    int at = array.start() + Bounds.index(rt, i, count, (int) array.dimension(0));
    return switch (count) {
      case 2 -> array.piece().getShort(at);
      case 4 -> array.piece().getInt(at);
      default -> array.piece().getLong(at);
    };
  }

  private static long setBytes(Runtime rt, long a, long i, int count, long bits) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    int at = array.start() + Bounds.index(rt, i, count, (int) array.dimension(0));
    switch (count) {
      case 2 -> array.piece().putShort(at, (short) bits);
      case 4 -> array.piece().putInt(at, (int) bits);
      default -> array.piece().putLong(at, bits);
    }
    return Value.UNIT;
  }
}
