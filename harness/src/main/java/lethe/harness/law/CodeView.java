package lethe.harness.law;

import java.util.List;
import java.util.Optional;

/** The code that was there at the same safepoint. Instances go by their names, {@code plugin#2}. */
public interface CodeView {
  /** The loaded instances, before anything was freed. */
  List<String> loaded();

  /** The instances that are alive by themselves: linked statically, public, or initialising. */
  List<String> pinned();

  /** The instance whose code the word points into; empty if it is no code address of a block that is there. */
  Optional<String> unitAt(long word);

  /**
   * The code address that a closure runs when applied: of a plain closure its first word, of a fake closure what its
   * last fields stand for.
   */
  long codeOf(long closure);

  /** Values of the global slots that the code of an instance names. */
  List<Long> slotsOf(String unit);
}
