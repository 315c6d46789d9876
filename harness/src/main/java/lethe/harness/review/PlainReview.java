package lethe.harness.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import lethe.harness.change.DiffLine;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;

/**
 * A review line by line, for screen readers and for terminals that cannot place their cursor: everything is a sentence, nothing is a
 * matter of place or colour, and nothing that was printed changes.
 */
public final class PlainReview {
  private static final String HELP = """
      accept, accept group, reject, reject group, skip, skip group, next, previous: decide, and go on.
      whole: all lines, or those near differences. names: lines where only the numbers of objects differ, too.
      why: what keeps the code. open: the case. quit: what was accepted is written, what was rejected is remembered.""";

  private final BufferedReader in;
  private final PrintStream out;
  private final Review review;
  private final Inquiry inquiry;

  public PlainReview(BufferedReader in, PrintStream out, Review review, Inquiry inquiry) {
    this.in = in;
    this.out = out;
    this.review = review;
    this.inquiry = inquiry;
  }

  /** Until the reviewer quits, or the input ends. */
  public void run() throws IOException {
    review.locked().ifPresent(why -> out.println("Only to look at: " + why + "."));
    GoldenChange told = null;
    while (true) {
      if (told != review.golden()) {
        told = review.golden();
        tell();
      }
      out.print("accept, reject, skip, why, open, help or quit? ");
      out.flush();
      String line = in.readLine();
      Optional<Action> action = Optional.ofNullable(line).flatMap(text -> Action.typed(text.equals(" ") ? text : text.strip()));
      if (line == null || action.equals(Optional.of(Action.QUIT))) {
        return;
      }
      String answer = action.isPresent() ? act(action.get()) : "Not understood: " + line + ". help tells what is.";
      if (!answer.isEmpty()) {
        out.println(answer);
      }
    }
  }

  private void tell() {
    Group group = review.group();
    out.println();
    out.println("Group " + group.number() + " of " + review.groups().size() + ", class " + group.danger() + ", " + group.size() + ".");
    group.words().forEach(words -> out.println("Change: " + words));
    if (!group.consequences().isEmpty()) {
      out.println("So also: " + String.join(", ", group.consequences()));
    }
    out.println("Golden " + review.place() + " of " + group.members().size() + ": " + review.golden().title() + ".");
    rows();
  }

  private void rows() {
    for (DiffLine row : review.rows()) {
      String note = row.note().isEmpty() ? "" : ", " + row.note();
      switch (row.kind()) {
        case FOLDED -> out.println(row.left().replace("… ", ""));
        case SAME -> out.println("Equal: " + row.right());
        case RENAMED -> out.println("Renamed: " + row.right());
        case REMOVED -> out.println("Approved line " + row.leftLine() + note + ": " + row.left());
        case ADDED -> out.println("Received line " + row.rightLine() + note + ": " + row.right());
        case CHANGED -> {
          out.println("Approved line " + row.leftLine() + ": " + row.left());
          out.println("Received line " + row.rightLine() + ": " + row.right());
        }
      }
    }
  }

  /** What to say about it; the golden that it goes to is told by itself. */
  private String act(Action action) throws IOException {
    return switch (action) {
      case ACCEPT, ACCEPT_GROUP -> accept(action);
      case REJECT -> review.reject();
      case REJECT_GROUP -> review.rejectGroup();
      case SKIP -> review.skip();
      case SKIP_GROUP -> review.skipGroup();
      case NEXT -> review.next();
      case PREVIOUS -> review.previous();
      case WHOLE -> {
        review.toggleWhole();
        rows();
        yield "";
      }
      case NAMES -> {
        review.toggleNames();
        rows();
        yield "";
      }
      case WHY -> lines(inquiry.why(review.golden()));
      case OPEN -> inquiry.open(review.golden());
      case HELP -> HELP;
      case SPLIT, DOWN, UP, PAGE_DOWN, PAGE_UP, LEFT, RIGHT, QUIT -> "There is nothing to scroll here.";
    };
  }

  private String accept(Action action) throws IOException {
    String reason = "";
    if (action == Action.ACCEPT ? review.wantsReason() : review.groupWantsReason()) {
      out.print("Class " + review.group().danger() + ": why is it right? An empty line gives up. ");
      out.flush();
      String line = in.readLine();
      reason = line == null ? "" : line.strip();
      if (reason.isEmpty()) {
        return "Not accepted: no reason.";
      }
    }
    return action == Action.ACCEPT ? review.accept(reason) : review.acceptGroup(reason);
  }

  private static String lines(List<String> text) {
    return String.join("\n", text);
  }
}
