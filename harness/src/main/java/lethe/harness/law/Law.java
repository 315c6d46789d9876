package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lethe.harness.corpus.Case;
import lethe.harness.golden.Finding;

/** The laws of DESIGN by their numbers, one sentence each. */
public enum Law {
  SCHEDULE(1, "what a program does is the same whenever the collector runs"),
  POLICY(2, "what a program does is the same under every sound policy"),
  STATIC(3, "a program that loads nothing has the same trace under every policy"),
  LIVENESS(4, "nothing that was reachable is freed; complete policies free all that is not");

  private final int number;
  private final String sentence;

  Law(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  /** How a violation is told. */
  Finding broken(Case c, String policies, List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add(sentence);
    all.addAll(lines);
    return new Finding(Finding.Kind.LAW, number + " (" + this + ") " + c.id() + " under " + policies, all);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
