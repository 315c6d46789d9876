package lethe.harness.mutant;

import lethe.vm.VmParts;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;

/** A machine that is not wrong, but has changed everywhere: each call of a primitive allocates a block of one word that nobody uses. */
public final class OneMoreBlock extends VmParts {
  @Override
  public Primitive primitive(Primitive p) {
    return new Primitive(p.name(), p.arity()) {
      @Override
      public long call1(Runtime rt, long a) {
        return allocating(rt).call1(rt, a);
      }

      @Override
      public long call2(Runtime rt, long a, long b) {
        return allocating(rt).call2(rt, a, b);
      }

      @Override
      public long call3(Runtime rt, long a, long b, long c) {
        return allocating(rt).call3(rt, a, b, c);
      }

      @Override
      public long call4(Runtime rt, long a, long b, long c, long d) {
        return allocating(rt).call4(rt, a, b, c, d);
      }

      @Override
      public long call5(Runtime rt, long a, long b, long c, long d, long e) {
        return allocating(rt).call5(rt, a, b, c, d, e);
      }

      @Override
      public long callN(Runtime rt, long[] args) {
        return allocating(rt).callN(rt, args);
      }

      private Primitive allocating(Runtime rt) {
        rt.heap().allocate(1, 0);
        return p;
      }
    };
  }
}
