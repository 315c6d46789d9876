package lethe.vm.heap;

/** The heap would exceed its greatest size. The heap is sound; the machine raises Out_of_memory. */
public final class HeapExhausted extends RuntimeException {
  public HeapExhausted(long wantedWords, int maxWords) {
    super("heap exhausted: " + wantedWords + " words wanted, " + maxWords + " allowed", null, false, false);
  }
}
