package lethe.vm.interp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lethe.vm.heap.Root;
import lethe.vm.heap.RootVisitor;

/** Values registered under a name for the runtime or a host to find (callback.c): roots for ever, or until replaced. */
final class NamedValues {
  private final Map<String, long[]> cells = new LinkedHashMap<>();

  void register(String name, long value) {
    cells.computeIfAbsent(name, n -> new long[1])[0] = value;
  }

  /** 0, which is no value, if there is none. */
  long get(String name) {
    long[] cell = cells.get(name);
    return cell == null ? 0 : cell[0];
  }

  /** In the order of their roots. */
  List<String> names() {
    return List.copyOf(cells.keySet());
  }

  void visit(RootVisitor v) {
    int i = 0;
    for (long[] cell : cells.values()) {
      cell[0] = v.visit(Root.NAMED, i++, cell[0]);
    }
  }
}
