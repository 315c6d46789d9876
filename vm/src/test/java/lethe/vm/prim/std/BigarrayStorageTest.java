package lethe.vm.prim.std;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lethe.vm.fault.Fault;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.Root;
import lethe.vm.host.Host;
import lethe.vm.prim.OcamlException;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

/** The elements of big arrays live outside the heap and go with the last block that shares them. */
final class BigarrayStorageTest {
  private static final long CHAR = Value.ofLong(12);

  private final TestRuntime rt = new TestRuntime(Host.closed());
  private long root = Value.UNIT;

  BigarrayStorageTest() {
    rt.heap().setRoots(visitor -> root = visitor.visit(Root.HOST, 0, root));
  }

  @Test
  void elementsGoWithTheirArray() {
    root = create(1000);
    assertEquals(1000, heldBytes());
    collect();
    assertEquals(1000, heldBytes());
    root = Value.UNIT;
    collect();
    assertEquals(0, heldBytes());
  }

  @Test
  void partKeepsTheElements() {
    root = rt.call("caml_ba_sub", create(1000), Value.ofLong(990), Value.ofLong(10));
    rt.call("caml_ba_set_1", root, Value.ofLong(9), Value.ofLong('z'));
    collect();
    assertEquals(1000, heldBytes());
    assertEquals(Value.ofLong('z'), rt.call("caml_ba_get_1", root, Value.ofLong(9)));
    root = Value.UNIT;
    collect();
    assertEquals(0, heldBytes());
  }

  @Test
  void copyOfABlockThatOutlivesItsArrayIsCaught() {
    root = rt.call("caml_obj_dup", create(8));
    collect();
    Fault fault = assertThrows(Fault.class, () -> rt.call("caml_ba_get_1", root, Value.ofLong(0)));
    assertEquals(
        "memory: a big array was used whose elements are gone with another copy of its block", fault.getMessage());
  }

  @Test
  void moreThanTheLimitOfTheHeapIsOutOfMemory() {
    OcamlException none = assertThrows(OcamlException.class, () -> create(Integer.MAX_VALUE));
    assertEquals("!Out_of_memory", Notation.show(rt.heap(), none));
    assertEquals(0, heldBytes());
  }

  private long create(int sizeBytes) {
    long sizes = rt.heap().allocate(1, 0);
    rt.heap().init(sizes, 0, Value.ofLong(sizeBytes));
    return rt.call("caml_ba_create", CHAR, Value.FALSE, sizes);
  }

  private void collect() {
    rt.heap().collectFull(GcCause.HOST);
  }

  private long heldBytes() {
    return BigarrayStorage.of(rt).heldBytes();
  }
}
