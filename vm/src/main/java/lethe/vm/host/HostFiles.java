package lethe.vm.host;

import java.util.List;
import java.util.Set;

/**
 * The named files of a host. Every operation is refused with EACCES unless overridden. Paths are as the program spells them:
 * relative ones start at {@link #workingDirectory}, which is each host's own.
 */
public interface HostFiles {
  /** What access(2) asks for, in the order of OCaml's type Unix.access_permission. */
  enum Access {
    READ,
    WRITE,
    EXECUTE,
    EXIST
  }

  /** Opens a file; permissions are Unix mode bits, used when it is created. */
  default HostFile open(String path, Set<OpenFlag> flags, int permissions) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** What a path leads to; of a symbolic link itself, if it is not to be followed. */
  default FileStatus status(String path, boolean followLink) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** Can the path be followed to its end? */
  default boolean exists(String path) {
    try {
      status(path, true);
      return true;
    } catch (HostError e) {
      return false;
    }
  }

  /** Refused unless all of that is permitted. */
  default void access(String path, Set<Access> wanted) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  default void remove(String path) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  default void rename(String from, String to) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** A second name for a file. */
  default void link(String existing, String name) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** A symbolic link whose content is the target, which need not exist. */
  default void symbolicLink(String target, String name) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** The content of a symbolic link. */
  default String readLink(String path) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** The absolute path without links. */
  default String realPath(String path) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** The low twelve bits of the mode. */
  default void changeMode(String path, int permissions) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** Owner and group; -1 leaves one alone. */
  default void changeOwner(String path, int user, int group) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** Seconds since 1970. */
  default void setTimes(String path, double accessSeconds, double modificationSeconds) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  default void makeDirectory(String path, int permissions) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  default void removeDirectory(String path) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** Names in a directory without "." and "..", in the order in which the file system tells them. */
  default List<String> list(String path) throws HostError {
    throw new HostError(Errno.EACCES);
  }

  default String workingDirectory() throws HostError {
    throw new HostError(Errno.EACCES);
  }

  default void changeDirectory(String path) throws HostError {
    throw new HostError(Errno.EACCES);
  }
}
