package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Channels (io.c). */
final class Io {
  private Io() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_ml_open_descriptor_in", Io::openIn),
        Primitive.of("caml_ml_open_descriptor_out", Io::openOut),
        Primitive.of("caml_ml_out_channels_list", Io::openOutputs),
        Primitive.of("caml_ml_set_channel_name", (rt, channel, name) -> Value.UNIT),
        Primitive.of("caml_ml_set_binary_mode", (rt, channel, mode) -> Value.UNIT),
        Primitive.of("caml_channel_descriptor", Io::descriptor),
        // How tall a terminal is the JVM cannot ask; -1 is what OCaml knows of what is none.
        Primitive.of("caml_terminfo_rows", (rt, channel) -> Value.ofLong(-1)),
        Primitive.of("caml_ml_close_channel", Io::close),
        Primitive.of("caml_ml_channel_size", (rt, c) -> Value.ofLong(length(rt, c))),
        Primitive.of("caml_ml_channel_size_64", (rt, c) -> Boxed.ofInt64(rt.heap(), length(rt, c))),
        Primitive.of("caml_ml_flush", Io::flush),
        Primitive.of("caml_ml_output_char", Io::outputChar),
        Primitive.of("caml_ml_output_int", Io::outputInt),
        Primitive.of("caml_ml_output", Io::output),
        Primitive.of("caml_ml_output_bytes", Io::output),
        Primitive.of("caml_ml_pos_out", (rt, c) -> Value.ofLong(Channels.output(rt, c).position())),
        Primitive.of(
            "caml_ml_pos_out_64", (rt, c) -> Boxed.ofInt64(rt.heap(), Channels.output(rt, c).position())),
        Primitive.of("caml_ml_seek_out", (rt, c, to) -> seekOut(rt, c, Value.longOf(to))),
        Primitive.of("caml_ml_seek_out_64", (rt, c, to) -> seekOut(rt, c, Boxed.longOf(rt.heap(), to))),
        Primitive.of("caml_ml_input_char", Io::inputChar),
        Primitive.of("caml_ml_input_int", Io::inputInt),
        Primitive.of("caml_ml_input", Io::input),
        Primitive.of("caml_ml_input_scan_line", Io::scanLine),
        Primitive.of("caml_ml_pos_in", (rt, c) -> Value.ofLong(Channels.input(rt, c).position())),
        Primitive.of("caml_ml_pos_in_64", (rt, c) -> Boxed.ofInt64(rt.heap(), Channels.input(rt, c).position())),
        Primitive.of("caml_ml_seek_in", (rt, c, to) -> seekIn(rt, c, Value.longOf(to))),
        Primitive.of("caml_ml_seek_in_64", (rt, c, to) -> seekIn(rt, c, Boxed.longOf(rt.heap(), to))));
  }

  private static long openIn(Runtime rt, long descriptor) {
    return Channels.of(rt).add(rt, new InputChannel(Descriptors.of(rt), Value.intOf(descriptor)));
  }

  private static long openOut(Runtime rt, long descriptor) {
    return Channels.of(rt).add(rt, new OutputChannel(Descriptors.of(rt), Value.intOf(descriptor)));
  }

  private static long openOutputs(Runtime rt, long unit) {
    List<Long> blocks = Channels.of(rt).openOutputs(rt);
    long list = Value.UNIT;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      list = Boxed.tuple(rt.heap(), blocks.get(i), list);
    }
    return list;
  }

  private static long descriptor(Runtime rt, long channel) {
    return SysError.guard(rt, () -> Value.ofLong(Channels.channel(rt, channel).descriptor()));
  }

  private static long close(Runtime rt, long channel) {
    return SysError.guard(
        rt,
        () -> {
          Channels.channel(rt, channel).close();
          return Value.UNIT;
        });
  }

  private static long length(Runtime rt, long channel) {
    return SysError.guard(rt, () -> Channels.channel(rt, channel).length());
  }

  private static long flush(Runtime rt, long channel) {
    return SysError.guard(
        rt,
        () -> {
          Channels.output(rt, channel).flush();
          return Value.UNIT;
        });
  }

  private static long outputChar(Runtime rt, long channel, long c) {
    return SysError.guard(
        rt,
        () -> {
          Channels.output(rt, channel).put(Value.intOf(c));
          return Value.UNIT;
        });
  }

  /** Four bytes, the highest first. */
  private static long outputInt(Runtime rt, long channel, long n) {
    return SysError.guard(
        rt,
        () -> {
          for (int shift = 24; shift >= 0; shift -= 8) {
            Channels.output(rt, channel).put(Value.intOf(n) >> shift);
          }
          return Value.UNIT;
        });
  }

  private static long output(Runtime rt, long channel, long bytes, long offset, long length) {
    return SysError.guard(
        rt,
        () -> {
          Channels.output(rt, channel).put(rt.heap().bytes(bytes, Value.intOf(offset), Value.intOf(length)));
          return Value.UNIT;
        });
  }

  private static long seekOut(Runtime rt, long channel, long position) {
    return SysError.guard(
        rt,
        () -> {
          Channels.output(rt, channel).seek(position);
          return Value.UNIT;
        });
  }

  /** The next byte of a channel, or End_of_file. */
  static int read(Runtime rt, InputChannel channel) {
    int b = SysError.guard(rt, channel::get);
    if (b < 0) {
      throw rt.raiseConstant(Predef.END_OF_FILE);
    }
    return b;
  }

  private static long inputChar(Runtime rt, long channel) {
    return Value.ofLong(read(rt, Channels.input(rt, channel)));
  }

  private static long inputInt(Runtime rt, long channel) {
    int n = 0;
    for (int i = 0; i < 4; i++) {
      n = (n << 8) | read(rt, Channels.input(rt, channel));
    }
    return Value.ofLong(n);
  }

  private static long input(Runtime rt, long channel, long bytes, long offset, long length) {
    byte[] read = SysError.guard(rt, () -> Channels.input(rt, channel).get(Value.intOf(length)));
    Heap heap = rt.heap();
    int at = Value.intOf(offset);
    for (byte b : read) {
      heap.setByteAt(bytes, at++, b);
    }
    return Value.ofLong(read.length);
  }

  private static long scanLine(Runtime rt, long channel) {
    return SysError.guard(rt, () -> Value.ofLong(Channels.input(rt, channel).scanLine()));
  }

  private static long seekIn(Runtime rt, long channel, long position) {
    return SysError.guard(
        rt,
        () -> {
          Channels.input(rt, channel).seek(position);
          return Value.UNIT;
        });
  }
}
