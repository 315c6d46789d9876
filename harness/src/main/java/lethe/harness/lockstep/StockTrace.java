package lethe.harness.lockstep;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.isa.Opcode;
import lethe.vm.step.StepSink;
import lethe.vm.step.StepText;
import lethe.vm.step.Steps;

/**
 * Reads the trace of stock {@code ocamlrund -t -t} while our machine runs, and compares step by step. The program's own output
 * stands in the trace, where it was written: so it is compared there, too, with what ours writes at that step.
 *
 * <p>The text does not tell: operands (but the names of primitives), places outside the program's own code, opcodes behind STOP,
 * kinds of fields that are no integers.
 */
final class StockTrace implements StepSink {
  private static final Pattern SP = Pattern.compile(" sp=\\S+ @(\\d+):");
  private static final Pattern INSTRUCTION = Pattern.compile("\\s*(-?\\d+)\\s+(\\S+)(.*)");
  private static final int SLOTS_IN_TEXT = 16;
  private static final String UNKNOWN = "???";

  private final InputStream trace;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Deque<String> before = new ArrayDeque<>();
  private long steps;
  /** Callbacks under way; one that an exception has left counts for ever, and code addresses are compared no more. */
  private int callbacks;
  private String difference = "";

  StockTrace(InputStream trace) {
    this.trace = new BufferedInputStream(trace, 1 << 16);
  }

  /** Where our program's output goes. */
  OutputStream written() {
    return written;
  }

  long steps() {
    return steps;
  }

  Optional<String> difference() {
    return difference.isEmpty() ? Optional.empty() : Optional.of(difference);
  }

  @Override
  public void step(long[] words, int count, StepText text) {
    steps++;
    Shapes shapes = new Shapes(Arrays.copyOf(words, count));
    try {
      compareOutput();
      compare(shapes, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!difference.isEmpty()) {
      throw new OurRun.Enough();
    }
    before.addLast(String.format("%10d  %-20s %s%n", steps, text.site(), text.instruction()));
    if (before.size() > Range.AROUND) {
      before.removeFirst();
    }
  }

  /** The program has ended: what is left of the trace is what it printed last. */
  void finish() throws IOException {
    compareOutput();
    if (difference.isEmpty() && trace.read() >= 0) {
      differs("end", "has ended", "goes on");
    }
  }

  private void compareOutput() throws IOException {
    byte[] ours = written.toByteArray();
    written.reset();
    byte[] theirs = trace.readNBytes(ours.length);
    if (!Arrays.equals(ours, theirs)) {
      differs("output", new String(ours, StandardCharsets.ISO_8859_1), new String(theirs, StandardCharsets.ISO_8859_1));
    }
  }

  private void compare(Shapes ours, StepText text) throws IOException {
    String blank = line();
    String number = line();
    if (!blank.isEmpty() || !number.equals("##" + steps)) {
      differs("step", "##" + steps, (blank + " " + number).strip() + "; output, or an end");
      return;
    }
    boolean begins = ours.isInStub() && ours.opcode() == Opcode.ACC;
    boolean ends = ours.isInStub() && ours.opcode() == Opcode.STOP;
    callbacks += begins ? 1 : 0;
    instruction(ours, text, line());
    state(ours);
    callbacks -= ends ? 1 : 0;
  }

  private void state(Shapes ours) throws IOException {
    List<Shapes.Value> values = ours.contents();
    value("env", values.get(0), line(), "env=");
    value("accu", values.get(1), line(), "accu=");
    Matcher sp = SP.matcher(line());
    int depth = sp.matches() ? Integer.parseInt(sp.group(1)) : -1;
    if (depth != ours.depth()) {
      differs("depth", Integer.toString(ours.depth()), Integer.toString(depth));
      return;
    }
    for (int slot = 0; slot < Math.min(depth, SLOTS_IN_TEXT); slot++) {
      String theirs = line();
      if (slot < Steps.SLOTS) {
        value("stack " + slot, values.get(2 + slot), theirs, "[" + (depth - slot) + "] ");
      }
    }
  }

  private void instruction(Shapes ours, StepText text, String line) {
    Matcher theirs = INSTRUCTION.matcher(line);
    Opcode opcode = ours.opcode();
    if (!theirs.matches()) {
      differs("instruction", text.instruction(), line);
      return;
    }
    if (ours.isInMain() && Long.parseLong(theirs.group(1)) != ours.offset()) {
      differs("place", text.site(), theirs.group(1));
    }
    String name = theirs.group(2);
    boolean isNamed = opcode.number() <= Opcode.STOP.number();
    if (!name.equals(isNamed ? opcode.mnemonic() : UNKNOWN)) {
      differs("opcode", opcode.mnemonic(), name);
    }
    String primitive = theirs.group(3).strip().replaceFirst(".* ", "");
    if (name.startsWith("C_CALL") && !text.instruction().endsWith(" " + primitive)) {
      differs("primitive", text.instruction(), primitive);
    }
  }

  private void value(String what, Shapes.Value ours, String line, String start) {
    StockValue theirs = StockValue.parse(line.startsWith(start) ? line.substring(start.length()) : line);
    if (!theirs.matches(ours, callbacks == 0)) {
      differs(what, ours.toString(), theirs.toString());
    }
  }

  private void differs(String what, String ours, String theirs) {
    if (difference.isEmpty()) {
      difference = String.join("", before)
          + String.format("> %d: %s differs: ours %s, stock ocamlrund %s", steps, what, ours, theirs);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = trace.read(); c >= 0 && c != '\n'; c = trace.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
