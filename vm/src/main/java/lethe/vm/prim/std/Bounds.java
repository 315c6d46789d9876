package lethe.vm.prim.std;

import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Checked indices (fail.c, caml_array_bound_error). */
final class Bounds {
  /** More than any heap holds: a request for as many words is answered with Out_of_memory. */
  static final int MOST_WORDS = 1 << 28;

  private static final long MAX_WOSIZE = (1L << 54) - 1;

  private Bounds() {}

  /** The index that a word says, if length elements from there on exist among size. */
  static int index(Runtime rt, long word, int length, int size) {
    long i = Value.longOf(word);
    if (i < 0 || i > size - length) {
      throw error(rt);
    }
    return (int) i;
  }

  /** What an index outside is answered with. */
  static OcamlException error(Runtime rt) {
    return rt.raiseWithString(Predef.INVALID_ARGUMENT, "index out of bounds");
  }

  /** A size that OCaml allows, in words; what no heap holds is Out_of_memory, what no header holds Invalid_argument. */
  static int sizeWords(Runtime rt, long size, String function) {
    if (size < 0 || size > MAX_WOSIZE) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, function);
    }
    if (size > MOST_WORDS) {
      throw rt.raiseConstant(Predef.OUT_OF_MEMORY);
    }
    return (int) size;
  }

  /** As {@link #sizeWords} for a string of that many bytes. */
  static int sizeBytes(Runtime rt, long size, String function) {
    sizeWords(rt, size < 0 ? -1 : size / 8, function);
    if (size > Integer.MAX_VALUE - 16) {
      throw rt.raiseConstant(Predef.OUT_OF_MEMORY);
    }
    return (int) size;
  }
}
