package lethe.vm.heap;

/** The heap's invariants. */
public final class HeapCheck {
  private HeapCheck() {}

  public static void check(Heap heap) {}
}
