package lethe.harness.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.cost.Measure;
import lethe.harness.verdict.CaseVerdicts;
import lethe.harness.verdict.Property;
import lethe.harness.verdict.Verdicts;
import lethe.harness.verdict.VerdictsJson;
import lethe.harness.verdict.VerdictsText;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lethe verdicts}. */
@Command(
    name = "verdicts",
    mixinStandardHelpOptions = true,
    description = "Runs the corpus: which policy keeps which promise, what each costs, which hazard each falls for.")
final class VerdictsCommand implements Callable<Integer> {
  @Option(names = "--costs", description = "What each policy costs, in counted units.")
  private boolean costs;

  @Option(names = "--hazards", description = "Each hazard under each policy, and its cases.")
  private boolean hazards;

  @Option(names = "--json", description = "Everything, as golden/verdicts.json has it.")
  private boolean json;

  private final Session session;

  VerdictsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (Stream.of(costs, hazards, json).filter(chosen -> chosen).count() > 1) {
      throw new InputError("verdicts", "one of --costs, --hazards and --json", "more");
    }
    Verdicts verdicts = of(session);
    session.out().print(json ? VerdictsJson.text(verdicts)
        : costs ? VerdictsText.costs(verdicts)
        : hazards ? VerdictsText.hazards(verdicts)
        : VerdictsText.matrix(verdicts));
    return ExitCode.AGREEMENT;
  }

  /** The verdicts of the whole corpus, run now. */
  static Verdicts of(Session session) {
    List<Case> cases = session.cases();
    return Verdicts.of(
        cases.parallelStream().map(c -> CaseVerdicts.of(c, session.subject())).toList(), session.corpus());
  }

  /** What the columns and the measures mean, for the end of {@code --help}. */
  static String[] footer() {
    Stream<String> properties = Arrays.stream(Property.values())
        .flatMap(property -> defined(property.title(), property.definition()));
    Stream<String> measures = Arrays.stream(Measure.values())
        .flatMap(measure -> defined(measure.title(), measure.meaning()));
    return Stream.of(
            Stream.of("", "One case that refutes a property makes a no; a yes says that so many cases speak for it.", ""),
            properties, Stream.of("", "What is counted:", ""), measures,
            Stream.of("", "golden/verdicts.json and the README's tables are written by: harness/lethe approve --verdicts",
                "", "Example: harness/lethe verdicts --hazards"))
        .flatMap(part -> part).toArray(String[]::new);
  }

  private static Stream<String> defined(String title, String text) {
    StringBuilder lines = new StringBuilder(title + ":");
    int column = lines.length();
    for (String word : text.split(" ", -1)) {
      boolean breaks = column + 1 + word.length() > 96;
      lines.append(breaks ? "\n   " : "").append(' ').append(word);
      column = (breaks ? 3 : column) + 1 + word.length();
    }
    return lines.toString().lines();
  }
}
