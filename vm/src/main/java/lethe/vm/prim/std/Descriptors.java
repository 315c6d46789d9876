package lethe.vm.prim.std;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;
import lethe.vm.prim.Runtime;

/** The file descriptors of a machine: 0, 1 and 2 are the host's streams; the lowest free number is given out next. */
final class Descriptors {
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
    int free = files.indexOf(null);
    if (free >= 0) {
      files.set(free, file);
      return free;
    }
    files.add(file);
    return files.size() - 1;
  }

  HostFile file(int descriptor) throws HostError {
    if (descriptor < 0 || descriptor >= files.size() || files.get(descriptor) == null) {
      throw new HostError(HostError.BAD_DESCRIPTOR);
    }
    return files.get(descriptor);
  }

  void close(int descriptor) throws HostError {
    HostFile file = file(descriptor);
    files.set(descriptor, null);
    file.close();
  }
}
