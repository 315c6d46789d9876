package lethe.harness.report;

import java.util.List;
import java.util.Set;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;

/**
 * Goldens in which the same has changed.
 *
 * @param size in words
 * @param words what they have in common
 * @param consequences what follows from it in some of them
 */
record ChangedAlike(
    int number, String danger, String size, List<String> words, Set<String> consequences, List<Member> members) {
  /** One of them. */
  record Member(String caseId, String path) {
    static Member of(GoldenChange change) {
      return new Member(change.caseId(), change.path());
    }
  }

  static ChangedAlike of(Group group) {
    return new ChangedAlike(
        group.number(), group.danger().toString(), group.size(), group.words(), group.consequences(),
        group.members().stream().map(Member::of).toList());
  }
}
