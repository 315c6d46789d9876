package lethe.harness.mutant;

import java.util.Locale;

/** By what a mutant betrays itself, the more telling first. */
public enum How {
  /** The heap verifier found a broken invariant. */
  VERIFIER,
  /** Another fault that the right machine does not have. */
  FAULT,
  /** Law 4: something reachable is freed, or something dead kept. */
  LAW_4,
  /** The expectation, written by hand, is not met. */
  RESULT,
  /** The trace differs from that of the right machine, which is the approved one. */
  TRACE,
  /** Law 1: the program does something else when the collector runs at other times. */
  LAW_1,
  /** The program did not end within the limit of steps. */
  ENDLESS,
  /** A Java exception: noticed, but by luck. */
  CRASH;

  /** Does it tell a person what is wrong? A mutant must not die by crash or limit alone. */
  public boolean isGood() {
    return this != ENDLESS && this != CRASH;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
