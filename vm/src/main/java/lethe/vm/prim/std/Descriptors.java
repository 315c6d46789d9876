package lethe.vm.prim.std;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import lethe.vm.host.Errno;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;
import lethe.vm.prim.Runtime;

/** The file descriptors of a machine: 0, 1 and 2 are the host's streams; the lowest free number is given out next. */
final class Descriptors implements Closeable {
  /** The host's own streams. */
  private static final int STREAMS = 3;

  /** One less than Linux lets a process have at most. */
  private static final int HIGHEST = 1_048_575;

  /** Null where the number is free. */
  private final List<HostFile> files = new ArrayList<>();

  static Descriptors of(Runtime rt) {
    return rt.state(
        Descriptors.class,
        () -> {
          Descriptors made = new Descriptors();
          made.files.addAll(List.of(rt.host().input(), rt.host().output(), rt.host().error()));
          return made;
        });
  }

  int add(HostFile file) {
    return addFrom(0, file);
  }

  /** The lowest free number that is not below least. */
  int addFrom(int least, HostFile file) {
    int free = least;
    while (free < files.size() && files.get(free) != null) {
      free++;
    }
    put(free, file);
    return free;
  }

  /** Gives a number to an open file, whatever had it. */
  void replace(int descriptor, HostFile file) throws HostError {
    if (descriptor < 0 || descriptor > HIGHEST) {
      throw new HostError(Errno.EBADF);
    }
    if (descriptor < files.size() && files.get(descriptor) != null) {
      close(descriptor);
    }
    put(descriptor, file);
  }

  private void put(int descriptor, HostFile file) {
    while (files.size() <= descriptor) {
      files.add(null);
    }
    files.set(descriptor, file);
  }

  HostFile file(int descriptor) throws HostError {
    if (descriptor < 0 || descriptor >= files.size() || files.get(descriptor) == null) {
      throw new HostError(Errno.EBADF);
    }
    return files.get(descriptor);
  }

  /** The machine is over: what the program left open is closed, but for the host's streams. */
  @Override
  public void close() {
    for (int descriptor = STREAMS; descriptor < files.size(); descriptor++) {
      try {
        close(descriptor);
      } catch (HostError e) {
        // Free already, or not to be closed: there is nobody left who would want to know.
        files.set(descriptor, null);
      }
    }
  }

  /** The file is closed with the last number that it has. */
  void close(int descriptor) throws HostError {
    HostFile file = file(descriptor);
    files.set(descriptor, null);
    if (!files.contains(file)) {
      file.close();
    }
  }
}
