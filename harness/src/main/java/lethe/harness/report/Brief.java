package lethe.harness.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lethe.vm.inspect.Inspection;
import lethe.vm.inspect.Inspection.HeapBlock;
import lethe.vm.inspect.KeepingPath;

/** A large machine cut down to what a picture can show: the blocks on keeping paths first, then the others as they lie. */
final class Brief {
  static final int BLOCKS = 200;
  private static final int FIELDS = 24;
  private static final int FRAMES = 24;

  private Brief() {}

  static Inspection of(Inspection machine) {
    Set<String> onPaths = new HashSet<>();
    machine.code().forEach(code -> code.why().path().ifPresent(path -> addBlocks(path, onPaths)));
    List<HeapBlock> heap = machine.heap().stream()
        .sorted(Comparator.comparing(block -> !onPaths.contains(block.name())))
        .limit(BLOCKS).map(Brief::of).toList();
    return new Inspection(
        machine.registers(), first(machine.stack(), FRAMES), heap, machine.code(), machine.cells(), machine.named(),
        machine.handlers(), machine.finalisers());
  }

  private static void addBlocks(KeepingPath path, Set<String> names) {
    path.steps().forEach(step -> names.add(step.block()));
    names.add(path.target());
  }

  private static HeapBlock of(HeapBlock block) {
    return new HeapBlock(
        block.name(), block.tag(), block.sizeWords(), block.isYoung(), block.isLive(), first(block.fields(), FIELDS));
  }

  private static <T> List<T> first(List<T> all, int count) {
    return all.subList(0, Math.min(all.size(), count));
  }
}
