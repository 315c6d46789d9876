package lethe.harness.mutant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import lethe.harness.corpus.Case;
import lethe.harness.law.LivenessLaw;
import lethe.harness.law.Projection;
import lethe.harness.law.ScheduleLaw;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.Recording;
import lethe.vm.VmParts;
import lethe.vm.fault.Fault;
import lethe.vm.trace.Level;

/**
 * Runs mutants against cases, the shortest case first. What a mutant must differ from is what the case says and what
 * the right machine does, whose traces are the approved ones. A pair of case and policy that takes the right machine
 * more steps than {@link BoundedMachine#LIMIT_STEPS} is left out, so that each run of a mutant is bounded, too; so is
 * one where the right machine does not do what the case says.
 */
public final class MutantRun {
  private static final String EVERY_SAFEPOINT = "all";
  /** A full, verified collection at each safepoint is quadratic: only short cases are run so. */
  private static final long SHORT_STEPS = 300;

  private static final String ENDLESS = "fault " + Fault.Kind.LIMIT;
  private static final String BROKEN_HEAP = "fault " + Fault.Kind.HEAP_CHECK;

  private final List<Case> cases;
  private final Map<String, Recording> right = new LinkedHashMap<>();

  public MutantRun(List<Case> cases) {
    this.cases = cases;
  }

  /**
   * The first kill that tells what is wrong; if there is none, the first at all; empty if the mutant survives. The
   * cases' own schedules come first, since what they show is easier to understand.
   */
  public Optional<Kill> first(Mutant mutant) {
    List<Trial> trials = trials(mutant);
    Kill poor = null;
    for (boolean everySafepoint : new boolean[] {false, true}) {
      for (Trial trial : trials) {
        Optional<Kill> kill = everySafepoint ? killAtEverySafepoint(mutant, trial) : kill(mutant, trial);
        if (kill.isPresent() && kill.get().how().isGood()) {
          return kill;
        }
        poor = poor == null ? kill.orElse(null) : poor;
      }
    }
    return Optional.ofNullable(poor);
  }

  /** Every pair of case and policy that notices the mutant; those that need no other schedule first. */
  public List<Kill> all(Mutant mutant) {
    List<Kill> kills = new ArrayList<>();
    List<Kill> atEverySafepoint = new ArrayList<>();
    for (Trial trial : trials(mutant)) {
      Optional<Kill> kill = kill(mutant, trial);
      kill.ifPresent(kills::add);
      if (kill.isEmpty()) {
        killAtEverySafepoint(mutant, trial).ifPresent(atEverySafepoint::add);
      }
    }
    kills.addAll(atEverySafepoint);
    return kills;
  }

  /** How many cases are tried. */
  public long caseCount(Mutant mutant) {
    return trials(mutant).stream().map(Trial::c).distinct().count();
  }

  private record Trial(Case c, Recording right) {
    String policy() {
      return right.policy();
    }
  }

  private List<Trial> trials(Mutant mutant) {
    List<Trial> trials = new ArrayList<>();
    for (Case c : cases) {
      for (String policy : mutant.policies()) {
        Recording recording = right(c, policy, c.schedule());
        if (recording.run().outcome().equals(c.expectation(policy))) {
          trials.add(new Trial(c, recording));
        }
      }
    }
    trials.sort(Comparator.comparingLong(trial -> trial.right().run().counts().steps()));
    return trials;
  }

  private Recording right(Case c, String policy, String schedule) {
    return right.computeIfAbsent(
        String.join(" ", policy, c.id(), schedule), key -> record(new BoundedParts(), c, policy, schedule));
  }

  private static Recording record(VmParts parts, Case c, String policy, String schedule) {
    return Recording.of(new LetheSubject(parts), c, policy, Level.EFFECTS, schedule);
  }

  private static Optional<Kill> kill(Mutant mutant, Trial trial) {
    return kill(mutant, trial, trial.c().schedule(), MutantRun::difference);
  }

  /** Law 1, where it applies. */
  private Optional<Kill> killAtEverySafepoint(Mutant mutant, Trial trial) {
    boolean isShort = trial.right().run().counts().steps() <= SHORT_STEPS;
    if (!isShort || !ScheduleLaw.appliesTo(trial.c(), trial.policy())) {
      return Optional.empty();
    }
    Recording recording = right(trial.c(), trial.policy(), EVERY_SAFEPOINT);
    return lawOne(trial, recording).isPresent()
        ? Optional.empty()
        : kill(mutant, trial, EVERY_SAFEPOINT, MutantRun::lawOne);
  }

  private static Optional<Kill> kill(
      Mutant mutant, Trial trial, String schedule, BiFunction<Trial, Recording, Optional<Difference>> judge) {
    try {
      Recording wrong = record(mutant.parts().get(), trial.c(), trial.policy(), schedule);
      return judge.apply(trial, wrong).map(d -> new Kill(trial.c(), trial.policy(), schedule, d.how(), d.detail()));
    } catch (Fault fault) {
      // Found by the collection after the program's end.
      How how = fault.kind() == Fault.Kind.HEAP_CHECK ? How.VERIFIER : How.FAULT;
      return Optional.of(new Kill(trial.c(), trial.policy(), schedule, how, fault.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // A broken machine may throw anything.
      return Optional.of(new Kill(trial.c(), trial.policy(), schedule, How.CRASH, e.toString()));
    }
  }

  private record Difference(How how, String detail) {}

  /** What differs under the case's own schedule. */
  private static Optional<Difference> difference(Trial trial, Recording wrong) {
    Optional<Difference> broken = broken(trial, wrong);
    if (broken.isPresent()) {
      return broken;
    }
    if (!wrong.run().outcome().equals(trial.right().run().outcome())) {
      return Optional.of(new Difference(How.RESULT, wrong.run().outcome().toString()));
    }
    return wrong.effectsSha256().equals(trial.right().effectsSha256())
        ? Optional.empty()
        : Optional.of(new Difference(How.TRACE, "the digest of the trace differs"));
  }

  /** What differs when the collector runs at every safepoint. */
  private static Optional<Difference> lawOne(Trial trial, Recording wrong) {
    return broken(trial, wrong).or(() -> Projection.PROGRAM_WITHOUT_COLLECTOR
        .difference("right", trial.right().events(), "wrong", wrong.events())
        .map(lines -> new Difference(How.LAW_1, String.join("; ", lines))));
  }

  /** A fault or a broken promise that the right machine does not have. */
  private static Optional<Difference> broken(Trial trial, Recording wrong) {
    String result = wrong.run().outcome().result();
    if (result.startsWith("fault") && !result.equals(trial.right().run().outcome().result())) {
      How how = result.startsWith(BROKEN_HEAP)
          ? How.VERIFIER
          : result.startsWith(ENDLESS) ? How.ENDLESS : How.FAULT;
      return Optional.of(new Difference(how, result));
    }
    if (LivenessLaw.check(trial.c(), trial.right()).isPresent()) {
      return Optional.empty();
    }
    return LivenessLaw.check(trial.c(), wrong).map(finding -> new Difference(How.LAW_4, finding.lines().get(1)));
  }
}
