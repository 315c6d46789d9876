package lethe.vm.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;

class CodeTest {
  private static final int[] REC = {44, 2, 0, 4, 6, 143, 0, 40, 1, 40, 1};
  private static final int[] SWITCH = {87, 2 | 1 << 16, 3, 4, 5, 0, 1, 143};

  private static String refused(int[] code, CodeCheck.Limits limits) {
    return assertThrows(InputError.class, () -> CodeCheck.check("u", code, limits)).getMessage();
  }

  private static String refused(int... code) {
    return refused(code, new CodeCheck.Limits(10, 10, false));
  }

  @Test
  void targetsCountFromTheFirstOffsetWord() {
    assertArrayEquals(new int[] {7, 9}, Insn.at("u", REC, 0).targets());
    assertEquals("CLOSUREREC 2 0 7 9", Insn.at("u", REC, 0).toString());
    assertEquals("SWITCH 5 6 | 7", Insn.at("u", SWITCH, 0).toString());
  }

  @Test
  void targetsCountFromTheirOwnWord() {
    int[] code = {131, 5, 2, 143, 143};
    assertEquals("BEQ 5 4", Insn.at("u", code, 0).toString());
    assertEquals(3, Insn.at("u", code, 0).nextOffset());
  }

  @Test
  void listsAWholeCode() {
    assertEquals("     0  SWITCH 5 6 | 7\n     5  ACC0\n     6  ACC1\n     7  STOP\n",
        Disassembler.listing("u", SWITCH, Opcode::of, Symbols.NONE));
  }

  @Test
  void goodCodePasses() {
    assertDoesNotThrow(() -> CodeCheck.check("u", REC, new CodeCheck.Limits(0, 0, false)));
    assertDoesNotThrow(() -> CodeCheck.check("u", SWITCH, new CodeCheck.Limits(0, 0, false)));
    assertDoesNotThrow(() -> CodeCheck.check("u", new int[] {84, 1}, CodeCheck.Limits.UNLINKED));
  }

  @Test
  void badCodeIsRefusedWithItsOffset() {
    assertEquals("u+0: expected an opcode, found the word 149", refused(149));
    assertEquals("u+1: expected ACC with its operands, found the end of the code at 2", refused(0, 8));
    assertEquals("u+0: expected CLOSUREREC with its operands, found a negative number of them",
        refused(44, -5, 0, 1, 1));
    assertEquals("u+0: expected SWITCH with its operands, found the end of the code at 2", refused(87, -1));
    assertEquals("u+0: expected the offset of an instruction, found offset 1", refused(84, 0));
    assertEquals("u+0: expected the offset of an instruction, found offset -2147483648", refused(84, 0x7fffffff));
    assertEquals("u+0: expected RESTART before GRAB, found the start of the code", refused(42, 1, 143));
    assertEquals("u+0: expected global 0 to 9, found 10", refused(53, 10, 143));
    assertEquals("u+0: expected primitive 0 to 9, found -1", refused(93, -1, 143));
    assertEquals("u+0: expected tag 0 to 255, found 256", refused(59, 256, 143));
    assertEquals("u+0: expected APPTERM2 of 2 or more, found 1", refused(38, 1));
    assertEquals("u+1: expected STOP, RETURN or a jump at the end of the code, found ACC0", refused(0));
    assertEquals("u+0: expected STOP, RETURN or a jump at the end of the code, found no code", refused());
  }
}
