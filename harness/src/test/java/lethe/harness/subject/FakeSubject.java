package lethe.harness.subject;

import java.util.List;
import java.util.function.UnaryOperator;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;
import lethe.harness.corpus.ScheduleSpec;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.EventSink;

/** A subject that does what each case expects, and one thing otherwise if a test wants so. */
public final class FakeSubject implements Subject {
  private final UnaryOperator<Event> twist;
  private final UnaryOperator<CaseRun> outcomeTwist;

  public FakeSubject() {
    this(event -> event, run -> run);
  }

  /** @param twist changes events, or drops them when it gives null */
  public FakeSubject(UnaryOperator<Event> twist, UnaryOperator<CaseRun> outcomeTwist) {
    this.twist = twist;
    this.outcomeTwist = outcomeTwist;
  }

  @Override
  public CaseRun run(Case c, String policy, RunOptions options) {
    EventSink sink = event -> {
      Event twisted = twist.apply(event);
      if (twisted != null && options.level().includes(twisted.kind().level())) {
        options.sink().accept(twisted);
      }
    };
    Expectation expected = c.expectation(policy);
    sink.accept(Event.of(EventKind.LETHE, 1, c.id(), policy, options.level().toString(), c.shows()));
    if (!expected.fates().isEmpty()) {
      sink.accept(Event.of(EventKind.LOAD, "plugin", 12, 0, 1));
      sink.accept(Event.of(EventKind.RUN, "plugin"));
      sink.accept(Event.of(EventKind.STEP, "plugin+0", "CLOSURE 0 8", "0", 9));
      sink.accept(Event.of(EventKind.ALLOC, "clo@plugin+0.1", 2));
      sink.accept(Event.of(EventKind.CALL, "plugin+2", "main+9", 1, 7));
      sink.accept(Event.of(EventKind.READY, "plugin"));
    }
    boolean collects = ScheduleSpec.parse("fake", options.schedule()).collectAt("main+3", 1);
    options.safepoints().passed("main+3", 1, collects);
    if (collects) {
      sink.accept(Event.of(EventKind.GC, "full", "schedule"));
      sink.accept(Event.of(EventKind.SWEPT, "full", 0, 0));
    }
    sink.accept(Event.of(EventKind.OUT, "hello"));
    sink.accept(Event.of(EventKind.END, expected.result(), 10, 1, 3, 0, 1, 9));
    return outcomeTwist.apply(
        new CaseRun(expected, List.of(), List.of(), List.of(), new Counts(10, 1, 3, 0, 1, 9), List.of("hello")));
  }
}
