package lethe.vm.prim.std;

import java.util.Arrays;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.marshal.Marshaller;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Marshalling (extern.c): its flags and where the bytes go. */
final class Extern {
  /** Constructors of Marshal.extern_flags. */
  private static final long NO_SHARING = Value.ofLong(0);

  private static final long CLOSURES = Value.ofLong(1);

  private static final long COMPAT_32 = Value.ofLong(2);

  private Extern() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_output_value", Extern::toChannel),
        Primitive.of("caml_output_value_to_bytes", Extern::toString),
        Primitive.of("caml_output_value_to_string", Extern::toString),
        Primitive.of("caml_output_value_to_buffer", Extern::toBuffer));
  }

  private static long toChannel(Runtime rt, long channel, long v, long flags) {
    byte[] bytes = marshal(rt, v, flags);
    return SysError.guard(
        rt,
        () -> {
          Channels.output(rt, channel).put(bytes);
          return Value.UNIT;
        });
  }

  private static long toString(Runtime rt, long v, long flags) {
    return rt.heap().string(marshal(rt, v, flags));
  }

  /** The number of bytes written. */
  private static long toBuffer(Runtime rt, long buffer, long offset, long length, long v, long flags) {
    byte[] bytes = marshal(rt, v, flags);
    if (bytes.length > Value.longOf(length)) {
      throw rt.raiseWithString(Predef.FAILURE, "Marshal.to_buffer: buffer overflow");
    }
    for (int i = 0; i < bytes.length; i++) {
      rt.heap().setByteAt(buffer, Value.intOf(offset) + i, bytes[i]);
    }
    return Value.ofLong(bytes.length);
  }

  private static boolean contains(Heap heap, long list, long flag) {
    return Arrays.stream(OcamlList.elements(heap, list)).anyMatch(element -> element == flag);
  }

  /** A cyclic value without sharing has no end: as in OCaml, memory has. */
  private static byte[] marshal(Runtime rt, long v, long flags) {
    Heap heap = rt.heap();
    BigarrayFormat.offer(rt);
    boolean sharing = !contains(heap, flags, NO_SHARING);
    try {
      return new Marshaller(rt, sharing, contains(heap, flags, CLOSURES), contains(heap, flags, COMPAT_32)).marshal(v);
    } catch (OutOfMemoryError e) {
      throw rt.raiseConstant(Predef.OUT_OF_MEMORY);
    }
  }
}
