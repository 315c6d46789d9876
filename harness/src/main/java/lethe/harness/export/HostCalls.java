package lethe.harness.export;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;

/**
 * Assembler lines in which the host interface's primitives are calls of functions of the module {@code Lethe}: {@code
 * C_CALLk lethe_x} becomes {@code PUSHGETGLOBALFIELD Lethe i; APPLYk}. Both take argument 1 in accu and the others on
 * the stack, and leave the result in accu and the stack k-1 words lower.
 */
final class HostCalls {
  /** The functions in the order of lethe.mli: the index is that of the field in the module block. */
  static final List<String> FUNCTIONS =
      List.of("load", "unload", "set", "get", "print", "result", "load_public", "forget", "signal");

  private static final Map<String, Integer> ARGUMENTS =
      Map.of(
          "load", 1, "unload", 1, "set", 2, "get", 1, "print", 1, "load_public", 1, "forget", 1, "signal", 1);

  private static final Pattern CALL =
      Pattern.compile("(\\s*(?:\\w+:)?\\s*)(C_CALL\\w+)\\s+(?:\\d+\\s+)?lethe_(\\w+)\\s*(;.*)?");

  private HostCalls() {}

  /** The text of a case with each call of a host primitive replaced; main, its last unit, ends with its result. */
  static String rewriteCase(String text) {
    StringBuilder rewritten = new StringBuilder();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      Matcher call = CALL.matcher(line);
      rewritten.append(call.matches() ? call(number, call) : line).append('\n');
    }
    return rewritten.append(callOf("  ", "result", 1, "")).toString();
  }

  private static String call(int line, Matcher call) {
    String function = call.group(3);
    Integer arguments = ARGUMENTS.get(function);
    if (arguments == null) {
      throw new InputError("line " + line, "one of the host interface's primitives", "lethe_" + function);
    }
    String instruction = "C_CALL" + arguments;
    if (!call.group(2).equals(instruction)) {
      throw new InputError("line " + line, instruction + " lethe_" + function, call.group(2));
    }
    String comment = call.group(4) == null ? "" : " " + call.group(4);
    return callOf(call.group(1), function, arguments, comment);
  }

  private static String callOf(String start, String function, int arguments, String comment) {
    return start + "PUSHGETGLOBALFIELD Lethe " + FUNCTIONS.indexOf(function) + "\n  APPLY" + arguments + comment;
  }
}
