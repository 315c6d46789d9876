package lethe.vm;

import java.util.List;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.record.KeptBecause;
import lethe.vm.record.Recorder;

/** Answers what keeps a unit alive, now. */
final class Why {
  private final Machine machine;
  private final Policy policy;
  private final Watch watch;

  Why(Machine machine, Policy policy, Watch watch) {
    this.machine = machine;
    this.policy = policy;
    this.watch = watch;
  }

  List<String> path(String unit) {
    for (CodeBlock block : machine.code.live().toList()) {
      if (block.name().equals(unit) && !block.isStatic()) {
        Recorder recorder = watch.recorder();
        KeptBecause because = recorder == null ? KeptBecause.withoutBirths(machine) : recorder.because();
        return policy.pins(block) ? List.of("policy " + policy.id()) : because.now(block);
      }
    }
    return List.of();
  }
}
