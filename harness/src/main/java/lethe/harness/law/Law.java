package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lethe.harness.corpus.Case;
import lethe.harness.golden.Finding;

/** The laws by their numbers, one sentence each, as {@code harness/LAWS.md} has them. */
public enum Law {
  SCHEDULE(1, "what a program does is the same whenever the collector runs"),
  POLICY(2, "what a program does is the same under every sound policy"),
  STATIC(3, "a program that loads nothing has the same trace under every policy"),
  LIVENESS(4, "nothing that was reachable is freed; complete policies free all that is not"),
  REFERENCE(5, "under policy keep a case does what it does on stock OCaml"),
  OBSERVES(6, "a key under observes: is needed: without it, the case breaks law 1 or 2");

  private static final String DOCUMENT = "harness/LAWS.md";

  private final int number;
  private final String sentence;

  Law(int number, String sentence) {
    this.number = number;
    this.sentence = sentence;
  }

  /** How a violation is told. */
  public Finding broken(Case c, String policies, List<String> lines) {
    return broken(c.id() + " under " + policies, lines);
  }

  /** How a violation is told that is of no policy. */
  Finding broken(Case c, List<String> lines) {
    return broken(c.id(), lines);
  }

  private Finding broken(String where, List<String> lines) {
    List<String> all = new ArrayList<>();
    all.add(sentence + " (" + DOCUMENT + ")");
    all.addAll(lines);
    return new Finding(Finding.Kind.LAW, number + " (" + this + ") " + where, all);
  }

  int number() {
    return number;
  }

  String sentence() {
    return sentence;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
