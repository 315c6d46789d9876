package lethe.harness.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.corpus.Cases;
import lethe.vm.fault.InputError;
import lethe.vm.heap.CollectorSeams;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapOptions;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostMeterTest {
  @TempDir private Path corpus;

  private Case program(String body) {
    String text = """
        ;; title: Something is done
        ;; shows: what it costs
        ;; cost: 4 things
        ;; expect keep release force stub stub-env stub-local export negate handle scan: result 42
        unit main
          CONSTINT times
          PUSH
        again:
          ACC0
          BRANCHIFNOT done
        %s  ACC0
          OFFSETINT -1
          ASSIGN 0
          BRANCH again
        done:
          POP 1
          CONSTINT 42
        """.formatted(body);
    Cases.write(corpus, "cost/thing", text);
    return CaseReader.read(corpus, corpus.resolve("cost/thing.case"));
  }

  @Test
  void whatIsDoneOnceCancelsAndTheRestIsExact() {
    CostRow row = CostMeter.measure(program(""));
    assertEquals(6, row.figure("keep", Measure.INSTRUCTIONS));
    assertEquals(0, row.figure("keep", Measure.READ));
    CostRow block = CostMeter.measure(program("  CONST0\n  MAKEBLOCK1 0\n  GETFIELD0\n"));
    assertEquals(9, block.figure("keep", Measure.INSTRUCTIONS));
    assertEquals(1, block.figure("keep", Measure.READ));
    assertEquals(2, block.figure("scan", Measure.ALLOCATED));
    assertTrue(block.isKnown("stub"));
  }

  @Test
  void aCostThatIsNotProportionalIsAnError() {
    Case quadratic = program("  ACC0\n  PUSH\ninner:\n  ACC0\n  OFFSETINT -1\n  ASSIGN 0\n  ACC0\n  BRANCHIF inner\n  POP 1\n");
    InputError e = assertThrows(InputError.class, () -> CostMeter.measure(quadratic));
    assertTrue(e.getMessage().contains("as many instructions each time"), e.getMessage());
  }

  @Test
  void aProgramThatDoesNotEndWithAResultHasNoFigures() {
    assertFalse(CostMeter.measure(program("  CONST0\n  C_CALL1 no_such_primitive\n")).isKnown("keep"));
  }

  @Test
  void everyWayToReadTheHeapIsCounted() {
    CountingHeap heap = new CountingHeap(HeapOptions.DEFAULT, new CollectorSeams());
    long block = heap.allocate(2, 0);
    heap.setField(block, 0, Value.ofLong(1));
    long string = heap.string(new byte[17]);
    assertEquals(0, heap.wordsRead());
    assertEquals(1, counted(heap, () -> heap.field(block, 0)));
    assertEquals(1, counted(heap, () -> heap.wordAt(block, 1)));
    assertEquals(1, counted(heap, () -> heap.doubleField(block, 0)));
    assertEquals(1, counted(heap, () -> heap.header(block)));
    assertEquals(1, counted(heap, () -> heap.tag(string)));
    assertEquals(1, counted(heap, () -> heap.sizeWords(block)));
    assertEquals(0, counted(heap, () -> heap.tag(block)));
    heap.safepoint();
    assertEquals(1, counted(heap, () -> heap.tag(block)));
    assertEquals(1, counted(heap, () -> heap.byteAt(string, 3)));
    assertEquals(2, counted(heap, () -> heap.byteLength(string)));
    assertEquals(3, counted(heap, () -> heap.bytes(string, 7, 10)));
    assertEquals(0, counted(heap, () -> heap.bytes(string, 7, 0)));
    assertEquals(2, counted(heap, () -> heap.copyBytes(string, 0, string, 1, 9)));
    assertEquals(0, counted(heap, () -> heap.allocate(1, Tag.CLOSURE)));
    assertEquals(0, counted(heap, () -> heap.collectFull(GcCause.HOST)));
  }

  private static long counted(CountingHeap heap, Runnable reads) {
    long before = heap.wordsRead();
    reads.run();
    return heap.wordsRead() - before;
  }

  /** A new accessor must be classified here: counted, made of counted ones, or no reading. */
  @Test
  void noAccessorOfTheHeapIsForgotten() {
    Set<String> open = new TreeSet<>(Arrays.stream(Heap.class.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isFinal(m.getModifiers()))
        .map(m -> m.getName()).filter(name -> !name.equals("collectIfDue")).collect(Collectors.toSet()));
    Set<String> counted = Arrays.stream(CountingHeap.class.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers())).map(m -> m.getName())
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(open, counted);
    assertEquals(List.of(), Arrays.stream(Heap.class.getDeclaredFields())
        .filter(f -> Modifier.isPublic(f.getModifiers()) && !Modifier.isStatic(f.getModifiers())).toList());
  }
}
