package lethe.harness.golden;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.approvaltests.Approvals;
import org.approvaltests.approvers.FileApprover;
import org.approvaltests.core.Options;
import org.approvaltests.core.VerifyResult;

/**
 * The one door to ApprovalTests. A test compares here and never writes below {@code golden/}; what differs lies among
 * the received files afterwards.
 *
 * <p>Four habits of the library (30.1.1) are switched off: its guard against two approvals of one name, which fails
 * reruns and lets every mutant of a mutation test look killed; its default reporter, which opens a diff tool and may
 * create an empty approved file; its working folder in the source tree; its comparison of text, which does not see line
 * ends.
 */
public final class Golden {
  static {
    FileApprover.tracker.addAllowedDuplicates(file -> true);
    if (System.getProperty("APPROVALTESTS_PROJECT_DIRECTORY") == null) {
      System.setProperty("APPROVALTESTS_PROJECT_DIRECTORY",
          LetheRoot.find().resolve("harness/target/approvaltests").toString());
    }
  }

  private Golden() {}

  /**
   * Fails with the finding if there is one; the text is then among the received files.
   *
   * @param finding the result of comparing the text with the golden
   */
  public static void verify(GoldenFiles files, GoldenFiles.Name name, String text, Optional<Finding> finding) {
    if (finding.isEmpty()) {
      return; // a run that passes writes nothing
    }
    Approvals.verify(text, new Options()
        .withReporter((received, approved) -> {
          throw new AssertionError(finding.get());
        })
        .withComparator(Golden::sameBytes)
        .forFile().withNamer(new GoldenNamer(files, name)));
  }

  private static VerifyResult sameBytes(File received, File approved) {
    try {
      return approved.exists() && Files.mismatch(received.toPath(), approved.toPath()) < 0
          ? VerifyResult.SUCCESS : VerifyResult.FAILURE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
