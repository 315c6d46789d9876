package lethe.vm.heap;

import lethe.vm.value.Header;

/** What the collector must know of a block of tag CLOSURE (mlvalues.h, Closinfo_val). */
final class ClosureLayout {
  private ClosureLayout() {}

  /**
   * Where the environment starts, in words from field 0: field 1 says so in its bits 1 to 55. Before it stand code
   * addresses, closure information and infix headers only. A dummy closure that is not filled in yet may say anything;
   * the answer is never more than the block's size.
   */
  static int environmentStart(long[] words, int index) {
    int size = Header.sizeWords(words[index - 1]);
    if (size < 2) {
      return size;
    }
    return (int) Math.min((words[index + 1] << 8) >>> 9, size);
  }
}
