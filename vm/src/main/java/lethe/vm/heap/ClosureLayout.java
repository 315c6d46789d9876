package lethe.vm.heap;

/** What the collector must know of a block of tag CLOSURE (mlvalues.h, Closinfo_val). */
final class ClosureLayout {
  private ClosureLayout() {}

  /**
   * Where the environment starts, in words from field 0: field 1 says so in its bits 1 to 55. Before it stand code
   * addresses, closure information and infix headers only. A dummy closure that is not filled in yet may say anything;
   * the answer is never more than the block's size.
   */
  static int environmentStart(int sizeWords, long closureInformation) {
    return (int) Math.min((closureInformation << 8) >>> 9, sizeWords);
  }
}
