package lethe.vm.trace;

import java.util.Set;

/**
 * Keeps the events that are about given units, and those about none. An event is about the units its subject and its
 * other sites name; an instance {@code plugin#2} belongs to {@code plugin}. Names of values do not count: they say
 * where a block was born, not where something happens.
 */
public final class Window implements EventSink {
  private final Set<String> units;
  private final EventSink sink;

  /** @param units names of units; empty keeps all */
  public Window(Set<String> units, EventSink sink) {
    this.units = Set.copyOf(units);
    this.sink = sink;
  }

  @Override
  public void accept(Event event) {
    if (units.isEmpty() || holds(event)) {
      sink.accept(event);
    }
  }

  private boolean holds(Event event) {
    boolean namesUnit = false;
    for (int i = 0; i < event.values().size(); i++) {
      FieldType type = event.kind().fields().get(i).type();
      boolean place = type == FieldType.UNIT || type == FieldType.SITE;
      if (place && event.values().get(i) instanceof String text && !text.equals(Names.HOST)) {
        namesUnit = true;
        if (units.contains(Names.unitOf(text))) {
          return true;
        }
      }
    }
    return !namesUnit;
  }
}
