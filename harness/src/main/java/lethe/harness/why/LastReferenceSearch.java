package lethe.harness.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.ours.LetheSubject;
import lethe.vm.Vm;
import lethe.vm.inspect.Inspection;
import lethe.vm.inspect.KeepingPath;
import lethe.vm.inspect.Why;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;

/**
 * Finds the last reference that a dead instance lost, by running the case again and asking at the start of instructions, between the
 * last time that it was known alive and its death, whether a path leads to it. Each question costs a traversal of the heap, so a
 * run asks at most {@link #LOOKS} times: if there are more instructions, at even distances, and then again
 * between the last look that found a path and the next one.
 */
public final class LastReferenceSearch {
  private static final long LOOKS = 400;

  private final LetheSubject subject;
  private final Case theCase;
  private final Account account;
  private final String schedule;
  private final long looks;

  public LastReferenceSearch(LetheSubject subject, Case theCase, Account account, String schedule) {
    this(subject, theCase, account, schedule, LOOKS);
  }

  LastReferenceSearch(LetheSubject subject, Case theCase, Account account, String schedule, long looks) {
    this.subject = subject;
    this.theCase = theCase;
    this.account = account;
    this.schedule = schedule;
    this.looks = looks;
  }

  /**
   * The last reference of an instance that a collection freed; empty if no path led to it at any instruction.
   *
   * @param death a turn of the account
   */
  public Optional<LastReference> of(Turn death) {
    long from = account.lastSeenAlive(death).step();
    long to = death.step();
    long first = stride(from, to);
    while (true) {
      long stride = stride(from, to);
      Round round = new Round(death.unit(), from, to, stride);
      subject.watch(theCase, account.policy(), Level.STEPS, schedule, round::hears);
      if (stride == 1) {
        return round.found(first);
      }
      // It is known to have been alive at the start of the stretch, even if it was loaded behind that look.
      from = round.path == null ? from : round.lastStep;
      to = Math.min(to, from + stride);
    }
  }

  private long stride(long from, long to) {
    return Math.max(1, (to - from + looks) / looks);
  }

  /** One run, with looks at a stretch of it. */
  private static final class Round {
    private final String unit;
    private final long from;
    private final long to;
    private final long stride;
    private long number;
    private long step;
    private boolean over;

    /** The last look that found a path; null before the first. */
    private KeepingPath path;

    private long lastStep;
    private long lastNumber;
    private Event lastEvent;
    private Inspection after;
    private final List<Event> effects = new ArrayList<>();

    Round(String unit, long from, long to, long stride) {
      this.unit = unit;
      this.from = from;
      this.to = to;
      this.stride = stride;
    }

    void hears(Event event, Vm vm) {
      number++;
      if (over) {
        return;
      }
      if (event.kind() == EventKind.STEP) {
        step++;
        if (step >= from && step <= to && (step - from) % stride == 0) {
          look(event, vm);
        }
        over |= step > to;
      } else if (event.kind() == EventKind.FREE && event.subject().equals(unit)) {
        over = true;
      } else if (path != null && after == null) {
        effects.add(event);
        if (Account.isFull(event) && !vm.why(unit).isKept()) {
          after = vm.inspect(); // the instruction that lost it collects
        }
      }
    }

    private void look(Event event, Vm vm) {
      Why why = vm.why(unit);
      if (why.path().isPresent()) {
        path = why.path().get();
        lastStep = step;
        lastNumber = number;
        lastEvent = event;
        after = null;
        effects.clear();
      } else if (path != null && after == null) {
        after = vm.inspect();
      }
    }

    Optional<LastReference> found(long firstStride) {
      if (path == null || after == null) {
        return Optional.empty();
      }
      return Optional.of(new LastReference(
          lastNumber, lastEvent, path, LastReference.Loss.of(path, after), effects, firstStride));
    }
  }
}
