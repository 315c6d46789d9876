package lethe.vm.record;

import lethe.vm.heap.ExtraEdges;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Globals;
import lethe.vm.interp.Machine;
import lethe.vm.value.Value;

/** What code refers to, for a search of paths. */
final class CodeEdges implements ExtraEdges {
  private final Machine machine;
  private final HeapSnapshot snapshot;

  CodeEdges(Machine machine, HeapSnapshot snapshot) {
    this.machine = machine;
    this.snapshot = snapshot;
  }

  @Override
  public boolean followsFields(long block) {
    return block != machine.globals.address();
  }

  @Override
  public void roots(Target target) {
    Globals globals = machine.globals;
    for (int slot = 0; slot < globals.highest(); slot++) {
      if (globals.isPinned(slot)) {
        target.accept(slot, globals.get(slot));
      }
    }
    machine.code.live().filter(machine.code::isPinned).forEach(block -> children(block, target));
  }

  @Override
  public void children(long handle, Target target) {
    CodeBlock block = machine.code.find(snapshot.field(handle, 1));
    if (block != null) {
      children(block, target);
    }
  }

  private void children(CodeBlock block, Target target) {
    for (int slot : block.slots()) {
      target.accept(slot, machine.globals.get(slot));
    }
  }

  @Override
  public long owner(long codeAddress) {
    if (!machine.code.wantsAddresses()) {
      return Value.UNIT;
    }
    CodeBlock block = machine.code.find(codeAddress);
    return block == null || block.handle() == 0 ? Value.UNIT : block.handle();
  }
}
