package lethe.vm.record;

import java.nio.charset.StandardCharsets;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.interp.CodeTable;
import lethe.vm.trace.Names;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** How a word is written in a trace. */
final class ValueNames {
  private final Heap heap;
  private final CodeTable code;
  private final Births births;

  /**
   * Names for the words of a heap.
   *
   * @param births null if nobody has seen any: blocks then go by their kind alone
   */
  ValueNames(Heap heap, CodeTable code, Births births) {
    this.heap = heap;
    this.code = code;
    this.births = births;
  }

  String of(long word) {
    if (Value.isInt(word)) {
      return Long.toString(Value.longOf(word));
    }
    if (Value.isCode(word)) {
      return code.nameOf(word);
    }
    int tag = heap.tag(word);
    if (tag == Tag.INFIX) {
      int distance = heap.sizeWords(word);
      return Names.infix(block(word - 8L * distance), distance);
    }
    return block(word);
  }

  /** The name of a block, given the address of its field 0. */
  String block(long block) {
    int tag = heap.tag(block);
    if (heap.sizeWords(block) == 0) {
      return "atom" + tag;
    }
    if (tag == Tag.CUSTOM && heap.field(block, 0) == CustomKind.CODE_HANDLE.word()) {
      String start = code.nameOf(heap.field(block, 1));
      return "handle of " + start.substring(0, start.lastIndexOf('+'));
    }
    if (births == null) {
      return Names.kind(tag);
    }
    if (tag == Tag.OBJECT && births.isUnseen(block)) {
      // A predefined exception, which is older than the trace.
      return Names.birth(tag, latin1(heap.field(block, 0)), 1);
    }
    String name = births.name(block);
    if (tag == Tag.STRING && heap.byteLength(block) <= Names.SHOWN_TEXT_CHARS) {
      return Names.withText(name, latin1(block));
    }
    return name;
  }

  private String latin1(long string) {
    return new String(heap.bytes(string), StandardCharsets.ISO_8859_1);
  }
}
