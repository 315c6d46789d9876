package lethe.vm.host;

import java.util.List;

/** Who the process is: numbers of process, parent, users and groups. */
public record ProcessIdentity(
    int process, int parent, int user, int effectiveUser, int group, int effectiveGroup, List<Integer> groups) {
  /** Linux's number for a user without rights. */
  private static final int NOBODY_ID = 65_534;

  /** A process without parent, of a user without rights. */
  public static final ProcessIdentity NOBODY =
      new ProcessIdentity(1, 0, NOBODY_ID, NOBODY_ID, NOBODY_ID, NOBODY_ID, List.of());

  public ProcessIdentity {
    groups = List.copyOf(groups);
  }
}
