package lethe.harness.mutant;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lethe.harness.corpus.Case;

/** The table of {@code lethe mutants}: by what each mutant was noticed. */
public final class MutantReport {
  private static final String ROW = "%-20s %-40s %-7s %-9s %s%n";

  private MutantReport() {}

  /**
   * Runs mutants against cases and prints a line for each.
   *
   * @param cases none of them needs to notice all; the corpus as a whole does
   * @param mutants an id, or a pattern with {@code *}
   * @return exit code: 1 if a mutant survives, or is noticed by crash or limit alone
   */
  public static int print(PrintWriter out, List<Case> cases, String mutants) {
    MutantRun run = new MutantRun(cases);
    List<Mutant> selected = Mutants.select(mutants);
    Set<String> idle = new LinkedHashSet<>();
    cases.forEach(c -> idle.add(c.id()));
    int bad = 0;
    out.printf(Locale.ROOT, ROW, "mutant", "noticed first by", "policy", "how", "cases");
    for (Mutant mutant : selected) {
      List<Kill> kills = run.all(mutant);
      Optional<Kill> first =
          kills.stream().filter(kill -> kill.how().isGood()).findFirst().or(() -> kills.stream().findFirst());
      if (first.isEmpty() || !first.get().how().isGood()) {
        bad++;
      }
      Set<String> noticing = new LinkedHashSet<>();
      kills.forEach(kill -> noticing.add(kill.by().id()));
      idle.removeAll(noticing);
      print(out, mutant, first, noticing.size() + " of " + run.caseCount(mutant));
    }
    out.printf(Locale.ROOT, "%d mutants, %d noticed%n", selected.size(), selected.size() - bad);
    out.printf(Locale.ROOT, "cases that notice none of them: %s%n", idle.isEmpty() ? "none" : String.join(" ", idle));
    out.flush();
    return bad == 0 ? 0 : 1;
  }

  private static void print(PrintWriter out, Mutant mutant, Optional<Kill> first, String count) {
    if (first.isEmpty()) {
      out.printf(Locale.ROOT, ROW, mutant.id(), "NOBODY: " + mutant.wrong(), "", "", count);
      return;
    }
    Kill kill = first.get();
    String how = kill.how().isGood() ? kill.how().toString() : kill.how() + " ALONE: " + kill.detail();
    out.printf(Locale.ROOT, ROW, mutant.id(), kill.by().id(), kill.policy(), how, count);
  }
}
