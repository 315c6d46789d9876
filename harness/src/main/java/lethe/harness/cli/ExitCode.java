package lethe.harness.cli;

/** Exit codes, as {@code lethe --help} tells them. {@code run} of an executable ends with the program's own. */
final class ExitCode {
  static final int AGREEMENT = 0;
  static final int DIVERGENCE = 1;
  static final int WRONG_INPUT = 2;
  static final int INTERNAL_ERROR = 3;

  private ExitCode() {}
}
