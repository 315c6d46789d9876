package lethe.harness.repeat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.golden.CaseCheck;
import lethe.harness.subject.Subject;

/** One line a case: its id and the SHA-256 of all that it produces for its goldens, under every policy. */
public final class Fingerprints {
  private Fingerprints() {}

  /** The lines in the order of the cases, whether they are run in turn or in parallel. */
  public static List<String> of(Subject subject, List<Case> cases, boolean parallel) {
    Stream<Case> stream = parallel ? cases.parallelStream() : cases.stream();
    return stream.map(c -> c.id() + " " + digest(c, CaseCheck.run(subject, c))).toList();
  }

  private static String digest(Case c, CaseCheck check) {
    StringBuilder text = new StringBuilder(check.outcomes());
    c.tracePolicies().forEach(policy -> text.append(check.trace(policy)));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
