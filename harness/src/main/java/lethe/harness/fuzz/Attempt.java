package lethe.harness.fuzz;

/**
 * What came of an input: an answer, or a problem.
 *
 * @param answer null if there is a problem
 * @param kind of the problem: of two that are equal, the second tells nothing new
 * @param problem "" if there is none
 */
record Attempt(Answer answer, String kind, String problem) {
  static Attempt answered(Answer answer) {
    return new Attempt(answer, "", "");
  }

  static Attempt thrown(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    StringBuilder whole = new StringBuilder(e.toString());
    for (int i = 0; i < Math.min(trace.length, 12); i++) {
      whole.append("\n  at ").append(trace[i]);
    }
    return new Attempt(null, e.getClass().getName() + place, whole.toString());
  }

  static Attempt hung(StackTraceElement[] trace) {
    StringBuilder whole = new StringBuilder("no answer");
    for (StackTraceElement place : trace) {
      whole.append("\n  at ").append(place);
    }
    return new Attempt(null, "no answer", whole.toString());
  }

  boolean isDefect() {
    return answer == null;
  }
}
