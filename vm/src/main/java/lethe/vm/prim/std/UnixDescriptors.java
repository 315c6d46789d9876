package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.host.Errno;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Open files, of the unix library (otherlibs/unix: read.c, write.c, lseek.c, dup.c …). */
final class UnixDescriptors {
  /** A read or a write moves so many bytes at most (unixsupport.h). */
  private static final int BUFFER_BYTES = 65_536;

  private static final int CURRENT = 1;
  private static final int END = 2;

  private UnixDescriptors() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("unix_close", (rt, d) ->
            UnixError.run(rt, "close", "", () -> Descriptors.of(rt).close(Value.intOf(d)))),
        Primitive.of("unix_read", UnixDescriptors::read),
        Primitive.of("unix_write", (rt, d, bytes, at, length) -> write(rt, "write", d, bytes, at, Value.intOf(length))),
        Primitive.of("unix_single_write", (rt, d, bytes, at, length) ->
            write(rt, "single_write", d, bytes, at, Math.min(Value.intOf(length), BUFFER_BYTES))),
        Primitive.of("unix_lseek", (rt, d, by, from) -> Value.ofLong(seek(rt, d, Value.longOf(by), from))),
        Primitive.of("unix_lseek_64", (rt, d, by, from) ->
            Boxed.ofInt64(rt.heap(), seek(rt, d, Boxed.longOf(rt.heap(), by), from))),
        Primitive.of("unix_ftruncate", (rt, d, length) -> truncate(rt, d, Value.longOf(length))),
        Primitive.of("unix_ftruncate_64", (rt, d, length) -> truncate(rt, d, Boxed.longOf(rt.heap(), length))),
        Primitive.of("unix_fsync", (rt, d) -> UnixError.run(rt, "fsync", "", () -> file(rt, d).sync())),
        Primitive.of("unix_fstat", (rt, d) -> stat(rt, d, false)),
        Primitive.of("unix_fstat_64", (rt, d) -> stat(rt, d, true)),
        Primitive.of("unix_fchmod", (rt, d, mode) ->
            UnixError.run(rt, "fchmod", "", () -> file(rt, d).changeMode(Value.intOf(mode)))),
        Primitive.of("unix_isatty", UnixDescriptors::isTerminal),
        Primitive.of("unix_dup", UnixDescriptors::duplicate),
        Primitive.of("unix_dup2", UnixDescriptors::duplicateTo),
        Primitive.of("unix_set_close_on_exec", UnixDescriptors::closeOnExec),
        Primitive.of("unix_clear_close_on_exec", UnixDescriptors::closeOnExec),
        Primitive.of("unix_inchannel_of_filedescr", (rt, d) -> {
          check(rt, "in_channel_of_descr", d);
          return Channels.of(rt).add(rt, new InputChannel(Descriptors.of(rt), Value.intOf(d)));
        }),
        Primitive.of("unix_outchannel_of_filedescr", (rt, d) -> {
          check(rt, "out_channel_of_descr", d);
          return Channels.of(rt).add(rt, new OutputChannel(Descriptors.of(rt), Value.intOf(d)));
        }));
  }

  private static HostFile file(Runtime rt, long descriptor) throws HostError {
    return Descriptors.of(rt).file(Value.intOf(descriptor));
  }

  private static void check(Runtime rt, String function, long descriptor) {
    UnixError.run(rt, function, "", () -> file(rt, descriptor));
  }

  private static long read(Runtime rt, long descriptor, long bytes, long at, long length) {
    byte[] buffer = new byte[Math.min(Value.intOf(length), BUFFER_BYTES)];
    int count = UnixError.guard(rt, "read", "", () -> file(rt, descriptor).read(buffer, 0, buffer.length));
    Heap heap = rt.heap();
    int place = Value.intOf(at);
    for (int i = 0; i < count; i++) {
      heap.setByteAt(bytes, place + i, buffer[i]);
    }
    return Value.ofLong(count);
  }

  private static long write(Runtime rt, String function, long descriptor, long bytes, long at, int length) {
    byte[] written = rt.heap().bytes(bytes, Value.intOf(at), length);
    UnixError.run(rt, function, "", () -> file(rt, descriptor).write(written, 0, length));
    return Value.ofLong(length);
  }

  private static long seek(Runtime rt, long descriptor, long by, long from) {
    return UnixError.guard(rt, "lseek", "", () -> {
      HostFile file = file(rt, descriptor);
      long start = switch (Value.intOf(from)) {
        case CURRENT -> file.position();
        case END -> file.length();
        default -> 0;
      };
      file.seek(start + by);
      return start + by;
    });
  }

  private static long truncate(Runtime rt, long descriptor, long length) {
    return UnixError.run(rt, "ftruncate", "", () -> {
      HostFile file = file(rt, descriptor);
      if (length < 0) {
        throw new HostError(Errno.EINVAL);
      }
      file.truncate(length);
    });
  }

  private static long stat(Runtime rt, long descriptor, boolean large) {
    return UnixFiles.record(rt.heap(), UnixError.guard(rt, "fstat", "", () -> file(rt, descriptor).status()), large);
  }

  private static long isTerminal(Runtime rt, long descriptor) {
    try {
      return Value.ofBoolean(file(rt, descriptor).isTerminal());
    } catch (HostError closed) {
      return Value.FALSE;
    }
  }

  /** The first argument, whether commands inherit it, changes nothing: they get the standard streams only. */
  private static long duplicate(Runtime rt, long closeOnExec, long descriptor) {
    return UnixError.guard(rt, "dup", "", () -> Value.ofLong(Descriptors.of(rt).add(file(rt, descriptor))));
  }

  private static long duplicateTo(Runtime rt, long closeOnExec, long descriptor, long other) {
    return UnixError.run(rt, "dup2", "", () -> {
      HostFile file = file(rt, descriptor);
      if (descriptor != other) {
        Descriptors.of(rt).replace(Value.intOf(other), file);
      }
    });
  }

  private static long closeOnExec(Runtime rt, long descriptor) {
    return UnixError.run(rt, "set_close_on_exec", "", () -> file(rt, descriptor));
  }
}
