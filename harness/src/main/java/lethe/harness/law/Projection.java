package lethe.harness.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Field;

/**
 * What a comparison of two traces leaves out, by name and with the reason. What is left out is not there; nothing is
 * blanked, so a projected event never looks like a whole one.
 */
public final class Projection {
  /** Events and fields that depend on when the collector runs. */
  public static final Projection PROGRAM_WITHOUT_COLLECTOR = new Projection("program without collector")
      .without(EventKind.GC, "the schedule decides when there is one")
      .without(EventKind.SWEPT, "end of a section gc")
      .without(EventKind.KEEP, "told at each full collection")
      .without(EventKind.FREE, "an earlier collection frees earlier")
      .without(EventKind.UNLOAD, "names the newest instance that has not been freed yet; the primitive call stays")
      .withoutField(EventKind.SET, "barrier", "depends on whether the block has been promoted")
      .withoutField(EventKind.END, "minor", "counts collections")
      .withoutField(EventKind.END, "full", "counts collections");

  /** What a user of the program sees: output, calls of the host, the result. */
  public static final Projection VISIBLE = visible();

  /** All but the first line, which names the policy. */
  public static final Projection BEHIND_FIRST_LINE = new Projection("behind the first line")
      .without(EventKind.LETHE, "names the policy");

  private static final String HOST_PRIMITIVES = "lethe_";

  private final String name;
  private final Map<EventKind, String> droppedEvents = new EnumMap<>(EventKind.class);
  private final Map<EventKind, Map<String, String>> droppedFields = new EnumMap<>(EventKind.class);
  private boolean hostPrimitivesOnly;

  private Projection(String name) {
    this.name = name;
  }

  private static Projection visible() {
    Projection projection = new Projection("visible");
    for (EventKind kind : EventKind.values()) {
      switch (kind) {
        case PRIM, OUT, END -> { }
        default -> projection.without(kind, "how, not what");
      }
    }
    for (Field field : EventKind.END.fields().subList(1, EventKind.END.fields().size())) {
      projection.withoutField(EventKind.END, field.name(), "what it cost");
    }
    projection.hostPrimitivesOnly = true;
    return projection;
  }

  String name() {
    return name;
  }

  private Projection without(EventKind kind, String reason) {
    droppedEvents.put(kind, reason);
    return this;
  }

  private Projection withoutField(EventKind kind, String field, String reason) {
    droppedFields.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(field, reason);
    return this;
  }

  /** What is left of an event, as text: name, then field by field; empty if the event is left out. */
  public Optional<String> of(Event event) {
    if (droppedEvents.containsKey(event.kind())
        || (hostPrimitivesOnly && event.kind() == EventKind.PRIM
            && !event.text(EventKind.PRIM.wireName()).startsWith(HOST_PRIMITIVES))) {
      return Optional.empty();
    }
    Map<String, String> dropped = droppedFields.getOrDefault(event.kind(), Map.of());
    if (dropped.isEmpty()) {
      return Optional.of(event.toString());
    }
    List<String> left = new ArrayList<>();
    for (Field field : event.kind().fields()) {
      if (!dropped.containsKey(field.name()) && event.get(field.name()) != null) {
        left.add(field.name() + " " + event.text(field.name()));
      }
    }
    return Optional.of(String.join(", ", left));
  }

  /** What is left of a trace. */
  public List<String> of(List<Event> events) {
    return events.stream().map(this::of).flatMap(Optional::stream).toList();
  }

  /**
   * The first difference of two projected traces in three lines, empty if there is none.
   *
   * @param leftName what the first trace is, {@code schedule none}
   */
  public Optional<List<String>> difference(String leftName, List<Event> left, String rightName, List<Event> right) {
    Comparison comparison = new Comparison(name, this::of, of(left));
    right.forEach(comparison::accept);
    return comparison.difference(leftName, rightName);
  }

  /** Why this projection leaves out the field, or the whole event if no field is named. */
  public Optional<String> reason(EventKind kind, String field) {
    return Optional.ofNullable(Objects.requireNonNullElse(
        droppedFields.getOrDefault(kind, Collections.emptyMap()).get(field),
        droppedEvents.getOrDefault(kind, ""))).filter(reason -> !reason.isEmpty());
  }
}
