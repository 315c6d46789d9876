package lethe.harness.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
 * are data, and blocks of bytes (abstract ones too), so no weak pointer keeps anything alive.
 *
 * <p>The data of an ephemeron is followed once the ephemeron and all its keys are reached. A value that Gc.finalise has
 * registered is followed, since a collection that finds it dead keeps it for the function; functions are roots.
 */
public final class Reachability {
  private static final int CLOSURE_INFORMATION = 1;
  private static final int DATA = 1;

  private final MemoryView memory;
  private final CodeView code;
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private final Map<Long, Way> origins = new HashMap<>();
  private final Deque<Long> open = new ArrayDeque<>();

  /** By a block that is not reached: the ephemerons for which it is the first condition missing. */
  private final Map<Long, List<Waiting>> waiting = new HashMap<>();

  private final Deque<Waiting> ready = new ArrayDeque<>();

  /** An ephemeron and the number of the key from which on it is to be looked at; {@link #DATA} for itself. */
  private record Waiting(long ephemeron, int from) {}

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
    memory.ephemerons().forEach(ephemeron -> reachability.ready.add(new Waiting(ephemeron, DATA)));
    reachability.drain();
    memory.finalised().forEach(word -> reachability.reach(word, Way.from("finalised value")));
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
        List<Waiting> waiters = waiting.remove(block);
        if (waiters != null) {
          ready.addAll(waiters);
        }
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
    drainBlocks();
    while (!ready.isEmpty()) {
      ephemeron(ready.remove());
      drainBlocks();
    }
  }

  private void ephemeron(Waiting waiting) {
    long ephemeron = waiting.ephemeron();
    for (int i = waiting.from(); i < memory.sizeWords(ephemeron); i++) {
      long condition = i == DATA ? ephemeron : memory.field(ephemeron, i);
      if (memory.isBlock(condition) && !isReached(memory.blockOf(condition))) {
        this.waiting
            .computeIfAbsent(memory.blockOf(condition), block -> new ArrayList<>())
            .add(new Waiting(ephemeron, i));
        return;
      }
    }
    reach(memory.field(ephemeron, DATA), origins.get(ephemeron).data());
  }

  /** A block without fields is always there. */
  private boolean isReached(long block) {
    return origins.containsKey(block) || memory.sizeWords(block) == 0;
  }

  private void drainBlocks() {
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
