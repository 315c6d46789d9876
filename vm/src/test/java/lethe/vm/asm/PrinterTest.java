package lethe.vm.asm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lethe.vm.OcamlInstalled;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Constant;
import lethe.vm.format.ObjectFile;
import lethe.vm.format.Relocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterTest {
  private static final String TEXT = """
      unit t
        BRANCH L8
      L2:
        ACC0
        GETPUBMET -17 0
        RETURN 1
      L8:
        CLOSUREREC 2 0 L2 L2
        SWITCH L2 L8 | L2
        BEQ -3 L8
        PUSHGETGLOBALFIELD Stdlib__List 3
        GETGLOBAL [0: 'a' '\\'' "\\000\\n\\255\\"" 1.5 3l -4L 5n 6 [|1. 2e3|] [||] [0:] @"x"]
        C_CALLN 6 caml_x
        WORD 999
        SETGLOBAL T
        BRANCH L34
      L34:
      """;

  private static CompilationUnit withCode(List<Relocation> relocations, int... code) {
    return new CompilationUnit("T", code, relocations, List.of(), List.of(), List.of(), false, new byte[0]);
  }

  private static void comesBack(CompilationUnit unit) {
    CompilationUnit again = Assembler.assemble(unit.name(), Printer.print(unit)).get(0).unit();
    assertEquals(unit.name(), again.name());
    assertArrayEquals(unit.code(), again.code(), unit.name());
    assertEquals(unit.relocations(), again.relocations());
  }

  @Test
  void printsWhatWasAssembled() {
    assertEquals(TEXT, Printer.print(Assembler.assemble("t", TEXT).get(0).unit()));
  }

  @Test
  void whatIsNoInstructionBecomesWords() {
    assertEquals("unit t\n  WORD 84\n  WORD 0\n  WORD 8\n", Printer.print(withCode(List.of(), 84, 0, 8)));
    comesBack(withCode(List.of(), 84, 0, 8));
    comesBack(withCode(List.of(), 53, 7, 44, -1, 2));
  }

  @Test
  void whatHasNoTextIsRefused() {
    Relocation elsewhere = new Relocation.Primitive(0, "p");
    assertThrows(InputError.class, () -> Printer.print(withCode(List.of(elsewhere), 0)));
    Relocation notAFloat = new Relocation.Literal(1, new Constant.Dbl("12"));
    assertThrows(InputError.class, () -> Printer.print(withCode(List.of(notAFloat), 53, 0)));
    Relocation oddName = new Relocation.Primitive(1, "a b");
    assertThrows(InputError.class, () -> Printer.print(withCode(List.of(oddName), 93, 0)));
  }

  @Test
  void everyUnitOfOcamlComesBack() throws IOException {
    OcamlInstalled.require("assembler text of OCaml's own units");
    int units = 0;
    for (Path file : OcamlInstalled.objectFiles()) {
      for (CompilationUnit unit : ObjectFile.read(file.toString(), Files.readAllBytes(file))) {
        comesBack(unit);
        units++;
      }
    }
    assertTrue(units > 100, units + " units");
  }

  @Test
  void ocamlLinksAndLoadsWhatWasAssembled(@TempDir Path folder) throws IOException {
    OcamlInstalled.require("that OCaml takes an assembled unit");
    String plugin = """
        unit plugin
          GETGLOBAL "text"
          PUSHGETGLOBAL Failure
          MAKEBLOCK2 0
          PUSHGETGLOBALFIELD Api 0
          APPLY1
          ATOM0
          SETGLOBAL Plugin
        """;
    String api = "let take = function Failure s -> print_string (\"<\" ^ s ^ \">\") | _ -> print_string \"other\"";
    CompilationUnit unit = Assembler.assemble("plugin", plugin).get(0).unit();
    Files.write(folder.resolve("plugin.cmo"), ObjectFile.write(unit));
    Files.writeString(folder.resolve("api.ml"), api, StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("host.ml"), "let () = Dynlink.loadfile \"plugin.cmo\"", StandardCharsets.UTF_8);
    OcamlInstalled.run(folder, "ocamlc", "-linkall", "dynlink.cma", "api.ml", "host.ml", "-o", "host");
    assertEquals("<text>", OcamlInstalled.run(folder, "ocamlrun", "./host"));
    OcamlInstalled.run(folder, "ocamlc", "api.ml", "plugin.cmo", "-o", "linked");
    assertEquals("<text>", OcamlInstalled.run(folder, "ocamlrun", "./linked"));
  }

  @Test
  void annotationsNameLabelsAndCommentInstructions() {
    String text = "unit t\n  BRANCH L2\nL2:\n  CONST0\n";
    CompilationUnit unit = Assembler.assemble("t", text).get(0).unit();
    String annotated = Printer.print(unit, new Annotations() {
      @Override
      public String label(int offsetInts) {
        return "init";
      }

      @Override
      public String comment(int offsetInts) {
        return offsetInts == 2 ? "zero" : "";
      }
    });
    assertEquals("unit t\n  BRANCH init\ninit:\n  CONST0                         ; zero\n", annotated);
    assertEquals(text, Printer.print(Assembler.assemble("t", annotated).get(0).unit()));
  }
}
