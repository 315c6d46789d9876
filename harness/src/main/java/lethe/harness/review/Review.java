package lethe.harness.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lethe.harness.approval.Approval;
import lethe.harness.change.DiffLine;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.change.View;
import lethe.harness.change.Words;
import lethe.harness.golden.Finding;
import lethe.harness.golden.Findings;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.golden.LastRun;

/** Where a reviewer stands among the groups, and what has been decided. What is accepted is written at once. */
public final class Review {
  private final GoldenFiles files;
  private final LastRun run;
  private final Optional<String> locked;
  private final List<Group> groups;
  private final Decisions decisions;
  private final Set<String> accepted = new HashSet<>();
  private int group;
  private int member;
  private boolean whole;
  private boolean opensNames;

  /**
   * A review of some groups.
   *
   * @param locked why nothing may be accepted, if so
   */
  public Review(GoldenFiles files, LastRun run, List<Group> groups, Optional<String> locked) {
    this.files = files;
    this.run = run;
    this.locked = locked;
    this.groups = List.copyOf(groups);
    decisions = Decisions.read(files);
    if (left() > 0 && !isOpen(golden())) {
      skip();
    }
  }

  /** What has been decided on a golden. */
  public enum State { OPEN, ACCEPTED, REJECTED }

  State state(GoldenChange change) {
    return accepted.contains(change.path()) ? State.ACCEPTED
        : decisions.isRejected(change.path()) ? State.REJECTED : State.OPEN;
  }

  private boolean isOpen(GoldenChange change) {
    return state(change) == State.OPEN;
  }

  List<Group> groups() {
    return groups;
  }

  Group group() {
    return groups.get(group);
  }

  /** The place of the golden in its group, from 1. */
  int place() {
    return member + 1;
  }

  GoldenChange golden() {
    return group().members().get(member);
  }

  /** Goldens that have been accepted in this review. */
  public int acceptedCount() {
    return accepted.size();
  }

  public int rejectedCount() {
    return count(State.REJECTED);
  }

  /** Goldens that nothing has been decided on. */
  public int left() {
    return count(State.OPEN);
  }

  private int count(State state) {
    return (int) groups.stream().flatMap(g -> g.members().stream()).filter(change -> state(change) == state).count();
  }

  /** Goldens of this group that nothing has been decided on. */
  List<GoldenChange> open() {
    return group().members().stream().filter(this::isOpen).toList();
  }

  /** Must a reason be given to accept this golden? Not where no reason would do, since nothing can be accepted or the case is broken. */
  boolean wantsReason() {
    return wantsReason(List.of(golden()));
  }

  /** The same of what is open of this group. */
  boolean groupWantsReason() {
    return wantsReason(open());
  }

  private boolean wantsReason(List<GoldenChange> changes) {
    return locked.isEmpty() && group().danger().wantsReason()
        && changes.stream().noneMatch(change -> run.broken(change.caseId()).isPresent());
  }

  /** Why nothing may be accepted. */
  Optional<String> locked() {
    return locked;
  }

  /** Accepts this golden, which may have been rejected before; says what came of it. */
  String accept(String reason) {
    return state(golden()) == State.ACCEPTED ? "this golden is accepted already" : accept(List.of(golden()), reason);
  }

  /** Accepts what is open of this group; says what came of it. */
  String acceptGroup(String reason) {
    return open().isEmpty() ? "this group is decided already" : accept(open(), reason);
  }

  private String accept(List<GoldenChange> changes, String reason) {
    if (locked.isPresent()) {
      return "not accepted: " + locked.get();
    }
    Approval approval = new Approval(files, reason);
    for (GoldenChange change : changes) {
      GoldenFiles.Name name = GoldenFiles.Name.of(change.path());
      approval.propose(name, files.receivedText(name));
      run.broken(change.caseId()).ifPresent(text -> approval.refuse(Findings.brokenCase(change.caseId(), text)));
    }
    if (!approval.refused().isEmpty()) {
      Finding first = approval.refused().get(0);
      return "not accepted: " + first.heading() + ": " + first.lines().get(0);
    }
    approval.write();
    changes.forEach(change -> {
      accepted.add(change.path());
      decisions.accept(change.path());
    });
    skip();
    return "accepted " + Words.count(changes.size(), "golden") + atEnd();
  }

  /** Rejects this golden. */
  String reject() {
    return isOpen(golden()) ? reject(List.of(golden())) : "this golden is decided already";
  }

  /** Rejects what is open of this group. */
  String rejectGroup() {
    return reject(open());
  }

  private String reject(List<GoldenChange> changes) {
    changes.forEach(change -> decisions.reject(change.path()));
    skip();
    return "rejected " + Words.count(changes.size(), "golden") + atEnd();
  }

  private String atEnd() {
    return left() == 0 ? "; all are decided, q quits" : "";
  }

  /** Goes to the next golden that is open, behind the last one to the first. */
  String skip() {
    return goTo(1, true);
  }

  /** Goes to the next group with something open. */
  String skipGroup() {
    member = group().members().size() - 1;
    return skip();
  }

  /** Goes to the next golden, open or not. */
  String next() {
    return goTo(1, false);
  }

  /** Goes to the golden before. */
  String previous() {
    return goTo(-1, false);
  }

  private String goTo(int step, boolean openOnly) {
    List<int[]> places = new ArrayList<>();
    int here = 0;
    for (int g = 0; g < groups.size(); g++) {
      for (int m = 0; m < groups.get(g).members().size(); m++) {
        here = g == group && m == member ? places.size() : here;
        places.add(new int[] {g, m});
      }
    }
    for (int i = 1; i <= places.size(); i++) {
      int[] place = places.get(Math.floorMod(here + i * step, places.size()));
      if (!openOnly || isOpen(groups.get(place[0]).members().get(place[1]))) {
        group = place[0];
        member = place[1];
        return "";
      }
    }
    return "all are decided, q quits";
  }

  /** Shows all rows, or those near differences. */
  void toggleWhole() {
    whole = !whole;
  }

  /** Shows rows where only the numbers of objects differ as differences, or not. */
  void toggleNames() {
    opensNames = !opensNames;
  }

  /** The rows to look at. */
  List<DiffLine> rows() {
    return golden().lines((whole ? View.WHOLE : View.HUNKS).opening(opensNames));
  }

  /** What is left when the reviewer goes, in one line. */
  public String summary() {
    return "accepted " + acceptedCount() + ", rejected " + rejectedCount() + ", " + left() + " left"
        + (acceptedCount() == 0 ? "" : "; look at them: git add -N golden; git diff golden");
  }
}
