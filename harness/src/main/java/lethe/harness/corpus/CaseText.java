package lethe.harness.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.fault.InputError;
import lethe.vm.isa.CodeCheck;

/** The text of a case and the places in it: line and column, both from 1. */
public final class CaseText {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String file;
  private final String text;

  /** @throws InputError if a line, the last one too, does not end with LF */
  CaseText(String file, String text) {
    this.file = file;
    this.text = text;
    if (text.indexOf('\r') >= 0) {
      throw new InputError(place(text.indexOf('\r')), "lines that end with LF", "CR");
    }
    if (!text.endsWith("\n")) {
      throw new InputError(place(text.length()), "lines that end with LF, the last one too", "the end of the file");
    }
  }

  /**
   * The text of a file.
   *
   * @throws InputError if it is empty or not in UTF-8
   */
  public static String decode(String file, byte[] bytes) {
    if (bytes.length == 0) {
      throw new InputError(file + ":1:1", "a case", "an empty file");
    }
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean isWrong = utf8.decode(in, out, true).isError();
    String text = out.flip().toString();
    if (isWrong) {
      throw new InputError(place(file, text, text.length()), "text in UTF-8", String.format("byte 0x%02x", bytes[in.position()]));
    }
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw new InputError(file + ":1:1", "text without a byte order mark", "one");
    }
    return text;
  }

  /** Where a unit starts, by its name; the end of the text if none has it. */
  String unit(String name) {
    Matcher line = Pattern.compile("(?m)^\\s*unit\\s+(" + Pattern.quote(name) + ")(?!\\S)").matcher(text);
    return place(line.find() ? line.start(1) : text.length() - 1);
  }

  /**
   * Refuses code that no machine would load.
   *
   * @throws InputError naming the line
   */
  void check(AssembledUnit unit) {
    try {
      CodeCheck.check(unit.name(), unit.unit().code(), CodeCheck.Limits.UNLINKED);
    } catch (InputError wrong) {
      int offset = Integer.parseInt(wrong.where().substring(wrong.where().lastIndexOf('+') + 1));
      int line = unit.lineOfOffset()[Math.min(offset, unit.lineOfOffset().length - 1)];
      String instruction = text.lines().skip(line - 1L).findFirst().orElseThrow();
      int column = instruction.length() - instruction.stripLeading().length() + 1;
      throw new InputError(file + ":" + line + ":" + column, wrong.expected(), wrong.found());
    }
  }

  private String place(int at) {
    return place(file, text, at);
  }

  private static String place(String file, String text, int at) {
    long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return file + ":" + line + ":" + (at - text.lastIndexOf('\n', at - 1));
  }
}
