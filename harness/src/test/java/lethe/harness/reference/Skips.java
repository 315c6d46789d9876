package lethe.harness.reference;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Checks that need OCaml: skipped where it is missing, a failure if LETHE_NO_SKIPS is set. */
public final class Skips {
  private Skips() {}

  public static StockOCaml stockOCaml() {
    Optional<StockOCaml> ocaml = StockOCaml.find();
    if (ocaml.isEmpty()) {
      String reason = "skipped: no ocamlc and ocamlrun on the PATH";
      assertNull(System.getenv(StockOCaml.NO_SKIPS), reason + ", but " + StockOCaml.NO_SKIPS + " is set");
      System.out.println(reason);
      assumeTrue(false, reason);
    }
    return ocaml.orElseThrow();
  }
}
