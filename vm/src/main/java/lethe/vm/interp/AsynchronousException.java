package lethe.vm.interp;

/**
 * An OCaml exception that a handler of a signal or a finaliser raised: it is raised by the instruction at whose poll that function
 * ran. The value is a raw word, as in {@link lethe.vm.prim.OcamlException}.
 */
final class AsynchronousException extends RuntimeException {
  private final long value;

  AsynchronousException(long value) {
    super(null, null, false, false);
    this.value = value;
  }

  long value() {
    return value;
  }
}
