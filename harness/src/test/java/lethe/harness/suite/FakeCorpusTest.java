package lethe.harness.suite;

import java.nio.file.Path;
import lethe.harness.approval.Approval;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cases;
import lethe.harness.corpus.Corpus;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.subject.FakeSubject;
import lethe.harness.subject.Subject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The suite itself, with a corpus of two cases in a folder of its own and a subject that obeys. */
class FakeCorpusTest extends CorpusSuite {
  @TempDir static Path root;

  @BeforeAll
  static void approve() {
    Cases.write(root.resolve("corpus"), "load/small", Cases.SMALL);
    Cases.write(root.resolve("corpus"), "static/plain", Cases.SMALL.replaceAll(", (?:kept|freed|unsound).*", "")
        .replace("fault freed code plugin", "result 42"));
    GoldenFiles files = new GoldenFiles(root.resolve("golden"), root.resolve("received"));
    for (Case c : Corpus.readAll(root.resolve("corpus"))) {
      CaseCheck check = CaseCheck.run(new FakeSubject(), c);
      Approval approval = new Approval(files, "");
      for (GoldenFiles.Name name : CaseCheck.names(c)) {
        String policy = name.stem().substring(name.stem().lastIndexOf('/') + 1);
        approval.propose(name, name.extension().equals(".json") ? check.outcomes() : check.trace(policy));
      }
      approval.write();
    }
  }

  @Override
  String pattern() {
    return "*"; // the user's choice is about the real corpus
  }

  @Override
  Path root() {
    return root;
  }

  @Override
  GoldenFiles files() {
    return new GoldenFiles(root.resolve("golden"), root.resolve("received"));
  }

  @Override
  Subject subject() {
    return new FakeSubject();
  }
}
