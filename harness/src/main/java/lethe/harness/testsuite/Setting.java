package lethe.harness.testsuite;

/** A statement of a header that changes variables for the steps below it. */
sealed interface Setting {
  /** {@code name = "value"}. */
  record Assign(String name, String value) implements Setting {}

  /** {@code name += "value"}: with a blank between, as ocamltest does. */
  record Append(String name, String value) implements Setting {}

  /** {@code unset name}. */
  record Unset(String name) implements Setting {}

  /** {@code include name}: a group of variables that ocamltest knows by that name. */
  record Include(String name) implements Setting {}
}
