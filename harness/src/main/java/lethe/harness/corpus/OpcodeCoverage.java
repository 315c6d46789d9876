package lethe.harness.corpus;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lethe.vm.isa.Family;
import lethe.vm.isa.Opcode;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.EventSink;

/**
 * Which opcodes some runs executed, read from their traces at level {@code steps}. Each of OCaml's forms counts for itself,
 * the specialised ones too. An instruction at which a run faulted has not been executed.
 */
public final class OpcodeCoverage implements EventSink {
  /** The debugger's: in a machine without one they are wrong code, so the corpus must show that they fault. */
  public static final List<Opcode> FAULTING = List.of(Opcode.EVENT, Opcode.BREAK);

  private final Map<Opcode, Long> executed = new EnumMap<>(Opcode.class);
  private final Map<String, Long> added = new TreeMap<>();
  private final Set<Opcode> faulted = new LinkedHashSet<>();
  private final Set<Opcode> taken = EnumSet.noneOf(Opcode.class);
  private final Set<Opcode> passed = EnumSet.noneOf(Opcode.class);
  private String current = "";

  @Override
  public void accept(Event event) {
    if (event.kind() == EventKind.STEP) {
      countJump(event.text("step"));
      countCurrent();
      current = event.text("op");
    } else if (event.kind() == EventKind.FAULT) {
      Opcode opcode = Opcode.named(mnemonic());
      if (opcode != null) {
        faulted.add(opcode);
      }
      current = "";
    } else if (event.kind() == EventKind.END) {
      countCurrent();
      current = "";
    }
  }

  private String mnemonic() {
    return current.split(" ", 2)[0];
  }

  private void countCurrent() {
    Opcode opcode = Opcode.named(mnemonic());
    if (opcode != null) {
      executed.merge(opcode, 1L, Long::sum);
    } else if (!current.isEmpty()) {
      added.merge(mnemonic(), 1L, Long::sum);
    }
  }

  // A conditional jump stays in its unit: it was taken if the next step is at its last operand.
  private void countJump(String next) {
    Opcode opcode = Opcode.named(mnemonic());
    if (isConditional(opcode)) {
      String target = current.substring(current.lastIndexOf(' ') + 1);
      (next.endsWith("+" + target) ? taken : passed).add(opcode);
    }
  }

  private static boolean isConditional(Opcode opcode) {
    return opcode != null && opcode.family() == Family.JUMP && opcode != Opcode.BRANCH && opcode != Opcode.SWITCH;
  }

  private static Stream<Opcode> executable() {
    return Stream.of(Opcode.values()).filter(opcode -> !FAULTING.contains(opcode));
  }

  /** Opcodes that no run executed, and of the debugger's those that no run faulted at. */
  public List<Opcode> missing() {
    return Stream.concat(
            executable().filter(opcode -> !executed.containsKey(opcode)),
            FAULTING.stream().filter(opcode -> !faulted.contains(opcode)))
        .toList();
  }

  /** Conditional jumps that were always taken, or never. */
  public List<Opcode> oneSided() {
    return executable()
        .filter(OpcodeCoverage::isConditional)
        .filter(opcode -> !taken.contains(opcode) || !passed.contains(opcode))
        .toList();
  }

  /** Opcodes that some run executed, in their order. */
  public List<Opcode> executed() {
    return List.copyOf(executed.keySet());
  }

  /** Operations that policies put into loaded code, by name, with how often they were executed. */
  public Map<String, Long> added() {
    return new TreeMap<>(added);
  }

  /** {@code opcodes executed: 147 of 147 (EVENT and BREAK fault)}, and what is missing. */
  public String report() {
    List<Opcode> missing = missing();
    String faults = faulted.containsAll(FAULTING) ? " (EVENT and BREAK fault)" : "";
    return "opcodes executed: " + executable().filter(executed::containsKey).count() + " of " + executable().count()
        + faults + (missing.isEmpty() ? "" : "; missing: " + missing);
  }
}
