package lethe.vm.interp;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lethe.vm.heap.Root;
import lethe.vm.heap.RootVisitor;

/**
 * The roots that the host holds, in the order in which it took them. Giving one back costs the same whichever it is: a host
 * that keeps many values need not drop the youngest first.
 */
final class HostCells {
  private final Set<HostCell> cells = new LinkedHashSet<>();

  HostCell add(String label, long word) {
    HostCell cell = new HostCell(label, word);
    cells.add(cell);
    return cell;
  }

  void drop(HostCell cell) {
    cells.remove(cell);
  }

  List<HostCell> inOrder() {
    return List.copyOf(cells);
  }

  void visit(RootVisitor v) {
    int i = 0;
    for (HostCell cell : cells) {
      cell.set(v.visit(Root.HOST, i++, cell.get()));
    }
  }
}
