package lethe.harness.testsuite;

import java.util.Optional;

/**
 * What the testsuite says of a program.
 *
 * @param reference what it prints; empty if the test does not look at it
 */
record Expected(int exitCode, Optional<String> reference) {
  boolean isMetBy(Ending ending) {
    return ending.exitCode() == exitCode && reference.map(ending.output()::equals).orElse(true);
  }
}
