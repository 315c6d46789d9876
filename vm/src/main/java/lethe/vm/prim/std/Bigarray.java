package lethe.vm.prim.std;

import java.util.Arrays;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Big arrays as wholes: creation, shape, parts (bigarray.c). Their elements are in {@link BigarrayAccess}. */
final class Bigarray {
  private Bigarray() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_ba_create", Bigarray::create),
        Primitive.of("caml_ba_num_dims", (rt, a) -> Value.ofLong(BigarrayBlock.of(rt, a).dimensionCount())),
        Primitive.of("caml_ba_dim", (rt, a, n) -> dimension(rt, a, Value.longOf(n))),
        Primitive.of("caml_ba_dim_1", (rt, a) -> dimension(rt, a, 0)),
        Primitive.of("caml_ba_dim_2", (rt, a) -> dimension(rt, a, 1)),
        Primitive.of("caml_ba_dim_3", (rt, a) -> dimension(rt, a, 2)),
        Primitive.of("caml_ba_kind", (rt, a) -> Value.ofLong(BigarrayBlock.of(rt, a).kind().number())),
        Primitive.of("caml_ba_layout", (rt, a) -> Value.ofBoolean(BigarrayBlock.of(rt, a).isFortran())),
        Primitive.of("caml_ba_change_layout", Bigarray::changeLayout),
        Primitive.of("caml_ba_sub", Bigarray::sub),
        Primitive.of("caml_ba_slice", Bigarray::slice),
        Primitive.of("caml_ba_reshape", Bigarray::reshape),
        Primitive.of("caml_ba_blit", Bigarray::blit),
        Primitive.of("caml_ba_fill", Bigarray::fill));
  }

  private static OcamlException invalid(Runtime rt, String message) {
    return rt.raiseWithString(Predef.INVALID_ARGUMENT, message);
  }

  private static long create(Runtime rt, long kind, long layout, long sizes) {
    long[] dimensions = dimensions(rt, sizes, "Bigarray.create");
    boolean fortran = layout != Value.FALSE;
    return BigarrayBlock.create(rt, BigarrayKind.of(Value.intOf(kind)), fortran, dimensions).block();
  }

  private static long[] dimensions(Runtime rt, long sizes, String function) {
    long[] dimensions = ints(rt.heap(), sizes);
    if (dimensions.length > BigarrayBlock.MOST_DIMENSIONS) {
      throw invalid(rt, function + ": bad number of dimensions");
    }
    if (Arrays.stream(dimensions).anyMatch(d -> d < 0)) {
      throw invalid(rt, function + ": negative dimension");
    }
    return dimensions;
  }

  /** The integers of an OCaml array. */
  static long[] ints(Heap heap, long array) {
    long[] ints = new long[heap.sizeWords(array)];
    Arrays.setAll(ints, i -> Value.longOf(heap.field(array, i)));
    return ints;
  }

  private static long dimension(Runtime rt, long a, long n) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    if (n < 0 || n >= array.dimensionCount()) {
      throw invalid(rt, "Bigarray.dim");
    }
    return Value.ofLong(array.dimension((int) n));
  }

  /** The same elements with the order of the indices reversed. */
  private static long changeLayout(Runtime rt, long a, long layout) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    boolean fortran = layout != Value.FALSE;
    if (fortran == array.isFortran()) {
      return a;
    }
    long[] dimensions = array.dimensions();
    int n = dimensions.length;
    long[] reversed = new long[n];
    Arrays.setAll(reversed, i -> dimensions[n - 1 - i]);
    return array.share(rt, fortran, 0, reversed).block();
  }

  /** A part along the dimension that varies slowest. */
  private static long sub(Runtime rt, long a, long offset, long length) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    long[] dimensions = array.dimensions();
    int changed = array.isFortran() ? dimensions.length - 1 : 0;
    long from = Value.longOf(offset) - (array.isFortran() ? 1 : 0);
    long size = Value.longOf(length);
    long available = dimensions.length == 0 ? -1 : dimensions[changed];
    if (from < 0 || size < 0 || from + size > available) {
      throw invalid(rt, "Bigarray.sub: bad sub-array");
    }
    long stride = 1;
    for (int i = 0; i < dimensions.length; i++) {
      stride *= i == changed ? 1 : dimensions[i];
    }
    dimensions[changed] = size;
    return array.share(rt, array.isFortran(), from * stride, dimensions).block();
  }

  /** The array of fewer dimensions at given indices of those that vary slowest. */
  private static long slice(Runtime rt, long a, long indices) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    long[] given = ints(rt.heap(), indices);
    int n = array.dimensionCount();
    int left = n - given.length;
    if (left < 0) {
      throw invalid(rt, "Bigarray.slice: too many indices");
    }
    boolean fortran = array.isFortran();
    long[] index = new long[n];
    Arrays.fill(index, fortran ? 1 : 0);
    System.arraycopy(given, 0, index, fortran ? left : 0, given.length);
    int first = (array.offsetBytes(rt, index) - array.start()) / array.kind().elementBytes;
    int from = fortran ? 0 : given.length;
    return array.share(rt, fortran, first, Arrays.copyOfRange(array.dimensions(), from, from + left)).block();
  }

  private static long reshape(Runtime rt, long a, long sizes) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    long[] dimensions = dimensions(rt, sizes, "Bigarray.reshape");
    long elements = 1;
    for (long dimension : dimensions) {
      elements *= dimension;
    }
    if (elements != array.elementCount()) {
      throw invalid(rt, "Bigarray.reshape: size mismatch");
    }
    return array.share(rt, array.isFortran(), 0, dimensions).block();
  }

  private static long blit(Runtime rt, long source, long target) {
    BigarrayBlock from = BigarrayBlock.of(rt, source);
    BigarrayBlock to = BigarrayBlock.of(rt, target);
    if (!Arrays.equals(from.dimensions(), to.dimensions())) {
      throw invalid(rt, "Bigarray.blit: dimension mismatch");
    }
    byte[] elements = new byte[from.sizeBytes()];
    from.data().get(elements);
    to.data().put(elements);
    return Value.UNIT;
  }

  private static long fill(Runtime rt, long a, long v) {
    BigarrayBlock array = BigarrayBlock.of(rt, a);
    BigarrayKind kind = array.kind();
    var data = array.data();
    for (int at = 0; at < data.capacity(); at += kind.elementBytes) {
      kind.set(rt.heap(), data, at, v);
    }
    return Value.UNIT;
  }
}
