package lethe.vm.prim;

/** The program asks to end: thrown by caml_sys_exit, answered by whoever runs the machine. */
public final class ExitRequest extends RuntimeException {
  private final int code;

  public ExitRequest(int code) {
    super("exit " + code, null, false, false);
    this.code = code;
  }

  /** The exit code as the program gave it; a process keeps its low eight bits. */
  public int code() {
    return code;
  }
}
