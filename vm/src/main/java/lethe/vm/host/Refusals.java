package lethe.vm.host;

import java.io.IOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;

/** What the JDK throws, told as the errno that it came from. */
final class Refusals {
  /** The JDK adds this to the text of ELOOP. */
  private static final String OF_ELOOP = Errno.ELOOP.text();

  private Refusals() {}

  /** Something that the JDK may refuse. */
  interface Action<T> {
    T run() throws IOException;
  }

  static <T> T guard(Action<T> action) throws HostError {
    try {
      return action.run();
    } catch (NonReadableChannelException | NonWritableChannelException e) {
      throw new HostError(Errno.EBADF);
    } catch (IllegalArgumentException e) {
      throw new HostError(Errno.EINVAL);
    } catch (IOException e) {
      throw new HostError(errno(e));
    }
  }

  private static Errno errno(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return isBelowFile(missing) ? Errno.ENOTDIR : Errno.ENOENT;
    } else if (e instanceof FileAlreadyExistsException) {
      return Errno.EEXIST;
    } else if (e instanceof AccessDeniedException) {
      return Errno.EACCES;
    } else if (e instanceof DirectoryNotEmptyException) {
      return Errno.ENOTEMPTY;
    } else if (e instanceof NotDirectoryException) {
      return Errno.ENOTDIR;
    } else if (e instanceof NotLinkException) {
      return Errno.EINVAL;
    } else if (e instanceof AtomicMoveNotSupportedException) {
      return Errno.EXDEV;
    }
    String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
    if (reason == null) {
      return Errno.EIO;
    }
    return reason.startsWith(OF_ELOOP) ? Errno.ELOOP : Errno.ofText(reason).orElse(Errno.EIO);
  }

  /** Is something on the way no directory? From version 21 on, the JDK does not always tell that apart. */
  private static boolean isBelowFile(NoSuchFileException e) {
    Path at = e.getFile() == null ? null : Path.of(e.getFile()).getParent();
    while (at != null && Files.notExists(at)) {
      at = at.getParent();
    }
    return at != null && Files.exists(at) && !Files.isDirectory(at);
  }
}
