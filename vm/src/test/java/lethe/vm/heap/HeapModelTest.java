package lethe.vm.heap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The heap against a model, with the smallest minor area and the verifier after each collection. */
class HeapModelTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithTheModel(long seed) {
    TestHeap test = new TestHeap();
    HeapModel model = new HeapModel(test, seed);
    for (int i = 0; i < 20_000; i++) {
      model.step();
      if (i % 500 == 0) {
        HeapCheck.check(test.heap);
        model.compare();
      }
    }
    assertTrue(test.heap.counts().minorCollections() > 100);
    assertTrue(test.heap.counts().fullCollections() > 50);
  }
}
