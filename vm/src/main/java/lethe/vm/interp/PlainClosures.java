package lethe.vm.interp;

import java.util.Optional;
import lethe.vm.prim.ClosureForm;
import lethe.vm.prim.CodePlace;

/** Closures of static and loaded code between the policy's form and OCaml's. */
final class PlainClosures implements ClosureForm {
  private final Machine machine;
  private final Policy policy;

  PlainClosures(Machine machine, Policy policy) {
    this.machine = machine;
    this.policy = policy;
  }

  @Override
  public int plainWords(long closure) {
    CodeBlock code = machine.code.find(codeAddress(closure));
    int words = machine.heap.sizeWords(closure);
    return isLoaded(code) ? words - policy.ownWords(machine, closure) : words;
  }

  @Override
  public long codeAddress(long closure) {
    return policy.codeAddress(machine, closure);
  }

  @Override
  public Optional<CodePlace> place(long codeAddress) {
    // To write down freed code is to use it: a fault.
    CodeBlock code = machine.code.at(codeAddress).block();
    if (code.origin() == null) {
      return Optional.empty();
    }
    long offset = (long) code.origin().startInts() + code.offsetOf(codeAddress);
    return Optional.of(new CodePlace(code.origin().digest(), offset * Integer.BYTES));
  }

  @Override
  public Optional<Long> address(CodePlace place) {
    return machine.code.digests().address(place);
  }

  @Override
  public long standsFor(long closure) {
    return policy.standsFor(machine, closure);
  }

  @Override
  public int addedWords(long codeAddress, int variables) {
    CodeBlock code = machine.code.find(codeAddress);
    return isLoaded(code) ? policy.addedWords(code, code.offsetOf(codeAddress), variables) : 0;
  }

  @Override
  public boolean dress(long closure, int functions) {
    return policy.dress(machine, closure, functions, machine.code.find(machine.heap.field(closure, 0)));
  }

  private static boolean isLoaded(CodeBlock code) {
    return code != null && !code.isStatic();
  }
}
