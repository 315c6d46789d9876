package lethe.vm.policy;

/**
 * Explicit freeing: code is freed on request, whoever points at it (what dlclose does, and caml_static_release_bytecode).
 * Unsound on purpose: every use of freed code is caught as a fault, so it shows what the other policies protect from.
 */
public class Force extends Keep {
  @Override
  public String id() {
    return "force";
  }

  @Override
  public boolean freesOnRequest() {
    return true;
  }
}
