package lethe.vm.heap;

import static lethe.vm.heap.TestHeap.code;
import static lethe.vm.heap.TestHeap.num;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.fault.Fault;
import lethe.vm.value.Tag;
import org.junit.jupiter.api.Test;

/** Each seam, overridden, makes a collector that the verifier or the model catches, or that visibly does not free. */
class CollectorSeamsTest {
  /** Runs the model with the verifier on until it fails. */
  private static void assertCaught(CollectorSeams wrong) {
    HeapModel model = new HeapModel(new TestHeap(TestHeap.SMALL, wrong), 1);
    Throwable caught =
        assertThrows(
            Throwable.class,
            () -> {
              for (int i = 0; i < 20_000; i++) {
                model.step();
              }
            });
    assertTrue(
        caught instanceof Fault || caught instanceof AssertionError || caught instanceof IndexOutOfBoundsException,
        caught.toString());
  }

  @Test
  void aForgottenRootIsCaught() {
    assertCaught(
        new CollectorSeams() {
          @Override
          public boolean visits(Root kind) {
            return kind != Root.STACK;
          }
        });
  }

  @Test
  void aForgottenBarrierIsCaught() {
    assertCaught(
        new CollectorSeams() {
          @Override
          public boolean remembers(long block, long value) {
            return false;
          }
        });
  }

  @Test
  void aWrongInfixDistanceIsCaught() {
    assertCaught(
        new CollectorSeams() {
          @Override
          public int infixDistanceWords(long infixHeader) {
            return super.infixDistanceWords(infixHeader) - 1;
          }
        });
  }

  @Test
  void anInfixPointerTakenForABlockIsCaught() {
    assertCaught(
        new CollectorSeams() {
          @Override
          public boolean knowsInfix(long word) {
            return false;
          }
        });
  }

  @Test
  void aFieldNotPromotedIsCaught() {
    assertCaught(
        new CollectorSeams() {
          @Override
          public boolean promotesField(long block, int i) {
            return i != 2;
          }
        });
  }

  @Test
  void aFieldNotMarkedIsCaught() {
    assertCaught(
        new CollectorSeams() {
          @Override
          public boolean marksField(long block, int i) {
            return i != 2;
          }
        });
  }

  @Test
  void aSweepThatFreesNothingIsCaught() {
    assertCaught(
        new CollectorSeams() {
          @Override
          public boolean sweeps(long block) {
            return false;
          }
        });
  }

  /** A weak pointer to a dead block, and data of an ephemeron whose key is alive or dead. */
  private static Fault weakFieldsUnder(CollectorSeams wrong) {
    TestHeap test = new TestHeap(TestHeap.SMALL, wrong);
    Ephemerons ephemerons = test.heap.ephemerons();
    test.stack[0] = ephemerons.allocate(1);
    ephemerons.set(test.stack[0], Ephemerons.FIRST_KEY, test.majorBlock(num(1)));
    test.stack[1] = ephemerons.allocate(1);
    test.stack[2] = test.majorBlock(num(2));
    ephemerons.set(test.stack[1], Ephemerons.FIRST_KEY, test.stack[2]);
    ephemerons.set(test.stack[1], Ephemerons.DATA, test.majorBlock(num(3)));
    return assertThrows(Fault.class, () -> test.heap.collectFull(GcCause.PROGRAM));
  }

  @Test
  void aWeakFieldNotEmptiedIsCaught() {
    Fault fault = weakFieldsUnder(
        new CollectorSeams() {
          @Override
          public boolean empties(long word) {
            return false;
          }
        });
    assertTrue(fault.getMessage().contains("weak field 2"), fault.getMessage());
  }

  @Test
  void dataNotKeptIsCaught() {
    Fault fault = weakFieldsUnder(
        new CollectorSeams() {
          @Override
          public boolean keepsData(long ephemeron) {
            return false;
          }
        });
    assertTrue(fault.getMessage().contains("weak field 1"), fault.getMessage());
  }

  @Test
  void dataKeptWithoutItsKeysIsStillThere() {
    for (boolean awaits : new boolean[] {true, false}) {
      TestHeap test = new TestHeap(
          TestHeap.SMALL,
          new CollectorSeams() {
            @Override
            public boolean awaits(long key) {
              return awaits;
            }
          });
      Ephemerons ephemerons = test.heap.ephemerons();
      test.stack[0] = ephemerons.allocate(1);
      long key = test.majorBlock(num(1));
      ephemerons.set(test.stack[0], Ephemerons.FIRST_KEY, key);
      ephemerons.set(test.stack[0], Ephemerons.DATA, test.majorBlock(key));
      test.heap.collectFull(GcCause.PROGRAM);
      assertEquals(awaits ? 1 : 3, test.blocksInHeap());
    }
  }

  /** A handle in a root and a code address in a closure: what the code table is told of them. */
  private static List<String> toldToCode(CollectorSeams seams) {
    TestHeap test = new TestHeap(TestHeap.SMALL, seams);
    List<String> told = new ArrayList<>();
    test.heap.setCode(
        new CodeReferences() {
          @Override
          public boolean wantsAddresses() {
            return true;
          }

          @Override
          public void address(long codeAddress, Marker marker) {
            told.add("address");
          }

          @Override
          public void roots(Marker marker) {}

          @Override
          public void handle(long handle, Marker marker) {
            told.add("handle");
          }

          @Override
          public void marked(Marker marker) {}
        });
    long handle = test.heap.allocateMajor(1, Tag.CUSTOM);
    test.heap.setWordAt(handle, 0, CustomKind.CODE_HANDLE.word());
    test.stack[0] = test.block(handle);
    test.stack[1] = test.twoFunctions(code(1), num(0), num(0));
    test.heap.collectFull(GcCause.PROGRAM);
    return told;
  }

  @Test
  void aHandleOrAnAddressCanBePassedOver() {
    assertEquals(List.of("address", "handle"), toldToCode(new CollectorSeams()));
    assertEquals(
        List.of("address"),
        toldToCode(
            new CollectorSeams() {
              @Override
              public boolean callsHandle(long handle) {
                return false;
              }
            }));
    assertEquals(
        List.of("handle"),
        toldToCode(
            new CollectorSeams() {
              @Override
              public boolean reportsAddress(long codeAddress) {
                return false;
              }
            }));
  }
}
