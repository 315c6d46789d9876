package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lethe.vm.CodeMap;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.heap.RootEntry;
import lethe.vm.value.Value;

/** A snapshot of our heap. The table of globals is no root here: its pinned slots are, one by one. */
final class SnapshotMemory implements MemoryView {
  private final HeapSnapshot snapshot;
  private final List<RootWord> roots = new ArrayList<>();

  SnapshotMemory(HeapSnapshot snapshot, CodeMap code) {
    this.snapshot = snapshot;
    for (RootEntry root : snapshot.roots()) {
      if (root.word() != code.globals()) {
        roots.add(new RootWord(name(root, code), root.word()));
      }
    }
    for (int slot = 0; slot < snapshot.sizeWords(code.globals()); slot++) {
      if (code.isRootSlot(slot)) {
        roots.add(new RootWord("global slot", snapshot.field(code.globals(), slot)));
      }
    }
  }

  private static String name(RootEntry root, CodeMap code) {
    String kind = root.kind().name().toLowerCase(Locale.ROOT);
    return switch (root.kind()) {
      case PC, ACCU, ENV -> kind;
      case HOST -> code.hostName(root.index());
      default -> kind + " " + root.index();
    };
  }

  @Override
  public List<RootWord> roots() {
    return roots;
  }

  @Override
  public List<Long> ephemerons() {
    return snapshot.ephemerons().boxed().toList();
  }

  @Override
  public List<Long> finalised() {
    return snapshot.finalised().boxed().toList();
  }

  @Override
  public boolean isBlock(long word) {
    return Value.isBlock(word) && word > 0 && Value.indexOf(word) < snapshot.heapWords();
  }

  @Override
  public long blockOf(long address) {
    return snapshot.blockOf(address);
  }

  @Override
  public int tag(long block) {
    return snapshot.tag(block);
  }

  @Override
  public int sizeWords(long block) {
    return snapshot.sizeWords(block);
  }

  @Override
  public long field(long block, int index) {
    return snapshot.field(block, index);
  }
}
