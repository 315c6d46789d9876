package lethe.vm.heap;

import static lethe.vm.heap.TestHeap.code;
import static lethe.vm.heap.TestHeap.num;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lethe.vm.heap.WhyPath.Step;
import lethe.vm.heap.WhyPath.Via;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

class PathsTest {
  private final TestHeap test = new TestHeap();
  private final Heap heap = test.heap;

  private Optional<WhyPath> path(long block) {
    return new Paths(heap.snapshot(), ExtraEdges.NONE).to(block);
  }

  @Test
  void findsAShortestPathAndPrefersTheEarlierRootAndField() {
    long target = test.block(num(1));
    long near = test.block(num(0), target, target);
    test.stack[3] = test.block(near);
    test.stack[4] = near;
    test.stack[5] = near;
    assertEquals(
        new WhyPath(new RootEntry(Root.STACK, 4, near), List.of(new Step(near, Via.FIELD, 1))),
        path(target).orElseThrow());
    assertEquals(List.of(), path(near).orElseThrow().steps());
    assertFalse(path(test.block(num(2))).isPresent());
  }

  @Test
  void entersAClosureByItsSecondFunction() {
    long target = test.block(num(1));
    long closure = test.twoFunctions(code(1), code(2), target);
    test.stack[0] = TestHeap.second(closure);
    WhyPath path = path(target).orElseThrow();
    assertEquals(List.of(new Step(closure, Via.FIELD, 5)), path.steps());
    assertEquals(TestHeap.second(closure), path.root().word());
    assertEquals(path(closure), path(TestHeap.second(closure)));
  }

  @Test
  void followsTheEdgesThatCodeAdds() {
    long target = test.block(num(1));
    long other = test.block(num(2));
    long fixed = test.block(num(3));
    long globals = test.majorBlock(other, target, fixed);
    long handle = heap.allocateMajor(1, Tag.CUSTOM);
    heap.setWordAt(handle, 0, CustomKind.CODE_HANDLE.word());
    long closure = test.twoFunctions(code(8), code(2), code(1));
    test.stack[0] = globals;
    test.stack[1] = closure;
    ExtraEdges edges =
        new ExtraEdges() {
          @Override
          public boolean followsFields(long block) {
            return block != globals;
          }

          @Override
          public void roots(Target slots) {
            slots.accept(2, fixed);
          }

          @Override
          public void children(long block, Target slots) {
            slots.accept(1, target);
          }

          @Override
          public long owner(long codeAddress) {
            return codeAddress == code(2) ? handle : Value.UNIT;
          }
        };
    Paths paths = new Paths(heap.snapshot(), edges);
    assertEquals(
        List.of(new Step(closure, Via.CODE, 3), new Step(handle, Via.SLOT, 1)),
        paths.to(target).orElseThrow().steps());
    assertFalse(paths.to(other).isPresent());
    assertEquals(new RootEntry(Root.GLOBAL, 2, fixed), paths.to(fixed).orElseThrow().root());
  }

  @Test
  void amongRootsOfEqualDistanceTheEarlierWinsWhateverItsKind() {
    long target = test.block(num(1));
    long left = test.block(target);
    long right = test.block(target);
    test.addRoot(Root.HOST, right);
    test.addRoot(Root.NAMED, left);
    assertEquals(new RootEntry(Root.HOST, 0, right), path(target).orElseThrow().root());
    test.stack[63] = left;
    assertEquals(new RootEntry(Root.STACK, 63, left), path(target).orElseThrow().root());
  }

  @Test
  void aShorterPathFromALaterRootWins() {
    long target = test.block(num(1));
    test.stack[0] = test.block(test.block(target));
    test.addRoot(Root.HOST, target);
    assertEquals(new WhyPath(new RootEntry(Root.HOST, 0, target), List.of()), path(target).orElseThrow());
  }

  @Test
  void goesRoundNoCycle() {
    long target = test.block(num(1));
    long first = test.block(num(0), num(0));
    long second = test.block(first, target);
    heap.setField(first, 0, first);
    heap.setField(first, 1, second);
    assertFalse(path(target).isPresent(), "a cycle without a root keeps nothing");
    test.stack[7] = first;
    assertEquals(
        List.of(new Step(first, Via.FIELD, 1), new Step(second, Via.FIELD, 1)), path(target).orElseThrow().steps());
  }

  @Test
  void theFunctionsOfAGroupAreOneBlock() {
    long closure = test.twoFunctions(code(1), code(2), num(0));
    long holder = test.block(TestHeap.second(closure), closure);
    test.stack[1] = holder;
    assertEquals(List.of(new Step(holder, Via.FIELD, 0)), path(closure).orElseThrow().steps());
    Paths paths = new Paths(heap.snapshot(), ExtraEdges.NONE);
    assertTrue(paths.reaches(TestHeap.second(closure)) && paths.reaches(closure));
    long lost = test.block(num(3));
    assertFalse(new Paths(heap.snapshot(), ExtraEdges.NONE).reaches(lost));
  }

  @Test
  void aSnapshotDoesNotChange() {
    long block = test.block(num(1));
    test.stack[0] = block;
    HeapSnapshot snapshot = heap.snapshot();
    heap.setField(block, 0, num(2));
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(num(1), snapshot.field(block, 0));
    assertEquals(1, snapshot.sizeWords(block));
    assertEquals(block, snapshot.roots().get(0).word());
  }
}
