package lethe.vm.prim.std;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import lethe.vm.fault.InputError;
import lethe.vm.format.Datum;
import lethe.vm.format.MarshalReader;
import lethe.vm.heap.Heap;
import lethe.vm.marshal.Unmarshaller;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Unmarshalling (intern.c): where the bytes come from and what is wrong with them. */
final class Intern {
  private static final int SMALL_MAGIC = 0x8495A6BE;
  private static final int BIG_MAGIC = 0x8495A6BF;
  private static final int SMALL_HEADER_BYTES = 20;
  private static final int BIG_HEADER_BYTES = 32;

  /** In one Java array. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

  private Intern() {}

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
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(start);
    if (start.length == SMALL_HEADER_BYTES && isBig(start)) {
      message.writeBytes(read(rt, channel, BIG_HEADER_BYTES - SMALL_HEADER_BYTES));
    }
    byte[] header = message.toByteArray();
    if (header.length < SMALL_HEADER_BYTES || (isBig(header) && header.length < BIG_HEADER_BYTES)) {
      throw failure(rt, "input_value: truncated object");
    }
    long length = messageBytes(rt, header, "input_value: bad object") - header.length;
    if (length < 0 || length > MOST_BYTES) {
      throw rt.raiseConstant(Predef.OUT_OF_MEMORY);
    }
    byte[] data = read(rt, channel, length);
    if (data.length < length) {
      throw failure(rt, "input_value: truncated object");
    }
    message.writeBytes(data);
    return unmarshal(rt, message.toByteArray());
  }

  private static long fromBytes(Runtime rt, long bytes, long offset) {
    Heap heap = rt.heap();
    int from = Value.intOf(offset);
    byte[] all = heap.bytes(bytes, from, heap.byteLength(bytes) - from);
    long length = messageBytes(rt, all, "input_val_from_string: bad object");
    if (length < 0 || length > all.length) {
      throw failure(rt, "input_val_from_string: bad length");
    }
    return unmarshal(rt, all);
  }

  /** Bytes behind the first 20. */
  private static long dataSize(Runtime rt, long bytes, long offset) {
    Heap heap = rt.heap();
    int from = Value.intOf(offset);
    byte[] header = heap.bytes(bytes, from, Math.min(BIG_HEADER_BYTES, heap.byteLength(bytes) - from));
    return Value.ofLong(messageBytes(rt, header, "Marshal.data_size: bad object") - SMALL_HEADER_BYTES);
  }

  /** Bytes of header and data; of a big header only the length is read, so the rest of it may be missing. */
  private static long messageBytes(Runtime rt, byte[] header, String otherwise) {
    ByteBuffer in = ByteBuffer.wrap(header);
    int magic = header.length < 16 ? 0 : in.getInt(0);
    return switch (magic) {
      case SMALL_MAGIC -> SMALL_HEADER_BYTES + Integer.toUnsignedLong(in.getInt(4));
      case BIG_MAGIC -> BIG_HEADER_BYTES + in.getLong(8);
      default -> throw failure(rt, otherwise);
    };
  }

  private static boolean isBig(byte[] header) {
    return ByteBuffer.wrap(header).getInt(0) == BIG_MAGIC;
  }

  /** That many bytes of a channel, fewer at the end of the file; room is made as they come. */
  private static byte[] read(Runtime rt, InputChannel channel, long count) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (bytes.size() < count) {
      int wanted = (int) Math.min(count - bytes.size(), Channel.BUFFER_BYTES);
      byte[] more = SysError.guard(rt, () -> channel.get(wanted));
      if (more.length == 0) {
        break;
      }
      bytes.writeBytes(more);
    }
    return bytes.toByteArray();
  }

  private static OcamlException failure(Runtime rt, String message) {
    return rt.raiseWithString(Predef.FAILURE, message);
  }

  private static long unmarshal(Runtime rt, byte[] bytes) {
    Datum root;
    try {
      root = MarshalReader.read("input_value", bytes, 0).value();
    } catch (MarshalReader.UnknownCustom e) {
      throw failure(rt, "input_value: unknown custom block identifier");
    } catch (InputError e) {
      throw failure(rt, "input_value: ill-formed message");
    }
    BigarrayFormat.offer(rt);
    return Memprof.marshalled(rt, () -> new Unmarshaller(rt).value(root));
  }
}
