package lethe.vm.heap;

/** Runs collections: the order of phases, events and counts. */
final class Collector {
  private final Heap heap;
  private final MinorCollector minor;
  private final MajorCollector major;

  Collector(Heap heap) {
    this.heap = heap;
    minor = new MinorCollector(heap);
    major = new MajorCollector(heap);
  }

  void minor(GcCause cause) {
    begin(GcKind.MINOR, cause);
    promote();
    end(GcKind.MINOR, 0, 0);
  }

  void full(GcCause cause) {
    GcCounts counts = heap.counts();
    counts.fullCollections++;
    if (cause == GcCause.PROGRAM) {
      counts.fullCollectionsAsked++;
    }
    begin(GcKind.FULL, cause);
    promote();
    major.collect();
    counts.liveWords = major.liveWords();
    counts.examinedWords += major.examinedWords();
    counts.lookUps += major.lookUps();
    heap.fullEnded(major.liveWords());
    end(GcKind.FULL, major.freedBlocks(), major.freedWords());
  }

  /** The limit is the program's: after promotion went over it, only a full collection may save the program. */
  void checkLimit() {
    int maxWords = heap.options.maxWords();
    if (heap.firstMajorIndex() + heap.pacing.occupiedWords() <= maxWords) {
      return;
    }
    full(GcCause.PACING);
    long needed = heap.firstMajorIndex() + major.liveWords();
    if (needed > maxWords) {
      throw new HeapExhausted(needed, maxWords);
    }
  }

  private void promote() {
    minor.collect();
    heap.minorEmptied();
    GcCounts counts = heap.counts();
    counts.minorCollections++;
    counts.promotedWords += minor.promotedWords();
  }

  private void begin(GcKind kind, GcCause cause) {
    if (heap.observer != null) {
      heap.observer.begin(kind, cause);
    }
  }

  private void end(GcKind kind, int freedBlocks, long freedWords) {
    if (heap.options.check()) {
      HeapCheck.check(heap);
    }
    if (heap.observer != null) {
      heap.observer.end(
          kind, new GcFigures(minor.promotedBlocks(), minor.promotedWords(), freedBlocks, freedWords));
    }
  }
}
