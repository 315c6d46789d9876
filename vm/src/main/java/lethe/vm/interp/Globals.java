package lethe.vm.interp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lethe.vm.heap.Heap;
import lethe.vm.heap.Marker;
import lethe.vm.heap.Root;
import lethe.vm.heap.RootVisitor;
import lethe.vm.value.Value;

/**
 * The global table: one heap block, as in OCaml (meta.c), with a slot for each unit's module block and for each literal.
 *
 * <p>The collector does not trace it as a block. A slot lives while a public name does (static code, a unit that others
 * may link against) or while a live code block names it; otherwise a unit's exported closures, which its own slot holds,
 * would keep the unit alive for ever. A slot that no block names any more is cleared and given out again.
 */
public final class Globals {
  private static final int GROWTH = 256;

  private final Heap heap;
  private final CodeSeams seams;
  private long block;
  private int used;
  private final List<Integer> free = new ArrayList<>();
  private final BitSet pinned = new BitSet();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<Integer, String> namesOfSlots = new HashMap<>();
  private int[] users = new int[GROWTH];


  Globals(Heap heap, CodeSeams seams) {
    this.heap = heap;
    this.seams = seams;
    this.block = heap.allocateMajor(GROWTH, 0);
    for (int i = 0; i < GROWTH; i++) {
      heap.init(block, i, Value.UNIT);
    }
  }

  /** The block itself; it changes when the table grows. */
  public long address() {
    return block;
  }

  /** One more than the highest slot that has ever been in use. */
  public int highest() {
    return used;
  }

  public long get(int slot) {
    return heap.field(block, slot);
  }

  public void set(int slot, long value) {
    heap.setField(block, slot, value);
  }

  /** Gives a fresh slot its first value; no store of the program, so no event. */
  public void define(int slot, long value) {
    heap.init(block, slot, value);
  }

  /** Takes the slot into use, and all below it: an executable numbers its slots itself. */
  public void ensure(int slot) {
    while (used <= slot) {
      if (used == heap.sizeWords(block)) {
        grow();
      }
      used++;
    }
  }

  /** A slot nobody uses, holding unit; slots are reused last in, first out. */
  public int allocate() {
    if (!free.isEmpty()) {
      return free.remove(free.size() - 1);
    }
    if (used == heap.sizeWords(block)) {
      grow();
    }
    return used++;
  }

  private void grow() {
    int size = heap.sizeWords(block);
    grow(size + Math.max(GROWTH, size >> 1));
  }

  private void grow(int slots) {
    int size = heap.sizeWords(block);
    long larger = heap.allocateMajor(slots, 0);
    for (int i = 0; i < heap.sizeWords(larger); i++) {
      heap.init(larger, i, i < size ? heap.field(block, i) : Value.UNIT);
    }
    block = larger;
    users = Arrays.copyOf(users, heap.sizeWords(larger));
  }

  /**
   * The program has got the block and reads and stores by number: every slot is in use now and stays for ever, also one that
   * only the program's own linker knows (meta.c, caml_get_global_data). It sees how long the block is, and asks for a larger one
   * where that is not enough: so there is no room to spare.
   */
  public void expose() {
    if (used < heap.sizeWords(block)) {
      heap.truncate(block, used);
    }
    pinned.set(0, heap.sizeWords(block));
    used = heap.sizeWords(block);
    free.clear();
  }

  /** Room for that many slots (meta.c, caml_realloc_global): 256 more, rounded down to a multiple of 256. */
  public void reallocate(int slots) {
    if (slots >= heap.sizeWords(block)) {
      grow((slots + GROWTH) & -GROWTH);
      used = heap.sizeWords(block);
    }
    expose();
  }

  /** The slot stays for ever. */
  public void pin(int slot) {
    pinned.set(slot);
  }

  /** Other units can be linked against the slot by this name. */
  public void name(String global, int slot) {
    names.put(global, slot);
    namesOfSlots.put(slot, global);
    pin(slot);
  }

  /** The name is given up: the slot lives on only as long as a live code block names it. */
  public void forget(String global) {
    Integer slot = names.remove(global);
    if (slot != null) {
      namesOfSlots.remove(slot);
      pinned.clear(slot);
      if (users[slot] == 0) {
        clear(slot);
      }
    }
  }

  private void clear(int slot) {
    heap.init(block, slot, Value.UNIT);
    free.add(slot);
  }

  public OptionalInt slotOf(String global) {
    Integer slot = names.get(global);
    return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
  }

  /** The name of a public slot, or "". */
  public String nameOf(int slot) {
    return namesOfSlots.getOrDefault(slot, "");
  }

  void retain(int[] slots) {
    for (int slot : slots) {
      users[slot]++;
    }
  }

  /** A block is gone: slots that only it named are cleared and free again. Gives their number. */
  int release(int[] slots) {
    int cleared = 0;
    for (int slot : slots) {
      if (--users[slot] == 0 && seams.freesSlot(slot, pinned.get(slot))) {
        clear(slot);
        cleared++;
      }
    }
    return cleared;
  }

  void visit(RootVisitor v) {
    block = v.visit(Root.GLOBAL, 0, block);
  }

  void markPinned(Marker m) {
    m.markWithoutFields(block);
    for (int slot = pinned.nextSetBit(0); slot >= 0; slot = pinned.nextSetBit(slot + 1)) {
      m.mark(get(slot));
    }
  }

  /** Is the slot a root by itself? */
  public boolean isPinned(int slot) {
    return pinned.get(slot);
  }

  /** Slots in use. */
  public int live() {
    return used - free.size();
  }
}
