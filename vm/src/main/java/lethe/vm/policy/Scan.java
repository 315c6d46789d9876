package lethe.vm.policy;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;

/**
 * What Frisch (12 December 2003) and Starynkevitch (15 December 2003, caml-list) feared to ask of the collector, and what GHC
 * does: nothing in the bytecode changes; the collector looks up each code address that it meets in a closure, in a frame or
 * as the pc of an activation, and marks the block that it lies in.
 *
 * <p>Closures and partial applications are OCaml's own. A block still has a handle, to which nothing in the heap refers: it is
 * what the collector marks when it has found the block. Promises: sound unless a code address hides in data (H91), complete,
 * tail calls untouched, nothing per call; the collector pays a look-up for each closure and each frame.
 */
public class Scan implements Policy {
  @Override
  public String id() {
    return "scan";
  }

  @Override
  public boolean usesHandles() {
    return true;
  }

  @Override
  public boolean looksUpAddresses() {
    return true;
  }

  @Override
  public long initialiser(Machine m, CodeBlock block) {
    return Closures.allocate(m, block.address(0), 0);
  }
}
