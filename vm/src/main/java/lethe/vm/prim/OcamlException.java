package lethe.vm.prim;

/**
 * An OCaml exception on its way from a primitive to the interpreter that called it. The value is a raw word: nothing
 * may collect before a handler has stored it.
 */
public final class OcamlException extends RuntimeException {
  private final long value;

  public OcamlException(long value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** The exception's block. */
  public long value() {
    return value;
  }
}
