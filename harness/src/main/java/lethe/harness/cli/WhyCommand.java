package lethe.harness.cli;

import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.why.Account;
import lethe.harness.why.LastReferenceSearch;
import lethe.harness.why.Sight;
import lethe.harness.why.Turn;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe why}. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Tells for each full collection what keeps a block of loaded code, or the last reference it lost.",
    footer = {
      "",
      "A path goes from a root to the handle that owns the block; it is a shortest one. The last reference is that of",
      "the last instruction at whose start a path led to the handle. Without --policy: under handle.",
      "",
      "Examples: harness/lethe why closures/partial plugin --policy stub",
      "          harness/lethe why running/dropped-by-callee --policy scan --gc 1"
    })
final class WhyCommand implements Callable<Integer> {
  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final MachineChoice machine = new MachineChoice();

  @Option(
      names = "--gc",
      paramLabel = "N",
      description = "Only the N-th full collection that the program asks for, as in 'freed plugin at gc 2'.")
  private Integer gc;

  @Parameters(index = "0", paramLabel = "CASE", description = "A case by id or file.")
  private String name;

  @Parameters(index = "1", arity = "0..1", paramLabel = "UNIT", description = "plugin, plugin#2; all if absent.")
  private String unit;

  private final Session session;

  WhyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Case c = machine.sized(new CaseSelection(session).one(name));
    String schedule = machine.schedule(c.schedule());
    for (String policy : policies.orElse(List.of("handle"))) {
      Account account = Account.of(session.subject(), c, policy, schedule);
      check(account);
      LastReferenceSearch search = new LastReferenceSearch(session.subject(), c, account, schedule);
      new WhyText(session.out(), c, account).tell(this::isWanted, search::of);
    }
    return ExitCode.AGREEMENT;
  }

  private boolean isWanted(Turn turn) {
    return (unit == null || unit.equals(turn.unit()))
        && (gc == null || turn.gc().filter(collection -> collection.asked() == gc).isPresent());
  }

  private void check(Account account) {
    List<String> units = account.units();
    if (unit != null && !units.contains(unit)) {
      String there = units.isEmpty() ? "none (the case loads nothing)" : String.join(" ", units);
      throw new InputError("unit", "one that the case loads: " + there, "'" + unit + "'");
    }
    if (gc != null && (gc < 1 || gc > account.asked())) {
      throw new InputError("--gc", Sight.collections(account.asked()) + " under " + account.policy(), gc.toString());
    }
  }
}
