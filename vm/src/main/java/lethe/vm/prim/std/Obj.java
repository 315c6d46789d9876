package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.heap.MethodTable;
import lethe.vm.prim.Oids;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Blocks as such, lazy values, object identities (obj.c). */
final class Obj {
  private static final int INT_TAG = 1000;
  private static final int OUT_OF_HEAP_TAG = 1001;

  private Obj() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_obj_tag", (rt, v) -> Value.ofLong(tag(rt.heap(), v))),
        Primitive.of("caml_obj_set_tag", Obj::setTag),
        Primitive.of("caml_obj_block", Obj::block),
        Primitive.of("caml_obj_dup", (rt, v) -> copy(rt.heap(), v, rt.heap().tag(v))),
        Primitive.of("caml_obj_with_tag", (rt, tag, v) -> copy(rt.heap(), v, Value.intOf(tag))),
        Primitive.of("caml_obj_truncate", Obj::truncate),
        Primitive.of("caml_obj_raw_field", Obj::rawField),
        Primitive.of("caml_obj_set_raw_field", Obj::setRawField),
        Primitive.of("caml_obj_make_forward", Obj::makeForward),
        Primitive.of("caml_lazy_make_forward", Obj::forward),
        Primitive.of("caml_obj_add_offset", Obj::addOffset),
        Primitive.of("caml_get_public_method", Obj::publicMethod),
        Primitive.of("caml_fresh_oo_id", (rt, unit) -> Value.ofLong(Oids.fresh(rt))),
        Primitive.of("caml_set_oo_id", Obj::setOid));
  }

  private static int tag(Heap heap, long v) {
    if (Value.isInt(v)) {
      return INT_TAG;
    }
    return Value.isBlock(v) ? heap.tag(v) : OUT_OF_HEAP_TAG;
  }

  private static long setTag(Runtime rt, long block, long tag) {
    rt.heap().setTag(block, Value.intOf(tag));
    return Value.UNIT;
  }

  private static long block(Runtime rt, long tagWord, long sizeWord) {
    Heap heap = rt.heap();
    int tag = Value.intOf(tagWord);
    if (tag == Tag.CUSTOM || (tag == Tag.STRING && Value.longOf(sizeWord) == 0)) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "Obj.new_block");
    }
    // As an unsigned number: a negative size is too large.
    if (Long.compareUnsigned(Value.longOf(sizeWord), Bounds.MOST_WORDS) > 0) {
      throw rt.raiseConstant(Predef.OUT_OF_MEMORY);
    }
    int size = Value.intOf(sizeWord);
    long block = heap.allocate(size, tag);
    if (tag == Tag.CLOSURE && size >= 2) {
      // The environment starts after the two words of a single function.
      heap.setWordAt(block, 1, Value.ofLong(2));
    }
    return block;
  }

  /** A copy of a block with another tag, or its own. */
  static long copy(Heap heap, long v, int tag) {
    int size = heap.sizeWords(v);
    if (size == 0) {
      return heap.atom(tag);
    }
    long block = heap.allocate(size, tag);
    for (int i = 0; i < size; i++) {
      if (tag >= Tag.NO_SCAN) {
        heap.setWordAt(block, i, heap.wordAt(v, i));
      } else {
        heap.init(block, i, heap.field(v, i));
      }
    }
    return block;
  }

  private static long truncate(Runtime rt, long block, long sizeWord) {
    Heap heap = rt.heap();
    long size = Value.longOf(sizeWord);
    if (size <= 0 || size > heap.sizeWords(block)) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "Obj.truncate");
    }
    if (size < heap.sizeWords(block)) {
      heap.truncate(block, (int) size);
    }
    return Value.UNIT;
  }

  /** The word as a number: a code address read so is one that no collector sees. */
  private static long rawField(Runtime rt, long block, long i) {
    return Boxed.ofNativeint(rt.heap(), rt.heap().wordAt(block, Value.intOf(i)));
  }

  private static long setRawField(Runtime rt, long block, long i, long bits) {
    Heap heap = rt.heap();
    long word = Boxed.longOf(heap, bits);
    if (heap.tag(block) < Tag.NO_SCAN) {
      heap.setField(block, Value.intOf(i), word);
    } else {
      heap.setWordAt(block, Value.intOf(i), word);
    }
    return Value.UNIT;
  }

  /** Turns a lazy block into one that points to its value. */
  private static long makeForward(Runtime rt, long block, long value) {
    rt.heap().setField(block, 0, value);
    rt.heap().setTag(block, Tag.FORWARD);
    return Value.UNIT;
  }

  private static long forward(Runtime rt, long value) {
    long block = rt.heap().allocate(1, Tag.FORWARD);
    rt.heap().init(block, 0, value);
    return block;
  }

  /** The address so many bytes (an int32) further, where a closure inside the same block of functions must start. */
  private static long addOffset(Runtime rt, long v, long offset) {
    Heap heap = rt.heap();
    long bytes = Boxed.longOf(heap, offset);
    if (bytes == 0) {
      return v;
    }
    if (Value.isBlock(v)) {
      long start = Alloc.whole(heap, v);
      long words = (v - start + bytes) / Long.BYTES;
      boolean inside = (bytes & 7) == 0 && words >= 0 && words < heap.sizeWords(start);
      boolean infix = inside && words > 0 && heap.tag(start) == Tag.CLOSURE
          && Header.withColor(heap.wordAt(start, (int) words - 1), 0) == Header.of((int) words, 0, Tag.INFIX);
      if (inside && (words == 0 || infix)) {
        return v + bytes;
      }
    }
    throw new Fault(
        Fault.Kind.MEMORY, "", "caml_obj_add_offset: no value starts " + bytes + " bytes further at " + rt.siteName());
  }

  private static long publicMethod(Runtime rt, long object, long tag) {
    Heap heap = rt.heap();
    long table = heap.field(object, 0);
    int found = MethodTable.find(heap, table, tag);
    if (heap.field(table, found) != tag) {
      // C answers with a null pointer.
      throw new Fault(
          Fault.Kind.MEMORY, "", "caml_get_public_method: no method of tag " + Value.longOf(tag) + " at " + rt.siteName());
    }
    return heap.field(table, found - 1);
  }

  private static long setOid(Runtime rt, long object) {
    rt.heap().setField(object, 1, Value.ofLong(Oids.fresh(rt)));
    return object;
  }
}
