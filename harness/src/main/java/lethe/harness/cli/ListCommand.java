package lethe.harness.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists cases: id, title, hazards.",
    footer = {"", "With --policy only cases whose trace is approved under each of these.", "", "Example: harness/lethe list --hazard H19 --policy stub"})
final class ListCommand implements Callable<Integer> {
  @Mixin private final PolicyChoice policies = new PolicyChoice();

  @Option(names = "--hazard", paramLabel = "H", description = "Only cases about this hazard, H19.")
  private String hazard;

  @Parameters(arity = "0..*", paramLabel = "PATTERN", description = "Ids, patterns or areas; all if absent.")
  private List<String> names = List.of();

  private final Session session;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (hazard != null && !hazard.toUpperCase(Locale.ROOT).matches("H[0-9]{2,}")) {
      throw new InputError("--hazard", "the id of a hazard, H19", "'" + hazard + "'");
    }
    List<String> traced = policies.orElse(List.of());
    List<Case> cases = new CaseSelection(session).some(names).stream()
        .filter(c -> hazard == null || c.hazards().contains(hazard.toUpperCase(Locale.ROOT)))
        .filter(c -> c.tracePolicies().containsAll(traced))
        .toList();
    int widest = cases.stream().mapToInt(c -> c.id().length()).max().orElse(1);
    for (Case c : cases) {
      String hazards = c.hazards().isEmpty() ? "" : "  (" + String.join(" ", c.hazards()) + ")";
      session.out().println(String.format("%-" + widest + "s  ", c.id()) + c.title() + hazards);
    }
    return cases.isEmpty() ? ExitCode.DIVERGENCE : ExitCode.AGREEMENT;
  }
}
