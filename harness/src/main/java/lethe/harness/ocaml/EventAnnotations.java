package lethe.harness.ocaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lethe.vm.asm.Annotations;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.SourceEvent;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;

/** Names the functions of a unit as its source does, and shows beside an instruction the expression of its debug event. */
final class EventAnnotations implements Annotations {
  private static final int LONGEST_COMMENT = 64;
  // A name of the assembler, and none that another offset has by itself.
  private static final Pattern LABEL = Pattern.compile("(?!L[0-9]+$)[A-Za-z_][A-Za-z0-9_'.]*");

  private final List<String> source;
  private final Map<Integer, String> labels = new HashMap<>();
  private final Map<Integer, String> comments = new HashMap<>();

  /**
   * @param source of the unit; empty if it is not at hand: then there are names, but no comments
   */
  EventAnnotations(CompilationUnit unit, List<String> source) {
    this.source = source;
    NavigableMap<Integer, SourceEvent> events = new TreeMap<>();
    SourceEvent.ofUnit(unit.name(), unit.debug()).stream()
        .filter(event -> event.line() > 0)
        .forEach(event -> events.put(event.offsetInts(), event));
    nameFunctions(unit, events);
    comment(unit, events);
  }

  @Override
  public String label(int offsetInts) {
    return labels.getOrDefault(offsetInts, Annotations.super.label(offsetInts));
  }

  @Override
  public String comment(int offsetInts) {
    return comments.getOrDefault(offsetInts, "");
  }

  private void nameFunctions(CompilationUnit unit, NavigableMap<Integer, SourceEvent> events) {
    for (Insn insn : Insn.all(unit.name(), unit.code())) {
      if (insn.offset() == 0 && insn.operation() == Opcode.BRANCH) {
        labels.put(insn.targets()[0], "init"); // over the functions
      }
      if (insn.operation() == Opcode.CLOSURE || insn.operation() == Opcode.CLOSUREREC) {
        for (int target : insn.targets()) {
          Map.Entry<Integer, SourceEvent> first = events.ceilingEntry(target);
          if (first != null) {
            name(target, first.getValue().definition());
          }
        }
      }
    }
  }

  /** {@code Plugin.count.(fun)} becomes {@code count.fun}; a second one of that name gets its offset behind it. */
  private void name(int offset, String definition) {
    String name = definition.substring(definition.indexOf('.') + 1).replaceAll("[()]", "");
    Stream.of(name, name + "_" + offset)
        .filter(label -> LABEL.matcher(label).matches() && !labels.containsValue(label))
        .findFirst().ifPresent(label -> labels.putIfAbsent(offset, label));
  }

  /** An event that is not before what it tells of belongs to the instruction that ends there. */
  private void comment(CompilationUnit unit, Map<Integer, SourceEvent> events) {
    int last = 0;
    for (Insn insn : Insn.all(unit.name(), unit.code())) {
      SourceEvent event = events.get(insn.offset());
      String text = event == null ? "" : excerpt(event);
      if (!text.isEmpty()) {
        comments.put(event.isBefore() ? insn.offset() : last, text);
      }
      last = insn.offset();
    }
  }

  /** What stands in the source at the event, as far as its first line goes. */
  private String excerpt(SourceEvent event) {
    if (event.line() > source.size()) {
      return "";
    }
    String line = source.get(event.line() - 1);
    int start = Math.max(0, Math.min(event.startChar(), line.length()));
    int end = Math.min(event.endChar(), line.length());
    String text = line.substring(start, Math.max(start, end)).strip();
    boolean cut = event.endChar() > line.length() || text.length() > LONGEST_COMMENT;
    return cut ? text.substring(0, Math.min(text.length(), LONGEST_COMMENT)) + " …" : text;
  }
}
