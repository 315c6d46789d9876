package lethe.vm.prim.std;

import java.util.Arrays;
import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Libraries of primitives (dynlink.c). There is one, this machine: a library that a program opens is taken for it, since what
 * it would define is either here or nowhere. A primitive's address is its name.
 */
final class Dynlink {
  private Dynlink() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_dynlink_open_lib", (Runtime rt, long mode, long name) -> library(rt)),
        Primitive.of("caml_dynlink_close_lib", (Runtime rt, long library) -> Value.UNIT),
        Primitive.of("caml_dynlink_lookup_symbol", Dynlink::lookup),
        Primitive.of(
            "caml_dynlink_add_primitive",
            (Runtime rt, long name) -> Value.ofLong(rt.linker().addPrimitive(Text.latin(rt.heap(), name)))),
        Primitive.of("caml_dynlink_get_current_libs", (Runtime rt, long unit) -> libraries(rt)));
  }

  /** One for each library that the program was linked with. */
  private static long libraries(Runtime rt) {
    long[] libraries = new long[rt.linker().libraries()];
    Arrays.setAll(libraries, i -> library(rt));
    return Boxed.tuple(rt.heap(), libraries);
  }

  private static long library(Runtime rt) {
    return rt.heap().allocate(1, Tag.ABSTRACT);
  }

  /** The name, or unit if there is none of that name. */
  private static long lookup(Runtime rt, long library, long name) {
    return rt.linker().hasPrimitive(Text.latin(rt.heap(), name)) ? name : Value.UNIT;
  }
}
