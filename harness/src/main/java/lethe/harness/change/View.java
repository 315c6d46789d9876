package lethe.harness.change;

/**
 * How much of two aligned texts is shown.
 *
 * @param context equal rows around each difference; negative shows all
 * @param opensRenamed whether rows whose objects have other names count as differences
 * @param mostRows where to stop
 */
public record View(int context, boolean opensRenamed, int mostRows) {
  /** Differences with three rows around them. */
  public static final View HUNKS = new View(3, false, 4000);

  /** Everything. */
  public static final View WHOLE = new View(-1, false, 20_000);

  /** The same with renamed rows as differences, or not. */
  public View opening(boolean renamed) {
    return new View(context, renamed, mostRows);
  }
}
