package lethe.harness.lockstep;

import java.util.Locale;

/**
 * Differences between the two machines that are nobody's fault. The tracer counts them, in this order, so that none grows
 * unseen; nothing else is left out of the comparison but what {@link lethe.vm.step} says. Each has a case that meets it: {@link
 * #corpusCase}.
 */
public enum Allowance {
  /**
   * POPTRAP, when something is pending, runs it and is then executed again by the reference: its second execution is no step.
   * Ours polls inside the instruction.
   */
  POPTRAP_AGAIN("POPTRAP executed again after pending actions"),

  /** A slot of a raw backtrace is a code address that looks like an integer: it is compared as a place. */
  BACKTRACE_SLOT("slots of raw backtraces, compared as places"),

  /** Bytes.create, Array.create_float and Bigarray.create leave what was there before; ours are zero, the tracer's are made so. */
  FRESH_CONTENT("fresh bytes, float arrays and bigarrays, filled with zeros"),

  /** Random.self_init and Filename.temp_file start from chance: both machines get zeros. */
  FIXED_SEED("random seeds, of zeros"),

  /** Sys.time: both clocks stand still. */
  FIXED_CLOCK("clocks read, at 0"),

  /** What a program asks of its collector's counts and of its runtime's name: two collectors have two answers, both give zeros. */
  COLLECTOR_FIGURES("figures of the collector, zeros"),

  /**
   * Of sin, cos, tan, their inverses, exp, log and pow glibc's result is not the correctly rounded one for a few values in ten
   * thousand; ours is, and so is the tracer's.
   */
  ROUNDING("results of libm that glibc does not round correctly"),

  /**
   * OCaml's collector puts the value of a forced suspension in the place of the block that forwards to it, ours does not. A
   * forwarding block is compared as its value. See {@link Parting} for what forces it again.
   */
  FORWARDED("forwarding blocks, compared as their values"),

  /** Gc.finalise and Gc.finalise_last: which collection finds a value dead is the collector's affair. See {@link Parting}. */
  FINALISER("finalisers registered"),

  /** Gc.Memprof.start: where the tracker is called differs. See {@link Parting}. */
  MEMORY_PROFILE("memory profiles started"),

  /** The toplevel reads the code word of a function as a number, and writes it: in its place stands the word that ours has there. */
  CODE_ADDRESS("addresses of code read or written as numbers, compared as places");

  private static final String AREA = "lockstep/";

  private final String meaning;

  Allowance(String meaning) {
    this.meaning = meaning;
  }

  /** The difference and what is done about it, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The id of the case that meets it. */
  public String corpusCase() {
    return AREA + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A line of a report. */
  String counted(long times) {
    return String.format(Locale.ROOT, "  allowed %,d: %s (%s)%n", times, meaning, corpusCase());
  }
}
