package lethe.vm.prim.std;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.host.Errno;
import lethe.vm.host.HostError;
import lethe.vm.host.ProcessIdentity;
import lethe.vm.prim.ExitRequest;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.prim.SignalTable;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Environment, identity and directories, of the unix library (otherlibs/unix: envir.c, getpid.c, opendir.c …). */
final class UnixProcess {
  /** The directories that a program has open: names not yet told, null for a closed one. */
  private static final class Directories {
    private final List<List<String>> names = new ArrayList<>();
    private final List<Integer> next = new ArrayList<>();
  }

  private UnixProcess() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("unix_environment", (rt, unit) -> Text.array(rt.heap(), rt.host().environment())),
        Primitive.of("unix_environment_unsafe", (rt, unit) -> Text.array(rt.heap(), rt.host().environment())),
        Primitive.of("unix_putenv", UnixProcess::putEnvironment),
        identity("unix_getpid", ProcessIdentity::process),
        identity("unix_getppid", ProcessIdentity::parent),
        identity("unix_getuid", ProcessIdentity::user),
        identity("unix_geteuid", ProcessIdentity::effectiveUser),
        identity("unix_getgid", ProcessIdentity::group),
        identity("unix_getegid", ProcessIdentity::effectiveGroup),
        Primitive.of("unix_getgroups", (rt, unit) -> Boxed.tuple(
            rt.heap(), rt.host().identity().groups().stream().mapToLong(Value::ofLong).toArray())),
        Primitive.of("unix_kill", UnixProcess::kill),
        Primitive.of("unix_gethostname", (rt, unit) -> Text.ofUtf8(rt.heap(), rt.host().hostName())),
        Primitive.of("unix_error_message", (rt, e) -> Text.ofUtf8(rt.heap(), UnixError.message(rt.heap(), e))),
        Primitive.of("unix_exit", (rt, code) -> {
          throw new ExitRequest(Value.intOf(code));
        }),
        Primitive.of("unix_opendir", UnixProcess::openDirectory),
        Primitive.of("unix_readdir", UnixProcess::readDirectory),
        Primitive.of("unix_rewinddir", (rt, d) -> restart(rt, "rewinddir", d)),
        Primitive.of("unix_closedir", UnixProcess::closeDirectory));
  }

  private static Primitive identity(String name, ToIntFunction<ProcessIdentity> part) {
    return Primitive.of(name, (rt, unit) -> Value.ofLong(part.applyAsInt(rt.host().identity())));
  }

  /**
   * A signal to the program itself, whose handler has run when this returns; 0 is none, and a question. What the system does
   * with a signal that nobody handles a host cannot have done to its process: a fault. Other processes are not to be reached.
   */
  private static long kill(Runtime rt, long process, long number) {
    int signal = SignalTable.systemNumber(Value.intOf(number));
    UnixError.run(rt, "kill", "", () -> {
      if (signal < 0) {
        throw new HostError(Errno.EINVAL);
      }
      if (Value.intOf(process) != rt.host().identity().process()) {
        throw new HostError(Errno.EPERM);
      }
    });
    if (signal != 0 && !rt.signals().note(signal)) {
      throw new Fault(
          Fault.Kind.MISSING_PRIMITIVE, "",
          "unix_kill called at " + rt.siteName() + ": nothing handles signal " + Value.longOf(number));
    }
    rt.pending().run();
    return Value.UNIT;
  }

  /** The C library takes name=value as one text: the name ends at the first equals sign. */
  private static long putEnvironment(Runtime rt, long name, long value) {
    String variable = Text.utf8(rt.heap(), name);
    String setting = variable + "=" + Text.utf8(rt.heap(), value);
    return UnixError.run(rt, "putenv", variable, () -> {
      int equals = setting.indexOf('=');
      if (equals == 0 || setting.indexOf(0) >= 0) {
        throw new HostError(Errno.EINVAL);
      }
      rt.host().setEnvironment(setting.substring(0, equals), setting.substring(equals + 1));
    });
  }

  private static long openDirectory(Runtime rt, long pathWord) {
    String path = Text.utf8(rt.heap(), pathWord);
    List<String> names = new ArrayList<>(List.of(".", ".."));
    names.addAll(UnixError.guard(rt, "opendir", path, () -> {
      SysFiles.checkPath(path);
      return rt.host().files().list(path);
    }));
    Directories open = directories(rt);
    open.names.add(names);
    open.next.add(0);
    Heap heap = rt.heap();
    long block = heap.allocate(1, Tag.ABSTRACT);
    heap.setWordAt(block, 0, open.names.size() - 1L);
    return block;
  }

  private static Directories directories(Runtime rt) {
    return rt.state(Directories.class, Directories::new);
  }

  private static int place(Runtime rt, String function, long block) {
    int place = (int) rt.heap().wordAt(block, 0);
    UnixError.run(rt, function, "", () -> {
      if (directories(rt).names.get(place) == null) {
        throw new HostError(Errno.EBADF);
      }
    });
    return place;
  }

  private static long readDirectory(Runtime rt, long block) {
    int place = place(rt, "readdir", block);
    Directories open = directories(rt);
    int next = open.next.get(place);
    if (next == open.names.get(place).size()) {
      throw rt.raiseConstant(Predef.END_OF_FILE);
    }
    open.next.set(place, next + 1);
    return Text.ofUtf8(rt.heap(), open.names.get(place).get(next));
  }

  private static long restart(Runtime rt, String function, long block) {
    directories(rt).next.set(place(rt, function, block), 0);
    return Value.UNIT;
  }

  private static long closeDirectory(Runtime rt, long block) {
    directories(rt).names.set(place(rt, "closedir", block), null);
    return Value.UNIT;
  }
}
