package lethe.vm.host;

/** The host refuses or fails; the message is the text of the C library's strerror, e.g. "No such file or directory". */
public final class HostError extends Exception {
  private final Errno errno;

  public HostError(Errno errno) {
    super(errno.text());
    this.errno = errno;
  }

  public Errno errno() {
    return errno;
  }
}
