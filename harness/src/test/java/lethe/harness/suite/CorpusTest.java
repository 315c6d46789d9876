package lethe.harness.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lethe.harness.change.RootKinds;
import lethe.harness.golden.LetheRoot;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.Subject;
import lethe.harness.verdict.CaseVerdicts;
import lethe.harness.verdict.Verdicts;
import lethe.harness.verdict.VerdictsDiff;
import lethe.harness.verdict.VerdictsJson;
import lethe.harness.why.StackRoots;
import org.junit.jupiter.api.DynamicTest;

/** The corpus on our machine. */
class CorpusTest extends CorpusSuite {
  @Override
  Path root() {
    return LetheRoot.find();
  }

  @Override
  Subject subject() {
    return new LetheSubject();
  }

  @Override
  RootKinds roots() {
    return new StackRoots(new LetheSubject(), root().resolve("corpus"));
  }

  /** The verdicts are those approved, unless only some cases were run. */
  @Override
  Stream<DynamicTest> together(List<CaseVerdicts> verdicts) {
    return pattern().equals("*")
        ? Stream.of(dynamicTest("verdicts", VerdictsJson.file(root()).toUri(), () -> compare(verdicts)))
        : Stream.empty();
  }

  private void compare(List<CaseVerdicts> judged) throws IOException {
    Verdicts now = Verdicts.of(judged, root().resolve("corpus"));
    List<String> changes = VerdictsDiff.of(VerdictsJson.approved(root()), now);
    if (!changes.isEmpty()) {
      fail("CHANGED golden/verdicts.json\n  " + String.join("\n  ", changes)
          + "\n  look at it: harness/lethe verdicts; if it is right: harness/lethe approve --verdicts");
    }
    assertEquals(VerdictsJson.text(now), Files.readString(VerdictsJson.file(root())),
        "the same verdicts, spelt otherwise: harness/lethe approve --verdicts");
  }
}
