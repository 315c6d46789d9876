package lethe.harness.cli;

import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.campaign.Scenario;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lethe campaign}. */
@Command(
    name = "campaign",
    mixinStandardHelpOptions = true,
    description = "Loads, uses and drops units for as long as it takes to see whether anything grows.",
    footer = {
      "",
      "Scenarios: life (a million cycles if --cycles is absent), chain (100000 units, each keeping the one before),",
      "live (what a full collection costs with up to 10000 live units). Times are those of the thread, not the wall's.",
      "Exit code 1 if something grows, is left over or costs more than it should.",
      "",
      "Example: harness/lethe campaign --cycles 20000 --policy handle,scan"
    })
final class CampaignCommand implements Callable<Integer> {
  @Mixin private final PolicyChoice policies = new PolicyChoice();

  @Option(names = "--scenario", paramLabel = "S", description = "life, chain or live: life.")
  private String scenario = Scenario.LIFE.toString();

  @Option(names = {"--cycles", "--units"}, paramLabel = "N", description = "Cycles of life, or units of chain and live.")
  private Integer size;

  @Option(names = "--traced", description = "life with a trace that goes nowhere: what its names need counts too.")
  private boolean traced;

  private final Session session;

  CampaignCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Scenario chosen = Scenario.named(scenario);
    if (traced && chosen != Scenario.LIFE) {
      throw new InputError("--traced", "scenario life", chosen.toString());
    }
    int chosenSize = chosen.size(size);
    boolean good = true;
    for (String policy : policies.orElse(List.of("handle"))) {
      session.out().println(chosen + " under " + policy);
      good &= chosen.run(policy, chosenSize, traced, session.out());
      session.out().println();
      session.out().flush();
    }
    return good ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }
}
