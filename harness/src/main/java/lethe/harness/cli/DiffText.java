package lethe.harness.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.change.GroupText;
import lethe.harness.change.SourceLines;
import lethe.harness.change.View;
import lethe.harness.corpus.CaseReader;
import lethe.harness.golden.CaseSource;

/** What {@code diff} prints for people. */
final class DiffText {
  private final Session session;
  private final PrintStream out;
  private final boolean all;
  private final View view;

  /** @param all whether the rows of every golden are shown, and not of one a group */
  DiffText(Session session, boolean all, View view) {
    this.session = session;
    this.out = session.out();
    this.all = all;
    this.view = view;
  }

  /** Of several groups, each in a few lines; of one, or if all rows follow, how much there is. */
  void overview(List<Group> groups) {
    if (groups.size() == 1 || all) {
      out.println(GroupText.heading(groups));
    } else {
      GroupText.lines(groups).forEach(out::println);
    }
  }

  /** A group with its rows. */
  void rows(Group group) {
    out.println();
    out.println(group.number() + "  " + group.danger() + ": " + group.size());
    group.words().forEach(words -> out.println("   " + words));
    (all ? group.members() : List.of(group.example())).forEach(this::rows);
    if (!all && group.members().size() > 1) {
      out.println();
      out.println("alike: " + String.join(", ", group.members().stream().skip(1).map(GoldenChange::title).toList()));
    }
  }

  private void rows(GoldenChange change) {
    out.println();
    out.println("--- " + change.title() + ": " + change.words());
    change.firstDifference(source(change.caseId())).stream().filter(line -> line.startsWith("source: ")).forEach(out::println);
    GroupText.unified(change.lines(view)).forEach(out::println);
  }

  /** Where the lines of a case are, if it is one of the corpus. */
  private SourceLines source(String caseId) {
    Path file = session.corpus().resolve(caseId + CaseSelection.ENDING);
    return Files.isRegularFile(file) ? new CaseSource(CaseReader.read(session.corpus(), file)) : site -> Optional.empty();
  }
}
