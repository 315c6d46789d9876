package lethe.harness.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.change.GroupJson;
import lethe.harness.change.View;
import lethe.harness.corpus.Case;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.GoldenFiles;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Shows where goldens differ from what was approved, those that changed alike as one group.",
    footer = {
      "",
      "Without CASE it shows what the last 'check' or 'mvn verify' received; with CASE it runs it now; with --base, the",
      "goldens here against those of another commit. Two traces in files are compared with each other.",
      "",
      "Of rows, - stands before what was approved, + before what is now, ~ before lines where only the numbers of objects",
      "differ. Goldens of one group are shown by their first one; --all shows each.",
      "",
      "Examples: harness/lethe diff",
      "          harness/lethe diff --group 2 --all",
      "          harness/lethe diff closures/partial --policy stub",
      "          harness/lethe diff --base main --markdown"
    })
final class DiffCommand implements Callable<Integer> {
  private static final String TRACE = ".jsonl";

  @Mixin private final PolicyChoice policies = new PolicyChoice();

  @Option(names = "--group", paramLabel = "N", description = "Only this group.")
  private Integer group;

  @Option(names = "--case", paramLabel = "PATTERN", description = "Only the goldens of these cases.")
  private String pattern = "*";

  @Option(names = "--base", paramLabel = "REV", description = "Compare with the goldens of this commit.")
  private String base;

  @Option(names = "--all", description = "The rows of every golden, and not of one a group.")
  private boolean all;

  @Option(names = "--names", description = "Rows where only the numbers of objects differ count as differences.")
  private boolean opensNames;

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean json;

  @Option(names = "--markdown", description = "As Markdown, for a pull request.")
  private boolean markdown;

  @Parameters(arity = "0..*", paramLabel = "CASE|PATTERN|FILE", description = "Cases of the corpus, or two traces.")
  private List<String> names = new ArrayList<>();

  private final Session session;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (json && markdown) {
      throw new InputError("diff", "one of --json and --markdown", "both");
    }
    List<Group> groups = Group.of(changes().stream().filter(this::isWanted).toList());
    if (group != null) {
      groups = List.of(GroupChoice.of(groups, group));
    }
    show(groups);
    return groups.isEmpty() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private boolean isWanted(GoldenChange change) {
    return GroupChoice.matches(pattern, change.caseId())
        && change.policy().map(policy -> policies.orElse(List.of(policy)).contains(policy)).orElse(true);
  }

  private boolean areTraces() {
    return names.size() == 2 && names.stream().allMatch(name -> name.endsWith(TRACE));
  }

  private List<GoldenChange> changes() throws IOException {
    if (areTraces()) {
      return traces(names.get(0), names.get(1));
    }
    if (base != null) {
      if (!names.isEmpty()) {
        throw new InputError("--base", "no case beside it (--case PATTERN chooses)", String.join(" ", names));
      }
      return new BaseGoldens(session.root().get(), base).changes(session.goldens());
    }
    return names.isEmpty() ? GroupChoice.lastRun(session).changes(session.roots()) : fresh();
  }

  private List<GoldenChange> traces(String left, String right) throws IOException {
    try (BufferedReader before = InputFile.lines(left);
        BufferedReader now = InputFile.lines(right)) {
      return Files.mismatch(Path.of(left), Path.of(right)) < 0
          ? List.of() : List.of(GoldenChange.ofTraces(left, before, right, now));
    }
  }

  private List<GoldenChange> fresh() {
    GoldenFiles files = session.goldens();
    List<GoldenChange> changes = new ArrayList<>();
    for (Case c : new CaseSelection(session).someApprovable(names)) {
      CaseCheck check = CaseCheck.run(session.subject(), c);
      for (Map.Entry<GoldenFiles.Name, String> text : ApprovedTexts.all(c, check).entrySet()) {
        if (files.compare(text.getKey(), text.getValue()) != GoldenFiles.State.SAME) {
          changes.add(GoldenChange.of(
              text.getKey().approved(), files.approvedText(text.getKey()), text.getValue(), session.roots()));
        }
      }
    }
    return changes;
  }

  private void show(List<Group> groups) {
    if (json) {
      session.out().print(GroupJson.text(groups));
    } else if (markdown) {
      Summary.lines(session, groups, base != null).forEach(session.out()::println);
    } else if (groups.isEmpty()) {
      session.out().println(areTraces() ? "the traces are equal"
          : (names.size() == 1 ? names.get(0) + " is" : "all goldens are") + (base == null ? " as approved" : " as in " + base));
    } else {
      DiffText text = new DiffText(session, all, View.HUNKS.opening(opensNames));
      if (areTraces()) {
        session.out().println("the traces differ");
      } else {
        text.overview(groups);
      }
      if (groups.size() == 1 || all || !names.isEmpty()) {
        groups.forEach(text::rows);
      }
    }
  }
}
