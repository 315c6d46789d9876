package lethe.harness.corpus;

import java.util.List;

/**
 * The ids of the policies, in the order in which outcomes are listed, and what each promises. A case names each once; a
 * new policy of the machine is added here, and then to every case.
 */
public final class Policies {
  public static final List<String> ALL = List.of(
      "keep", "release", "force", "stub", "stub-env", "stub-local", "export", "negate", "handle", "scan");

  /** Those that never free what is reachable, if they keep their promise. */
  public static final List<String> SOUND =
      List.of("keep", "release", "stub", "stub-env", "stub-local", "handle", "scan");

  /** Those that free all that is dead at each full collection, if they keep their promise. */
  public static final List<String> COMPLETE = List.of("stub", "stub-env", "stub-local", "handle", "scan");

  private Policies() {}
}
