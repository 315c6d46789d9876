package lethe.vm;

import java.util.List;

/**
 * What a run did.
 *
 * @param result {@code result V}, {@code raised V}, {@code fault KIND UNIT} or {@code exit N}
 * @param units the loaded units in the order of their end
 * @param output lines written to standard output by units that were run; empty for an executable, whose output may be long
 * @param exitCode as a process would end: 0, 2 after an uncaught exception, 3 after a fault, or what the program asked for
 * @param detail what a fault was about, in words; empty if there was none
 */
public record VmOutcome(
    String result, List<UnitFate> units, Counts counts, List<String> output, int exitCode, String detail) {
  /**
   * How a loaded unit ended.
   *
   * @param unit the instance, {@code plugin#2} for the second
   * @param end {@code freed at gc N}, {@code freed at end}, {@code freed at request}, {@code freed unasked}, {@code kept}
   */
  public record UnitFate(String unit, String end) {}

  /**
   * Exact totals.
   *
   * @param steps instructions executed; exact only while tracing or with a schedule, since frequent pairs are fused else
   * @param allocs blocks born; counted only while tracing, else 0
   * @param words allocated, with headers
   * @param minor minor collections
   * @param full full collections, the closing one too
   * @param depth deepest stack in words; exact only while tracing
   */
  public record Counts(long steps, long allocs, long words, long minor, long full, long depth) {}
}
