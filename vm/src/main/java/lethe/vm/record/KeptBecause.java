package lethe.vm.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.heap.Paths;
import lethe.vm.heap.RootEntry;
import lethe.vm.heap.WhyPath;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;

/** Why the collector found a block alive: the shortest path from a root to its handle, in words. */
public final class KeptBecause {
  private static final List<String> UNKNOWN = List.of("unknown");

  private final Machine machine;
  private final ValueNames names;
  private HeapSnapshot snapshot;
  private Paths paths;

  KeptBecause(Machine machine, ValueNames names) {
    this.machine = machine;
    this.names = names;
  }

  /** For a machine that is not traced: blocks have no names of their own then. */
  public static KeptBecause withoutBirths(Machine machine) {
    return new KeptBecause(machine, new ValueNames(machine.heap, machine.code, new Births()));
  }

  /** The path at this moment; empty if there is none. */
  public List<String> now(CodeBlock block) {
    marking();
    List<String> path = path(block);
    return path.equals(UNKNOWN) ? List.of() : path;
  }

  /** Marking starts. The paths are only searched if somebody asks. */
  void marking() {
    paths = null;
  }

  List<String> path(CodeBlock block) {
    if (block.handle() == 0) {
      return List.of("policy " + machine.code.policyId());
    }
    if (paths == null) {
      // The heap has been marked but not swept, so it still is what the marking saw.
      snapshot = machine.heap.snapshot();
      paths = new Paths(snapshot, new CodeEdges(machine, snapshot));
    }
    Optional<WhyPath> path = paths.to(block.handle());
    return path.map(this::words).orElse(UNKNOWN);
  }

  private List<String> words(WhyPath path) {
    List<String> words = new ArrayList<>();
    words.add(root(path.root()));
    for (WhyPath.Step step : path.steps()) {
      String name = names.block(step.block());
      words.add(
          switch (step.via()) {
            case FIELD -> name + "." + step.number();
            case SLOT -> name + ", global slot";
            case CODE -> name + ", code";
            case DATA -> name + ", data";
          });
    }
    return words;
  }

  private String root(RootEntry root) {
    return switch (root.kind()) {
      case PC -> "pc";
      case ACCU -> "accu";
      case ENV -> "env";
      case STACK -> "stack " + root.index();
      case GLOBAL -> {
        String name = machine.globals.nameOf(root.index());
        yield name.isEmpty() ? "global" : "global " + name;
      }
      case HOST -> machine.hostCells().get(root.index()).label();
      case NAMED -> "named " + machine.names().get(root.index());
      case SIGNAL -> "handler of signal " + root.index();
      case FINALISER -> "finaliser";
      case DUE -> "due finaliser";
      case FINALISED -> "finalised value";
    };
  }
}
