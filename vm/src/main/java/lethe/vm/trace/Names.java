package lethe.vm.trace;

import lethe.vm.value.Tag;

/**
 * Names that survive a change: no address, no running number over the whole run. An object is named by the place of
 * its birth and its count there.
 */
public final class Names {
  /** The place of what happens outside all bytecode. */
  public static final String HOST = "host";

  /** A string of at most so many printable characters shows them behind its name. */
  public static final int SHOWN_TEXT_CHARS = 24;

  private Names() {}

  /** {@code plugin+14}; the offset in ints. */
  public static String site(String unit, long offsetInts) {
    return unit + "+" + offsetInts;
  }

  /** {@code clo@plugin+14.2}: the second block of this kind born there. */
  public static String birth(int tag, String site, long count) {
    return kind(tag) + "@" + site + "." + count;
  }

  /** {@code lit@plugin.1}: a structured constant of a unit, from 1. */
  public static String literal(String unit, long number) {
    return "lit@" + unit + "." + number;
  }

  /** {@code clo@plugin+14.2/3}: the function three words into the closure. */
  public static String infix(String closure, long distanceWords) {
    return closure + "/" + distanceWords;
  }

  /** {@code str@main+3.1'text'} if the text is short, printable ASCII and has no quote; else the bare name. */
  public static String withText(String name, String text) {
    if (text.length() > SHOWN_TEXT_CHARS) {
      return name;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '\'' || c == '"' || c == '\\') {
        return name;
      }
    }
    return name + "'" + text + "'";
  }

  /** The unit of a place: {@code plugin} for {@code plugin#2+14}, {@code plugin#2} and {@code plugin}. */
  public static String unitOf(String place) {
    int end = place.length();
    for (int i = 0; i < place.length(); i++) {
      char c = place.charAt(i);
      if (c == '#' || c == '+') {
        end = i;
        break;
      }
    }
    return place.substring(0, end);
  }

  /** What a block is, by the tag that it was born with. */
  public static String kind(int tag) {
    return switch (tag) {
      case Tag.CLOSURE, Tag.INFIX -> "clo";
      case Tag.STRING -> "str";
      case Tag.DOUBLE -> "flt";
      case Tag.DOUBLE_ARRAY -> "arr";
      case Tag.OBJECT -> "obj";
      case Tag.CUSTOM -> "cus";
      case Tag.ABSTRACT -> "abs";
      default -> "blk";
    };
  }
}
