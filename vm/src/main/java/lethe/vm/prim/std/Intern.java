package lethe.vm.prim.std;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import lethe.vm.fault.InputError;
import lethe.vm.format.Datum;
import lethe.vm.format.MarshalReader;
import lethe.vm.heap.Heap;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Unmarshalling (intern.c): bytes are read as a tree with sharing, and that is built in the heap. */
final class Intern {
  private static final int SMALL_MAGIC = 0x8495A6BE;
  private static final int BIG_MAGIC = 0x8495A6BF;
  private static final int SMALL_HEADER_BYTES = 20;
  private static final int BIG_HEADER_BYTES = 32;

  /** A field to be filled; or, without a source, an object whose identity is to be renewed. */
  private record Pending(long block, int field, Datum source) {}

  private final Runtime rt;
  private final Heap heap;
  private final IdentityHashMap<Datum, Long> done = new IdentityHashMap<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  private Intern(Runtime rt) {
    this.rt = rt;
    this.heap = rt.heap();
  }

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_input_value", Intern::fromChannel),
        Primitive.of("caml_input_value_from_bytes", Intern::fromBytes),
        Primitive.of("caml_marshal_data_size", Intern::dataSize));
  }

  private static long fromChannel(Runtime rt, long channelWord) {
    InputChannel channel = Channels.input(rt, channelWord);
    byte[] start = read(rt, channel, SMALL_HEADER_BYTES);
    if (start.length == 0) {
      throw rt.raiseConstant(Predef.END_OF_FILE);
    }
    if (start.length < SMALL_HEADER_BYTES) {
      throw failure(rt, "input_value: truncated object");
    }
    long rest = restBytes(start);
    if (rest < 0) {
      throw failure(rt, "input_value: bad object");
    }
    if (isBig(start)) {
      start = join(start, read(rt, channel, BIG_HEADER_BYTES - SMALL_HEADER_BYTES));
      rest -= BIG_HEADER_BYTES - SMALL_HEADER_BYTES;
    }
    byte[] data = read(rt, channel, rest);
    if (data.length < rest) {
      throw failure(rt, "input_value: truncated object");
    }
    return new Intern(rt).unmarshal(join(start, data));
  }

  private static long fromBytes(Runtime rt, long bytes, long offset) {
    Heap heap = rt.heap();
    int from = Value.intOf(offset);
    byte[] all = heap.bytes(bytes, from, heap.byteLength(bytes) - from);
    long rest = restBytes(all);
    if (rest < 0) {
      throw failure(rt, "input_val_from_string: bad object");
    }
    if (SMALL_HEADER_BYTES + rest > all.length) {
      throw failure(rt, "input_val_from_string: bad length");
    }
    return new Intern(rt).unmarshal(all);
  }

  private static long dataSize(Runtime rt, long bytes, long offset) {
    Heap heap = rt.heap();
    int from = Value.intOf(offset);
    long rest = restBytes(heap.bytes(bytes, from, Math.min(BIG_HEADER_BYTES, heap.byteLength(bytes) - from)));
    if (rest < 0) {
      throw failure(rt, "Marshal.data_size: bad object");
    }
    return Value.ofLong(rest);
  }

  /** Bytes behind the first 20; negative if they are no header. */
  private static long restBytes(byte[] header) {
    ByteBuffer in = ByteBuffer.wrap(header);
    return switch (in.getInt(0)) {
      case SMALL_MAGIC -> Integer.toUnsignedLong(in.getInt(4));
      case BIG_MAGIC -> in.getLong(8) + BIG_HEADER_BYTES - SMALL_HEADER_BYTES;
      default -> -1;
    };
  }

  private static boolean isBig(byte[] header) {
    return ByteBuffer.wrap(header).getInt(0) == BIG_MAGIC;
  }

  /** That many bytes of a channel, fewer at the end of the file. */
  private static byte[] read(Runtime rt, InputChannel channel, long count) {
    byte[] bytes = new byte[0];
    while (bytes.length < count) {
      int wanted = (int) Math.min(count - bytes.length, Channel.BUFFER_BYTES);
      byte[] more = SysError.guard(rt, () -> channel.get(wanted));
      if (more.length == 0) {
        return bytes;
      }
      bytes = join(bytes, more);
    }
    return bytes;
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static OcamlException failure(Runtime rt, String message) {
    return rt.raiseWithString(Predef.FAILURE, message);
  }

  private long unmarshal(byte[] bytes) {
    Datum root;
    try {
      root = MarshalReader.read("input_value", bytes, 0).value();
    } catch (InputError e) {
      throw failure(rt, "input_value: ill-formed message");
    }
    long value = value(root);
    while (!pending.isEmpty()) {
      Pending p = pending.pop();
      if (p.source == null) {
        renewIdentity(p.block);
      } else {
        heap.init(p.block, p.field, value(p.source));
      }
    }
    return value;
  }

  /** Predefined exceptions have negative identities, which they keep. */
  private void renewIdentity(long object) {
    if (Value.longOf(heap.field(object, 1)) >= 0) {
      heap.init(object, 1, Value.ofLong(Oids.fresh(rt)));
    }
  }

  private long value(Datum datum) {
    if (datum instanceof Datum.Int n) {
      return Value.ofLong(n.value());
    }
    Long known = done.get(datum);
    if (known != null) {
      return known;
    }
    long made = block(datum);
    done.put(datum, made);
    return made;
  }

  private long block(Datum datum) {
    if (datum instanceof Datum.Str s) {
      return heap.string(s.bytes());
    }
    if (datum instanceof Datum.Dbl d) {
      return Boxed.ofBits(heap, d.rawBits());
    }
    if (datum instanceof Datum.DblArray a) {
      return doubles(a.rawBits());
    }
    if (datum instanceof Datum.Custom c) {
      return switch (c.kind()) {
        case INT32 -> Boxed.ofInt32(heap, (int) c.value());
        case INT64 -> Boxed.ofInt64(heap, c.value());
        case NATIVEINT -> Boxed.ofNativeint(heap, c.value());
      };
    }
    Datum.Block source = (Datum.Block) datum;
    int size = source.sizeWords();
    long block = heap.allocate(size, source.tag());
    for (int i = size - 1; i >= 0; i--) {
      if (i == 1 && source.tag() == Tag.OBJECT) {
        // Renewed as soon as the method table and the old identity have been read, before the other fields.
        pending.push(new Pending(block, 1, null));
      }
      pending.push(new Pending(block, i, source.field(i)));
    }
    return block;
  }

  private long doubles(long[] bits) {
    long block = heap.allocate(bits.length, bits.length == 0 ? 0 : Tag.DOUBLE_ARRAY);
    for (int i = 0; i < bits.length; i++) {
      heap.setWordAt(block, i, bits[i]);
    }
    return block;
  }
}
