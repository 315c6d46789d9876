package lethe.vm.prim.std;

import java.nio.ByteBuffer;
import lethe.vm.heap.Heap;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** What the elements of a big array are, in the order of OCaml's type Bigarray.kind (caml/bigarray.h). */
enum BigarrayKind {
  FLOAT32(4),
  FLOAT64(8),
  SINT8(1),
  UINT8(1),
  SINT16(2),
  UINT16(2),
  INT32(4),
  INT64(8),
  CAML_INT(8),
  NATIVE_INT(8),
  COMPLEX32(8),
  COMPLEX64(16),
  CHAR(1);

  private static final BigarrayKind[] KINDS = values();

  final int elementBytes;

  BigarrayKind(int elementBytes) {
    this.elementBytes = elementBytes;
  }

  static BigarrayKind of(int number) {
    return KINDS[number];
  }

  @SuppressWarnings("EnumOrdinal") // the order of declaration is that of the constructors
  int number() {
    return ordinal();
  }

  boolean isReal() {
    return this == FLOAT32 || this == FLOAT64 || this == COMPLEX32 || this == COMPLEX64;
  }

  /** Are its numbers as wide as the machine's words? */
  boolean isMachineWide() {
    return this == CAML_INT || this == NATIVE_INT;
  }

  /** Bytes of one number: the two parts of a complex one are numbers of their own. */
  int numberBytes() {
    return this == COMPLEX32 || this == COMPLEX64 ? elementBytes / 2 : elementBytes;
  }

  /** The bits, as of a float of 64 bits, of the number at a byte offset, for kinds whose numbers are real. */
  long realBits(ByteBuffer data, int at) {
    return numberBytes() == Float.BYTES ? Singles.widen(data.getInt(at)) : data.getLong(at);
  }

  /** The number at a byte offset, for kinds whose numbers are whole. */
  long whole(ByteBuffer data, int at) {
    return switch (this) {
      case SINT8 -> data.get(at);
      case UINT8, CHAR -> Byte.toUnsignedLong(data.get(at));
      case SINT16 -> data.getShort(at);
      case UINT16 -> Short.toUnsignedLong(data.getShort(at));
      case INT32 -> data.getInt(at);
      default -> data.getLong(at);
    };
  }

  /** The OCaml value of the element at a byte offset. */
  long get(Heap heap, ByteBuffer data, int at) {
    return switch (this) {
      case FLOAT32, FLOAT64 -> Boxed.ofBits(heap, realBits(data, at));
      case COMPLEX32, COMPLEX64 -> {
        long pair = heap.allocate(2, Tag.DOUBLE_ARRAY);
        heap.setWordAt(pair, 0, realBits(data, at));
        heap.setWordAt(pair, 1, realBits(data, at + numberBytes()));
        yield pair;
      }
      case INT32 -> Boxed.ofInt32(heap, data.getInt(at));
      case INT64 -> Boxed.ofInt64(heap, data.getLong(at));
      case NATIVE_INT -> Boxed.ofNativeint(heap, data.getLong(at));
      default -> Value.ofLong(whole(data, at));
    };
  }

  /** Stores an OCaml value as the element at a byte offset; what is too wide is cut. */
  void set(Heap heap, ByteBuffer data, int at, long v) {
    switch (this) {
      case FLOAT32, FLOAT64 -> setReal(data, at, heap.wordAt(v, 0));
      case COMPLEX32, COMPLEX64 -> {
        setReal(data, at, heap.wordAt(v, 0));
        setReal(data, at + numberBytes(), heap.wordAt(v, 1));
      }
      case SINT8, UINT8, CHAR -> data.put(at, (byte) Value.longOf(v));
      case SINT16, UINT16 -> data.putShort(at, (short) Value.longOf(v));
      case INT32 -> data.putInt(at, (int) Boxed.longOf(heap, v));
      case INT64, NATIVE_INT -> data.putLong(at, Boxed.longOf(heap, v));
      case CAML_INT -> data.putLong(at, Value.longOf(v));
    }
  }

  private void setReal(ByteBuffer data, int at, long bits) {
    if (numberBytes() == Float.BYTES) {
      data.putInt(at, Singles.narrow(bits));
    } else {
      data.putLong(at, bits);
    }
  }
}
