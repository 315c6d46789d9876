package lethe.vm.prim;

import lethe.vm.fault.Fault;

/** Stands for a primitive that this machine lacks: programs name hundreds that they never call. */
final class Missing extends Primitive {
  private final String reason;

  /** @param reason why it cannot be offered, "" if nothing speaks against it */
  Missing(String name, String reason) {
    super(name, 0);
    this.reason = reason;
  }

  @Override
  protected RuntimeException wrongArity(Runtime rt, int given) {
    return new Fault(Fault.Kind.MISSING_PRIMITIVE, "", name() + " called at " + rt.siteName() + (reason.isEmpty() ? "" : " (refused: " + reason + ")"));
  }
}
