package lethe.vm.prim.std;

import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;

/** The boxed integer types: what their primitives are called and how a long is cut to their width. */
enum IntWidth {
  INT32("int32", "Int32", 32, CustomKind.INT32, ""),
  INT64("int64", "Int64", 64, CustomKind.INT64, "l"),
  NATIVEINT("nativeint", "Nativeint", 64, CustomKind.NATIVEINT, "l");

  /** Stands in the names of primitives: caml_int32_add. */
  final String stem;

  final String module;
  final int bits;
  final CustomKind kind;
  /** printf's length modifier on the reference machine. */
  final String modifier;

  IntWidth(String stem, String module, int bits, CustomKind kind, String modifier) {
    this.stem = stem;
    this.module = module;
    this.bits = bits;
    this.kind = kind;
    this.modifier = modifier;
  }

  /** Cut to the width, sign extended. */
  long wrap(long n) {
    return bits == 32 ? (int) n : n;
  }

  /** The bits of the width, zero extended. */
  long unsigned(long n) {
    return bits == 32 ? n & 0xFFFF_FFFFL : n;
  }

  /** A block holding n, cut to the width. */
  long box(Heap heap, long n) {
    return Boxed.custom(heap, kind, wrap(n));
  }

  /** Truncation as the reference processor does it: what does not fit, and NaN, gives the least number. */
  long ofDouble(double d) {
    double limit = bits == 32 ? 0x1p31 : 0x1p63;
    boolean fits = d < limit && (bits == 32 ? d > -limit - 1 : d >= -limit);
    return fits ? (long) d : -1L << (bits - 1);
  }
}
