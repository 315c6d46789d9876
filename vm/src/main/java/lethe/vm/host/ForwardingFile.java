package lethe.vm.host;

/** Passes everything on to another file; a subclass answers for itself what it wants to. */
public class ForwardingFile implements HostFile {
  private final HostFile file;

  public ForwardingFile(HostFile file) {
    this.file = file;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws HostError {
    return file.read(buffer, offset, length);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws HostError {
    file.write(buffer, offset, length);
  }

  @Override
  public long position() throws HostError {
    return file.position();
  }

  @Override
  public void seek(long position) throws HostError {
    file.seek(position);
  }

  @Override
  public long length() throws HostError {
    return file.length();
  }

  @Override
  public void truncate(long length) throws HostError {
    file.truncate(length);
  }

  @Override
  public void sync() throws HostError {
    file.sync();
  }

  @Override
  public FileStatus status() throws HostError {
    return file.status();
  }

  @Override
  public void changeMode(int permissions) throws HostError {
    file.changeMode(permissions);
  }

  @Override
  public boolean isTerminal() {
    return file.isTerminal();
  }

  @Override
  public void close() throws HostError {
    file.close();
  }
}
