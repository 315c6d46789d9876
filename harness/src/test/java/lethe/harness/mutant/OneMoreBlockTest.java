package lethe.harness.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import lethe.harness.change.Danger;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.golden.LetheRoot;
import lethe.harness.ours.LetheSubject;
import org.junit.jupiter.api.Test;

/** A change of the machine that is seen in nearly every golden is reviewed as a few changes. */
class OneMoreBlockTest {
  private static final GoldenFiles FILES = GoldenFiles.in(LetheRoot.find());

  @Test
  void anAllocationMoreEverywhereIsThreeGroupsAtMost() {
    List<Case> cases = Corpus.readAll(LetheRoot.find().resolve("corpus"));
    List<GoldenChange> changes = cases.parallelStream().flatMap(OneMoreBlockTest::changes).toList();
    assertTrue(changes.size() > cases.size(), "only " + changes.size() + " goldens changed");
    List<Group> groups = Group.of(changes);
    assertTrue(groups.size() <= 3, () -> groups.stream().map(group -> group.size() + ": " + group.words()).toList().toString());
    assertEquals(List.of(Danger.COST), groups.stream().map(Group::danger).distinct().toList());
    assertTrue(groups.stream().anyMatch(group -> group.words().toString().contains("alloc blk of 1 word")));
  }

  private static Stream<GoldenChange> changes(Case c) {
    CaseCheck check = CaseCheck.run(new LetheSubject(new OneMoreBlock()), c);
    return CaseCheck.names(c).stream().flatMap(name -> {
      String text = name.extension().equals(".json") ? check.outcomes()
          : check.trace(name.stem().substring(name.stem().lastIndexOf('/') + 1));
      return FILES.compare(name, text) == GoldenFiles.State.SAME ? Stream.empty()
          : Stream.of(GoldenChange.of(name.approved(), FILES.approvedText(name), text));
    });
  }
}
