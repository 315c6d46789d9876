package lethe.harness.corpus;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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
  private String current = "";

  @Override
  public void accept(Event event) {
    if (event.kind() == EventKind.STEP) {
      countCurrent();
      current = event.text("op").split(" ", 2)[0];
    } else if (event.kind() == EventKind.FAULT) {
      Opcode opcode = Opcode.named(current);
      if (opcode != null) {
        faulted.add(opcode);
      }
      current = "";
    } else if (event.kind() == EventKind.END) {
      countCurrent();
      current = "";
    }
  }

  private void countCurrent() {
    Opcode opcode = Opcode.named(current);
    if (opcode != null) {
      executed.merge(opcode, 1L, Long::sum);
    } else if (!current.isEmpty()) {
      added.merge(current, 1L, Long::sum);
    }
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
