package lethe.vm.host;

/** Denies everything: the interface's own answers. */
final class ClosedHost implements Host {
  static final Host INSTANCE = new ClosedHost();

  /** Nothing to read, and what is written is gone. */
  static final HostFile EMPTY =
      new HostFile() {
        @Override
        public int read(byte[] buffer, int offset, int length) {
          return 0;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {}
      };

  static final HostFiles NO_FILES = new HostFiles() {};

  private ClosedHost() {}
}
