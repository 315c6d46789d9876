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

  /** Pending actions are about to run between two instructions; their calls and returns are not those of the program. */
  void interrupted();

  /** They have run. */
  void resumed();

  /** The function is about to be called as a finaliser, with the value that dies or with unit. */
  void finalising(long function, long value);

  /** The exception is about to be handled at the code address, or passed to the caller of this activation if 0. */
  void raised(long exn, long handler);
}
