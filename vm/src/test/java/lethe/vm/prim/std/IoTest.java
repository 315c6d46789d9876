package lethe.vm.prim.std;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import lethe.vm.heap.Heap;
import lethe.vm.host.MemoryHost;
import lethe.vm.prim.ExitRequest;
import lethe.vm.prim.OcamlException;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

/** Channels: what is buffered, when it is written, and what a host's refusals look like. */
final class IoTest {
  private static final boolean WRITE = true;

  private final MemoryHost host =
      new MemoryHost("program", "argument")
          .withInput("one\ntwo".getBytes(StandardCharsets.UTF_8))
          .withFile("there", "0123456789".getBytes(StandardCharsets.UTF_8));
  private final TestRuntime rt = new TestRuntime(host);
  private final Heap heap = rt.heap();

  @Test
  void outputStaysInTheBufferUntilFlushed() {
    long stdout = rt.call("caml_ml_open_descriptor_out", Value.ofLong(1));
    print(stdout, "hello");
    assertEquals("", host.outputText());
    assertEquals(Value.ofLong(4), rt.call("caml_ml_pos_out", stdout), "a pipe stands at -1");
    rt.call("caml_ml_flush", stdout);
    assertEquals("hello", host.outputText());
  }

  @Test
  void blockThatFillsTheBufferIsWritten() {
    long stdout = rt.call("caml_ml_open_descriptor_out", Value.ofLong(1));
    print(stdout, "x".repeat(Channel.BUFFER_BYTES - 1));
    assertEquals(0, host.outputBytes().length);
    print(stdout, "yz");
    assertEquals(Channel.BUFFER_BYTES, host.outputBytes().length);
  }

  @Test
  void closedChannelRefusesOutputButNotFlush() {
    long stdout = rt.call("caml_ml_open_descriptor_out", Value.ofLong(1));
    rt.call("caml_ml_close_channel", stdout);
    assertEquals(Value.UNIT, rt.call("caml_ml_flush", stdout));
    assertEquals("!Sys_error(\"Bad file descriptor\")", raised(() -> print(stdout, "x")));
    assertEquals(Value.UNIT, rt.call("caml_ml_out_channels_list", Value.UNIT));
  }

  @Test
  void openOutputsAreListedOldestFirst() {
    long stdout = rt.call("caml_ml_open_descriptor_out", Value.ofLong(1));
    long stderr = rt.call("caml_ml_open_descriptor_out", Value.ofLong(2));
    long list = rt.call("caml_ml_out_channels_list", Value.UNIT);
    assertEquals(Value.ofLong(0), rt.call("caml_compare", stdout, heap.field(list, 0)));
    assertEquals(Value.ofLong(0), rt.call("caml_compare", stderr, heap.field(heap.field(list, 1), 0)));
  }

  @Test
  void linesAreScannedUpToTheirNewline() {
    long stdin = rt.call("caml_ml_open_descriptor_in", Value.ofLong(0));
    assertEquals(Value.ofLong(4), rt.call("caml_ml_input_scan_line", stdin));
    long line = heap.allocateBytes(4);
    rt.call("caml_ml_input", stdin, line, Value.ofLong(0), Value.ofLong(4));
    assertEquals("one\n", Text.latin(heap, line));
    assertEquals(Value.ofLong(-3), rt.call("caml_ml_input_scan_line", stdin));
    assertEquals(Value.ofLong(3), rt.call("caml_ml_pos_in", stdin), "a pipe stands at -1");
    rt.call("caml_ml_input", stdin, line, Value.ofLong(0), Value.ofLong(4));
    assertEquals("!End_of_file", raised(() -> rt.call("caml_ml_input_char", stdin)));
  }

  @Test
  void filesAreReadSoughtAndWritten() {
    long in = rt.call("caml_ml_open_descriptor_in", open("there", !WRITE));
    rt.call("caml_ml_seek_in", in, Value.ofLong(7));
    assertEquals(Value.ofLong('7'), rt.call("caml_ml_input_char", in));
    assertEquals(Value.ofLong(10), rt.call("caml_ml_channel_size", in));
    long out = rt.call("caml_ml_open_descriptor_out", open("new", WRITE));
    rt.call("caml_ml_output_int", out, Value.ofLong(0x01020384));
    rt.call("caml_ml_flush", out);
    rt.call("caml_ml_close_channel", out);
    assertArrayEquals(new byte[] {1, 2, 3, (byte) 0x84}, host.file("new").orElseThrow());
    long again = rt.call("caml_ml_open_descriptor_in", open("new", !WRITE));
    assertEquals(Value.ofLong(0x01020384), rt.call("caml_ml_input_int", again));
  }

  @Test
  void missingFileIsASysErrorWithItsName() {
    assertEquals("!Sys_error(\"gone: No such file or directory\")", raised(() -> open("gone", !WRITE)));
  }

  @Test
  void argumentsEnvironmentAndExit() {
    assertEquals("[0: \"program\" \"argument\"]", Notation.show(heap, rt.call("caml_sys_argv", Value.UNIT)));
    assertEquals("!Not_found", raised(() -> rt.call("caml_sys_getenv", rt.string("HOME"))));
    ExitRequest exit = assertThrows(ExitRequest.class, () -> rt.call("caml_sys_exit", Value.ofLong(3)));
    assertEquals(3, exit.code());
  }

  private void print(long channel, String text) {
    rt.call("caml_ml_output", channel, rt.string(text), Value.ofLong(0), Value.ofLong(text.length()));
  }

  /** Open_wronly and Open_creat, or Open_rdonly. */
  private long open(String path, boolean write) {
    long[] flags = write ? new long[] {1, 3} : new long[] {0};
    long list = Value.UNIT;
    for (long flag : flags) {
      list = Boxed.tuple(heap, Value.ofLong(flag), list);
    }
    return rt.call("caml_sys_open", rt.string(path), list, Value.ofLong(0x1A4));
  }

  private String raised(org.junit.jupiter.api.function.Executable action) {
    return Notation.show(heap, assertThrows(OcamlException.class, action));
  }
}
