package lethe.harness.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lethe.vm.fault.InputError;

/** What an input claims to be. */
public enum InputKind {
  EXECUTABLE(false),
  CMO(false),
  MARSHAL(false),
  ASM(true),
  CASE(true);

  private final boolean isText;

  InputKind(boolean isText) {
    this.isText = isText;
  }

  /** Is it changed by lines and words, too? */
  boolean isText() {
    return isText;
  }

  /** As the command line spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name. */
  public static InputKind named(String where, String name) {
    List<String> names = Stream.of(values()).map(InputKind::toString).toList();
    if (!names.contains(name)) {
      throw new InputError(where, "one of " + String.join(", ", names), name);
    }
    return values()[names.indexOf(name)];
  }
}
