package lethe.vm.policy;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;

/**
 * Stock Dynlink (4.13's dynlink.ml drops what caml_reify_bytecode gave it): loaded code is never freed. The baseline:
 * sound, never complete. Closures are OCaml's own.
 */
public class Keep implements Policy {
  @Override
  public String id() {
    return "keep";
  }

  @Override
  public boolean usesHandles() {
    return false;
  }

  @Override
  public long initialiser(Machine m, CodeBlock block) {
    return Closures.allocate(m, block.address(0), 0);
  }

  @Override
  public boolean pins(CodeBlock block) {
    return true;
  }
}
