package lethe.harness.change;

import java.util.List;

/** Two versions of a golden, compared. */
interface Comparison {
  /** What has changed, the most dangerous first; never empty. */
  List<Change> changes();

  /** The rows to look at. */
  List<DiffLine> lines(View view);
}
