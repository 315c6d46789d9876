package lethe.vm.prim.std;

import static lethe.vm.heap.Ephemerons.DATA;
import static lethe.vm.heap.Ephemerons.EMPTY;
import static lethe.vm.heap.Ephemerons.FIRST_KEY;

import java.util.List;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Ephemerons;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Weak arrays and ephemerons (weak.c). Indices are checked by the modules Weak and Obj.Ephemeron; one that is wrong here would
 * in C reach other memory, and is a fault.
 */
final class Weak {
  private static final long MAX_WOSIZE = (1L << 54) - 1;

  private Weak() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_weak_create", Weak::create),
        Primitive.of("caml_weak_set", Weak::setOption),
        Primitive.of("caml_weak_get", (rt, e, i) -> option(rt, word(rt, e, key(i)))),
        Primitive.of("caml_weak_get_copy", (rt, e, i) -> option(rt, copy(rt.heap(), word(rt, e, key(i))))),
        Primitive.of("caml_weak_check", (rt, e, i) -> check(rt, e, key(i))),
        Primitive.of("caml_weak_blit", Weak::blitKeys),
        Primitive.of("caml_ephe_create", Weak::create),
        Primitive.of("caml_ephe_get_key", (rt, e, i) -> option(rt, word(rt, e, key(i)))),
        Primitive.of("caml_ephe_get_key_copy", (rt, e, i) -> option(rt, copy(rt.heap(), word(rt, e, key(i))))),
        Primitive.of("caml_ephe_set_key", (rt, e, i, value) -> set(rt, e, key(i), value)),
        Primitive.of("caml_ephe_unset_key", (rt, e, i) -> set(rt, e, key(i), EMPTY)),
        Primitive.of("caml_ephe_check_key", (rt, e, i) -> check(rt, e, key(i))),
        Primitive.of("caml_ephe_blit_key", Weak::blitKeys),
        Primitive.of("caml_ephe_get_data", (rt, e) -> option(rt, word(rt, e, DATA))),
        Primitive.of("caml_ephe_get_data_copy", (rt, e) -> option(rt, copy(rt.heap(), word(rt, e, DATA)))),
        Primitive.of("caml_ephe_set_data", (rt, e, value) -> set(rt, e, DATA, value)),
        Primitive.of("caml_ephe_unset_data", (rt, e) -> set(rt, e, DATA, EMPTY)),
        Primitive.of("caml_ephe_check_data", (rt, e) -> check(rt, e, DATA)),
        Primitive.of("caml_ephe_blit_data", (rt, from, to) -> set(rt, to, DATA, word(rt, from, DATA))));
  }

  private static long create(Runtime rt, long length) {
    long keys = Value.longOf(length);
    if (keys < 0 || keys > MAX_WOSIZE - FIRST_KEY) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "Weak.create");
    }
    return rt.heap().ephemerons().allocate(Bounds.sizeWords(rt, keys, "Weak.create"));
  }

  /** The field of the key of that index. */
  private static long key(long index) {
    return FIRST_KEY + Value.longOf(index);
  }

  /** The number of a field that is there. */
  private static int checked(Runtime rt, long ephemeron, long field, long fields) {
    Heap heap = rt.heap();
    boolean isWeak = Value.isBlock(ephemeron) && heap.tag(ephemeron) == Tag.ABSTRACT;
    if (!isWeak || field < DATA || fields < 0 || field + fields > heap.sizeWords(ephemeron)) {
      throw new Fault(Fault.Kind.MEMORY, "", "a weak array or ephemeron has no field " + field + ", at " + rt.siteName());
    }
    return (int) field;
  }

  private static long word(Runtime rt, long ephemeron, long field) {
    return rt.heap().ephemerons().get(ephemeron, checked(rt, ephemeron, field, 1));
  }

  private static long set(Runtime rt, long ephemeron, long field, long word) {
    rt.heap().ephemerons().set(ephemeron, checked(rt, ephemeron, field, 1), word);
    return Value.UNIT;
  }

  private static long setOption(Runtime rt, long ephemeron, long index, long option) {
    return set(rt, ephemeron, key(index), Value.isInt(option) ? EMPTY : rt.heap().field(option, 0));
  }

  private static long check(Runtime rt, long ephemeron, long field) {
    return Value.ofBoolean(word(rt, ephemeron, field) != EMPTY);
  }

  /** None for an empty field, else Some of its value. */
  private static long option(Runtime rt, long word) {
    return word == EMPTY ? Value.UNIT : Boxed.tuple(rt.heap(), word);
  }

  /** A copy that keeps nothing alive; custom blocks are not copied, nor what is no block (weak.c). */
  private static long copy(Heap heap, long word) {
    if (word == EMPTY || !Value.isBlock(word) || heap.tag(word) == Tag.CUSTOM) {
      return word;
    }
    long distance = heap.tag(word) == Tag.INFIX ? 8L * heap.sizeWords(word) : 0;
    long block = word - distance;
    return Obj.copy(heap, block, heap.tag(block)) + distance;
  }

  private static long blitKeys(Runtime rt, long from, long fromIndex, long to, long toIndex, long lengthWord) {
    long length = Value.longOf(lengthWord);
    if (length == 0) {
      return Value.UNIT;
    }
    int source = checked(rt, from, key(fromIndex), length);
    int target = checked(rt, to, key(toIndex), length);
    Ephemerons ephemerons = rt.heap().ephemerons();
    for (int i = 0; i < length; i++) {
      // Within one array the direction matters when the parts overlap.
      int at = source < target ? (int) length - 1 - i : i;
      ephemerons.set(to, target + at, ephemerons.get(from, source + at));
    }
    return Value.UNIT;
  }
}
