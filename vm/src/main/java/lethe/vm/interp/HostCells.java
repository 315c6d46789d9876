package lethe.vm.interp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lethe.vm.heap.Root;
import lethe.vm.heap.RootVisitor;

/** The roots that the host holds, in the order in which it took them. */
final class HostCells {
  private final List<HostCell> cells = new ArrayList<>();

  HostCell add(String label, long word) {
    HostCell cell = new HostCell(label, word);
    cells.add(cell);
    return cell;
  }

  /** The search starts with the youngest, since cells are mostly dropped in that order. */
  void drop(HostCell cell) {
    for (int i = cells.size() - 1; i >= 0; i--) {
      if (cells.get(i) == cell) {
        cells.remove(i);
        return;
      }
    }
  }

  /** Not a copy. */
  List<HostCell> all() {
    return Collections.unmodifiableList(cells);
  }

  void visit(RootVisitor v) {
    for (int i = 0; i < cells.size(); i++) {
      HostCell cell = cells.get(i);
      cell.set(v.visit(Root.HOST, i, cell.get()));
    }
  }
}
