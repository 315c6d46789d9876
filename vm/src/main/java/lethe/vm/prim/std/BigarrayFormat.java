package lethe.vm.prim.std;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import lethe.vm.format.BigarrayExtent;
import lethe.vm.format.Datum;
import lethe.vm.heap.CustomKind;
import lethe.vm.marshal.CustomFormat;
import lethe.vm.marshal.CustomFormats;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;

/**
 * Big arrays in marshalled bytes (bigarray.c): number of dimensions, kind and layout, dimensions, elements in the order of memory,
 * all big-endian. OCaml's integers are written in four bytes each if all of them are integers of a 32-bit machine, too.
 */
final class BigarrayFormat implements CustomFormat {
  /** As much as any array's form has in front of its elements. */
  private static final int MOST_HEADER_BYTES = 8 + 10 * BigarrayBlock.MOST_DIMENSIONS + 1;

  private static final long MOST_INT_32 = 0x3FFF_FFFF;

  private BigarrayFormat() {}

  /** Makes big arrays marshallable on this machine, if they are not yet. */
  static void offer(Runtime rt) {
    CustomFormats formats = CustomFormats.of(rt); // a state is made while no other one is
    rt.state(BigarrayFormat.class, () -> {
      BigarrayFormat format = new BigarrayFormat();
      formats.add(CustomKind.BIGARRAY, BigarrayExtent.ID, format);
      return format;
    });
  }

  @Override
  public Datum write(Runtime rt, long block) {
    BigarrayBlock array = BigarrayBlock.of(rt, block);
    ByteBuffer out = ByteBuffer.allocate(MOST_HEADER_BYTES + array.sizeBytes());
    out.putInt(array.dimensionCount()).putInt(array.flags());
    for (long dimension : array.dimensions()) {
      if (dimension < BigarrayExtent.LONG_DIMENSION) {
        out.putShort((short) dimension);
      } else {
        out.putShort((short) BigarrayExtent.LONG_DIMENSION).putLong(dimension);
      }
    }
    writeElements(array.kind(), array.data(), out);
    byte[] bytes = new byte[out.flip().remaining()];
    out.get(bytes);
    int words = 4 + array.dimensionCount();
    return new Datum.Serialized(BigarrayExtent.ID, 4L * words, 8L * words, bytes);
  }

  private static void writeElements(BigarrayKind kind, ByteBuffer data, ByteBuffer out) {
    boolean narrow = kind.isMachineWide() && fitNarrow(kind, data);
    if (kind.isMachineWide()) {
      out.put((byte) (narrow ? 0 : 1));
    }
    for (int at = 0; at < data.capacity(); at += kind.numberBytes()) {
      switch (narrow ? Integer.BYTES : kind.numberBytes()) {
        case Byte.BYTES -> out.put(data.get(at));
        case Short.BYTES -> out.putShort(data.getShort(at));
        case Integer.BYTES -> out.putInt(data.getInt(at));
        default -> out.putLong(data.getLong(at));
      }
    }
  }

  /** OCaml's own lower bound for nativeints is 0x80000000 unsigned: none of them is narrow. */
  private static boolean fitNarrow(BigarrayKind kind, ByteBuffer data) {
    for (int at = 0; at < data.capacity(); at += kind.elementBytes) {
      long n = data.getLong(at);
      if (kind == BigarrayKind.NATIVE_INT || n > MOST_INT_32 || n < -1 - MOST_INT_32) {
        return false;
      }
    }
    return true;
  }

  @Override
  public long read(Runtime rt, Datum datum) {
    ByteBuffer in = ByteBuffer.wrap(((Datum.Serialized) datum).bytes()).order(ByteOrder.BIG_ENDIAN);
    long[] dimensions = new long[in.getInt()];
    int flags = in.getInt();
    for (int i = 0; i < dimensions.length; i++) {
      int dimension = Short.toUnsignedInt(in.getShort());
      dimensions[i] = dimension < BigarrayExtent.LONG_DIMENSION ? dimension : in.getLong();
    }
    BigarrayBlock array = BigarrayBlock.createNow(rt, flags, dimensions)
        .orElseThrow(() -> rt.raiseWithString(Predef.FAILURE, "input_value: out of memory for bigarray"));
    readElements(array.kind(), in, array.data());
    return array.block();
  }

  private static void readElements(BigarrayKind kind, ByteBuffer in, ByteBuffer data) {
    boolean narrow = kind.isMachineWide() && in.get() == 0;
    for (int at = 0; at < data.capacity(); at += kind.numberBytes()) {
      switch (kind.numberBytes()) {
        case Byte.BYTES -> data.put(at, in.get());
        case Short.BYTES -> data.putShort(at, in.getShort());
        case Integer.BYTES -> data.putInt(at, in.getInt());
        default -> data.putLong(at, narrow ? in.getInt() : in.getLong());
      }
    }
  }
}
