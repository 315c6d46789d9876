package lethe.vm.prim.std;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import lethe.vm.heap.Barrier;
import lethe.vm.heap.FollowedValues;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.GcFigures;
import lethe.vm.heap.GcKind;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapObserver;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/**
 * A memory profile that runs: samples of the words that the program allocates, and what its tracker is told of the blocks they
 * are in. The tracker's functions run at the next poll, in the order of what happened; what they allocate is not sampled.
 *
 * <p>The tracker, and what it has answered for each block, lie in an array that is registered by name.
 */
final class Profile implements HeapObserver, FollowedValues.Follower {
  private static final String ROOT = "Gc.Memprof";
  private static final int TRACKER = 0;
  private static final int FIRST_ROOM = 64;

  // The fields of a tracker.
  private static final int ALLOC_MINOR = 0;
  private static final int ALLOC_MAJOR = 1;
  private static final int PROMOTE = 2;
  private static final int DEALLOC_MINOR = 3;
  private static final int DEALLOC_MAJOR = 4;

  // The constructors of Gc.Memprof.allocation_source.
  private static final long NORMAL = Value.ofLong(0);
  private static final long MARSHAL = Value.ofLong(1);

  private static final long NONE = Value.ofLong(0);

  /** A block that has a sample. Its number is the field of the tracker's answer about it. */
  private static final class Sampled {
    final int id;
    final long samples;
    final long sizeWords;
    final long source;
    final long[] callStack;

    Sampled(int id, long samples, long sizeWords, long source, long[] callStack) {
      this.id = id;
      this.samples = samples;
      this.sizeWords = sizeWords;
      this.source = source;
      this.callStack = callStack;
    }
  }

  /** The tracker's function to be called for a block. */
  private record Call(Sampled block, int function) {
    boolean isFirst() {
      return function == ALLOC_MINOR || function == ALLOC_MAJOR;
    }

    boolean isLast() {
      return function == DEALLOC_MINOR || function == DEALLOC_MAJOR;
    }
  }

  private final Runtime rt;
  private final Heap heap;
  private final Sampler sampler;
  private final int mostFrames;
  private final HeapObserver outer;
  private final boolean pollsWereForced;
  private final List<Sampled> blocks = new ArrayList<>();
  private final Deque<Integer> freeIds = new ArrayDeque<>();
  private final Deque<Call> calls = new ArrayDeque<>();
  private boolean suspended;
  private boolean stopped;
  private long source = NORMAL;

  /** Starts. */
  Profile(Runtime rt, double rate, int mostFrames, long tracker) {
    this.rt = rt;
    this.heap = rt.heap();
    this.sampler = new Sampler(rate);
    this.mostFrames = mostFrames;
    this.outer = heap.observer();
    this.pollsWereForced = heap.pollsForced();
    long root = heap.allocate(FIRST_ROOM, 0);
    heap.setField(root, TRACKER, tracker);
    rt.registerNamed(ROOT, root);
    blocks.add(null); // the tracker's own field
    heap.followed().setFollower(this);
    heap.setObserver(this);
    heap.forcePolls(true);
  }

  /** Stops, after the tracker has been told what it has not been told yet. */
  void close() {
    try {
      rt.pending().run();
    } finally {
      stopped = true;
      heap.forcePolls(pollsWereForced);
      heap.setObserver(outer);
      heap.followed().setFollower(null);
      rt.registerNamed(ROOT, Value.UNIT);
      calls.clear();
    }
  }

  long marshalled(LongSupplier allocation) {
    source = MARSHAL;
    try {
      return allocation.getAsLong();
    } finally {
      source = NORMAL;
    }
  }

  // What happens.

  @Override
  public void allocated(long block) {
    if (outer != null) {
      outer.allocated(block);
    }
    int sizeWords = heap.sizeWords(block);
    long samples = suspended ? 0 : sampler.samplesIn(sizeWords + 1);
    if (samples > 0) {
      int id = freeIds.isEmpty() ? blocks.size() : freeIds.pop();
      Sampled sampled = new Sampled(id, samples, sizeWords, source, rt.backtraces().allocationStack(mostFrames));
      if (id == blocks.size()) {
        blocks.add(sampled);
      } else {
        blocks.set(id, sampled);
      }
      heap.followed().follow(block, id);
      call(sampled, heap.isYoung(block) ? ALLOC_MINOR : ALLOC_MAJOR);
    }
  }

  @Override
  public void promoted(int id) {
    if (blocks.get(id) != null) {
      call(blocks.get(id), PROMOTE);
    }
  }

  @Override
  public void died(int id, boolean young) {
    if (blocks.get(id) != null) {
      call(blocks.get(id), young ? DEALLOC_MINOR : DEALLOC_MAJOR);
    } else {
      freeIds.push(id);
    }
  }

  private void call(Sampled block, int function) {
    calls.add(new Call(block, function));
    heap.requestAction();
  }

  @Override
  public void stored(long block, int field, long value, Barrier decision) {
    if (outer != null) {
      outer.stored(block, field, value, decision);
    }
  }

  @Override
  public void moved(long from, long to) {
    if (outer != null) {
      outer.moved(from, to);
    }
  }

  @Override
  public String birth(long block) {
    return outer == null ? "" : outer.birth(block);
  }

  @Override
  public void begin(GcKind kind, GcCause cause) {
    if (outer != null) {
      outer.begin(kind, cause);
    }
  }

  @Override
  public void end(GcKind kind, GcFigures figures) {
    if (outer != null) {
      outer.end(kind, figures);
    }
  }

  // What the tracker is told.

  /** Tells it all; false if there was nothing. */
  boolean run() {
    boolean ran = false;
    while (!suspended && !calls.isEmpty()) {
      Call next = calls.remove();
      if (blocks.get(next.block.id) == next.block) {
        tell(next);
        ran = true;
      }
      if (next.isLast()) {
        freeIds.push(next.block.id);
      }
    }
    return ran;
  }

  /** Calls the function; an answer is kept for the next call about the block, which there is only if there is an answer. */
  private void tell(Call call) {
    suspended = true;
    long answer = NONE;
    try {
      long root = rt.named(ROOT);
      long argument = call.isFirst() ? allocation(call.block) : answerOf(root, call.block.id);
      answer = rt.callback(heap.field(heap.field(root, TRACKER), call.function), argument);
    } finally {
      if (!stopped) {
        settle(call, answer);
        suspended = false;
      }
    }
  }

  private void settle(Call call, long answer) {
    if (call.isLast() || answer == NONE) {
      blocks.set(call.block.id, null);
      keep(call.block.id, Value.UNIT);
    } else {
      keep(call.block.id, heap.field(answer, 0));
    }
  }

  /** A Gc.Memprof.allocation. */
  private long allocation(Sampled block) {
    long callStack = Backtrace.ofAddresses(heap, block.callStack);
    return Boxed.tuple(heap, Value.ofLong(block.samples), Value.ofLong(block.sizeWords), block.source, callStack);
  }

  /** What the array has no room for is unit. */
  private long answerOf(long root, int id) {
    return id < heap.sizeWords(root) ? heap.field(root, id) : Value.UNIT;
  }

  private void keep(int id, long answer) {
    long root = rt.named(ROOT);
    int room = heap.sizeWords(root);
    if (id >= room && answer == Value.UNIT) {
      return;
    }
    if (id >= room) {
      long larger = heap.allocate(2 * Math.max(room, id), 0);
      for (int i = 0; i < room; i++) {
        heap.setField(larger, i, heap.field(root, i));
      }
      rt.registerNamed(ROOT, larger);
      root = larger;
    }
    heap.setField(root, id, answer);
  }
}
