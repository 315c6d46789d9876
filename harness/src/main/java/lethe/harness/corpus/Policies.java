package lethe.harness.corpus;

import java.util.List;

/**
 * The ids of the policies, in the order in which outcomes are listed, and what each promises. A case names each once; a
 * new policy of the machine is added here, and then to every case.
 */
public final class Policies {
  public static final List<String> ALL = List.of("keep", "force", "stub", "handle");

  /** Those that never free what is reachable, if they keep their promise. */
  public static final List<String> SOUND = List.of("keep", "stub", "handle");

  /** Those that free all that is dead at each full collection, if they keep their promise. */
  public static final List<String> COMPLETE = List.of("stub", "handle");

  private Policies() {}
}
