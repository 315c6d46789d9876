package lethe.harness.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine;

/** The command {@code lethe}: its subcommands, and what is true of all. */
@Command(
    name = "lethe",
    mixinStandardHelpOptions = true,
    version = "lethe 0.1.0 (OCaml 4.13.1 bytecode; trace 1, case 3, assembler 1, host interface 2)",
    synopsisSubcommandLabel = "COMMAND",
    description = "Runs OCaml bytecode whose loaded code is garbage collected, and checks that nothing has changed.",
    footer = {
      "",
      "Exit codes: 0 agreement, 1 divergence, 2 wrong usage or input (one line: where, what was expected,",
      "what was found), 3 internal error. 'run' of an executable ends with the program's own code.",
      "",
      "Example: harness/lethe check opcodes"
    })
final class LetheCommand implements Runnable {
  /** As wide as the longest line of a help is written. */
  static final int HELP_COLUMNS = 120;

  /** Each command by its name, in the order of the help. */
  private static final Map<String, Function<Session, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("laws", LawsCommand::new);
    COMMANDS.put("run", RunCommand::new);
    COMMANDS.put("trace", TraceCommand::new);
    COMMANDS.put("diff", DiffCommand::new);
    COMMANDS.put("approve", ApproveCommand::new);
    COMMANDS.put("review", ReviewCommand::new);
    COMMANDS.put("new", NewCommand::new);
    COMMANDS.put("import", ImportCommand::new);
    COMMANDS.put("watch", session -> new WatchCommand(session, System.in));
    COMMANDS.put("why", WhyCommand::new);
    COMMANDS.put("inspect", InspectCommand::new);
    COMMANDS.put("verdicts", VerdictsCommand::new);
    COMMANDS.put("report", ReportCommand::new);
    COMMANDS.put("list", ListCommand::new);
    COMMANDS.put("disasm", DisasmCommand::new);
    COMMANDS.put("asm", AsmCommand::new);
    COMMANDS.put("prims", PrimsCommand::new);
    COMMANDS.put("export", ExportCommand::new);
    COMMANDS.put("mutants", MutantsCommand::new);
    COMMANDS.put("fuzz", FuzzCommand::new);
    COMMANDS.put("suite", SuiteCommand::new);
    COMMANDS.put("compare", CompareCommand::new);
    COMMANDS.put("bench", BenchCommand::new);
    COMMANDS.put("campaign", CampaignCommand::new);
    COMMANDS.put("determinism", DeterminismCommand::new);
    COMMANDS.put("help", session -> new CommandLine.HelpCommand());
  }

  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an internal error.")
  private boolean verbose;

  private LetheCommand() {}

  /**
   * The command with its subcommands.
   *
   * @param first the first word behind it, may be empty. If that is a subcommand, no other is made: to read the options of all costs more
   *     time than a case
   */
  static CommandLine create(Session session, String first) {
    CommandLine lethe = new CommandLine(new LetheCommand());
    boolean isAlone = COMMANDS.containsKey(first) && !first.equals("help");
    COMMANDS.forEach((name, command) -> {
      if (!isAlone || name.equals(first)) {
        lethe.addSubcommand(name, command.apply(session));
      }
    });
    lethe.setUsageHelpWidth(HELP_COLUMNS).setUsageHelpAutoWidth(false);
    Optional.ofNullable(lethe.getSubcommands().get("verdicts"))
        .ifPresent(verdicts -> verdicts.getCommandSpec().usageMessage().footer(VerdictsCommand.footer()));
    return lethe;
  }

  @Override
  public void run() {
    throw new InputError(
        "lethe", verbose ? "a command besides --verbose" : "a command (lethe --help lists them)", "none");
  }
}
