package lethe.vm.prim.std;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import lethe.vm.fault.InputError;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.ProgramLinker;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** What Dynlink and toplevel need to make code out of bytes and run it (meta.c). */
final class Meta {
  private Meta() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_get_global_data", (Runtime rt, long unit) -> rt.linker().globalData()),
        Primitive.of("caml_realloc_global", Meta::reallocGlobal),
        // An executable has its sections in its file; only one that is linked into C has them in memory.
        Primitive.of("caml_get_section_table", (Runtime rt, long unit) -> {
          throw rt.raiseConstant(Predef.NOT_FOUND);
        }),
        Primitive.of("caml_get_current_environment", (Runtime rt, long unit) -> rt.linker().environment()),
        Primitive.of("caml_invoke_traced_function", Meta::invokeTraced),
        Primitive.of("caml_reify_bytecode", Meta::reify),
        Primitive.of("caml_static_release_bytecode", Meta::release));
  }

  private static long reallocGlobal(Runtime rt, long slots) {
    rt.linker().growGlobals(Value.intOf(slots));
    return Value.UNIT;
  }

  /** (a block that stands for the code, a closure that runs it). The block keeps nothing alive: the closure does. */
  private static long reify(Runtime rt, long pieces, long events, long digestOption) {
    Heap heap = rt.heap();
    String digest =
        Value.isInt(digestOption)
            ? ""
            : HexFormat.of().withUpperCase().formatHex(heap.bytes(heap.field(digestOption, 0)));
    ProgramLinker.Reified code;
    try {
      code = rt.linker().reify(ints(heap, pieces), digest, Events.of(heap, events));
    } catch (InputError e) {
      throw rt.raiseWithString(Predef.FAILURE, e.getMessage());
    }
    long bytecode = heap.allocate(1, Tag.ABSTRACT);
    heap.setWordAt(bytecode, 0, code.address());
    return Boxed.tuple(heap, bytecode, code.closure());
  }

  /** An array of byte strings, one behind the other: they may be cut anywhere. */
  private static int[] ints(Heap heap, long pieces) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < heap.sizeWords(pieces); i++) {
      bytes.writeBytes(heap.bytes(heap.field(pieces, i)));
    }
    int[] ints = new int[bytes.size() / Integer.BYTES];
    ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ints);
    return ints;
  }

  /** What the toplevel's #trace puts in the place of a function calls it by the code address that was there before. */
  private static long invokeTraced(Runtime rt, long codeAddress, long closure, long argument) {
    rt.linker().runOnReturn(Boxed.longOf(rt.heap(), codeAddress), closure, argument);
    return Value.UNIT;
  }

  private static long release(Runtime rt, long bytecode) {
    rt.linker().release(rt.heap().wordAt(bytecode, 0));
    return Value.UNIT;
  }
}
