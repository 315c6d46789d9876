package lethe.harness.cli;

import java.nio.file.Path;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.ours.LetheSubject;

/** What commands have around them: a machine under test, a place for what they receive. A test overrides what it needs otherwise. */
class Surroundings {
  static final Surroundings USUAL = new Surroundings();

  LetheSubject subject() {
    return new LetheSubject();
  }

  GoldenFiles goldens(Path root) {
    return GoldenFiles.in(root);
  }
}
