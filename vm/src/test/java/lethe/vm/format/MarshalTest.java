package lethe.vm.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarshalTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  /** Data behind a small header that is right but for the sizes, which the reader does not need. */
  private static byte[] small(String data) {
    byte[] bytes = hex(data);
    return hex("8495a6be %08x 00000000 00000000 00000000 ".formatted(bytes.length) + data);
  }

  private static Datum again(Datum value) {
    byte[] bytes = MarshalWriter.write(value);
    Datum read = MarshalReader.read("m", bytes, 0).value();
    assertArrayEquals(bytes, MarshalWriter.write(read));
    return read;
  }

  @Test
  void writesWhatOcamlWrites() {
    // Marshal.to_string (1, "a", [|1.5|], 300) []
    Datum value = new Datum.Block(
        0, new Datum.Int(1), Datum.Str.of("a"), new Datum.DblArray(Double.doubleToRawLongBits(1.5)),
        new Datum.Int(300));
    String expected = "8495a6be 00000011 00000003 0000000a 00000009 c0 41 21 61 0e 01 000000000000f83f 01 012c";
    assertEquals(expected.replace(" ", ""), HexFormat.of().formatHex(MarshalWriter.write(value)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 63, 64, -1, -128, 127, 128, -32769, (1L << 30) - 1, 1L << 30, -1L << 30, -1L << 62})
  void integersComeBack(long n) {
    assertEquals(new Datum.Int(n), again(new Datum.Int(n)));
  }

  @Test
  void sharingAndCyclesComeBack() {
    Datum.Block block = new Datum.Block(3, Datum.ZERO, Datum.ZERO, Datum.Str.of("s"));
    block.setField(0, block);
    block.setField(1, block.field(2));
    Datum.Block read = (Datum.Block) again(block);
    assertSame(read, read.field(0));
    assertSame(read.field(1), read.field(2));
  }

  @Test
  void aMillionNestedBlocksNeedNoStack() {
    Datum value = Datum.ZERO;
    for (int i = 0; i < 1_000_000; i++) {
      value = new Datum.Block(0, new Datum.Int(i), value);
    }
    Datum read = again(value);
    assertEquals(new Datum.Int(999_999), ((Datum.Block) read).field(0));
  }

  @Test
  void numberBlocksComeBack() {
    for (Datum.Custom.Kind kind : Datum.Custom.Kind.values()) {
      assertEquals(-5, ((Datum.Custom) again(new Datum.Custom(kind, -5))).value());
    }
    assertEquals(1L << 40, ((Datum.Custom) again(new Datum.Custom(Datum.Custom.Kind.NATIVEINT, 1L << 40))).value());
    long signalling = 0x7ff0000000000001L;
    assertEquals(signalling, ((Datum.Dbl) again(new Datum.Dbl(signalling))).rawBits());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "0affffffff", "15ffffffffffffffff", "15000000007fffffff", "08fffffc00", "13ffffffffffffff00", "04 01", "04 00",
    "10 00000000", "11 00000000", "18 5f78 00", "19 5f6e 00 03", "1a", "0eff", "07ffffffff", "16ffffffffffffffff",
    "a0 a0 a0 a0 40", "40 40", "03 00", "12 5f", "14ffffffffffffffff"
  })
  void badDataIsAnInputError(String data) {
    InputError error = assertThrows(InputError.class, () -> MarshalReader.read("m", small(data), 0));
    assertEquals("m:byte ", error.where().substring(0, 7));
  }

  @Test
  void everyTruncationIsAnInputError() {
    byte[] good = MarshalWriter.write(new Datum.Block(0, Datum.Str.of("abc"), new Datum.Int(1 << 20), Datum.ZERO));
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThrows(InputError.class, () -> MarshalReader.read("m", cut, 0));
    }
  }

  @Test
  void nestedForgedSizesAllocateNothing() {
    // Each of 100,000 blocks claims as many fields as there are bytes left.
    byte[] data = new byte[500_000];
    for (int i = 0; i < data.length; i += 5) {
      int header = 400_000 << 10;
      data[i] = 8;
      for (int j = 0; j < 4; j++) {
        data[i + 1 + j] = (byte) (header >>> (24 - 8 * j));
      }
    }
    byte[] bytes = small(HexFormat.of().formatHex(data));
    assertThrows(InputError.class, () -> MarshalReader.read("m", bytes, 0));
  }
}
