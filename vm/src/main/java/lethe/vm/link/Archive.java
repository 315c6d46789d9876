package lethe.vm.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lethe.vm.format.CompilationUnit;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.HostCell;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;

/**
 * The members of a library, loaded one after the other. Each is a block of its own, with a life of its own once all have run;
 * until then the closures that ran them are kept, since a later member may name a global of one that nothing else refers to.
 */
public final class Archive {
  /** Hears of each member that has run. */
  public interface Ran {
    /** Must take the module into a root at once. */
    void accept(CodeBlock block, long module);
  }

  private final Machine machine;
  private final Policy policy;
  private final Loader loader;

  public Archive(Machine machine, Policy policy, Loader loader) {
    this.machine = machine;
    this.policy = policy;
    this.loader = loader;
  }

  /**
   * Checks all members, then places and runs each.
   *
   * @param ran is given each member when it has run
   * @throws lethe.vm.prim.OcamlException if one raises; the rest is not placed
   */
  public void load(List<CompilationUnit> members, Ran ran) {
    Set<String> names = new HashSet<>();
    for (CompilationUnit member : members) {
      loader.check(member.name(), member, names);
      names.add(member.name());
    }
    Map<String, Integer> slots = new HashMap<>();
    List<HostCell> cells = new ArrayList<>();
    try {
      for (CompilationUnit member : members) {
        // A policy may have freed a member by now: its global is no longer there.
        loader.check(member.name(), member, slots.keySet());
        CodeBlock block = loader.addMember(member, slots);
        HostCell cell = machine.addHostCell("archive " + block.name(), policy.initialiser(machine, block));
        cells.add(cell);
        long module = loader.initialise(block, cell.get());
        if (block.moduleSlot() >= 0 && !block.isFreed()) {
          slots.put(member.name(), block.moduleSlot());
        }
        ran.accept(block, module);
      }
    } finally {
      cells.forEach(machine::dropHostCell);
    }
  }
}
