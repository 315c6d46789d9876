package lethe.vm.policy;

import java.util.Set;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Machine;
import lethe.vm.interp.family.PrimitiveCalls;
import lethe.vm.isa.Insn;

/**
 * {@code let rec f = (effect (); fun x -> …)} in loaded code: the compiler fixes the size of the dummy closure that the real
 * one is copied over later, so a policy with larger closures makes the dummy larger too. The primitive cannot do it: it does
 * not know who calls.
 */
final class ClosureDummy extends PrimitiveCalls.Call2 {
  private static final Set<String> MAKERS = Set.of("caml_alloc_dummy_function", "caml_alloc_dummy_infix");

  private final int extraWords;

  ClosureDummy(Insn insn, Decoder decoder, int extraWords) {
    super(insn, decoder.primitive(insn.operand(0)));
    this.extraWords = extraWords;
  }

  /** Does the primitive allocate a dummy for a closure? Its first argument is then the size in words. */
  static boolean isMadeBy(String primitive) {
    return MAKERS.contains(primitive);
  }

  @Override
  protected void pushFirst(Machine m) {
    m.accu += 2L * extraWords;
  }
}
