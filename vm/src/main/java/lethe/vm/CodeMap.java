package lethe.vm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.HostCell;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.value.Value;

/**
 * The code blocks of a machine at one moment, and what it calls its roots, as an observer needs them who does not believe the policy.
 */
public final class CodeMap {
  /**
   * A block.
   *
   * @param base address of its first instruction
   * @param slots the global slots that its code names
   * @param handle the heap block that owns it, 0 if there is none
   */
  public record Block(String name, boolean isStatic, long base, int lengthInts, List<Integer> slots, long handle) {
    static Block of(CodeBlock b) {
      List<Integer> slots = Arrays.stream(b.slots()).boxed().toList();
      return new Block(b.name(), b.isStatic(), b.base(), b.lengthInts(), slots, b.handle());
    }

    private boolean holds(long codeAddress) {
      return codeAddress >= base && codeAddress - base <= (long) lengthInts << 2;
    }
  }

  private final List<Block> blocks;
  private final NavigableMap<Long, Block> blocksByBase = new TreeMap<>();
  private final BitSet rootSlots = new BitSet();
  private final long globals;
  private final List<String> hostNames;
  private final Policy policy;

  CodeMap(Machine machine, Policy policy) {
    this.policy = policy;
    blocks = machine.code.live().map(Block::of).toList();
    blocks.forEach(block -> blocksByBase.put(block.base(), block));
    globals = machine.globals.address();
    hostNames = machine.hostCells().stream().map(HostCell::label).toList();
    for (int slot = 0; slot < machine.globals.highest(); slot++) {
      rootSlots.set(slot, machine.globals.isPinned(slot));
    }
  }

  public List<Block> blocks() {
    return blocks;
  }

  /** The block that a code address lies in. */
  public Optional<Block> at(long codeAddress) {
    Map.Entry<Long, Block> below = Value.isCode(codeAddress) ? blocksByBase.floorEntry(codeAddress) : null;
    return below != null && below.getValue().holds(codeAddress) ? Optional.of(below.getValue()) : Optional.empty();
  }

  /** The block of the global table: its fields are references only through slots. */
  public long globals() {
    return globals;
  }

  /** What the host calls one of its roots, by the number of the root: {@code cell 0}. */
  public String hostName(int root) {
    return hostNames.get(root);
  }

  /** Is the slot a root, whoever names it? Those of static code and public names are. */
  public boolean isRootSlot(int slot) {
    return rootSlots.get(slot);
  }

  /** The address of the code that runs when the closure is applied. */
  public long codeOf(HeapSnapshot heap, long closure) {
    return policy.codeOf(heap, closure);
  }
}
