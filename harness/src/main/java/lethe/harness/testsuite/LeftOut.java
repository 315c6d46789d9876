package lethe.harness.testsuite;

/** A test that is none of ours, or that cannot be made here: the reason, by which they are counted. */
public final class LeftOut extends Exception {
  LeftOut(String reason) {
    super(reason, null, false, false);
  }

  /** What is missing here. */
  static LeftOut needs(String what) {
    return new LeftOut("needs " + what);
  }

  String reason() {
    return getMessage();
  }
}
