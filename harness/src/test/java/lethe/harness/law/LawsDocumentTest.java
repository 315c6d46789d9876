package lethe.harness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cases;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;
import lethe.harness.golden.LetheRoot;
import lethe.harness.reference.ReferenceCheck;
import lethe.harness.reference.ReferenceResult;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.FakeSubject;
import lethe.vm.trace.EventKind;
import org.junit.jupiter.api.Test;

/** {@code harness/LAWS.md} and {@link Law} agree: numbers, names, sentences, and the messages as they are printed. */
class LawsDocumentTest {
  private static final Pattern SECTION = Pattern.compile("## (\\d+) (\\w+)\n\n(.+)\\.\n\n(?s)(.*?)(?=\n## |\\z)");
  private static final Case SMALL = Cases.parse(Cases.SMALL);

  private static String document() throws IOException {
    return Files.readString(LetheRoot.find().resolve("harness/LAWS.md"));
  }

  @Test
  void eachLawHasItsSection() throws IOException {
    List<String> sections = SECTION.matcher(document()).results()
        .map(section -> section.group(1) + " " + section.group(2) + ": " + section.group(3)).toList();
    List<String> laws = Arrays.stream(Law.values()).map(law -> law.number() + " " + law + ": "
        + law.sentence().substring(0, 1).toUpperCase(Locale.ROOT) + law.sentence().substring(1)).toList();
    assertEquals(laws, sections);
  }

  @Test
  void eachSectionHasTheMessage() throws IOException {
    Matcher section = SECTION.matcher(document());
    for (Law law : Law.values()) {
      assertTrue(section.find(), law.toString());
      String message = broken(law);
      assertTrue(message.startsWith("LAW " + law.number() + " (" + law + ") load/small"), message);
      String shown = "    " + message.replace("\n", "\n    ");
      assertTrue(section.group(4).contains(shown), "harness/LAWS.md, law " + law + ", wants this message:\n" + shown);
    }
  }

  /** A subject that breaks one law, and what is said of it. */
  private static String broken(Law law) {
    return switch (law) {
      case SCHEDULE -> text(new ScheduleLaw(garbageAfterCollection(), SMALL, "stub", sound(SMALL).effects("stub")).check());
      case POLICY -> text(PolicyLaw.check(SMALL, CaseCheck.run(otherUnder("handle"), SMALL)));
      case STATIC -> {
        Case idle = Cases.parse(Cases.SMALL.replaceAll(", (?:kept|freed|unsound).*", "").replace("fault freed code plugin", "result 42"));
        yield text(StaticLaw.check(idle, CaseCheck.run(otherUnder("force"), idle)));
      }
      case LIVENESS -> {
        FakeSubject leaks = new FakeSubject(event -> event, run -> new CaseRun(
            run.outcome(), List.of("plugin: cell 0"), List.of("plugin"), List.of(), run.counts(), run.output()));
        yield text(LivenessLaw.check(SMALL, CaseCheck.run(leaks, SMALL).recording("handle")));
      }
      case REFERENCE -> ReferenceCheck.complaint(SMALL, new ReferenceResult(List.of(), "result 2"),
          new ReferenceResult(List.of(), "result 1")).orElseThrow();
      case OBSERVES -> {
        Case observing = Cases.parse(";; observes: size\n" + Cases.SMALL);
        yield text(ObservesLaw.check(new FakeSubject(), observing, sound(observing)));
      }
    };
  }

  private static String text(Optional<Finding> finding) {
    return finding.orElseThrow().toString();
  }

  private static CaseCheck sound(Case c) {
    return CaseCheck.run(new FakeSubject(), c);
  }

  private static FakeSubject garbageAfterCollection() {
    boolean[] collected = {false};
    return new FakeSubject(event -> {
      collected[0] = event.kind() != EventKind.LETHE && (collected[0] || event.kind() == EventKind.GC);
      return event.kind() == EventKind.OUT && collected[0] ? event.with("out", "garbage") : event;
    }, run -> run);
  }

  private static FakeSubject otherUnder(String policy) {
    boolean[] under = {false};
    return new FakeSubject(event -> {
      under[0] = event.kind() == EventKind.LETHE ? event.text("policy").equals(policy) : under[0];
      return under[0] && event.kind() == EventKind.OUT ? event.with("out", "other") : event;
    }, run -> run);
  }
}
