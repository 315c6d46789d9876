package lethe.harness.reference;

import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.law.Law;

/**
 * Law 5: under policy {@code keep} a case does what it does on stock OCaml, unless its header says why
 * not.
 */
public final class ReferenceCheck {
  private ReferenceCheck() {}

  /** Whether stock OCaml is asked at all; the reason why not stands in the header. */
  public static boolean isRun(Case c) {
    return c.reference().isEmpty() || c.reference().get().differs();
  }

  /**
   * What is wrong, in one message; empty if nothing is.
   *
   * @param keep what our machine does under policy {@code keep}
   */
  public static Optional<String> complaint(Case c, ReferenceResult keep, ReferenceResult stock) {
    if (c.reference().isEmpty()) {
      return stock.equals(keep)
          ? Optional.empty()
          : Optional.of(Law.REFERENCE.broken(c, "keep", List.of("stock: " + stock, "keep:  " + keep)).toString());
    }
    String exception = c.id() + ": reference: differs: ";
    if (stock.equals(keep)) {
      return Optional.of(exception + "not needed, stock OCaml gives the same: " + stock);
    }
    return stock.isOutcome()
        ? Optional.empty()
        : Optional.of(exception + "should be none, stock OCaml gives: " + stock);
  }
}
