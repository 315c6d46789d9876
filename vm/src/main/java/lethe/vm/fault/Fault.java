package lethe.vm.fault;

/**
 * The bytecode or the machine is wrong at run time; what a processor would answer with a trap. An OCaml exception is
 * not a fault, and wrong input is an {@link InputError}.
 */
public final class Fault extends RuntimeException {
  /** What kind of wrong. */
  public enum Kind {
    /** A code address was used after its block had been freed. */
    FREED_CODE("freed code"),
    /** A word that is no code address was used as one. */
    NOT_CODE("not code"),
    /** A load or store outside the heap or the stack. */
    MEMORY("memory"),
    /** EVENT, BREAK, or a word that is no instruction. */
    ILLEGAL_INSTRUCTION("illegal instruction"),
    /** A primitive that this machine lacks was called. */
    MISSING_PRIMITIVE("missing primitive"),
    /** The heap verifier found a broken invariant. */
    HEAP_CHECK("heap check"),
    /** A limit that the embedder set was reached. */
    LIMIT("limit");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private final Kind kind;
  private final String unit;
  private final String detail;

  /**
   * @param unit the code block that the fault is about ("" if none): the freed one, or the one running
   */
  public Fault(Kind kind, String unit, String detail) {
    super(kind + (unit.isEmpty() ? "" : " in " + unit) + ": " + detail);
    this.kind = kind;
    this.unit = unit;
    this.detail = detail;
  }

  /** The same, said of the unit that was running if it names none and the program is to blame. */
  public Fault whileRunning(String running) {
    boolean blamesProgram = kind != Kind.HEAP_CHECK && kind != Kind.LIMIT;
    return unit.isEmpty() && blamesProgram ? new Fault(kind, running, detail) : this;
  }

  /** What is wrong, without kind and unit. */
  public String detail() {
    return detail;
  }

  public Kind kind() {
    return kind;
  }

  public String unit() {
    return unit;
  }
}
