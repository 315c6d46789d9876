package lethe.vm.prim.std;

import lethe.vm.prim.Runtime;

/** The counter of object identities, shared by objects, exceptions and the reader of marshalled values. */
final class Oids {
  private long next;

  static long fresh(Runtime rt) {
    return rt.state(Oids.class, Oids::new).next++;
  }
}
