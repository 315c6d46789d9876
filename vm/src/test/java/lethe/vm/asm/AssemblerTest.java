package lethe.vm.asm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Constant;
import lethe.vm.format.GlobalName;
import lethe.vm.format.Relocation;
import lethe.vm.isa.CodeCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssemblerTest {
  private static final String PLUGIN = """
      ;; title: comments to the assembler

      unit plugin
        CLOSURE 0 double      ; one instruction a line
        PUSHCONST0
        C_CALL2 lethe_set
        ATOM0
        SETGLOBAL Plugin
        BRANCH end
      double:
        ACC0
        PUSHACC1
        ADDINT
        RETURN 1
      end:
      """;

  private static CompilationUnit unit(String... lines) {
    return Assembler.assemble("t", "unit t\n" + String.join("\n", lines)).get(0).unit();
  }

  private static Constant literal(String text) {
    return ((Relocation.Literal) unit("GETGLOBAL " + text).relocations().get(0)).constant();
  }

  private static String refused(String... lines) {
    return assertThrows(InputError.class, () -> unit(lines)).getMessage();
  }

  @Test
  void assemblesTheExampleOfTheContract() {
    AssembledUnit plugin = Assembler.assemble("t", PLUGIN).get(0);
    assertEquals("plugin", plugin.name());
    assertEquals("Plugin", plugin.unit().name());
    assertFalse(plugin.isStatic());
    int[] code = {43, 0, 9, 104, 94, 0, 58, 57, 0, 84, 6, 0, 11, 110, 40, 1};
    assertArrayEquals(code, plugin.unit().code());
    assertArrayEquals(
        new int[] {4, 4, 4, 5, 6, 6, 7, 8, 8, 9, 9, 11, 12, 13, 14, 14}, plugin.lineOfOffset());
    assertEquals(
        List.of(new Relocation.Primitive(5, "lethe_set"),
            new Relocation.SetGlobal(8, GlobalName.unit("Plugin"))),
        plugin.unit().relocations());
    CodeCheck.check("plugin", plugin.unit().code(), CodeCheck.Limits.UNLINKED);
  }

  @Test
  void listsOfLabelsCountFromTheirFirstWord() {
    CompilationUnit unit = unit("CLOSUREREC 2 0 a b", "SWITCH a | b", "a:", "ACC0", "b:", "ACC1");
    assertArrayEquals(new int[] {44, 2, 0, 6, 7, 87, 1 | 1 << 16, 2, 3, 0, 1}, unit.code());
  }

  @Test
  void globalsAreUnitsPredefinedExceptionsOrLiterals() {
    CompilationUnit unit = unit(
        "GETGLOBAL Not_found", "GETGLOBALFIELD Stdlib 3", "PUSHGETGLOBAL Stdlib", "SETGLOBAL T");
    assertEquals(new Relocation.GetGlobal(1, new GlobalName("Not_found", true)), unit.relocations().get(0));
    assertEquals(new Relocation.GetGlobal(3, GlobalName.unit("Stdlib")), unit.relocations().get(1));
    assertEquals(List.of(GlobalName.unit("Stdlib")), unit.requiredGlobals());
    assertEquals(
        List.of(new CompilationUnit.Import("T", ""), new CompilationUnit.Import("Stdlib", "")), unit.imports());
  }

  @Test
  void literals() {
    assertEquals(new Constant.Str("a\"\n\u00ff\u0001 \u00c3\u00a9;"), literal("\"a\\\"\\n\\255\\x01 é;\" ; comment"));
    assertEquals(new Constant.Dbl("-3.25e-1"), literal("-3.25e-1"));
    assertEquals(new Constant.Dbl("0x1.8p+3"), literal("0x1.8p+3"));
    assertEquals(new Constant.Int32(-5), literal("-5l"));
    assertEquals(new Constant.Int64(Long.MIN_VALUE), literal("-9223372036854775808L"));
    assertEquals(new Constant.NativeInt(31), literal("0x1Fn"));
    assertEquals(new Constant.Int(1L << 61), literal("2305843009213693952"));
    assertEquals(new Constant.Char('x'), literal("'x'"));
    assertEquals(new Constant.ImmString("i"), literal("@\"i\""));
    assertEquals(new Constant.FloatArray(List.of("1.5", "2.5")), literal("[|1.5 2.5|]"));
    assertEquals(
        new Constant.Block(0, List.of(
            new Constant.Int(1), new Constant.Block(3, List.of(new Constant.Str("a"))), new Constant.Dbl("2.5"))),
        literal("[0: 1 [3: \"a\"] 2.5]"));
  }

  @Test
  void severalUnitsStandInOneText() {
    List<AssembledUnit> units = Assembler.assemble("t", "unit a static\nWORD 144\nunit main\nSTOP");
    assertTrue(units.get(0).isStatic());
    assertArrayEquals(new int[] {144}, units.get(0).unit().code());
    assertEquals("main", units.get(1).name());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', value = {
    "PUSHAC1 # t:2:1: expected an opcode; did you mean PUSHACC1?, found 'PUSHAC1'",
    "FROBNICATE # t:2:1: expected an opcode, found 'FROBNICATE'",
    "acc0 # t:2:1: expected an opcode; did you mean ACC0?, found 'acc0'",
    "ACC # t:2:4: expected a stack slot, found the end of the line",
    "ACC0 1 # t:2:6: expected the end of the line, found '1'",
    "BRANCH 14 # t:2:8: expected a label, found '14'",
    "BRANCH x # t:2:8: expected a label of unit t, found 'x'",
    "CLOSUREREC 2 0 x # t:2:17: expected a label, 1 more, found the end of the line",
    "SWITCH x # t:2:9: expected a label or '|', found the end of the line",
    "GETGLOBAL plugin # t:2:11: expected a global, which is a unit's name with a capital, found 'plugin'",
    "GETGLOBAL # t:2:10: expected a global or a literal, found the end of the line",
    "SETGLOBAL 3 # t:2:11: expected a global, found '3'",
    "CONSTINT 2147483648 # t:2:10: expected an integer of 32 bits, found '2147483648'",
    "GETGLOBAL 4611686018427387904 # t:2:11: expected an integer of 63 bits, found '4611686018427387904'",
    "GETGLOBAL 1.5.5 # t:2:11: expected a number, found '1.5.5'",
    "GETGLOBAL \"a # t:2:11: expected a closing \", found the end of the line",
    "GETGLOBAL \"\\q\" # t:2:12: expected an escape \\n \\t \\r \\b \\\\ \\\" \\' \\ddd or \\xhh, found another one",
    "GETGLOBAL [0: 1 # t:2:16: expected a literal or ']', found the end of the line",
    "GETGLOBAL [256: 1] # t:2:12: expected a tag from 0 to 255, found '256'",
    "GETGLOBAL [|1] # t:2:13: expected a float or '|]', found '1'",
    "C_CALL1 7 # t:2:9: expected a primitive, found '7'",
    "unit T # t:2:6: expected each unit once, found 'T' again",
    "unit a dynamic # t:2:8: expected static, or the end of the line, found 'dynamic'",
    "x: ACC0 # t:2:4: expected the end of the line, found 'ACC0'",
    "? # t:2:1: expected a name, a number, a literal or a comment, found '?'",
  })
  void whatIsWrongIsSaidWithLineAndColumn(String line, String message) {
    assertEquals(message, refused(line));
  }

  @Test
  void wrongFilesAreRefused() {
    assertEquals("t:3:1: expected each label once, found 'x' again", refused("x:", "x:"));
    InputError error = assertThrows(InputError.class, () -> Assembler.assemble("f.case", ";; title: x\n ACC0"));
    assertEquals("f.case:2:2: expected unit NAME, found 'ACC0'", error.getMessage());
  }

  @Test
  void longInputNeedsNoStack() {
    String deep = "[0: ".repeat(100_000) + "]".repeat(100_000);
    assertEquals(0, ((Constant.Block) literal(deep)).tag());
    assertThrows(InputError.class, () -> literal("1" + "e+1".repeat(100_000)));
    assertThrows(InputError.class, () -> literal("1".repeat(1_000_000)));
  }
}
