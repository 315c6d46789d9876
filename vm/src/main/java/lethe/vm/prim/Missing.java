package lethe.vm.prim;

import lethe.vm.fault.Fault;

/** Stands for a primitive that this machine lacks: programs name hundreds that they never call. */
final class Missing extends Primitive {
  Missing(String name) {
    super(name, 0);
  }

  @Override
  protected RuntimeException wrongArity(Runtime rt, int given) {
    return new Fault(Fault.Kind.MISSING_PRIMITIVE, "", name() + " called at " + rt.siteName());
  }
}
