package lethe.vm.heap;

/** Exact counts of a heap since its start, in words with headers. Belongs to the heap, which keeps it up to date. */
public final class GcCounts {
  /** Without what has been allocated since the last collection. */
  long allocatedMinorWords;

  long youngWords;
  long allocatedMajorWords;
  long promotedWords;
  long liveWords;
  long examinedWords;
  long lookUps;
  int minorCollections;
  int fullCollections;
  int fullCollectionsAsked;
  int heapWords;

  GcCounts() {}

  void restart() {
    allocatedMinorWords = 0;
    allocatedMajorWords = 0;
    promotedWords = 0;
    examinedWords = 0;
    lookUps = 0;
    minorCollections = 0;
    fullCollections = 0;
    fullCollectionsAsked = 0;
  }

  /** All that the program allocated, wherever. */
  public long allocatedWords() {
    return minorWords() + allocatedMajorWords;
  }

  /** What the program allocated in the minor area. */
  public long minorWords() {
    return allocatedMinorWords + youngWords;
  }

  /** What the program allocated directly in the major area. */
  public long majorWords() {
    return allocatedMajorWords;
  }

  public long promotedWords() {
    return promotedWords;
  }

  /** Words alive in the major area after the last full collection; 0 before the first. */
  public long liveWords() {
    return liveWords;
  }

  /**
   * Words that all markings have read: each root, each header for every reference to its block, and of each marked block its
   * header and its fields.
   */
  public long examinedWords() {
    return examinedWords;
  }

  /** Code addresses that all markings have looked up, in closures and in roots. */
  public long lookUps() {
    return lookUps;
  }

  /** A full collection counts here too, since it starts with a minor one. */
  public int minorCollections() {
    return minorCollections;
  }

  public int fullCollections() {
    return fullCollections;
  }

  /** Those full collections that the program asked for; one that is running counts. */
  public int fullCollectionsAsked() {
    return fullCollectionsAsked;
  }

  /** The size of the whole heap now. */
  public int heapWords() {
    return heapWords;
  }
}
