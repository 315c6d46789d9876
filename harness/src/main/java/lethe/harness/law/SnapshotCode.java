package lethe.harness.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lethe.vm.CodeMap;
import lethe.vm.heap.HeapSnapshot;

/** The code of our machine at the moment of a snapshot. */
final class SnapshotCode implements CodeView {
  private final HeapSnapshot snapshot;
  private final CodeMap code;
  private final Map<String, CodeMap.Block> blocks = new HashMap<>();

  SnapshotCode(HeapSnapshot snapshot, CodeMap code) {
    this.snapshot = snapshot;
    this.code = code;
    code.blocks().forEach(block -> blocks.put(block.name(), block));
  }

  @Override
  public List<String> loaded() {
    return code.blocks().stream().filter(block -> !block.isStatic()).map(CodeMap.Block::name).toList();
  }

  @Override
  public List<String> pinned() {
    return code.blocks().stream().filter(CodeMap.Block::isStatic).map(CodeMap.Block::name).toList();
  }

  @Override
  public Optional<String> unitAt(long word) {
    return code.at(word).map(CodeMap.Block::name);
  }

  @Override
  public long codeOf(long closure) {
    return code.codeOf(snapshot, closure);
  }

  @Override
  public List<Long> slotsOf(String unit) {
    return blocks.get(unit).slots().stream().map(slot -> snapshot.field(code.globals(), slot)).toList();
  }
}
