package lethe.vm.policy;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lethe.vm.fault.InputError;
import lethe.vm.interp.Policy;

/** The policies there are, in the order in which they are shown. */
public final class Policies {
  private static final List<Supplier<Policy>> ALL = List.of(
      Keep::new, Release::new, Force::new, Stub::new, StubEnv::new, StubLocal::new, Export::new, Negate::new,
      Handle::new, Scan::new);

  private Policies() {}

  public static List<String> ids() {
    return ALL.stream().map(p -> p.get().id()).collect(Collectors.toUnmodifiableList());
  }

  /** A fresh policy; each machine has its own. */
  public static Policy named(String id) {
    return ALL.stream()
        .map(Supplier::get)
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InputError("policy", "one of " + String.join(", ", ids()), "'" + id + "'"));
  }
}
