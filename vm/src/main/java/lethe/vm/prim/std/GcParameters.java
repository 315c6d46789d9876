package lethe.vm.prim.std;

import lethe.vm.heap.GcCause;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/**
 * What Gc.set sets and Gc.get gives (gc_ctrl.c), with OCaml's defaults and bounds. An effect on this heap have: the minor heap's
 * size, up to the one that the machine was made with; space_overhead; stack_limit. The others are only remembered.
 */
final class GcParameters {
  private static final int LEAST_MINOR_WORDS = 4096;
  private static final int MOST_MINOR_WORDS = 1 << 28;
  private static final int PAGE_WORDS = 512;
  private static final int MOST_WINDOW = 50;
  private static final int POLICIES = 3;

  private long minorWords;
  private long increment = 15;
  private long spaceOverhead = 120;
  private long verbose;
  private long maxOverhead = 500;
  private long policy = 2;
  private long window = 1;
  private long customMajorRatio = 44;
  private long customMinorRatio = 100;
  private long customMinorMaxBytes = 8192;

  private GcParameters(Heap heap) {
    minorWords = heap.options().minorWords();
  }

  static GcParameters of(Runtime rt) {
    Heap heap = rt.heap();
    return rt.state(GcParameters.class, () -> new GcParameters(heap));
  }

  /** A new record of type Gc.control. */
  long record(Runtime rt) {
    long[] values = {
      minorWords, increment, spaceOverhead, verbose, maxOverhead, rt.stackSize().limitWords(), policy, window,
      customMajorRatio, customMinorRatio, customMinorMaxBytes
    };
    for (int i = 0; i < values.length; i++) {
      values[i] = Value.ofLong(values[i]);
    }
    return Boxed.tuple(rt.heap(), values);
  }

  /** Takes over a record of type Gc.control. The minor heap comes last, since it is emptied. */
  void set(Runtime rt, long record) {
    increment = field(rt, record, 1);
    verbose = field(rt, record, 3);
    maxOverhead = field(rt, record, 4);
    spaceOverhead = atLeastOne(field(rt, record, 2));
    rt.heap().setSpaceOverhead((int) (spaceOverhead < 0 ? Integer.MAX_VALUE : Math.min(spaceOverhead, Integer.MAX_VALUE)));
    rt.stackSize().setLimitWords(field(rt, record, 5));
    long wantedPolicy = field(rt, record, 6);
    policy = wantedPolicy >= 0 && wantedPolicy < POLICIES ? wantedPolicy : policy;
    window = Math.max(1, Math.min(field(rt, record, 7), MOST_WINDOW));
    customMajorRatio = atLeastOne(field(rt, record, 8));
    customMinorRatio = atLeastOne(field(rt, record, 9));
    customMinorMaxBytes = field(rt, record, 10);
    setMinor(rt, field(rt, record, 0));
  }

  private void setMinor(Runtime rt, long wanted) {
    long bounded = Math.max(LEAST_MINOR_WORDS, Math.min(wanted, MOST_MINOR_WORDS));
    long rounded = (bounded + PAGE_WORDS - 1) / PAGE_WORDS * PAGE_WORDS;
    if (rounded != minorWords) {
      minorWords = rounded;
      rt.heap().setMinorWords((int) rounded, GcCause.PROGRAM);
    }
  }

  private static long field(Runtime rt, long record, int i) {
    return Value.longOf(rt.heap().field(record, i));
  }

  /** OCaml takes the number for one without sign here, so that a negative one is large and stays. */
  private static long atLeastOne(long n) {
    return n == 0 ? 1 : n;
  }

  /** The parameters as OCAMLRUNPARAM spells them. */
  String runtimeParameters(Runtime rt, boolean warnings) {
    return "a=" + policy + ",b=" + (rt.backtraces().isActive() ? 1 : 0) + ",H=0,i=" + increment + ",l=" + rt.stackSize().limitWords()
        + ",o=" + Long.toUnsignedString(spaceOverhead) + ",O=" + maxOverhead + ",p=0,s=" + minorWords
        + ",t=0,v=" + verbose + ",w=" + window + ",W=" + (warnings ? 1 : 0);
  }
}
