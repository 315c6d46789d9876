package lethe.vm.trace;

/** Takes the events of a run in their order. */
@FunctionalInterface
public interface EventSink {
  void accept(Event event);

  /** Hands each event to this sink, then to the other. */
  default EventSink and(EventSink other) {
    return event -> {
      accept(event);
      other.accept(event);
    };
  }
}
