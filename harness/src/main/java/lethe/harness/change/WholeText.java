package lethe.harness.change;

import java.util.List;

/** A golden of which there is no other version, or none that can be read: every line of it is to be looked at. */
record WholeText(List<Change> changes, String approved, String received) implements Comparison {
  @Override
  public List<DiffLine> lines(View view) {
    List<String> left = approved.lines().toList();
    List<String> right = received.lines().toList();
    Folding folding = new Folding(view, left::get, right::get, (l, r) -> "", r -> null);
    for (int i = 0; i < left.size(); i++) {
      folding.row(RowKind.REMOVED, i, Alignment.NONE);
    }
    for (int i = 0; i < right.size(); i++) {
      folding.row(RowKind.ADDED, Alignment.NONE, i);
    }
    return folding.lines();
  }
}
