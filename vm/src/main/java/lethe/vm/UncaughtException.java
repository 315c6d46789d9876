package lethe.vm;

/** An OCaml exception that no handler of the called function took. The message is the exception as results show it. */
public final class UncaughtException extends RuntimeException {
  UncaughtException(String exception) {
    super(exception);
  }
}
