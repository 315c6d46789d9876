package lethe.harness.lockstep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A divergence for a person: the steps around it, and both states side by side. */
public final class DivergenceText {
  private static final String ROW = "  %-10s %-44s %s%n";

  private DivergenceText() {}

  public static String of(Divergence d) {
    StringBuilder text = new StringBuilder();
    if (d.isGone()) {
      return "the second run of both shows no difference: one of the machines does not repeat itself\n";
    }
    d.before().forEach(step -> text.append(line("  ", step)));
    if (d.ours().isEmpty() || d.reference().isEmpty()) {
      boolean oursEnded = d.ours().isEmpty();
      text.append(oursEnded ? "ours has ended; the reference goes on:\n" : "the reference has ended; ours goes on:\n");
      (oursEnded ? d.reference() : d.ours()).forEach(step -> text.append(line("> ", step)));
    } else {
      text.append(line("> ", d.ours().get(0)));
      source(text, d);
      both(text, d.ours().get(0), d.reference().get(0));
      behind(text, "ours", d.ours());
      behind(text, "reference", d.reference());
    }
    d.shapesSince().ifPresent(step -> text.append(
        String.format(Locale.ROOT, "shapes differ since step %d, at %s: --level full shows it%n", step.number(), step.name())));
    return text.toString();
  }

  /** Where the step comes from, or one before it: few places of code have a debug event. */
  private static void source(StringBuilder text, Divergence d) {
    String source = d.ours().get(0).source();
    for (int i = d.before().size() - 1; i >= 0 && source.isEmpty(); i--) {
      String earlier = d.before().get(i).source();
      source = earlier.isEmpty() ? "" : "before it: " + earlier;
    }
    if (!source.isEmpty()) {
      text.append("  source     ").append(source).append('\n');
    }
  }

  private static void both(StringBuilder text, Step ours, Step reference) {
    text.append(String.format(Locale.ROOT, ROW, "", "ours", "reference"));
    row(text, "place", ours.shapes().place(), reference.shapes().place());
    row(text, "opcode", ours.shapes().opcode().mnemonic(), reference.shapes().opcode().mnemonic());
    if (ours.shapes().differsInOperands(reference.shapes())) {
      row(text, "operands", "", "other ones");
    }
    row(text, "depth", Integer.toString(ours.shapes().depth()), Integer.toString(reference.shapes().depth()));
    List<String> our = ours.shapes().values();
    List<String> theirs = reference.shapes().values();
    for (int i = 0; i < Math.max(our.size(), theirs.size()); i++) {
      row(text, i == 0 ? "env" : i == 1 ? "accu" : "stack " + (i - 2), at(our, i), at(theirs, i));
    }
  }

  private static String at(List<String> values, int i) {
    return i < values.size() ? values.get(i) : "";
  }

  private static void row(StringBuilder text, String name, String ours, String reference) {
    String theirs = reference.equals(ours) ? "same" : reference + "   <-- differs";
    text.append(String.format(Locale.ROOT, ROW, name, ours, theirs));
  }

  private static void behind(StringBuilder text, String who, List<Step> steps) {
    List<Step> rest = new ArrayList<>(steps.subList(1, steps.size()));
    text.append(who).append(rest.isEmpty() ? " ends then\n" : " goes on\n");
    rest.forEach(step -> text.append(line("  ", step)));
  }

  private static String line(String mark, Step step) {
    return String.format(
        Locale.ROOT, "%s%10d  %-20s %-34s depth %d%n", mark, step.number(), step.name(), step.text(), step.shapes().depth());
  }
}
