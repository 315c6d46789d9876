package lethe.vm.prim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapOptions;
import lethe.vm.heap.Root;
import lethe.vm.prim.SignalTable.Action;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

class SignalTableTest {
  private static final int SIGUSR1 = 10;
  private static final int SIGUSR2 = 12;
  private static final long HANDLER = Value.ofLong(77);

  private final Heap heap = new Heap(HeapOptions.DEFAULT);
  private final SignalTable signals = new SignalTable(heap);

  @Test
  void numbersAreTranslatedBothWays() {
    assertEquals(6, SignalTable.systemNumber(-1));
    assertEquals(25, SignalTable.systemNumber(-28));
    assertEquals(64, SignalTable.systemNumber(64));
    for (int none : new int[] {-29, 65, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertEquals(-1, SignalTable.systemNumber(none));
    }
    for (int n = -28; n < 0; n++) {
      assertEquals(n, SignalTable.ocamlNumber(SignalTable.systemNumber(n)));
    }
    assertEquals(40, SignalTable.ocamlNumber(40));
  }

  @Test
  void aSignalWaitsForAPollAndNoneForItsDefault() {
    assertFalse(signals.note(SIGUSR1), "the default action is the caller's affair");
    signals.set(SIGUSR1, Action.IGNORE, Value.UNIT);
    assertTrue(signals.note(SIGUSR1));
    assertFalse(heap.isActionRequested());
    signals.set(SIGUSR1, Action.HANDLE, HANDLER);
    assertTrue(signals.note(SIGUSR1));
    assertTrue(heap.isActionRequested());
    assertEquals(SIGUSR1, signals.next());
  }

  @Test
  void theLowestComesFirstAndOneThatRunsWaits() {
    signals.set(SIGUSR1, Action.HANDLE, HANDLER);
    signals.set(SIGUSR2, Action.HANDLE, HANDLER);
    assertTrue(signals.note(SIGUSR2) && signals.note(SIGUSR1) && signals.note(SIGUSR1));
    assertEquals(SIGUSR1, signals.next());
    signals.started(SIGUSR1);
    assertTrue(signals.note(SIGUSR1));
    assertEquals(SIGUSR2, signals.next());
    signals.started(SIGUSR2);
    assertEquals(-1, signals.next());
    signals.ended(SIGUSR1);
    assertEquals(SIGUSR1, signals.next());
  }

  @Test
  void whatIsNoLongerHandledIsForgottenAndItsHandlerIsNoRoot() {
    signals.set(SIGUSR1, Action.HANDLE, HANDLER);
    assertTrue(signals.note(SIGUSR1));
    assertEquals(List.of(SIGUSR1), held());
    signals.set(SIGUSR1, Action.DEFAULT, HANDLER);
    assertEquals(-1, signals.next());
    assertEquals(List.of(), held());
  }

  private List<Integer> held() {
    List<Integer> held = new ArrayList<>();
    signals.visit((kind, index, word) -> {
      assertEquals(Root.SIGNAL, kind);
      if (word == HANDLER) {
        held.add(index);
      }
      return word;
    });
    return held;
  }
}
