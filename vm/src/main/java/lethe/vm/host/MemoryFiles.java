package lethe.vm.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Files by name in memory: one flat directory, where a slash is a letter as any other. Everybody may read and write them. */
final class MemoryFiles implements HostFiles {
  static final int PERMISSIONS = 0666;

  private final TreeMap<String, MemoryFile.Content> files = new TreeMap<>();

  void put(String path, byte[] bytes) {
    files.put(path, new MemoryFile.Content(bytes));
  }

  Optional<byte[]> bytes(String path) {
    return Optional.ofNullable(files.get(path)).map(MemoryFile.Content::bytes);
  }

  private MemoryFile.Content existing(String path) throws HostError {
    MemoryFile.Content content = files.get(path);
    if (content == null) {
      throw new HostError(Errno.ENOENT);
    }
    return content;
  }

  @Override
  public HostFile open(String path, Set<OpenFlag> flags, int permissions) throws HostError {
    if (!files.containsKey(path)) {
      if (!flags.contains(OpenFlag.CREATE)) {
        throw new HostError(Errno.ENOENT);
      }
      put(path, new byte[0]);
    } else if (flags.contains(OpenFlag.CREATE) && flags.contains(OpenFlag.EXCLUSIVE)) {
      throw new HostError(Errno.EEXIST);
    }
    return new MemoryFile(files.get(path), flags);
  }

  @Override
  public FileStatus status(String path, boolean followLink) throws HostError {
    return FileStatus.regular(PERMISSIONS, existing(path).length());
  }

  @Override
  public void access(String path, Set<Access> wanted) throws HostError {
    existing(path);
    if (wanted.contains(Access.EXECUTE)) {
      throw new HostError(Errno.EACCES);
    }
  }

  @Override
  public void remove(String path) throws HostError {
    existing(path);
    files.remove(path);
  }

  @Override
  public void rename(String from, String to) throws HostError {
    MemoryFile.Content content = existing(from);
    files.remove(from);
    files.put(to, content);
  }

  @Override
  public List<String> list(String path) throws HostError {
    if (!path.equals(".")) {
      existing(path);
      throw new HostError(Errno.ENOTDIR);
    }
    return List.copyOf(files.keySet());
  }
}
