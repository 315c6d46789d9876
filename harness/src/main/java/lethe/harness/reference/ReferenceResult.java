package lethe.harness.reference;

import java.util.List;
import lethe.harness.subject.CaseRun;

/**
 * What a case did, as far as stock OCaml can tell.
 *
 * @param output the lines it printed before its result
 * @param result {@code result V} or {@code raised V} as in an expectation; or, none of ours, {@code refused: …}
 *     (Dynlink did not take a unit), {@code not built: …}, {@code timed out after N s}, {@code crashed: …}
 */
public record ReferenceResult(List<String> output, String result) {
  private static final int EXIT_ENDED = 0;
  private static final int EXIT_RAISED = 2;
  private static final int EXIT_REFUSED = 3;
  private static final int FIRST_SIGNAL = 128;

  public ReferenceResult {
    output = List.copyOf(output);
  }

  /** Whether the program came to an end that an expectation can name. */
  public boolean isOutcome() {
    return result.startsWith("result ") || result.startsWith("raised ");
  }

  /** What our machine did, to be compared. */
  public static ReferenceResult ours(CaseRun run) {
    return new ReferenceResult(run.output(), run.outcome().result());
  }

  static ReferenceResult notBuilt(Subprocess build) {
    return new ReferenceResult(List.of(), "not built: " + oneLine(build.output() + build.errors()));
  }

  static ReferenceResult of(Subprocess run, int limitSeconds) {
    List<String> lines = run.output().lines().toList();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    boolean ended = (run.exitCode() == EXIT_ENDED && last.startsWith("result "))
        || (run.exitCode() == EXIT_RAISED && last.startsWith("raised "));
    return ended
        ? new ReferenceResult(lines.subList(0, lines.size() - 1), last)
        : new ReferenceResult(lines, failure(run, limitSeconds));
  }

  private static String failure(Subprocess run, int limitSeconds) {
    String errors = oneLine(run.errors());
    if (run.exitCode() == Subprocess.TIMED_OUT) {
      return "timed out after " + limitSeconds + " s";
    }
    if (run.exitCode() == EXIT_REFUSED && errors.startsWith("dynlink: ")) {
      return "refused: " + errors.substring("dynlink: ".length());
    }
    String how = run.exitCode() > FIRST_SIGNAL
        ? "signal " + (run.exitCode() - FIRST_SIGNAL)
        : "exit " + run.exitCode() + " without a result";
    return "crashed: " + how + (errors.isEmpty() ? "" : ", " + errors);
  }

  /** The output and the result in one line. */
  @Override
  public String toString() {
    return output.isEmpty() ? result : String.join(" | ", output) + " | " + result;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
