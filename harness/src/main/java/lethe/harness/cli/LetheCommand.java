package lethe.harness.cli;

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
  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of an internal error.")
  private boolean verbose;

  private LetheCommand() {}

  static CommandLine create(Session session) {
    CommandLine lethe = new CommandLine(new LetheCommand())
        .addSubcommand(new CheckCommand(session))
        .addSubcommand(new LawsCommand(session))
        .addSubcommand(new RunCommand(session))
        .addSubcommand(new TraceCommand(session))
        .addSubcommand(new DiffCommand(session))
        .addSubcommand(new ApproveCommand(session))
        .addSubcommand(new ReviewCommand(session))
        .addSubcommand(new NewCommand(session))
        .addSubcommand(new ImportCommand(session))
        .addSubcommand(new WatchCommand(session, System.in))
        .addSubcommand(new WhyCommand(session))
        .addSubcommand(new InspectCommand(session))
        .addSubcommand(new VerdictsCommand(session))
        .addSubcommand(new ReportCommand(session))
        .addSubcommand(new ListCommand(session))
        .addSubcommand(new DisasmCommand(session))
        .addSubcommand(new AsmCommand(session))
        .addSubcommand(new PrimsCommand(session))
        .addSubcommand(new ExportCommand(session))
        .addSubcommand(new MutantsCommand(session))
        .addSubcommand(new FuzzCommand(session))
        .addSubcommand(new SuiteCommand(session))
        .addSubcommand(new CompareCommand(session))
        .addSubcommand(new BenchCommand(session))
        .addSubcommand(new CampaignCommand(session))
        .addSubcommand(new DeterminismCommand(session))
        .addSubcommand(new CommandLine.HelpCommand())
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(false);
    lethe.getSubcommands().get("verdicts").getCommandSpec().usageMessage().footer(VerdictsCommand.footer());
    return lethe;
  }

  @Override
  public void run() {
    throw new InputError(
        "lethe", verbose ? "a command besides --verbose" : "a command (lethe --help lists them)", "none");
  }
}
