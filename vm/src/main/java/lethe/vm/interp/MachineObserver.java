package lethe.vm.interp;

import lethe.vm.heap.HeapObserver;
import lethe.vm.prim.Primitive;

/** Sees what the machine does, for a trace. Must not change it. */
public interface MachineObserver extends HeapObserver, CodeObserver {
  /** The instruction is about to run; the registers are as it finds them. */
  void step(Instruction i);

  /** A primitive is about to run. */
  void primitive(Primitive p, long... args);

  /** A primitive has returned. */
  void returned(Primitive p, long result);

  /** The exception is about to be handled at the code address, or passed to the caller of this activation if 0. */
  void raised(long exn, long handler);
}
