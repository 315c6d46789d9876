package lethe.vm.format;

/**
 * An OCaml value outside any heap, as marshalled: a tree whose nodes have identity, so that sharing and cycles are
 * kept. Compare with {@code ==}; printing or walking one must reckon with cycles and depth.
 */
public sealed interface Datum {
  /** The integer 0; integers have no identity in OCaml. */
  Int ZERO = new Int(0);

  /** An immediate integer, 63 bits. */
  record Int(long value) implements Datum {}

  /** A block of values; without fields it is an atom. The fields may be replaced. */
  final class Block implements Datum {
    private final int tag;
    private final Datum[] fields;

    /** Keeps the array: it is the block's fields from now on. */
    public Block(int tag, Datum... fields) {
      this.tag = tag;
      this.fields = fields;
    }

    public int tag() {
      return tag;
    }

    public int sizeWords() {
      return fields.length;
    }

    public Datum field(int i) {
      return fields[i];
    }

    public void setField(int i, Datum value) {
      fields[i] = value;
    }
  }

  /** A string: bytes without the padding. */
  final class Str implements Datum {
    private final byte[] bytes;

    /** Keeps the array. */
    public Str(byte[] bytes) {
      this.bytes = bytes;
    }

    /** One byte per character of the Latin-1 text. */
    public static Str of(String text) {
      return new Str(Latin1.bytes(text));
    }

    /** The bytes themselves, no copy. */
    public byte[] bytes() {
      return bytes;
    }

    /** One character per byte. */
    public String text() {
      return Latin1.text(bytes);
    }
  }

  /** A boxed float, as raw bits so that no NaN is changed. */
  final class Dbl implements Datum {
    private final long rawBits;

    public Dbl(long rawBits) {
      this.rawBits = rawBits;
    }

    public long rawBits() {
      return rawBits;
    }
  }

  /** A flat array of floats, as raw bits. */
  final class DblArray implements Datum {
    private final long[] rawBits;

    /** Keeps the array. */
    public DblArray(long... rawBits) {
      this.rawBits = rawBits;
    }

    /** The elements themselves, no copy. */
    public long[] rawBits() {
      return rawBits;
    }
  }

  /** An int32, int64 or nativeint. */
  final class Custom implements Datum {
    /** The three kinds, with what marshalling calls them. */
    public enum Kind {
      INT32("_i"),
      INT64("_j"),
      NATIVEINT("_n");

      private final String id;

      Kind(String id) {
        this.id = id;
      }

      public String id() {
        return id;
      }
    }

    private final Kind kind;
    private final long value;

    public Custom(Kind kind, long value) {
      this.kind = kind;
      this.value = value;
    }

    public Kind kind() {
      return kind;
    }

    public long value() {
      return value;
    }
  }

  /**
   * A custom block of another kind, as its kind writes it (custom.h).
   *
   * @param id what marshalling calls the kind
   * @param size32Bytes of its data in memory on a 32-bit machine
   * @param size64Bytes of its data in memory on a 64-bit machine
   * @param bytes what the kind's serialize wrote
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity alone, as every datum
  record Serialized(String id, long size32Bytes, long size64Bytes, byte[] bytes) implements Datum {}

  /**
   * A code address in a closure.
   *
   * @param digest of the code it lies in, 32 upper-case hexadecimal digits
   */
  record CodePointer(String digest, long offsetBytes) implements Datum {}

  /** A function of a closure block other than its first. */
  record Infix(Block closure, long offsetBytes) implements Datum {}
}
