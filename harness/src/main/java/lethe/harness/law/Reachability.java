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
  private final Map<String, String> paths = new LinkedHashMap<>();
  private final Map<Long, String> origins = new HashMap<>();
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
    code.pinned().forEach(unit -> reachability.reachUnit(unit, "pinned"));
    for (MemoryView.RootWord root : memory.roots()) {
      reachability.reachCode(root.word(), root.name());
      reachability.reach(root.word(), root.name());
    }
    memory.ephemerons().forEach(ephemeron -> reachability.ready.add(new Waiting(ephemeron, DATA)));
    reachability.drain();
    memory.finalised().forEach(word -> reachability.reach(word, "finalised value"));
    reachability.drain();
    return reachability;
  }

  /** The reachable instances, loaded and static. */
  public Set<String> units() {
    return paths.keySet();
  }

  /** How an instance is reached: the root, and the last steps. */
  public Optional<String> pathTo(String unit) {
    return Optional.ofNullable(paths.get(unit));
  }

  private void reach(long word, String path) {
    if (memory.isBlock(word)) {
      long block = memory.blockOf(word);
      if (origins.putIfAbsent(block, path) == null) {
        open.add(block);
        List<Waiting> waiters = waiting.remove(block);
        if (waiters != null) {
          ready.addAll(waiters);
        }
      }
    }
  }

  private void reachCode(long word, String path) {
    code.unitAt(word).ifPresent(unit -> reachUnit(unit, path));
  }

  private void reachUnit(String unit, String path) {
    if (paths.putIfAbsent(unit, path) == null) {
      code.slotsOf(unit).forEach(word -> reach(word, path + ", slot of " + unit));
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
    reach(memory.field(ephemeron, DATA), shorten(origins.get(ephemeron)) + ", data");
  }

  /** A block without fields is always there. */
  private boolean isReached(long block) {
    return origins.containsKey(block) || memory.sizeWords(block) == 0;
  }

  private void drainBlocks() {
    while (!open.isEmpty()) {
      long block = open.remove();
      String path = origins.get(block);
      int tag = memory.tag(block);
      if (tag == Tag.CLOSURE) {
        closure(block, path);
      } else if (tag < Tag.NO_SCAN) {
        fields(block, 0, path);
      }
    }
  }

  private void fields(long block, int from, String path) {
    for (int i = from; i < memory.sizeWords(block); i++) {
      reach(memory.field(block, i), shorten(path) + ", field " + i);
    }
  }

  /** Words before the environment are code addresses, closure information and infix headers (mlvalues.h). */
  private void closure(long block, String path) {
    int size = memory.sizeWords(block);
    int environment = size <= CLOSURE_INFORMATION
        ? size : (int) Math.min((memory.field(block, CLOSURE_INFORMATION) << 8) >>> 9, size);
    for (int i = 0; i < environment; i++) {
      reachCode(memory.field(block, i), path + ", closure");
    }
    reachCode(code.codeOf(block), path + ", closure");
    fields(block, environment, path);
  }

  /** Keeps the root and the last few steps: a path through a long list is not worth its length. */
  private static String shorten(String path) {
    int steps = path.split(", ", -1).length;
    if (steps < 8) {
      return path;
    }
    int root = path.indexOf(", ");
    int tail = path.length();
    for (int i = 0; i < 4; i++) {
      tail = path.lastIndexOf(", ", tail - 1);
    }
    return path.substring(0, root) + ", …" + path.substring(tail);
  }
}
