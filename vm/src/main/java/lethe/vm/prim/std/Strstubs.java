package lethe.vm.prim.std;

import java.io.ByteArrayOutputStream;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/**
 * The primitives of the library str (strstubs.c). They are no builtin ones: a program's table names them behind those,
 * and ocamlrun finds them in a shared library.
 *
 * <p>What a search answers is an array: the start and end of each group, -1 for one that took no part; without a match
 * it is empty.
 */
final class Strstubs {
  private static final int STARTING_CHARACTERS = 5;
  private static final int CONSTANTS = 1;

  private Strstubs() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("re_string_match", (rt, re, s, at) -> match(rt, re, s, at, false, "Str.string_match")),
        Primitive.of("re_partial_match", (rt, re, s, at) -> match(rt, re, s, at, true, "Str.string_partial_match")),
        Primitive.of("re_search_forward", Strstubs::searchForward),
        Primitive.of("re_search_backward", Strstubs::searchBackward),
        Primitive.of("re_replacement_text", Strstubs::replacement));
  }

  private static long match(Runtime rt, long regexp, long s, long at, boolean partial, String function) {
    int from = position(rt, s, at, function);
    RegexpMatch match = new RegexpMatch(rt.heap(), regexp, s, partial);
    return match.matches(from) ? match.groups() : rt.heap().atom(0);
  }

  private static int position(Runtime rt, long s, long at, String function) {
    long position = Value.longOf(at);
    if (position < 0 || position > rt.heap().byteLength(s)) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, function);
    }
    return (int) position;
  }

  private static long searchForward(Runtime rt, long regexp, long s, long at) {
    Heap heap = rt.heap();
    int length = heap.byteLength(s);
    RegexpMatch match = new RegexpMatch(heap, regexp, s, false);
    for (int from = position(rt, s, at, "Str.search_forward"); from <= length; from++) {
      if (mayStart(heap, regexp, s, from, length) && match.matches(from)) {
        return match.groups();
      }
    }
    return heap.atom(0);
  }

  private static long searchBackward(Runtime rt, long regexp, long s, long at) {
    Heap heap = rt.heap();
    int length = heap.byteLength(s);
    RegexpMatch match = new RegexpMatch(heap, regexp, s, false);
    for (int from = position(rt, s, at, "Str.search_backward"); from >= 0; from--) {
      if (mayStart(heap, regexp, s, from, length) && match.matches(from)) {
        return match.groups();
      }
    }
    return heap.atom(0);
  }

  /** Could a match start here, by its first character? The table, if there is one, has a byte for each character. */
  private static boolean mayStart(Heap heap, long regexp, long s, int from, int length) {
    long table = heap.field(regexp, STARTING_CHARACTERS);
    if (Value.longOf(table) == -1 || from == length) {
      return true;
    }
    return heap.byteAt(heap.field(heap.field(regexp, CONSTANTS), Value.intOf(table)), heap.byteAt(s, from)) != 0;
  }

  /** The template with {@code \0} to {@code \9} replaced by the groups of a match in the original. */
  private static long replacement(Runtime rt, long template, long groups, long original) {
    Heap heap = rt.heap();
    byte[] from = heap.bytes(template);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < from.length; i++) {
      if (from[i] != '\\') {
        out.write(from[i]);
        continue;
      }
      if (++i == from.length) {
        throw failure(rt, "Str.replace: illegal backslash sequence");
      }
      if (from[i] >= '0' && from[i] <= '9') {
        out.writeBytes(group(rt, groups, from[i] - '0', original));
      } else {
        if (from[i] != '\\') {
          out.write('\\');
        }
        out.write(from[i]);
      }
    }
    return heap.string(out.toByteArray());
  }

  private static byte[] group(Runtime rt, long groups, int number, long original) {
    Heap heap = rt.heap();
    if (2 * number >= heap.sizeWords(groups)) {
      throw failure(rt, "Str.replace: reference to unmatched group");
    }
    int start = Value.intOf(heap.field(groups, 2 * number));
    if (start < 0) {
      throw failure(rt, "Str.replace: reference to unmatched group");
    }
    return heap.bytes(original, start, Value.intOf(heap.field(groups, 2 * number + 1)) - start);
  }

  private static OcamlException failure(Runtime rt, String message) {
    return rt.raiseWithString(Predef.FAILURE, message);
  }
}
