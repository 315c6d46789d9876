package lethe.vm.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import lethe.vm.fault.InputError;
import lethe.vm.value.Tag;

/**
 * Reads one marshalled value as a {@link Datum} (format of 4.13's extern.c and intern.c). Object ids stay as they are, and code
 * pointers are not resolved.
 */
public final class MarshalReader {
  static final long SMALL_MAGIC = 0x8495A6BEL;
  static final long BIG_MAGIC = 0x8495A6BFL;

  // Of a custom value: what is longer is no identifier.
  private static final int LONGEST_IDENTIFIER = 16;

  /** A custom block whose identifier nobody knows: nobody knows then where it ends. */
  public static final class UnknownCustom extends InputError {
    UnknownCustom(InputError e) {
      super(e.where(), e.expected(), e.found());
    }
  }

  /** A value, and the position of the byte behind it. */
  public record Result(Datum value, int end) {}

  // A block whose fields are being read.
  private static final class Open {
    private final Datum.Block block;
    private int next;

    Open(Datum.Block block) {
      this.block = block;
    }
  }

  private final ByteCursor in;
  private final ArrayDeque<Open> open = new ArrayDeque<>();
  private final List<Datum> objects = new ArrayList<>();
  // Fields announced and not yet read, one byte each at least: forged sizes cannot add up to more than there is.
  private long announced;

  private MarshalReader(ByteCursor in) {
    this.in = in;
  }

  /** Reads the value that starts at a position. */
  public static Result read(String file, byte[] bytes, int position) {
    ByteCursor header = new ByteCursor(file, bytes, position, bytes.length);
    long length = dataLength(header);
    header.need(length, "marshalled data");
    int start = header.position();
    int end = start + (int) length;
    ByteCursor data = new ByteCursor(file, bytes, start, end);
    Datum value = new MarshalReader(data).run();
    if (data.remaining() != 0) {
      throw data.error("the end of a marshalled value", data.remaining() + " bytes more");
    }
    return new Result(value, end);
  }

  /** Passes over one marshalled value by the length in its header. */
  static void skip(ByteCursor in) {
    long length = dataLength(in);
    in.need(length, "marshalled data");
    in.seek(in.position() + length, "marshalled data");
  }

  private static long dataLength(ByteCursor in) {
    int at = in.position();
    long magic = in.bigEndian(4, "marshal magic");
    long length;
    if (magic == SMALL_MAGIC) {
      length = in.bigEndian(4, "marshal header");
      in.bytes(12, "marshal header");
    } else if (magic == BIG_MAGIC) {
      in.bytes(4, "marshal header");
      length = in.bigEndian(8, "marshal header");
      in.bytes(16, "marshal header");
    } else {
      throw in.errorAt(at, "marshal magic 8495a6be or 8495a6bf", Long.toHexString(magic));
    }
    return length;
  }

  private Datum run() {
    Datum root = item();
    while (!open.isEmpty()) {
      Open top = open.peek();
      if (top.next == top.block.sizeWords()) {
        open.pop();
        continue;
      }
      announced--;
      int field = top.next++;
      top.block.setField(field, item());
    }
    return root;
  }

  private Datum item() {
    int at = in.position();
    int code = in.u8("a marshalled value");
    if (code >= 0x80) {
      return block(code & 0xF, code >> 4 & 7);
    }
    if (code >= 0x40) {
      return new Datum.Int(code & 0x3F);
    }
    if (code >= 0x20) {
      return string(code & 0x1F);
    }
    return switch (code) {
      case 0x00 -> new Datum.Int((byte) in.u8("an integer"));
      case 0x01 -> new Datum.Int((short) in.bigEndian(2, "an integer"));
      case 0x02 -> new Datum.Int((int) in.bigEndian(4, "an integer"));
      case 0x03 -> new Datum.Int(in.bigEndian(8, "an integer"));
      case 0x04 -> shared(at, in.u8("a reference"));
      case 0x05 -> shared(at, in.bigEndian(2, "a reference"));
      case 0x06 -> shared(at, in.bigEndian(4, "a reference"));
      case 0x14 -> shared(at, in.bigEndian(8, "a reference"));
      case 0x08 -> blockOfHeader(in.bigEndian(4, "a header"));
      case 0x13 -> blockOfHeader(in.bigEndian(8, "a header"));
      case 0x09 -> string(in.u8("a length"));
      case 0x0A -> string(in.bigEndian(4, "a length"));
      case 0x15 -> string(in.bigEndian(8, "a length"));
      case 0x0B -> record(new Datum.Dbl(in.bigEndian(8, "a float")));
      case 0x0C -> record(new Datum.Dbl(in.littleEndian(8, "a float")));
      case 0x0D -> doubles(in.u8("a length"), true);
      case 0x0E -> doubles(in.u8("a length"), false);
      case 0x0F -> doubles(in.bigEndian(4, "a length"), true);
      case 0x07 -> doubles(in.bigEndian(4, "a length"), false);
      case 0x16 -> doubles(in.bigEndian(8, "a length"), true);
      case 0x17 -> doubles(in.bigEndian(8, "a length"), false);
      case 0x10 -> codePointer();
      case 0x11 -> infix(at);
      case 0x12, 0x18, 0x19 -> custom(at, code);
      default -> throw in.errorAt(at, "a marshalled value", "the code 0x" + Integer.toHexString(code));
    };
  }

  private Datum record(Datum object) {
    objects.add(object);
    return object;
  }

  private Datum shared(int at, long back) {
    if (back < 1 || back > objects.size()) {
      throw in.errorAt(at, "a reference to one of " + objects.size() + " objects read", back + " objects back");
    }
    return objects.get(objects.size() - (int) back);
  }

  private Datum blockOfHeader(long header) {
    return block((int) (header & 0xFF), header >>> 10);
  }

  private Datum block(int tag, long sizeWords) {
    if (sizeWords == 0) {
      return new Datum.Block(tag);
    }
    if (tag >= Tag.NO_SCAN || tag == Tag.INFIX) {
      throw in.error("a block of values", "tag " + tag);
    }
    if (sizeWords > in.remaining() - announced) {
      throw in.error("a block of " + sizeWords + " fields", "only " + in.remaining() + " bytes");
    }
    announced += sizeWords;
    Datum.Block block = new Datum.Block(tag, new Datum[(int) sizeWords]);
    record(block);
    open.push(new Open(block));
    return block;
  }

  private Datum string(long length) {
    return record(new Datum.Str(in.bytes(length, "a string")));
  }

  private Datum doubles(long count, boolean bigEndian) {
    if (count < 0 || count > in.remaining() / 8) {
      throw in.error("an array of " + Long.toUnsignedString(count) + " floats", "only " + in.remaining() + " bytes");
    }
    long[] bits = new long[(int) count];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = bigEndian ? in.bigEndian(8, "a float") : in.littleEndian(8, "a float");
    }
    return record(new Datum.DblArray(bits));
  }

  private Datum codePointer() {
    long offset = in.bigEndian(4, "a code offset");
    String digest = HexFormat.of().withUpperCase().formatHex(in.bytes(16, "a digest of code"));
    return new Datum.CodePointer(digest, offset);
  }

  /** The closure follows; its own fields are read later, so this does not nest. */
  private Datum infix(int at) {
    long offset = in.bigEndian(4, "an offset in a closure");
    int behind = in.position();
    boolean nested = in.u8("a closure") == 0x11;
    in.seek(behind, "a closure");
    if (!nested && item() instanceof Datum.Block closure && closure.tag() == Tag.CLOSURE) {
      return new Datum.Infix(closure, offset);
    }
    throw in.errorAt(at, "a closure behind the offset of one of its functions", "something else");
  }

  private Datum custom(int at, int code) {
    StringBuilder text = new StringBuilder();
    for (int c = in.u8("a custom identifier"); c != 0; c = in.u8("a custom identifier")) {
      text.append((char) c);
      if (text.length() > LONGEST_IDENTIFIER) {
        throw new UnknownCustom(in.errorAt(at, "a custom value that is known", Printable.quoted(text.toString())));
      }
    }
    String id = text.toString();
    long size32 = 0;
    long size64 = 0;
    if (code == 0x18) {
      size32 = in.bigEndian(4, "custom sizes");
      size64 = in.bigEndian(8, "custom sizes");
    }
    return record(switch (id) {
      case "_i" -> new Datum.Custom(Datum.Custom.Kind.INT32, (int) in.bigEndian(4, "an int32"));
      case "_j" -> new Datum.Custom(Datum.Custom.Kind.INT64, in.bigEndian(8, "an int64"));
      case "_n" -> new Datum.Custom(Datum.Custom.Kind.NATIVEINT, nativeint());
      case BigarrayExtent.ID -> {
        byte[] bytes = in.bytes(BigarrayExtent.lengthBytes(in), "a big array");
        yield new Datum.Serialized(id, size32, size64, bytes);
      }
      default -> throw new UnknownCustom(in.errorAt(at, "a custom value that is known", Printable.quoted(id)));
    });
  }

  private long nativeint() {
    int at = in.position();
    int width = in.u8("a nativeint");
    return switch (width) {
      case 1 -> (int) in.bigEndian(4, "a nativeint");
      case 2 -> in.bigEndian(8, "a nativeint");
      default -> throw in.errorAt(at, "nativeint width 1 or 2", Integer.toString(width));
    };
  }
}
