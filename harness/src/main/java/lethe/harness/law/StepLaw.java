package lethe.harness.law;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.Finding;
import lethe.harness.subject.RunOptions;
import lethe.harness.subject.Safepoints;
import lethe.harness.subject.Subject;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;

/**
 * Laws 2 and 3 down to the single instruction. What is left of each trace is compared by digest; only if two differ is the program
 * run again to show where.
 */
public final class StepLaw {
  private static final String WITH_FRAMES = "stub";

  private final Subject subject;
  private final Case c;

  private StepLaw(Subject subject, Case c) {
    this.subject = subject;
    this.c = c;
  }

  /** Law 2: every sound policy with {@code keep}; a case that observes something is not compared. */
  public static Optional<Finding> policy(Subject subject, Case c) {
    if (!c.observes().isEmpty()) {
      return Optional.empty();
    }
    StepLaw law = new StepLaw(subject, c);
    List<String> others = Policies.SOUND.stream().filter(policy -> !policy.equals(WITH_FRAMES)).toList();
    List<String> withFrames = List.of(others.get(0), WITH_FRAMES);
    return law.compare(Law.POLICY, others, StepProjection.NAME, () -> new StepProjection(true)::of)
        .or(() -> law.compare(Law.POLICY, withFrames, StepProjection.NAME, () -> new StepProjection(false)::of));
  }

  /** Law 3: every policy with {@code keep}, of a case that loads nothing; all but the first line. */
  public static Optional<Finding> isStatic(Subject subject, Case c) {
    return new StepLaw(subject, c).compare(
        Law.STATIC, Policies.ALL, "behind the first line", () -> event ->
            event.kind() == EventKind.LETHE ? Optional.empty() : Optional.of(event.toString()));
  }

  private Optional<Finding> compare(
      Law law, List<String> policies, String name, Supplier<Function<Event, Optional<String>>> projection) {
    String first = policies.get(0);
    String expected = digest(first, projection.get());
    for (String policy : policies.subList(1, policies.size())) {
      if (!digest(policy, projection.get()).equals(expected)) {
        List<String> lines = new ArrayList<>();
        Function<Event, Optional<String>> left = projection.get();
        run(first, event -> left.apply(event).ifPresent(lines::add));
        Comparison comparison = new Comparison(name, projection.get(), lines);
        run(policy, comparison);
        List<String> told = new ArrayList<>(comparison.difference(first, policy).orElseThrow());
        told.add("repeat: harness/lethe laws " + c.id() + " --policy " + policy);
        return Optional.of(law.broken(c, first + " and " + policy, told));
      }
    }
    return Optional.empty();
  }

  private String digest(String policy, Function<Event, Optional<String>> projection) {
    MessageDigest digest = sha256();
    run(policy, event -> projection.apply(event)
        .ifPresent(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8))));
    return HexFormat.of().formatHex(digest.digest());
  }

  private void run(String policy, EventSink sink) {
    subject.run(c, policy, new RunOptions(Level.STEPS, c.schedule(), sink, Safepoints.UNHEARD, false));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
