package lethe.vm.host;

/**
 * What stat(2) tells of a file.
 *
 * @param permissions the low twelve bits of the mode
 * @param special the device that a device file stands for
 * @param sizeBytes length of the content
 * @param accessSeconds since 1970, as the other times: of the last reading
 * @param modificationSeconds of the last writing
 * @param changeSeconds of the last change of this status
 */
public record FileStatus(
    long device,
    long inode,
    Kind kind,
    int permissions,
    int links,
    int user,
    int group,
    long special,
    long sizeBytes,
    double accessSeconds,
    double modificationSeconds,
    double changeSeconds) {
  /** What a file is, in the order of OCaml's type Unix.file_kind. */
  public enum Kind {
    REGULAR(0100000),
    DIRECTORY(0040000),
    CHARACTER_DEVICE(0020000),
    BLOCK_DEVICE(0060000),
    LINK(0120000),
    PIPE(0010000),
    SOCKET(0140000);

    private static final int MASK = 0170000;
    private final int modeBits;

    Kind(int modeBits) {
      this.modeBits = modeBits;
    }

    /** The kind that the high bits of a mode stand for. */
    static Kind ofMode(int mode) {
      for (Kind kind : values()) {
        if (kind.modeBits == (mode & MASK)) {
          return kind;
        }
      }
      return REGULAR;
    }
  }

  /** A regular file of nobody, whose times are all zero: what a host without file system tells of its streams. */
  static FileStatus regular(int permissions, long sizeBytes) {
    return new FileStatus(0, 0, Kind.REGULAR, permissions, 1, 0, 0, 0, sizeBytes, 0, 0, 0);
  }

  public boolean isDirectory() {
    return kind == Kind.DIRECTORY;
  }
}
