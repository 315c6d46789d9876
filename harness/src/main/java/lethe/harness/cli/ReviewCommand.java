package lethe.harness.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.corpus.Case;
import lethe.harness.golden.LastRun;
import lethe.harness.review.Inquiry;
import lethe.harness.review.PlainReview;
import lethe.harness.review.Review;
import lethe.harness.review.TerminalReview;
import lethe.harness.why.Account;
import lethe.harness.why.LastReferenceSearch;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lethe review}. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "Goes through what the last 'check' or 'mvn verify' received, group by group: accept, reject or skip.",
    footer = {
      "",
      "Keys: a accepts a golden and A what is open of its group, r and R reject, s and S skip, w tells why code was kept,",
      "o opens the case in $EDITOR, ? tells the others, q quits. What is accepted is written at once, with an entry in the",
      "ledger (golden/README.md); what is rejected is remembered until the next run.",
      "",
      "With --plain, and where the terminal cannot place its cursor, keys or their words are typed on a line. Colour is never",
      "the only mark; the variable NO_COLOR, if set, turns it off.",
      "",
      "Example: harness/lethe check; harness/lethe review"
    })
final class ReviewCommand implements Callable<Integer> {
  @Option(names = "--plain", description = "Line by line, for a screen reader.")
  private boolean plain;

  @Option(names = "--no-color", description = "Without colour.")
  private boolean noColor;

  @Option(names = "--case", paramLabel = "PATTERN", description = "Only the goldens of these cases.")
  private String pattern = "*";

  private final Session session;

  ReviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    LastRun run = GroupChoice.lastRun(session);
    run.conflicts().forEach(name -> session.out().println(
        "golden/" + name.approved() + " holds conflict markers of a merge: take either side, then check again"));
    List<Group> groups = Group.of(
        run.changes(session.roots()).stream().filter(change -> GroupChoice.matches(pattern, change.caseId())).toList());
    if (groups.isEmpty()) {
      session.out().println("all goldens of the last run are as approved");
      return run.conflicts().isEmpty() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
    }
    Review review = new Review(session.goldens(), run, groups, locked(run));
    show(review);
    session.out().println(review.summary());
    return review.left() + review.rejectedCount() == 0 ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private Optional<String> locked(LastRun run) {
    return session.inContinuousIntegration()
        ? Optional.of("CI in the environment, and no person") : run.objection(session.root().get());
  }

  private void show(Review review) throws IOException {
    Inquiry inquiry = new CaseInquiry();
    Optional<Terminal> terminal = plain ? Optional.empty() : session.surroundings().terminal();
    if (terminal.isEmpty()) {
      BufferedReader in = session.surroundings().input();
      new PlainReview(in, session.out(), review, inquiry).run();
      return;
    }
    try (Terminal opened = terminal.get()) {
      boolean isColoured = !noColor && System.getenv("NO_COLOR") == null;
      new TerminalReview(opened, review, inquiry, isColoured).run();
    }
  }

  /** Answers from the corpus and the machine. */
  private final class CaseInquiry implements Inquiry {
    @Override
    public List<String> why(GoldenChange change) {
      Case c = new CaseSelection(session).one(change.caseId());
      String policy = change.policy().orElse("handle");
      Account account = Account.of(session.subject(), c, policy, c.schedule());
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
      new WhyText(out, c, account).tell(
          turn -> true, new LastReferenceSearch(session.subject(), c, account, c.schedule())::of);
      List<String> lines = new ArrayList<>(List.of(c.id() + ": " + c.shows(), ""));
      lines.addAll(text.toString(StandardCharsets.UTF_8).lines().toList());
      return lines;
    }

    @Override
    public String open(GoldenChange change) {
      Path file = session.corpus().resolve(change.caseId() + CaseSelection.ENDING);
      return session.surroundings().edit(file) ? "back from " + file : "the case is " + file + " (EDITOR is not set)";
    }
  }
}
