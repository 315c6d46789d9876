package lethe.vm.heap;

import lethe.vm.fault.InputError;

/**
 * Sizes of a heap, in words of 8 bytes.
 *
 * @param minorWords how much is allocated in the minor area before it is due for collection
 * @param majorWords the major area at the start, the least by which it grows, and the floor of the pacing
 * @param maxWords the greatest size of the whole heap that a program's allocation may bring about
 * @param check whether {@link HeapCheck} runs after each collection
 */
public record HeapOptions(int minorWords, int majorWords, int maxWords, boolean check) {
  /** 256 kB of minor area: it fits a processor's cache. At most 2 GB in all. */
  public static final HeapOptions DEFAULT = new HeapOptions(32_768, 65_536, 1 << 28, false);

  private static final int LARGEST = 1 << 30;

  public HeapOptions {
    if (minorWords < Heap.MAX_YOUNG_WORDS) {
      throw new InputError(
          "heap option minorWords",
          "at least " + Heap.MAX_YOUNG_WORDS + " words (compiled code allocates blocks up to that size there)",
          Integer.toString(minorWords));
    }
    if (majorWords < 1) {
      throw new InputError("heap option majorWords", "at least 1 word", Integer.toString(majorWords));
    }
    if (maxWords > LARGEST) {
      throw new InputError(
          "heap option maxWords", "at most " + LARGEST + " words (one Java array)", Integer.toString(maxWords));
    }
    long least = Heap.leastWords(minorWords) + majorWords;
    if (maxWords < least) {
      throw new InputError(
          "heap option maxWords", "at least " + least + " words (minor and major area)", Integer.toString(maxWords));
    }
  }

  public HeapOptions withMinorWords(int words) {
    return new HeapOptions(words, majorWords, maxWords, check);
  }

  public HeapOptions withMajorWords(int words) {
    return new HeapOptions(minorWords, words, maxWords, check);
  }

  public HeapOptions withMaxWords(int words) {
    return new HeapOptions(minorWords, majorWords, words, check);
  }

  public HeapOptions withCheck(boolean on) {
    return new HeapOptions(minorWords, majorWords, maxWords, on);
  }
}
