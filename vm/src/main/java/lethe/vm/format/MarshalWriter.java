package lethe.vm.format;

import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.IdentityHashMap;

/** Marshals a {@link Datum} to the very bytes that 4.13's extern.c gives for it. */
public final class MarshalWriter {
  private static final long INT32_RANGE = 1L << 30;
  private static final long SMALL_LIMIT = 1L << 32;

  private record Open(Datum.Block block, int next) {}

  private final boolean sharing;
  private final ByteSink out = new ByteSink();
  private final IdentityHashMap<Datum, Integer> numbers = new IdentityHashMap<>();
  private final ArrayDeque<Open> open = new ArrayDeque<>();
  private long size32Words;
  private long size64Words;

  private MarshalWriter(boolean sharing) {
    this.sharing = sharing;
  }

  /** Header and data of one value; shared nodes are written once. */
  public static byte[] write(Datum value) {
    return new MarshalWriter(true).run(value);
  }

  /** As with flag No_sharing, for a tree: a node that is met twice is written twice, and no objects are counted. */
  public static byte[] writeTree(Datum value) {
    return new MarshalWriter(false).run(value);
  }

  private byte[] run(Datum value) {
    item(value);
    while (!open.isEmpty()) {
      Open top = open.pop();
      if (top.next + 1 < top.block.sizeWords()) {
        open.push(new Open(top.block, top.next + 1));
      }
      item(top.block.field(top.next));
    }
    ByteSink result = new ByteSink();
    int length = out.size();
    if (size32Words < SMALL_LIMIT && size64Words < SMALL_LIMIT) {
      result.bigEndian(MarshalReader.SMALL_MAGIC, 4);
      result.bigEndian(length, 4);
      result.bigEndian(numbers.size(), 4);
      result.bigEndian(size32Words, 4);
      result.bigEndian(size64Words, 4);
    } else {
      result.bigEndian(MarshalReader.BIG_MAGIC, 4);
      result.bigEndian(0, 4);
      result.bigEndian(length, 8);
      result.bigEndian(numbers.size(), 8);
      result.bigEndian(size64Words, 8);
    }
    result.bytes(out.toBytes());
    return result.toBytes();
  }

  private void item(Datum value) {
    if (value instanceof Datum.Int n) {
      integer(n.value());
      return;
    }
    if (value instanceof Datum.Block atom && atom.sizeWords() == 0) {
      header(atom.tag(), 0);
      return;
    }
    if (value instanceof Datum.CodePointer p) {
      out.u8(0x10);
      out.bigEndian(p.offsetBytes(), 4);
      out.bytes(HexFormat.of().parseHex(p.digest()));
      return;
    }
    if (value instanceof Datum.Infix infix) {
      out.u8(0x11);
      out.bigEndian(infix.offsetBytes(), 4);
      item(infix.closure());
      return;
    }
    Integer number = numbers.get(value);
    if (number != null) {
      reference(numbers.size() - number);
      return;
    }
    if (sharing) {
      numbers.put(value, numbers.size());
    }
    if (value instanceof Datum.Block block) {
      header(block.tag(), block.sizeWords());
      count(1L + block.sizeWords(), 1L + block.sizeWords());
      open.push(new Open(block, 0));
    } else if (value instanceof Datum.Str string) {
      string(string.bytes());
    } else if (value instanceof Datum.Dbl dbl) {
      out.u8(0x0C);
      out.littleEndian(dbl.rawBits(), 8);
      count(1 + 2, 1 + 1);
    } else if (value instanceof Datum.DblArray array) {
      doubles(array.rawBits());
    } else if (value instanceof Datum.Custom custom) {
      custom(custom);
    } else if (value instanceof Datum.Serialized other) {
      out.u8(0x18);
      out.text(other.id());
      out.u8(0);
      out.bigEndian(other.size32Bytes(), 4);
      out.bigEndian(other.size64Bytes(), 8);
      out.bytes(other.bytes());
      count(2 + (other.size32Bytes() + 3) / 4, 2 + (other.size64Bytes() + 7) / 8);
    } else {
      throw new IllegalArgumentException("a block with a field that was never set");
    }
  }

  private void count(long words32, long words64) {
    size32Words += words32;
    size64Words += words64;
  }

  private void integer(long n) {
    if (n >= 0 && n < 0x40) {
      out.u8(0x40 + (int) n);
    } else if (n == (byte) n) {
      out.u8(0x00);
      out.bigEndian(n, 1);
    } else if (n == (short) n) {
      out.u8(0x01);
      out.bigEndian(n, 2);
    } else if (n >= -INT32_RANGE && n < INT32_RANGE) {
      out.u8(0x02);
      out.bigEndian(n, 4);
    } else {
      out.u8(0x03);
      out.bigEndian(n, 8);
    }
  }

  private void reference(int back) {
    if (back < 0x100) {
      out.u8(0x04);
      out.bigEndian(back, 1);
    } else if (back < 0x10000) {
      out.u8(0x05);
      out.bigEndian(back, 2);
    } else {
      out.u8(0x06);
      out.bigEndian(back, 4);
    }
  }

  private void header(int tag, int sizeWords) {
    long header = (long) sizeWords << 10 | tag;
    if (tag < 16 && sizeWords < 8) {
      out.u8(0x80 + tag + (sizeWords << 4));
    } else if (header < SMALL_LIMIT) {
      out.u8(0x08);
      out.bigEndian(header, 4);
    } else {
      out.u8(0x13);
      out.bigEndian(header, 8);
    }
  }

  private void string(byte[] bytes) {
    int length = bytes.length;
    if (length < 0x20) {
      out.u8(0x20 + length);
    } else if (length < 0x100) {
      out.u8(0x09);
      out.u8(length);
    } else {
      out.u8(0x0A);
      out.bigEndian(length, 4);
    }
    out.bytes(bytes);
    count(1 + (length + 4L) / 4, 1 + (length + 8L) / 8);
  }

  private void doubles(long[] bits) {
    if (bits.length < 0x100) {
      out.u8(0x0E);
      out.u8(bits.length);
    } else {
      out.u8(0x07);
      out.bigEndian(bits.length, 4);
    }
    for (long element : bits) {
      out.littleEndian(element, 8);
    }
    count(1 + 2L * bits.length, 1 + bits.length);
  }

  private void custom(Datum.Custom custom) {
    out.u8(0x19);
    out.text(custom.kind().id());
    out.u8(0);
    long value = custom.value();
    switch (custom.kind()) {
      case INT32 -> {
        out.bigEndian(value, 4);
        count(2 + 1, 2 + 1);
      }
      case INT64 -> {
        out.bigEndian(value, 8);
        count(2 + 2, 2 + 1);
      }
      case NATIVEINT -> {
        boolean narrow = value == (int) value;
        out.u8(narrow ? 1 : 2);
        out.bigEndian(value, narrow ? 4 : 8);
        count(2 + 1, 2 + 1);
      }
    }
  }
}
