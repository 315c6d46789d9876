package lethe.vm.prim.std;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.host.Host;
import lethe.vm.prim.OcamlException;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

/** Blocks whose identity matters: dummies of let rec, marshalled sharing, object identities, named values. */
final class BlocksTest {
  /** Bits 0 and 1 tell a code address. */
  private static final long CODE = 0x102;

  private final TestRuntime rt = new TestRuntime(Host.closed());
  private final Heap heap = rt.heap();

  @Test
  void dummyBecomesTheValueInPlace() {
    long dummy = rt.call("caml_alloc_dummy", Value.ofLong(2));
    rt.call("caml_update_dummy", dummy, block(5, Value.ofLong(1), dummy));
    assertEquals(5, heap.tag(dummy));
    assertEquals(dummy, heap.field(dummy, 1));
  }

  @Test
  void dummyBecomesAnArrayOfFloats() {
    long dummy = rt.call("caml_alloc_dummy_float", Value.ofLong(1));
    long floats = heap.allocate(1, Tag.DOUBLE_ARRAY);
    heap.setDoubleField(floats, 0, 2.5);
    rt.call("caml_update_dummy", dummy, floats);
    assertEquals("[|f4004000000000000|]", Notation.show(heap, dummy));
  }

  @Test
  void dummyBecomesAClosure() {
    long dummy = rt.call("caml_alloc_dummy_function", Value.ofLong(3), Value.ofLong(2));
    rt.call("caml_update_dummy", dummy, block(Tag.CLOSURE, CODE, Value.ofLong(2), Value.ofLong(7)));
    assertEquals(Tag.CLOSURE, heap.tag(dummy));
    assertEquals(CODE, heap.field(dummy, 0));
  }

  @Test
  void dummyInsideABlockOfFunctionsTakesTheWholeBlock() {
    long dummy = rt.call("caml_alloc_dummy_infix", Value.ofLong(5), Value.ofLong(3));
    long functions = rt.call("caml_alloc_dummy_infix", Value.ofLong(5), Value.ofLong(3)) - 24;
    heap.setField(functions, 0, CODE);
    heap.setField(functions, 3, CODE + 4);
    rt.call("caml_update_dummy", dummy, functions + 24);
    assertEquals(Tag.INFIX, heap.tag(dummy));
    assertEquals(CODE + 4, heap.field(dummy, 0));
    assertEquals(CODE, heap.field(Alloc.whole(heap, dummy), 0));
  }

  @Test
  void valueLargerThanItsDummyIsAFault() {
    long dummy = rt.call("caml_alloc_dummy", Value.ofLong(2));
    long larger = block(0, Value.UNIT, Value.UNIT, Value.UNIT);
    Fault fault = assertThrows(Fault.class, () -> rt.call("caml_update_dummy", dummy, larger));
    assertEquals(
        "memory: caml_update_dummy: a value of 3 words over a dummy of 2 at test+0", fault.getMessage());
  }

  @Test
  void listWithoutEndIsAFault() {
    long second = block(0, Value.ofLong(2), Value.UNIT);
    long flags = block(0, Value.ofLong(1), block(0, Value.ofLong(1), second));
    assertEquals(3, OcamlList.elements(heap, flags).length);
    heap.setField(second, 1, heap.field(flags, 1));
    Fault fault = assertThrows(Fault.class, () -> rt.call("caml_output_value_to_string", Value.UNIT, flags));
    assertEquals("memory: a primitive was given a list without end", fault.getMessage());
  }

  @Test
  void sharingIsMarshalledAndComesBack() {
    long s = rt.string("shared");
    long bytes = rt.call("caml_output_value_to_bytes", block(0, s, s), Value.UNIT);
    assertEquals(
        "8495a6be0000000a000000020000000600000005a0267368617265640401",
        HexFormat.of().formatHex(heap.bytes(bytes)));
    long back = rt.call("caml_input_value_from_bytes", bytes, Value.ofLong(0));
    assertEquals(heap.field(back, 0), heap.field(back, 1));
  }

  @Test
  void objectReadBackHasANewIdentity() {
    long object = rt.call("caml_set_oo_id", block(Tag.OBJECT, rt.string("E"), Value.UNIT));
    long bytes = rt.call("caml_output_value_to_string", object, Value.UNIT);
    long back = rt.call("caml_input_value_from_bytes", bytes, Value.ofLong(0));
    assertEquals("[248: \"E\" 0]", Notation.show(heap, object));
    assertEquals("[248: \"E\" 1]", Notation.show(heap, back));
    assertEquals(Value.ofLong(2), rt.call("caml_fresh_oo_id", Value.UNIT));
  }

  @Test
  void closuresAreRefused() {
    long closure = block(Tag.CLOSURE, CODE, Value.ofLong(2));
    assertEquals(
        "!Invalid_argument(\"output_value: functional value\")",
        raised(() -> rt.call("caml_output_value_to_string", closure, Value.UNIT)));
    assertEquals(
        "!Invalid_argument(\"compare: functional value\")",
        raised(() -> rt.call("caml_equal", closure, closure)));
    assertEquals(Value.ofLong(0), rt.call("caml_compare", closure, closure));
  }

  @Test
  void longListsAreComparedWithoutPendingBlocks() {
    long first = Value.UNIT;
    long second = Value.UNIT;
    for (int i = 0; i < 1_100_000; i++) {
      first = block(0, Value.ofLong(i), first);
      second = block(0, Value.ofLong(i), second);
    }
    assertEquals(Value.ofLong(0), rt.call("caml_compare", first, second));
  }

  @Test
  void rawFieldShowsACodeAddressAsANumber() {
    long closure = block(Tag.CLOSURE, CODE, Value.ofLong(2));
    assertEquals(CODE + "n", Notation.show(heap, rt.call("caml_obj_raw_field", closure, Value.ofLong(0))));
  }

  @Test
  void namedValuesAreRegistered() {
    rt.call("caml_register_named_value", rt.string("here"), Value.ofLong(5));
    assertEquals(Value.ofLong(5), rt.named("here"));
    assertEquals(0, rt.named("nowhere"));
  }

  @Test
  void missingPrimitiveFaultsByNameWhenCalled() {
    Fault fault = assertThrows(Fault.class, () -> rt.call("caml_no_such_primitive", Value.UNIT));
    assertEquals("missing primitive: caml_no_such_primitive called at test+0", fault.getMessage());
  }

  @Test
  void refusedPrimitiveFaultsWithTheReason() {
    Fault fault = assertThrows(Fault.class, () -> rt.call("caml_int_as_pointer", Value.UNIT));
    assertEquals(
        "missing primitive: caml_int_as_pointer called at test+0 (refused: "
            + "an address outside the heap: the heap is the only memory that words point into)",
        fault.getMessage());
  }

  @Test
  void unboxedResultsThatAreNoValuesAreCaught() {
    Fault fault = assertThrows(Fault.class, () -> rt.call("caml_int64_add_native", Value.ofLong(1), Value.ofLong(2)));
    assertEquals(
        "memory: caml_int64_add_native of words gives 8, which is no value, at test+0", fault.getMessage());
  }

  @Test
  void offsetsLeadToClosuresOfTheSameBlockOnly() {
    long functions = rt.call("caml_alloc_dummy_infix", Value.ofLong(5), Value.ofLong(3)) - 24;
    long second = rt.call("caml_obj_add_offset", functions, Boxed.ofInt32(heap, 24));
    assertEquals(Tag.INFIX, heap.tag(second));
    assertEquals(functions, rt.call("caml_obj_add_offset", second, Boxed.ofInt32(heap, -24)));
    Fault fault =
        assertThrows(Fault.class, () -> rt.call("caml_obj_add_offset", functions, Boxed.ofInt32(heap, 16)));
    assertEquals("memory: caml_obj_add_offset: no value starts 16 bytes further at test+0", fault.getMessage());
  }

  @Test
  void methodThatIsNotThereIsCaught() {
    long table = block(0, Value.ofLong(1), Value.ofLong(0), Value.ofLong(7), Value.ofLong(50));
    long object = block(Tag.OBJECT, table, Value.ofLong(0));
    assertEquals(Value.ofLong(7), rt.call("caml_get_public_method", object, Value.ofLong(50)));
    Fault fault = assertThrows(Fault.class, () -> rt.call("caml_get_public_method", object, Value.ofLong(51)));
    assertEquals("memory: caml_get_public_method: no method of tag 51 at test+0", fault.getMessage());
  }

  @Test
  void wrongNumberOfArgumentsIsAFault() {
    Fault fault = assertThrows(Fault.class, () -> rt.call("caml_obj_tag", Value.UNIT, Value.UNIT));
    assertEquals(
        "illegal instruction: caml_obj_tag takes 1 arguments, called with 2 at test+0", fault.getMessage());
  }

  private long block(int tag, long... fields) {
    long block = heap.allocate(fields.length, tag);
    for (int i = 0; i < fields.length; i++) {
      heap.init(block, i, fields[i]);
    }
    return block;
  }

  private String raised(org.junit.jupiter.api.function.Executable action) {
    return Notation.show(heap, assertThrows(OcamlException.class, action));
  }
}
