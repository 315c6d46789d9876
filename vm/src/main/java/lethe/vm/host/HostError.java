package lethe.vm.host;

/** The host refuses or fails; the message is the text of the C library's strerror, e.g. "No such file or directory". */
public final class HostError extends Exception {
  public static final String PERMISSION_DENIED = "Permission denied";
  public static final String NO_SUCH_FILE = "No such file or directory";
  public static final String FILE_EXISTS = "File exists";
  public static final String BAD_DESCRIPTOR = "Bad file descriptor";
  public static final String ILLEGAL_SEEK = "Illegal seek";
  public static final String IS_DIRECTORY = "Is a directory";
  public static final String NOT_DIRECTORY = "Not a directory";
  public static final String NOT_EMPTY = "Directory not empty";
  public static final String INPUT_OUTPUT = "Input/output error";

  public HostError(String reason) {
    super(reason);
  }
}
