package lethe.vm.marshal;

/** The second word of a closure, as an OCaml integer: where its environment starts, in words (mlvalues.h). */
final class ClosureInfo {
  private ClosureInfo() {}

  /** Does the environment start inside the block or at its end, behind one function at least? */
  static boolean isRight(int sizeWords, long info) {
    return info >= 2 && info <= sizeWords;
  }

  /** How many functions the block has; 0 for a dummy that is not filled in. The words 0, 3, 6… are their code. */
  static int functions(int sizeWords, long info) {
    return isRight(sizeWords, info) ? (int) (info + 1) / 3 : 0;
  }
}
