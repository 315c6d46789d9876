package lethe.vm.prim;

import java.util.Optional;

/**
 * Closures as marshalling sees them: laid out as OCaml does it, with the addresses of the code that runs and without the words
 * that a policy adds. What is written so can be read by a program under another policy, and by stock OCaml.
 */
public interface ClosureForm {
  /** The size of the closure in words without those that a policy has added at its end. */
  int plainWords(long closure);

  /** The address of the code that runs when this closure, or infix pointer into one, is applied. */
  long codeAddress(long closure);

  /** The place of a code address; empty if it lies in code that has no digest: the machine's own stubs. */
  Optional<CodePlace> place(long codeAddress);

  /** The code address of a place, in the block loaded first if several have the digest; empty if none (any more) has it. */
  Optional<Long> address(CodePlace place);

  /** The closure that is marshalled in the place of this one: another if a policy has wrapped it. */
  long standsFor(long closure);

  /**
   * Words that {@link #dress} appends to a plain closure for the code at an address; none for static code.
   *
   * @param variables words of its environment
   */
  int addedWords(long codeAddress, int variables);

  /**
   * Makes a closure of the policy's out of one laid out as OCaml does it, with room for {@link #addedWords} at its end, one at
   * least. It then holds the handle of the block that its code lies in, whichever instance of a unit that is.
   *
   * @param functions how many the closure block has, 1 or more; the words 0, 3, 6… hold their code addresses
   * @return false if the code builds no such group of functions: the closure was forged
   */
  boolean dress(long closure, int functions);
}
