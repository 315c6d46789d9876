package lethe.harness.verdict;

/** What a policy may promise, in the order of the matrix' columns. */
public enum Property {
  SOUND("sound", "unsound",
      "The witness, which follows code addresses and no field of the policy's, saw nothing freed that was reachable; no freed "
          + "code was used; and no run faulted that does not under keep."),
  COMPLETE("complete", "leaks",
      "Of the units that died, none was still there after the closing collection. A run without a dead unit says nothing, nor "
          + "does one that a fault ended before that collection."),
  PROMPT("prompt", "late",
      "The first full collection that found a unit dead freed it. \"Late by n\": n full collections found it dead before one freed it."),
  TAIL_SAFE("tail-safe", "stack",
      "Tail calls leave nothing on the stack. Cases about hazard H22: those with the key cost show no word for a tail call where "
          + "keep has none; the others do not overflow where keep does not, and are at most twice as deep, which is what "
          + "three more words for each waiting call come to."),
  STATIC("static-safe", "static",
      "Code that is not loaded is not affected: a program that loads nothing has the same trace as under keep, all totals "
          + "included, and where it counts costs, the same instructions, words read, words allocated and stack. What the collector "
          + "does is no part of it."),
  OUTPUTS("output-equal", "differs",
      "Result and output are those under keep, in programs that load something and observe nothing of the machine.");

  private final String title;
  private final String failure;
  private final String definition;

  Property(String title, String failure, String definition) {
    this.title = title;
    this.failure = failure;
    this.definition = definition;
  }

  /** Its name in tables and files. */
  public String title() {
    return title;
  }

  /** The word for its breach, in the table of hazards. */
  public String failure() {
    return failure;
  }

  /** One or two sentences for {@code --help}. */
  public String definition() {
    return definition;
  }
}
