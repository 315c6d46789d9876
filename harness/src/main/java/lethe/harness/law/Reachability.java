package lethe.harness.law;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lethe.vm.value.Tag;

/**
 * Which loaded code is alive, found without asking the policy.
 *
 * <p>Followed are: every root; a code address in a root (the stack's return, trap and event frames, the pc of an
 * activation, the accumulator); every field of a reached block below {@link Tag#NO_SCAN}; the code that a reached
 * closure runs, each function of a CLOSUREREC group for itself; and the global slots that a reached instance's code
 * names. A handle is a block like any other: reaching it reaches no code. Not followed: code addresses in fields that
 * are data, and blocks of bytes (abstract ones too), so neither weak pointers nor ephemerons keep anything alive.
 */
public final class Reachability {
  private static final int CLOSURE_INFORMATION = 1;

  private final MemoryView memory;
  private final CodeView code;
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private final Map<Long, Way> origins = new HashMap<>();
  private final Deque<Long> open = new ArrayDeque<>();

  private Reachability(MemoryView memory, CodeView code) {
    this.memory = memory;
    this.code = code;
  }

  /** Traverses everything. */
  public static Reachability of(MemoryView memory, CodeView code) {
    Reachability reachability = new Reachability(memory, code);
    Way pinned = Way.from("pinned");
    code.pinned().forEach(unit -> reachability.reachUnit(unit, pinned));
    for (MemoryView.RootWord root : memory.roots()) {
      Way way = Way.from(root.name());
      reachability.reachCode(root.word(), way);
      reachability.reach(root.word(), way);
    }
    reachability.drain();
    return reachability;
  }

  /** The reachable instances, loaded and static. */
  public Set<String> units() {
    return ways.keySet();
  }

  /** How an instance is reached: the root, and the last steps. */
  public Optional<String> pathTo(String unit) {
    return Optional.ofNullable(ways.get(unit)).map(Way::toString);
  }

  private void reach(long word, Way way) {
    if (memory.isBlock(word)) {
      long block = memory.blockOf(word);
      if (origins.putIfAbsent(block, way) == null) {
        open.add(block);
      }
    }
  }

  private void reachCode(long word, Way way) {
    code.unitAt(word).ifPresent(unit -> reachUnit(unit, way));
  }

  private void reachUnit(String unit, Way way) {
    if (ways.putIfAbsent(unit, way) == null) {
      Way slot = way.slotOf(unit);
      code.slotsOf(unit).forEach(word -> reach(word, slot));
    }
  }

  private void drain() {
    while (!open.isEmpty()) {
      long block = open.remove();
      Way way = origins.get(block);
      int tag = memory.tag(block);
      if (tag == Tag.CLOSURE) {
        closure(block, way);
      } else if (tag < Tag.NO_SCAN) {
        fields(block, 0, way);
      }
    }
  }

  private void fields(long block, int from, Way way) {
    for (int i = from; i < memory.sizeWords(block); i++) {
      long word = memory.field(block, i);
      if (memory.isBlock(word)) {
        reach(word, way.field(i));
      }
    }
  }

  /** Words before the environment are code addresses, closure information and infix headers (mlvalues.h). */
  private void closure(long block, Way way) {
    int size = memory.sizeWords(block);
    int environment = size <= CLOSURE_INFORMATION
        ? size : (int) Math.min((memory.field(block, CLOSURE_INFORMATION) << 8) >>> 9, size);
    Way code = way.closure();
    for (int i = 0; i < environment; i++) {
      reachCode(memory.field(block, i), code);
    }
    reachCode(this.code.codeOf(block), code);
    fields(block, environment, way);
  }
}
