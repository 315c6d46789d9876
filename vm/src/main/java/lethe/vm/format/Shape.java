package lethe.vm.format;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import lethe.vm.fault.InputError;

/**
 * Takes data apart by the OCaml type it should have. What is longer in memory than in the file, because it is shared or
 * cyclic, is refused: all lists together have no more elements than the file has bytes, and a shared string is
 * decoded once.
 */
final class Shape {
  private final String file;
  private final int position;
  private final IdentityHashMap<Datum, String> texts = new IdentityHashMap<>();
  private long elementsLeft;

  /**
   * @param position of the marshalled value in the file, for messages
   * @param lengthBytes of the file
   */
  Shape(String file, int position, int lengthBytes) {
    this.file = file;
    this.position = position;
    this.elementsLeft = lengthBytes;
  }

  InputError error(String expected, String found) {
    return new InputError(file + ":byte " + position, expected, found);
  }

  private InputError error(String what, String kind, Datum found) {
    return error(what + " (" + kind + ")", name(found));
  }

  private static String name(Datum value) {
    if (value instanceof Datum.Int n) {
      return "the integer " + n.value();
    }
    if (value instanceof Datum.Block block) {
      return "a block of tag " + block.tag() + " and size " + block.sizeWords();
    }
    return value instanceof Datum.Str ? "a string" : "a number block";
  }

  Datum.Block block(Datum value, String what) {
    if (value instanceof Datum.Block block) {
      return block;
    }
    throw error(what, "a block", value);
  }

  Datum.Block block(Datum value, int tag, int sizeWords, String what) {
    if (value instanceof Datum.Block block && block.tag() == tag && block.sizeWords() == sizeWords) {
      return block;
    }
    throw error(what, "a block of tag " + tag + " and size " + sizeWords, value);
  }

  /** An integer within bounds, both included. */
  long integer(Datum value, long least, long most, String what) {
    if (value instanceof Datum.Int n && n.value() >= least && n.value() <= most) {
      return n.value();
    }
    throw error(what, "an integer from " + least + " to " + most, value);
  }

  boolean bool(Datum value, String what) {
    return integer(value, 0, 1, what) != 0;
  }

  String text(Datum value, String what) {
    if (value instanceof Datum.Str string) {
      return texts.computeIfAbsent(string, s -> string.text());
    }
    throw error(what, "a string", value);
  }

  List<Datum> list(Datum value, String what) {
    List<Datum> elements = new ArrayList<>();
    Datum rest = value;
    while (rest instanceof Datum.Block) {
      Datum.Block cell = block(rest, 0, 2, what);
      spend(what);
      elements.add(cell.field(0));
      rest = cell.field(1);
    }
    integer(rest, 0, 0, what);
    return elements;
  }

  List<String> texts(Datum value, String what) {
    List<String> result = new ArrayList<>();
    for (Datum element : list(value, what)) {
      result.add(text(element, what));
    }
    return result;
  }

  /** Counts one element of something that might be cyclic. */
  void spend(String what) {
    if (elementsLeft-- == 0) {
      throw error(what + " that ends", "a cycle, or data shared over and over");
    }
  }
}
