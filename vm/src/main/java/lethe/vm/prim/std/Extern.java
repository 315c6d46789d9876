package lethe.vm.prim.std;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lethe.vm.fault.Fault;
import lethe.vm.format.Datum;
import lethe.vm.format.MarshalWriter;
import lethe.vm.heap.Heap;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Marshalling (extern.c): a value is taken out of the heap as a tree with sharing, and that is written. */
final class Extern {
  /** Constructors of Marshal.extern_flags. */
  private static final long NO_SHARING = Value.ofLong(0);

  private static final long CLOSURES = Value.ofLong(1);

  /** Where the small header has the number of objects, in bytes. */
  private static final int OBJECT_COUNT = 8;

  /** A field of a tree that is still to be filled. */
  private record Pending(Datum.Block block, int field, long value) {}

  private final Runtime rt;
  private final Heap heap;
  private final boolean sharing;
  private final boolean closures;
  private final Map<Long, Datum> done = new HashMap<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  private Extern(Runtime rt, long flags) {
    this.rt = rt;
    this.heap = rt.heap();
    this.sharing = !contains(flags, NO_SHARING);
    this.closures = contains(flags, CLOSURES);
  }

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_output_value", Extern::toChannel),
        Primitive.of("caml_output_value_to_bytes", Extern::toString),
        Primitive.of("caml_output_value_to_string", Extern::toString),
        Primitive.of("caml_output_value_to_buffer", Extern::toBuffer));
  }

  private static long toChannel(Runtime rt, long channel, long v, long flags) {
    byte[] bytes = new Extern(rt, flags).marshal(v);
    return SysError.guard(
        rt,
        () -> {
          Channels.output(rt, channel).put(bytes);
          return Value.UNIT;
        });
  }

  private static long toString(Runtime rt, long v, long flags) {
    return rt.heap().string(new Extern(rt, flags).marshal(v));
  }

  /** The number of bytes written. */
  private static long toBuffer(Runtime rt, long buffer, long offset, long length, long v, long flags) {
    byte[] bytes = new Extern(rt, flags).marshal(v);
    if (bytes.length > Value.longOf(length)) {
      throw rt.raiseWithString(Predef.FAILURE, "Marshal.to_buffer: buffer overflow");
    }
    for (int i = 0; i < bytes.length; i++) {
      rt.heap().setByteAt(buffer, Value.intOf(offset) + i, bytes[i]);
    }
    return Value.ofLong(bytes.length);
  }

  private boolean contains(long list, long flag) {
    for (long cell = list; Value.isBlock(cell); cell = heap.field(cell, 1)) {
      if (heap.field(cell, 0) == flag) {
        return true;
      }
    }
    return false;
  }

  private byte[] marshal(long v) {
    Datum root = datum(v);
    while (!pending.isEmpty()) {
      Pending p = pending.pop();
      p.block.setField(p.field, datum(p.value));
    }
    byte[] bytes = MarshalWriter.write(root);
    if (!sharing) {
      // Nothing refers back, and the reader needs no table.
      Arrays.fill(bytes, OBJECT_COUNT, OBJECT_COUNT + Integer.BYTES, (byte) 0);
    }
    return bytes;
  }

  private Datum datum(long word) {
    long v = withoutForward(word);
    if (Value.isInt(v)) {
      return new Datum.Int(Value.longOf(v));
    }
    if (!Value.isBlock(v)) {
      throw functional();
    }
    Datum known = done.get(v);
    if (known != null) {
      return known;
    }
    Datum made = ofBlock(v);
    if (sharing) {
      done.put(v, made);
    }
    return made;
  }

  /** What a forced lazy value stands for, unless that would be taken for a lazy value itself. */
  private long withoutForward(long word) {
    if (!Value.isBlock(word) || heap.tag(word) != Tag.FORWARD) {
      return word;
    }
    long target = heap.field(word, 0);
    if (Value.isBlock(target)) {
      int tag = heap.tag(target);
      return tag == Tag.FORWARD || tag == Tag.LAZY || tag == Tag.DOUBLE ? word : target;
    }
    return target;
  }

  private Datum ofBlock(long v) {
    int size = heap.sizeWords(v);
    int tag = heap.tag(v);
    return switch (tag) {
      case Tag.STRING -> new Datum.Str(heap.bytes(v));
      case Tag.DOUBLE -> new Datum.Dbl(Boxed.bitsOf(heap, v));
      case Tag.DOUBLE_ARRAY -> {
        long[] bits = new long[size];
        Arrays.setAll(bits, i -> heap.wordAt(v, i));
        yield new Datum.DblArray(bits);
      }
      case Tag.CUSTOM -> new Datum.Custom(kind(v), Boxed.longOf(heap, v));
      case Tag.ABSTRACT -> throw refused("output_value: abstract value (Abstract)");
      case Tag.CLOSURE, Tag.INFIX -> throw functional();
      default -> {
        Datum.Block block = new Datum.Block(tag, new Datum[size]);
        for (int i = size - 1; i >= 0; i--) {
          pending.push(new Pending(block, i, heap.field(v, i)));
        }
        yield block;
      }
    };
  }

  private Datum.Custom.Kind kind(long v) {
    return switch (Boxed.kindOf(heap, v)) {
      case INT32 -> Datum.Custom.Kind.INT32;
      case INT64 -> Datum.Custom.Kind.INT64;
      case NATIVEINT -> Datum.Custom.Kind.NATIVEINT;
      default -> throw refused("output_value: abstract value (Custom)");
    };
  }

  private RuntimeException functional() {
    return closures
        ? new Fault(Fault.Kind.MISSING_PRIMITIVE, "", "caml_output_value of a closure called at " + rt.siteName())
        : refused("output_value: functional value");
  }

  private OcamlException refused(String message) {
    return rt.raiseWithString(Predef.INVALID_ARGUMENT, message);
  }
}
