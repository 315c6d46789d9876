package lethe.harness.testsuite;

import java.util.Set;

/** The conditions of ocamltest, as they stand for bytecode of 64 bits on Linux. */
final class Condition {
  private static final Set<String> TRUE = Set.of(
      "pass", "shared-libraries", "hasunix", "libunix", "hasstr", "hassysthreads", "not-windows", "not-bsd",
      "naked_pointers", "flat-float-array", "arch64", "arch_amd64", "no-flambda", "has_symlink");
  private static final Set<String> FALSE = Set.of(
      "libwin32unix", "windows-unicode", "macos", "no-flat-float-array", "no-shared-libraries", "arch_power", "arch_arm",
      "arch_arm64", "arch_i386", "csharp-compiler");

  private Condition() {}

  static boolean isOne(String action) {
    return TRUE.contains(action) || FALSE.contains(action);
  }

  static boolean holds(String condition) {
    return TRUE.contains(condition);
  }
}
