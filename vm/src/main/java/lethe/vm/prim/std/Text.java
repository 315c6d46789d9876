package lethe.vm.prim.std;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lethe.vm.heap.Heap;

/** Strings of bytes as Java strings: byte for byte where a format is read, UTF-8 for names that the host knows. */
final class Text {
  private Text() {}

  /** One char a byte, 0 to 255. */
  static String latin(Heap heap, long string) {
    return new String(heap.bytes(string), StandardCharsets.ISO_8859_1);
  }

  static long ofLatin(Heap heap, String text) {
    return heap.string(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String utf8(Heap heap, long string) {
    return new String(heap.bytes(string), StandardCharsets.UTF_8);
  }

  static long ofUtf8(Heap heap, String text) {
    return heap.string(utf8Bytes(text));
  }

  static byte[] utf8Bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** An OCaml array of strings. */
  static long array(Heap heap, List<String> texts) {
    return Boxed.tuple(heap, texts.stream().mapToLong(text -> ofUtf8(heap, text)).toArray());
  }
}
