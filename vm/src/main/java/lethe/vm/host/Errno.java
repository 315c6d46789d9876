package lethe.vm.host;

import java.util.Optional;

/**
 * Why a host refuses, as Linux numbers and glibc words it. The order up to {@link #EOVERFLOW} is that of the constant
 * constructors of OCaml's type Unix.error; OCaml knows the others by number only.
 */
public enum Errno {
  E2BIG(7, "Argument list too long"),
  EACCES(13, "Permission denied"),
  EAGAIN(11, "Resource temporarily unavailable"),
  EBADF(9, "Bad file descriptor"),
  EBUSY(16, "Device or resource busy"),
  ECHILD(10, "No child processes"),
  EDEADLK(35, "Resource deadlock avoided"),
  EDOM(33, "Numerical argument out of domain"),
  EEXIST(17, "File exists"),
  EFAULT(14, "Bad address"),
  EFBIG(27, "File too large"),
  EINTR(4, "Interrupted system call"),
  EINVAL(22, "Invalid argument"),
  EIO(5, "Input/output error"),
  EISDIR(21, "Is a directory"),
  EMFILE(24, "Too many open files"),
  EMLINK(31, "Too many links"),
  ENAMETOOLONG(36, "File name too long"),
  ENFILE(23, "Too many open files in system"),
  ENODEV(19, "No such device"),
  ENOENT(2, "No such file or directory"),
  ENOEXEC(8, "Exec format error"),
  ENOLCK(37, "No locks available"),
  ENOMEM(12, "Cannot allocate memory"),
  ENOSPC(28, "No space left on device"),
  ENOSYS(38, "Function not implemented"),
  ENOTDIR(20, "Not a directory"),
  ENOTEMPTY(39, "Directory not empty"),
  ENOTTY(25, "Inappropriate ioctl for device"),
  ENXIO(6, "No such device or address"),
  EPERM(1, "Operation not permitted"),
  EPIPE(32, "Broken pipe"),
  ERANGE(34, "Numerical result out of range"),
  EROFS(30, "Read-only file system"),
  ESPIPE(29, "Illegal seek"),
  ESRCH(3, "No such process"),
  EXDEV(18, "Invalid cross-device link"),
  EWOULDBLOCK(11, "Resource temporarily unavailable"),
  EINPROGRESS(115, "Operation now in progress"),
  EALREADY(114, "Operation already in progress"),
  ENOTSOCK(88, "Socket operation on non-socket"),
  EDESTADDRREQ(89, "Destination address required"),
  EMSGSIZE(90, "Message too long"),
  EPROTOTYPE(91, "Protocol wrong type for socket"),
  ENOPROTOOPT(92, "Protocol not available"),
  EPROTONOSUPPORT(93, "Protocol not supported"),
  ESOCKTNOSUPPORT(94, "Socket type not supported"),
  EOPNOTSUPP(95, "Operation not supported"),
  EPFNOSUPPORT(96, "Protocol family not supported"),
  EAFNOSUPPORT(97, "Address family not supported by protocol"),
  EADDRINUSE(98, "Address already in use"),
  EADDRNOTAVAIL(99, "Cannot assign requested address"),
  ENETDOWN(100, "Network is down"),
  ENETUNREACH(101, "Network is unreachable"),
  ENETRESET(102, "Network dropped connection on reset"),
  ECONNABORTED(103, "Software caused connection abort"),
  ECONNRESET(104, "Connection reset by peer"),
  ENOBUFS(105, "No buffer space available"),
  EISCONN(106, "Transport endpoint is already connected"),
  ENOTCONN(107, "Transport endpoint is not connected"),
  ESHUTDOWN(108, "Cannot send after transport endpoint shutdown"),
  ETOOMANYREFS(109, "Too many references: cannot splice"),
  ETIMEDOUT(110, "Connection timed out"),
  ECONNREFUSED(111, "Connection refused"),
  EHOSTDOWN(112, "Host is down"),
  EHOSTUNREACH(113, "No route to host"),
  ELOOP(40, "Too many levels of symbolic links"),
  EOVERFLOW(75, "Value too large for defined data type"),
  ETXTBSY(26, "Text file busy"),
  EDQUOT(122, "Disk quota exceeded"),
  ESTALE(116, "Stale file handle"),
  EILSEQ(84, "Invalid or incomplete multibyte or wide character"),
  ENOTBLK(15, "Block device required");

  private final int number;
  private final String text;

  Errno(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** Linux's number. */
  public int number() {
    return number;
  }

  /** The text of strerror, e.g. "No such file or directory". */
  public String text() {
    return text;
  }

  /** Has OCaml's type Unix.error a constructor for it? */
  public boolean isConstructor() {
    return compareTo(EOVERFLOW) <= 0;
  }

  /** The first one with that text. */
  public static Optional<Errno> ofText(String text) {
    for (Errno errno : values()) {
      if (errno.text.equals(text)) {
        return Optional.of(errno);
      }
    }
    return Optional.empty();
  }

  /** The first one with that number. */
  public static Optional<Errno> ofNumber(int number) {
    for (Errno errno : values()) {
      if (errno.number == number) {
        return Optional.of(errno);
      }
    }
    return Optional.empty();
  }
}
