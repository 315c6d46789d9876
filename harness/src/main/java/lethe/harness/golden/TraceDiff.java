package lethe.harness.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Field;
import lethe.vm.trace.FieldType;

/** The first event in which two traces differ, told as a person wants to read it. */
public final class TraceDiff {
  /** Finds the source line of an instruction, such as {@code plugin+14}; empty if unknown. */
  @FunctionalInterface
  public interface SourceLines {
    Optional<String> lineOf(String site);
  }

  private static final int EVENTS_BEFORE = 4;
  private static final int EVENTS_AFTER = 3;

  private final List<Event> approved;
  private final List<Event> received;
  private final int at;

  private TraceDiff(List<Event> approved, List<Event> received, int at) {
    this.approved = approved;
    this.received = received;
    this.at = at;
  }

  /** Empty if the traces are equal. */
  public static Optional<TraceDiff> of(List<Event> approved, List<Event> received) {
    int common = Math.min(approved.size(), received.size());
    for (int i = 0; i < common; i++) {
      if (!approved.get(i).equals(received.get(i))) {
        return Optional.of(new TraceDiff(approved, received, i));
      }
    }
    return approved.size() == received.size()
        ? Optional.empty() : Optional.of(new TraceDiff(approved, received, common));
  }

  /** Line of the first difference, from 1. */
  public int line() {
    return at + 1;
  }

  /** What differs, with the state and the source line where they are known: 8 lines at most. */
  public List<String> summary(SourceLines source) {
    List<String> lines = new ArrayList<>();
    lines.add("first difference at line " + line() + ": " + what());
    lines.add("- " + lineAt(approved));
    lines.add("+ " + lineAt(received));
    if (at < received.size() || at < approved.size()) {
      Event event = at < received.size() ? received.get(at) : approved.get(at);
      state(event).ifPresent(lines::add);
      site(event).flatMap(source::lineOf).ifPresent(line -> lines.add("source: " + line));
    }
    section().ifPresent(line -> lines.add("in: " + line));
    return lines;
  }

  /** Eight lines around it: the common ones, the pair, and what follows in the received trace. */
  public List<String> context() {
    List<String> lines = new ArrayList<>();
    for (int i = Math.max(0, at - EVENTS_BEFORE); i < at; i++) {
      lines.add("  " + received.get(i));
    }
    lines.add("- " + lineAt(approved));
    lines.add("+ " + lineAt(received));
    for (int i = at + 1; i < Math.min(received.size(), at + EVENTS_AFTER); i++) {
      lines.add("+ " + received.get(i));
    }
    return lines;
  }

  private String lineAt(List<Event> events) {
    return at < events.size() ? events.get(at).toString() : "(end of the trace)";
  }

  private String what() {
    if (at >= approved.size()) {
      return (received.size() - at) + " more events";
    }
    if (at >= received.size()) {
      return (approved.size() - at) + " events are missing";
    }
    Event before = approved.get(at);
    Event after = received.get(at);
    if (before.kind() != after.kind()) {
      return before.kind().wireName() + " → " + after.kind().wireName();
    }
    List<String> fields = new ArrayList<>();
    for (Field field : before.kind().fields()) {
      String left = shown(before, field);
      String right = shown(after, field);
      if (!left.equals(right)) {
        fields.add(field.name() + " " + left + " → " + right);
      }
    }
    return before.kind().wireName() + ", " + String.join(", ", fields);
  }

  private static String shown(Event event, Field field) {
    Object value = event.get(field.name());
    return value == null ? "(absent)" : value.toString();
  }

  /** The machine's state and the instruction, as the nearest step event or the call itself tells them. */
  private Optional<String> state(Event event) {
    if (event.kind() == EventKind.STEP) {
      return Optional.of("state: " + event.text("step") + "  " + event.text("op") + "  accu " + event.text("accu")
          + "  depth " + event.number("depth"));
    }
    if (event.kind() == EventKind.CALL) {
      return Optional.of("state: enters " + event.text("call") + " from " + event.text("from") + " with "
          + event.number("args") + " arguments, depth " + event.number("depth"));
    }
    for (int i = Math.min(at, received.size()) - 1; i >= 0; i--) {
      if (received.get(i).kind() == EventKind.STEP) {
        return Optional.of("behind: " + received.get(i).text("step") + "  " + received.get(i).text("op"));
      }
    }
    return Optional.empty();
  }

  /** The first place that an event names, or the birth place of its subject. */
  private static Optional<String> site(Event event) {
    for (Field field : event.kind().fields()) {
      Object value = event.get(field.name());
      if (value instanceof String text && field.type() == FieldType.SITE) {
        return Optional.of(text);
      }
    }
    if (event.subject() instanceof String name && name.contains("@")) {
      String birth = name.substring(name.indexOf('@') + 1);
      int dot = birth.indexOf('.');
      return dot < 0 ? Optional.empty() : Optional.of(birth.substring(0, dot));
    }
    return Optional.empty();
  }

  private Optional<String> section() {
    for (int i = Math.min(at, received.size()) - 1; i >= 0; i--) {
      EventKind kind = received.get(i).kind();
      if (kind == EventKind.SWEPT || kind == EventKind.READY) {
        return Optional.empty();
      }
      if (kind == EventKind.GC || kind == EventKind.LOAD || kind == EventKind.CALL) {
        return Optional.of(received.get(i) + " (line " + (i + 1) + ")");
      }
    }
    return Optional.empty();
  }
}
