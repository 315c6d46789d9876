package lethe.vm.heap;

/** Whoever holds words outside the heap. */
@FunctionalInterface
public interface Roots {
  /** Shows every root once, in a fixed order, and stores back what the visitor returns. */
  void visit(RootVisitor visitor);
}
