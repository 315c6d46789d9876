package lethe.harness.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.SourceLines;
import lethe.harness.change.Words;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.subject.Recording;
import lethe.harness.subject.Subject;
import lethe.vm.fault.InputError;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;
import lethe.vm.trace.TraceReader;

/** A case, run under every policy by one subject, and what it produces for its goldens. */
public final class CaseCheck {
  private final Case theCase;
  private final Map<String, Recording> recordings = new LinkedHashMap<>();

  private CaseCheck(Case theCase) {
    this.theCase = theCase;
  }

  /** Runs the case under every policy, with its own schedule. */
  public static CaseCheck run(Subject subject, Case c) {
    CaseCheck check = new CaseCheck(c);
    for (String policy : Policies.ALL) {
      Level level = c.tracePolicies().contains(policy) ? c.level() : Level.EFFECTS;
      check.recordings.put(policy, Recording.of(subject, c, policy, level, c.schedule()));
    }
    return check;
  }

  public Recording recording(String policy) {
    return recordings.get(policy);
  }

  /** The events of level effects under a policy, of all units. */
  public List<Event> effects(String policy) {
    return recordings.get(policy).events().stream()
        .filter(event -> event.kind().level() == Level.EFFECTS)
        .map(event -> event.kind() == EventKind.LETHE ? event.with("level", Level.EFFECTS.toString()) : event)
        .toList();
  }

  /** The goldens that a case has, whether approved or not. */
  public static List<GoldenFiles.Name> names(Case c) {
    List<GoldenFiles.Name> names = new ArrayList<>();
    names.add(GoldenFiles.Name.outcomes(c.id()));
    c.tracePolicies().forEach(policy -> names.add(GoldenFiles.Name.trace(c.id(), policy)));
    return names;
  }

  /** The text of the file of outcomes. */
  public String outcomes() {
    return Outcomes.text(List.copyOf(recordings.values()));
  }

  /** The text of the trace under a policy: the events in the case's window, one a line. */
  public String trace(String policy) {
    return text(recordings.get(policy).inWindow(theCase));
  }

  static String text(List<Event> events) {
    return events.stream().map(event -> event + "\n").collect(Collectors.joining());
  }

  /** Whether the whole trace under a policy is one that the format knows. */
  public Optional<Finding> readBack(String policy) {
    int line = 0;
    for (Event event : recordings.get(policy).events()) {
      line++;
      try {
        TraceReader.parse(theCase.id() + " under " + policy + ":" + line, event.toString());
      } catch (InputError e) {
        List<String> lines = List.of(e.getMessage(), "in " + event, "the format is vm/TRACE.md");
        return Optional.of(new Finding(Finding.Kind.SCHEMA, theCase.id() + " under " + policy, lines));
      }
    }
    return Optional.empty();
  }

  /** Runs the case once more; the same run twice must be the same run. */
  public Optional<Finding> repeat(Subject subject, String policy) {
    Recording first = recordings.get(policy);
    Recording second = Recording.of(subject, theCase, policy, Level.EFFECTS, theCase.schedule());
    if (first.effectsSha256().equals(second.effectsSha256()) && first.run().equals(second.run())) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(List.of("two runs of the same case differ:"));
    String once = text(effects(policy));
    String again = text(second.events());
    if (once.equals(again)) {
      lines.add(first.run() + " and " + second.run());
    } else {
      GoldenChange change = GoldenChange.of(
          GoldenFiles.Name.trace(theCase.id(), policy).approved(), Optional.of(once), again);
      lines.add(Words.cut(change.words()));
      lines.addAll(change.firstDifference(site -> Optional.empty()));
    }
    lines.add("repeat: harness/lethe determinism " + theCase.id());
    return Optional.of(new Finding(Finding.Kind.FLAKY, theCase.id() + " under " + policy, lines));
  }

  /** What differs from the approved outcomes. */
  public Optional<Finding> compareOutcomes(GoldenFiles files) {
    return compare(files, GoldenFiles.Name.outcomes(theCase.id()), outcomes(),
        site -> Optional.empty(), "harness/lethe diff " + theCase.id());
  }

  /** What differs from the approved trace under a policy that the case names under {@code trace:}. */
  public Optional<Finding> compareTrace(GoldenFiles files, String policy, SourceLines source) {
    return compare(files, GoldenFiles.Name.trace(theCase.id(), policy), trace(policy),
        source, Findings.diffCommand(theCase.id(), policy));
  }

  private Optional<Finding> compare(
      GoldenFiles files, GoldenFiles.Name name, String text, SourceLines source, String command) {
    return switch (files.compare(name, text)) {
      case SAME -> Optional.empty();
      case NEW -> Optional.of(Findings.missing(files, name, theCase.id(), text));
      case CONFLICT -> Optional.of(Findings.conflict(name, theCase.id()));
      case CHANGED -> Optional.of(Findings.changed(
          GoldenChange.of(name.approved(), files.approvedText(name), text), source, command));
    };
  }
}
