package lethe.harness.reference;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Checks that need OCaml: skipped where it is missing, a failure if LETHE_NO_SKIPS is set. */
public final class Skips {
  private Skips() {}

  public static StockOCaml stockOCaml() {
    Optional<StockOCaml> ocaml = StockOCaml.find();
    unless(ocaml.isPresent() ? Optional.empty() : Optional.of("no ocamlc and ocamlrun on the PATH"));
    return ocaml.orElseThrow();
  }

  /**
   * Skips if something is missing.
   *
   * @param missing what is not there, empty if nothing
   */
  public static void unless(Optional<String> missing) {
    if (missing.isPresent()) {
      String reason = "skipped: " + missing.get();
      assertNull(System.getenv(StockOCaml.NO_SKIPS), reason + ", but " + StockOCaml.NO_SKIPS + " is set");
      System.out.println(reason);
      assumeTrue(false, reason);
    }
  }
}
