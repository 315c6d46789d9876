package lethe.vm.trace;

import java.util.List;
import java.util.Locale;

/**
 * One field of an event.
 *
 * @param name its key; of the first field, the event's own name
 * @param words the only values allowed, or empty
 * @param optional whether it may be absent
 * @param meaning one line for the document
 */
public record Field(String name, FieldType type, List<String> words, boolean optional, String meaning) {
  static Field required(String name, FieldType type, String meaning) {
    return new Field(name, type, List.of(), false, meaning);
  }

  static Field optional(String name, FieldType type, String meaning) {
    return new Field(name, type, List.of(), true, meaning);
  }

  static Field oneOf(String name, String words, String meaning) {
    return new Field(name, FieldType.TEXT, List.of(words.split(" ")), false, meaning);
  }

  /** What the field wants, for messages: {@code NUMBER}, {@code minor or full}. */
  String wanted() {
    return words.isEmpty() ? type.name().toLowerCase(Locale.ROOT) : String.join(" or ", words);
  }

  boolean allows(String text) {
    return words.isEmpty() ? type.spells(text) : words.contains(text);
  }
}
