package lethe.vm.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, reading gives a file or an InputError. */
class BadFilesTest {
  private static final int MUTATIONS = 20_000;

  private static byte[] unit() {
    Constant constant = new Constant.Block(1, List.of(
        new Constant.Int(1), new Constant.Char(2), new Constant.Str("s"), new Constant.Dbl("1.5"),
        new Constant.Int32(3), new Constant.Int64(4), new Constant.NativeInt(5), new Constant.ImmString("i"),
        new Constant.FloatArray(List.of("1.", "2.")), new Constant.Block(0, List.of())));
    return ObjectFile.write(new CompilationUnit(
        "Unit",
        new int[] {53, 0, 53, 0, 93, 0, 57, 0},
        List.of(
            new Relocation.Literal(1, constant),
            new Relocation.GetGlobal(3, new GlobalName("Not_found", true)),
            new Relocation.Primitive(5, "caml_x"),
            new Relocation.SetGlobal(7, GlobalName.unit("Unit"))),
        List.of(new CompilationUnit.Import("Unit", ""), new CompilationUnit.Import("A", "0f".repeat(16))),
        List.of(GlobalName.unit("A")),
        List.of("caml_x"),
        true,
        new byte[] {1, 2, 3}));
  }

  private static byte[] executable() {
    Datum leaf = new Datum.Block(
        0, Datum.ZERO, new Datum.Block(2, Datum.Str.of("Unit")), new Datum.Int(0), Datum.ZERO, new Datum.Int(1));
    Map<String, byte[]> sections = new LinkedHashMap<>();
    sections.put("CODE", new byte[] {(byte) 143, 0, 0, 0});
    sections.put("PRIM", Latin1.bytes("caml_a\0caml_b\0"));
    sections.put("DATA", MarshalWriter.write(new Datum.Block(0, Datum.ZERO)));
    sections.put("SYMB", MarshalWriter.write(new Datum.Block(0, new Datum.Int(1), leaf)));
    return Executable.of("x", sections).write();
  }

  private static void all(byte[] bytes) {
    Executable program = Executable.read("x", bytes);
    program.code();
    program.primitives();
    program.dlls();
    program.data();
    program.symbols();
    program.debugUnitStartsInts();
  }

  private static void mutate(byte[] good, Consumer<byte[]> read) {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bad = good.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        bad[random.nextInt(bad.length)] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(0x20));
      }
      try {
        read.accept(bad);
      } catch (InputError expected) {
        refused++;
      }
    }
    assertTrue(refused > MUTATIONS / 10, refused + " refused");
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThrows(InputError.class, () -> read.accept(cut));
    }
  }

  @Test
  void goodOnesPass() {
    byte[] unit = unit();
    assertArrayEquals(unit, ObjectFile.write(ObjectFile.read("u", unit).get(0)));
    Executable program = Executable.read("x", executable());
    assertArrayEquals(executable(), program.write());
    assertEquals(Map.of("Unit", 0), program.symbols());
    assertEquals(List.of("caml_a", "caml_b"), program.primitives());
  }

  @Test
  void brokenUnitsAreInputErrors() {
    mutate(unit(), bytes -> ObjectFile.read("u", bytes));
  }

  @Test
  void brokenExecutablesAreInputErrors() {
    mutate(executable(), BadFilesTest::all);
  }

  @Test
  void messagesSayFileByteExpectedFound() {
    InputError magic = assertThrows(InputError.class, () -> ObjectFile.read("a.cmo", Latin1.bytes("Caml1999O0290000")));
    assertEquals(
        "a.cmo:byte 0: expected magic Caml1999O030 or Caml1999A030, found \"Caml1999O029\"", magic.getMessage());
    InputError trailer = assertThrows(InputError.class, () -> Executable.read("x", new byte[20]));
    assertEquals("x:byte 8", trailer.where());
    InputError empty = assertThrows(InputError.class, () -> Executable.read("x", new byte[0]));
    assertEquals("x:byte 0: expected the trailer of a bytecode executable of 16 bytes, found the end",
        empty.getMessage());
  }

  @Test
  void whatIsCyclicOrSharedOverAndOverIsRefused() {
    byte[] good = unit();
    int position = 16 + 32 + 3;
    Datum.Block unit = (Datum.Block) MarshalReader.read("u", good, position).value();
    Datum.Block cell = (Datum.Block) unit.field(3);
    cell.setField(1, cell);
    assertThrows(InputError.class, () -> ObjectFile.read("u", withDescriptor(good, position, unit)));

    Datum.Block block = new Datum.Block(1, Datum.ZERO, Datum.ZERO);
    block.setField(1, new Datum.Block(0, block, Datum.ZERO));
    unit.setField(3, relocationOf(block));
    assertThrows(InputError.class, () -> ObjectFile.read("u", withDescriptor(good, position, unit)));

    Datum doubled = new Datum.Block(1, Datum.ZERO, Datum.ZERO);
    for (int i = 0; i < 60; i++) {
      doubled = new Datum.Block(
          1, Datum.ZERO, new Datum.Block(0, doubled, new Datum.Block(0, doubled, Datum.ZERO)));
    }
    unit.setField(3, relocationOf(doubled));
    assertThrows(InputError.class, () -> ObjectFile.read("u", withDescriptor(good, position, unit)));
  }

  private static Datum relocationOf(Datum constant) {
    Datum literal = new Datum.Block(0, new Datum.Block(0, constant), new Datum.Int(4));
    return new Datum.Block(0, literal, Datum.ZERO);
  }

  private static byte[] withDescriptor(byte[] file, int position, Datum descriptor) {
    byte[] marshalled = MarshalWriter.write(descriptor);
    byte[] result = Arrays.copyOf(file, position + marshalled.length);
    System.arraycopy(marshalled, 0, result, position, marshalled.length);
    return result;
  }
}
