package lethe.harness.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lethe.vm.Vm;
import lethe.vm.inspect.Inspection;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;

/**
 * Hears a run. It looks at the machine at the start of each instruction, so that the page can say at any event what keeps a unit and
 * what lies on the stack. Of a long run it looks at the first {@value #LOOKS} instructions only, and at collections. It keeps the first
 * {@value #EVENTS} events; behind them as many again of level effects, and those by which the run ends.
 */
final class RunRecorder {
  private static final int LOOKS = 500;
  private static final int EVENTS = 20_000;
  private static final int COLLECTIONS = 48;

  private final List<Event> events = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();
  private final List<Glance> glances = new ArrayList<>();
  private final List<Keeper> keepers = new ArrayList<>();
  private final Map<String, Keeper> latest = new HashMap<>();
  private final List<Collected> collections = new ArrayList<>();
  private long number;
  private boolean isCollecting;

  void hears(Event event, Vm vm) {
    number++;
    if (!isKept(event)) {
      return;
    }
    int at = events.size();
    events.add(event);
    numbers.add(number);
    switch (event.kind()) {
      case STEP -> look(at, vm);
      case GC -> started(at, event, vm);
      case SWEPT -> swept(at, vm);
      case FREE -> latest.remove((String) event.subject());
      default -> { }
    }
  }

  private boolean isKept(Event event) {
    int most = event.kind().level() == Level.EFFECTS ? 2 * EVENTS : EVENTS;
    return events.size() < most || event.kind() == EventKind.FAULT || event.kind() == EventKind.END;
  }

  private void look(int at, Vm vm) {
    if (glances.size() < LOOKS) {
      Inspection machine = vm.inspect();
      glances.add(Glance.of(at, machine));
      keepers(at, machine);
    }
  }

  private void keepers(int at, Inspection machine) {
    machine.code().stream().filter(code -> !code.isStatic()).forEach(code -> {
      Keeper keeper = Keeper.of(at, code.why());
      if (!keeper.saysTheSameAs(latest.put(code.unit(), keeper))) {
        keepers.add(keeper);
      }
    });
  }

  private void started(int at, Event event, Vm vm) {
    isCollecting = collections.size() < COLLECTIONS;
    if (isCollecting) {
      Inspection machine = vm.inspect();
      boolean isFull = event.text("gc").equals("full");
      collections.add(Collected.started(at, machine, isFull));
      if (isFull) {
        keepers(at, machine);
      }
    }
  }

  private void swept(int at, Vm vm) {
    if (isCollecting) {
      int last = collections.size() - 1;
      collections.set(last, collections.get(last).over(at, vm.inspect()));
      isCollecting = false;
    }
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  /** The numbers of the events in the whole trace; empty if they are 1, 2, 3 … */
  List<Long> numbers() {
    return number == events.size() ? List.of() : List.copyOf(numbers);
  }

  List<Glance> glances() {
    return List.copyOf(glances);
  }

  List<Keeper> keepers() {
    return List.copyOf(keepers);
  }

  List<Collected> collections() {
    return List.copyOf(collections);
  }
}
