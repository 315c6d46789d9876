package lethe.vm.interp;

import lethe.vm.heap.HeapSnapshot;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operation;

/**
 * How the liveness of loaded code is decided. The seam of the machine: a policy is one class and its operations; the
 * interpreter, the loader and the collector know no policy by name.
 *
 * <p>A policy may act at these moments, in the order of a unit's life: it rewrites instructions when the unit is loaded,
 * builds the closure that runs the unit, hears when the initialiser is over, and tells the collector what keeps the
 * block. Static code never meets a policy.
 */
public interface Policy {
  /** The name that users type. */
  String id();

  /**
   * The operation that takes the place of this instruction in loaded code, of the same length and operands; the
   * instruction's own operation if nothing changes.
   *
   * @param primitive the name of the primitive it calls, "" if it is no C_CALL
   */
  default Operation rewrite(Insn insn, String primitive) {
    return insn.operation();
  }

  /** The operation with the number in code that this policy has rewritten, null if there is none. */
  default Operation operation(int number) {
    return Opcode.of(number);
  }

  /** Makes one of the policy's own operations executable. Never called for an OCaml opcode. */
  default Instruction decode(Insn insn, Decoder decoder) {
    throw new IllegalStateException(id() + " has no operation " + insn.operation().mnemonic());
  }

  /** Puts the static code in place that the policy's closures point to, if it has any. */
  default void install(Machine m, Decoder decoder) {}

  /** Do loaded blocks have an owner in the heap, a handle? Then a block dies with its handle. */
  boolean usesHandles();

  /** The closure that runs the unit, freshly allocated; the machine keeps it while the initialiser runs. */
  long initialiser(Machine m, CodeBlock block);

  /** The initialiser has returned, or raised; the block has not been freed. */
  default void finished(Machine m, CodeBlock block) {}

  /** Is the block kept whoever refers to it? */
  default boolean pins(CodeBlock block) {
    return false;
  }

  /** Must the collector look up every code address that it meets? */
  default boolean looksUpAddresses() {
    return false;
  }

  /** Somebody asks that the block be freed now; true if this policy obeys. */
  default boolean freesOnRequest() {
    return false;
  }

  /** Words that this policy appends to each closure made by loaded code. */
  default int extraClosureWords() {
    return 0;
  }

  /**
   * The address of the code that runs when this closure is applied. For a plain closure its first word; a policy whose
   * closures hold something else there decodes it. This is what an observer of liveness must follow.
   *
   * @param closure a closure, or an infix pointer into one
   */
  default long codeOf(HeapSnapshot heap, long closure) {
    return heap.field(closure, 0);
  }

  // Marshalling: closures are written as OCaml lays them out, and made the policy's own again when they are read.

  /**
   * As {@link #codeOf}, exactly and in the running machine: the address of the code of this very function, also of one in a
   * group.
   */
  default long codeAddress(Machine m, long closure) {
    return m.heap.field(closure, 0);
  }

  /** The closure that is marshalled in the place of this one: another if this one only wraps it. */
  default long standsFor(Machine m, long closure) {
    return closure;
  }

  /** How many words at the end of a closure of loaded code, partial applications included, are this policy's own. */
  default int ownWords(Machine m, long closure) {
    return extraClosureWords();
  }

  /**
   * How many words this policy appends to a closure for the code at the offset, which may be that of a RESTART.
   *
   * @param variables words of its environment
   */
  default int addedWords(CodeBlock code, int offsetInts, int variables) {
    return extraClosureWords();
  }

  /**
   * A closure has been read, laid out as OCaml does it, with room for {@link #addedWords} at its end, one at least: fills those, and
   * changes the code words if this policy's closures hold something else there.
   *
   * @param functions how many the closure block has; the words 0, 3, 6… hold their code addresses
   * @param code the block that these addresses lie in
   * @return false if the code has no such group of functions: the bytes were forged
   */
  default boolean dress(Machine m, long closure, int functions, CodeBlock code) {
    throw new IllegalStateException(id() + " adds words to closures and does not fill them");
  }
}
