package lethe.harness.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import lethe.harness.corpus.Case;
import lethe.harness.golden.CaseSource;
import lethe.harness.why.Account;
import lethe.harness.why.Gc;
import lethe.harness.why.LastReference;
import lethe.harness.why.Turn;
import lethe.vm.trace.Event;

/** An account as text. */
final class WhyText {
  private final PrintStream out;
  private final Case theCase;
  private final Account account;
  private Optional<Gc> heading = Optional.empty();

  WhyText(PrintStream out, Case theCase, Account account) {
    this.out = out;
    this.theCase = theCase;
    this.account = account;
  }

  /** Tells the turns that are wanted; the last reference of a dead one is asked for where it is told. */
  void tell(Predicate<Turn> wanted, Function<Turn, Optional<LastReference>> lastReference) {
    out.println("policy " + account.policy());
    for (Turn turn : account.turns()) {
      if (wanted.test(turn)) {
        turn(turn);
        if (turn.isDeath()) {
          lastReference.apply(turn).ifPresentOrElse(
              this::last, () -> out.println("      no instruction found a path to it, since it was last known alive"));
        }
        if (turn.kind() == Turn.Kind.FREED) {
          wrongly(turn.unit());
        }
      }
    }
    account.fault().ifPresent(fault -> out.println(
        "  fault: " + fault.text("fault") + " at " + fault.text("at") + ": " + fault.text("detail")));
    out.println("  " + account.run().outcome().result());
  }

  private void turn(Turn turn) {
    if (!turn.gc().equals(heading)) {
      heading = turn.gc();
      heading.ifPresent(gc -> out.println("  " + gc));
    }
    out.println((turn.gc().isPresent() ? "    " : "  ") + turn.unit() + " " + what(turn));
  }

  private static String what(Turn turn) {
    Event event = turn.event();
    return switch (turn.kind()) {
      case LOADED -> "loaded, " + event.number("ints") + " ints of code";
      case ASKED -> "the program asks that it be freed";
      case KEPT -> "kept: " + turn.why().orElseThrow();
      case FREED -> "freed: " + event.text("why") + " (" + event.number("ints") + " ints of code, "
          + event.number("slots") + " slots given back)";
    };
  }

  private void last(LastReference last) {
    String site = last.step().text("step");
    out.println("      last path: " + last.path());
    out.println("      lost at:   " + new CaseSource(theCase).lineOf(site).orElse(site + "  " + last.step().text("op")));
    out.println("      by then:   " + last.loss());
    last.effects().forEach(event -> out.println("      with:      " + event));
    if (last.stride() > 1) {
      out.println("      (a long run: first looked at one instruction in " + last.stride() + ")");
    }
    out.println("      look:      harness/lethe inspect " + CaseSelection.name(theCase) + " --policy " + account.policy()
        + " --level steps" + (theCase.window().isEmpty() ? "" : " --window all") + " --at " + last.number());
  }

  private void wrongly(String unit) {
    account.run().wronglyFreed().stream().filter(line -> line.startsWith(unit + ": "))
        .forEach(line -> out.println("      though its code could still run: " + line.substring(unit.length() + 2)));
  }
}
