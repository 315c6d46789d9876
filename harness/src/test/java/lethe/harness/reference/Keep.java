package lethe.harness.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import lethe.harness.corpus.Case;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.format.CompilationUnit;

/** Our machine under policy keep, without trace, witness or schedule. */
final class Keep {
  private Keep() {}

  static ReferenceResult run(Case c) {
    Map<String, CompilationUnit> linked = new LinkedHashMap<>();
    Map<String, CompilationUnit> loaded = new LinkedHashMap<>();
    for (AssembledUnit unit : c.units()) {
      boolean isLinked = unit.isStatic() || unit.name().equals("main");
      (isLinked ? linked : loaded).put(unit.name(), unit.unit());
    }
    VmOptions options = VmOptions.defaults().withPolicy("keep").withStackLimitWords(c.stackWords());
    try (Vm vm = Vm.create(options)) {
      VmOutcome outcome = vm.run(linked, loaded);
      return new ReferenceResult(outcome.output(), outcome.result());
    }
  }
}
