package lethe.harness.suite;

import java.nio.file.Path;
import lethe.harness.golden.LetheRoot;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.Subject;

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
}
