package lethe.vm.heap;

/** What the write barrier decided for one store (memory.c, caml_modify). */
public enum Barrier {
  /** Nothing to do: no young value, or a young block. */
  NONE,
  /** The field entered the remembered set. */
  REMEMBERED,
  /** The field held a young value before, so it is in the remembered set already. */
  ALREADY
}
