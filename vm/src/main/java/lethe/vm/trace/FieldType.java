package lethe.vm.trace;

import java.util.List;
import java.util.regex.Pattern;

/** What may stand in a field. All but {@link #NUMBER}, {@link #TEXTS} and {@link #VALUES} are strings. */
public enum FieldType {
  /** A whole number of 64 bits. */
  NUMBER(Long.class, ""),
  /** Any text; a program's bytes are shown one character a byte (ISO 8859-1). */
  TEXT(String.class, ""),
  /** A list of texts. */
  TEXTS(List.class, ""),
  /** An instance of a unit: {@code plugin}, {@code plugin#2}. */
  UNIT(String.class, Patterns.UNIT),
  /** An instruction by its unit and offset in ints, {@code plugin+14}, or {@code host}. */
  SITE(String.class, Patterns.UNIT + "\\+[0-9]+|host"),
  /** The name of a value, as {@link Names} spells it. */
  VALUE(String.class, Patterns.VALUE),
  /** A list of names of values. */
  VALUES(List.class, Patterns.VALUE);

  private static final class Patterns {
    static final String UNIT = "[A-Za-z_][A-Za-z0-9_']*(?:#[0-9]+)?";
    static final String BIRTH = "[a-z]{3}@(?:" + UNIT + "(?:\\+[0-9]+)?|host)\\.[0-9]+(?:/[0-9]+)?";
    static final String VALUE =
        "-?[0-9]+|" + BIRTH + "(?:'[^']*')?|(?:freed )?" + UNIT + "\\+[0-9]+|atom[0-9]+|handle of " + UNIT;
  }

  private final Class<?> javaType;
  private final Pattern pattern;

  FieldType(Class<?> javaType, String pattern) {
    this.javaType = javaType;
    this.pattern = pattern.isEmpty() ? null : Pattern.compile(pattern);
  }

  boolean isList() {
    return javaType == List.class;
  }

  /** The cheap check, made on every event: the Java type. */
  boolean holds(Object value) {
    return javaType.isInstance(value);
  }

  /** The full check, made when a trace is read: the spelling too. */
  boolean spells(String text) {
    return pattern == null || pattern.matcher(text).matches();
  }
}
