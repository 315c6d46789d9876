package lethe.vm.prim;

/** The counter of object identities, shared by objects, exceptions and the reader of marshalled values (obj.c). */
public final class Oids {
  private long next;

  private Oids() {}

  /** The next identity of this machine; the first is 0. */
  public static long fresh(Runtime rt) {
    return rt.state(Oids.class, Oids::new).next++;
  }
}
