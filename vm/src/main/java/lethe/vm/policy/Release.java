package lethe.vm.policy;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;

/**
 * The stock toplevel (toploop.ml of 4.13, {@code can_free}): the code of a phrase is freed when it has run, normally or not, if
 * it builds no function; any other code stays for ever.
 *
 * <p>Closures are OCaml's own. Promises: sound, since nobody can refer to code that no closure names and that no longer runs;
 * incomplete for every unit with a function.
 */
public class Release extends Keep {
  @Override
  public String id() {
    return "release";
  }

  @Override
  public void finished(Machine m, CodeBlock block) {
    if (!buildsFunctions(block)) {
      m.code.free(block, "no function");
    }
  }

  private boolean buildsFunctions(CodeBlock block) {
    for (Insn insn : Insn.all(block.name(), block.code())) {
      if (insn.operation() == Opcode.CLOSURE || insn.operation() == Opcode.CLOSUREREC) {
        return true;
      }
    }
    return false;
  }
}
