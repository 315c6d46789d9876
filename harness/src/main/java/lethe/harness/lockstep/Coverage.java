package lethe.harness.lockstep;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lethe.vm.isa.Family;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operand;
import lethe.vm.step.StepSink;
import lethe.vm.step.StepText;
import lethe.vm.step.Steps;

/**
 * What was reached: opcode by operand class by outcome, counted. An outcome is read from where the machine stands one step later,
 * so the last step of a run has none.
 *
 * <p>Outcomes: {@code taken} and {@code not} of a branch; {@code exact}, {@code under} and {@code over} of a call with as many
 * arguments as the function takes, fewer, more, {@code partial} of a call of a partial application; {@code enough} and {@code under}
 * of GRAB; {@code left} and {@code back} of RETURN, with arguments left or into the caller; {@code raises} of what raises by itself
 * or calls a primitive that does; {@code calls back}; else {@code runs}.
 */
public final class Coverage implements StepSink {
  /** The instructions that a digest of opcode and operands stands for: they agree in all that is asked here. */
  private static final class Kind {
    private final Opcode opcode;
    private final List<Integer> operands;
    private final Map<String, Long> outcomes = new TreeMap<>();

    Kind(Opcode opcode, String text) {
      this.opcode = opcode;
      this.operands = Stream.of(text.split(" ")).skip(1).filter(word -> word.matches("-?\\d+")).map(Integer::valueOf).toList();
    }

    int operand() {
      return operands.isEmpty() ? 0 : operands.get(0);
    }

    int lengthInts() {
      return 1 + opcode.operands().size();
    }
  }

  private static final String DEBUGGER = "a debugger alone puts it into code, and stock OCaml waits for one there";

  /** Why no program reaches them on both machines. */
  private static final Map<Opcode, String> OUT_OF_REACH = Map.of(
      Opcode.C_CALLN, "of the primitives that take six arguments or more, sockets and mapped files, ours offers none",
      Opcode.EVENT, DEBUGGER, Opcode.BREAK, DEBUGGER);

  private final Map<Long, Kind> kinds = new HashMap<>();
  private Kind last;
  private long lastPlace;

  @Override
  public void step(long[] words, int count, StepText text) {
    Kind kind = kinds.get(words[1]);
    if (kind == null) {
      kind = new Kind(Shapes.opcode(words[1]), text.instruction());
      kinds.put(words[1], kind);
    }
    if (last != null) {
      last.outcomes.merge(outcome(words[0], kind), 1L, Long::sum);
    }
    last = kind;
    lastPlace = words[0];
  }

  /** A run has ended. */
  public void ended() {
    last = null;
  }

  private String outcome(long place, Kind next) {
    boolean falls = Shapes.area(place) == Shapes.area(lastPlace)
        && Shapes.offset(place) == Shapes.offset(lastPlace) + last.lengthInts();
    int popped = Shapes.depth(lastPlace) - Shapes.depth(place);
    return switch (last.opcode) {
      case BRANCHIF, BRANCHIFNOT, BEQ, BNEQ, BLTINT, BLEINT, BGTINT, BGEINT, BULTINT, BUGEINT -> falls ? "not" : "taken";
      case APPLY1 -> call(1, next);
      case APPLY2 -> call(2, next);
      case APPLY3 -> call(3, next);
      case APPLY -> call(last.operand(), next);
      case GRAB -> falls ? "enough" : "under";
      case RETURN -> popped == last.operand() ? "left" : "back";
      default -> other(falls, place);
    };
  }

  private String other(boolean falls, long place) {
    Family family = last.opcode.family();
    boolean goesOn = family == Family.C_CALL || family == Family.ARITHMETIC || family == Family.BLOCK;
    if (falls || !goesOn) {
      return "runs";
    }
    return Shapes.area(place) == Steps.STUB ? "calls back" : "raises";
  }

  private static String call(int given, Kind first) {
    if (first.opcode == Opcode.RESTART) {
      return "partial";
    }
    int taken = first.opcode == Opcode.GRAB ? first.operand() + 1 : 1;
    return given == taken ? "exact" : given < taken ? "under" : "over";
  }

  /** The class of the operands: {@code 0}, {@code 1}, {@code 2-7}, {@code 8..}, {@code ..-1}; with what is a number and no name. */
  private static String operands(Kind kind) {
    StringJoiner text = new StringJoiner(" ");
    List<Operand> wanted = kind.opcode.operands();
    for (int i = 0; i < Math.min(wanted.size(), kind.operands.size()); i++) {
      switch (wanted.get(i)) {
        case INT, COUNT, SLOT, FIELD, TAG -> text.add(operand(kind.operands.get(i)));
        default -> {}
      }
    }
    return text.toString();
  }

  private static String operand(int n) {
    return n < 0 ? "..-1" : n < 2 ? Integer.toString(n) : n < 8 ? "2-7" : "8..";
  }

  /** The table: a line for each opcode and class of operands; the opcodes that were not reached last. */
  public String table() {
    Map<Opcode, Map<String, Map<String, Long>>> rows = new EnumMap<>(Opcode.class);
    for (Kind kind : kinds.values()) {
      Map<String, Long> outcomes = rows.computeIfAbsent(kind.opcode, o -> new TreeMap<>())
          .computeIfAbsent(operands(kind), o -> new TreeMap<>());
      kind.outcomes.forEach((outcome, n) -> outcomes.merge(outcome, n, Long::sum));
    }
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-20s %-12s %s%n", "opcode", "operands", "outcomes"));
    rows.forEach((opcode, classes) -> classes.forEach((operands, outcomes) ->
        text.append(String.format(Locale.ROOT, "%-20s %-12s %s%n", opcode, operands, outcomes(outcomes)))));
    List<Opcode> missing = Stream.of(Opcode.values()).filter(opcode -> !rows.containsKey(opcode)).toList();
    text.append(String.format(Locale.ROOT, "%d of %d opcodes; not reached: %s%n", rows.size(), Opcode.values().length,
        missing.stream().map(Opcode::mnemonic).collect(Collectors.joining(" "))));
    missing.stream().filter(OUT_OF_REACH::containsKey).forEach(opcode ->
        text.append(String.format(Locale.ROOT, "  %s cannot be: %s%n", opcode.mnemonic(), OUT_OF_REACH.get(opcode))));
    return text.toString();
  }

  private static String outcomes(Map<String, Long> outcomes) {
    return outcomes.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue())).collect(Collectors.joining(", "));
  }
}
