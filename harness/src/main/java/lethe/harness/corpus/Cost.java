package lethe.harness.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;

/**
 * What a case lets be counted: it does one thing a number of times, and what a time costs is the difference between two numbers.
 *
 * @param times how often, in the case as it stands; the operand {@code times} of CONSTINT
 * @param what the thing, in the plural: {@code calls inside a unit}
 */
public record Cost(int times, String what) {
  private static final Pattern SPELLING = Pattern.compile("([1-9][0-9]{0,3}) (\\S.*)");
  private static final Pattern KEY = Pattern.compile("(?m)^;;[ \\t]*cost[ \\t]*:(.*)$");
  private static final Pattern OPERAND = Pattern.compile("(?m)^(\\s*(?:[A-Za-z_]\\w*:)?\\s*(?:PUSH)?CONSTINT\\s+)times\\b");

  /** The text of a case as the assembler understands it: with the number of its header where a unit says {@code times}. */
  public static String assembly(String where, String caseText) {
    Matcher key = KEY.matcher(caseText);
    return key.find() ? parse(where, key.group(1).strip()).inText(where, caseText) : caseText;
  }

  static Cost parse(String where, String text) {
    Matcher matcher = SPELLING.matcher(text);
    if (!matcher.matches()) {
      throw new InputError(where, "a number and what is done so often, 4 calls inside a unit", text);
    }
    return new Cost(Integer.parseInt(matcher.group(1)), matcher.group(2));
  }

  /** The text of a case with the number in place of {@code times}; lines keep their numbers. */
  String inText(String where, String text) {
    Matcher operand = OPERAND.matcher(text);
    if (!operand.find()) {
      throw new InputError(where, "CONSTINT times in a unit of a case with the key cost", "none");
    }
    return operand.replaceAll("$1" + times);
  }
}
