package lethe.vm.prim.std;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Arrays, of values and of unboxed floats (array.c); which one it is the block's tag tells at run time. */
final class Array {
  /** Part of an array: length elements from offset on. */
  private record Slice(long array, int offset, int length) {}

  private Array() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_array_get_addr", (rt, a, i) -> rt.heap().field(a, index(rt, a, i))),
        Primitive.of("caml_array_get", (rt, a, i) -> get(rt.heap(), a, index(rt, a, i))),
        Primitive.of("caml_array_unsafe_get", (rt, a, i) -> get(rt.heap(), a, Value.intOf(i))),
        Primitive.of("caml_floatarray_get", (rt, a, i) -> getFloat(rt.heap(), a, index(rt, a, i))),
        Primitive.of("caml_floatarray_unsafe_get", (rt, a, i) -> getFloat(rt.heap(), a, Value.intOf(i))),
        Primitive.of("caml_array_set_addr", (rt, a, i, v) -> setValue(rt.heap(), a, index(rt, a, i), v)),
        Primitive.of("caml_array_set", (rt, a, i, v) -> set(rt.heap(), a, index(rt, a, i), v)),
        Primitive.of("caml_array_unsafe_set", (rt, a, i, v) -> set(rt.heap(), a, Value.intOf(i), v)),
        Primitive.of("caml_floatarray_set", (rt, a, i, v) -> setFloat(rt.heap(), a, index(rt, a, i), v)),
        Primitive.of("caml_floatarray_unsafe_set", (rt, a, i, v) -> setFloat(rt.heap(), a, Value.intOf(i), v)),
        Primitive.of("caml_make_vect", Array::makeVect),
        Primitive.of("caml_make_array", Array::makeArray),
        Primitive.of("caml_make_float_vect", (rt, n) -> floats(rt, n)),
        Primitive.of("caml_floatarray_create", (rt, n) -> floats(rt, n)),
        Primitive.of("caml_array_blit", Array::blit),
        Primitive.of("caml_floatarray_blit", Array::blit),
        Primitive.of("caml_array_fill", Array::fill),
        Primitive.of("caml_array_sub", Array::sub),
        Primitive.of("caml_array_append", Array::append),
        Primitive.of("caml_array_concat", Array::concat));
  }

  private static boolean isFloats(Heap heap, long array) {
    return heap.tag(array) == Tag.DOUBLE_ARRAY;
  }

  private static int index(Runtime rt, long array, long i) {
    return Bounds.index(rt, i, 1, rt.heap().sizeWords(array));
  }

  private static long get(Heap heap, long array, int i) {
    return isFloats(heap, array) ? getFloat(heap, array, i) : heap.field(array, i);
  }

  private static long getFloat(Heap heap, long array, int i) {
    return Boxed.ofBits(heap, heap.wordAt(array, i));
  }

  private static long set(Heap heap, long array, int i, long v) {
    return isFloats(heap, array) ? setFloat(heap, array, i, v) : setValue(heap, array, i, v);
  }

  private static long setValue(Heap heap, long array, int i, long v) {
    heap.setField(array, i, v);
    return Value.UNIT;
  }

  private static long setFloat(Heap heap, long array, int i, long v) {
    heap.setWordAt(array, i, Boxed.bitsOf(heap, v));
    return Value.UNIT;
  }

  private static long makeVect(Runtime rt, long size, long init) {
    Heap heap = rt.heap();
    int n = Bounds.sizeWords(rt, Value.longOf(size), "Array.make");
    if (n == 0) {
      return heap.atom(0);
    }
    boolean floats = Boxed.isDouble(heap, init);
    long array = heap.allocate(n, floats ? Tag.DOUBLE_ARRAY : 0);
    for (int i = 0; i < n; i++) {
      if (floats) {
        setFloat(heap, array, i, init);
      } else {
        heap.init(array, i, init);
      }
    }
    return array;
  }

  /** A literal array whose elements turn out to be floats is unboxed; others stay as they are. */
  private static long makeArray(Runtime rt, long values) {
    Heap heap = rt.heap();
    int n = heap.sizeWords(values);
    if (n == 0 || !Boxed.isDouble(heap, heap.field(values, 0))) {
      return values;
    }
    long array = heap.allocate(n, Tag.DOUBLE_ARRAY);
    for (int i = 0; i < n; i++) {
      setFloat(heap, array, i, heap.field(values, i));
    }
    return array;
  }

  private static long floats(Runtime rt, long size) {
    return rt.heap().allocate(Bounds.sizeWords(rt, Value.longOf(size), "Float.Array.create"), sizeTag(size));
  }

  /** An array without elements is atom 0, whatever its elements would be. */
  private static int sizeTag(long size) {
    return Value.longOf(size) == 0 ? 0 : Tag.DOUBLE_ARRAY;
  }

  private static long blit(Runtime rt, long from, long fromOffset, long to, long toOffset, long length) {
    Heap heap = rt.heap();
    int source = Value.intOf(fromOffset);
    int target = Value.intOf(toOffset);
    int n = Value.intOf(length);
    if (n > 0 && isFloats(heap, to)) {
      heap.copyBytes(from, 8 * source, to, 8 * target, 8 * n);
    } else if (from == to && source < target) {
      for (int i = n - 1; i >= 0; i--) {
        heap.setField(to, target + i, heap.field(from, source + i));
      }
    } else {
      for (int i = 0; i < n; i++) {
        heap.setField(to, target + i, heap.field(from, source + i));
      }
    }
    return Value.UNIT;
  }

  private static long fill(Runtime rt, long array, long offset, long length, long v) {
    Heap heap = rt.heap();
    int from = Value.intOf(offset);
    int end = from + Value.intOf(length);
    for (int i = from; i < end; i++) {
      set(heap, array, i, v);
    }
    return Value.UNIT;
  }

  private static long sub(Runtime rt, long array, long offset, long length) {
    return gather(rt, List.of(new Slice(array, Value.intOf(offset), Value.intOf(length))));
  }

  private static long append(Runtime rt, long a, long b) {
    return gather(rt, List.of(whole(rt, a), whole(rt, b)));
  }

  private static long concat(Runtime rt, long list) {
    List<Slice> slices = new ArrayList<>();
    for (long array : OcamlList.elements(rt.heap(), list)) {
      slices.add(whole(rt, array));
    }
    return gather(rt, slices);
  }

  private static Slice whole(Runtime rt, long array) {
    return new Slice(array, 0, rt.heap().sizeWords(array));
  }

  private static long gather(Runtime rt, List<Slice> slices) {
    Heap heap = rt.heap();
    long size = 0;
    boolean floats = false;
    for (Slice slice : slices) {
      size += slice.length;
      floats |= isFloats(heap, slice.array);
    }
    if (size == 0) {
      return heap.atom(0);
    }
    long result = heap.allocate(Bounds.sizeWords(rt, size, "Array.concat"), floats ? Tag.DOUBLE_ARRAY : 0);
    int at = 0;
    for (Slice slice : slices) {
      for (int i = 0; i < slice.length; i++, at++) {
        if (floats) {
          heap.setWordAt(result, at, heap.wordAt(slice.array, slice.offset + i));
        } else {
          heap.init(result, at, heap.field(slice.array, slice.offset + i));
        }
      }
    }
    return result;
  }
}
