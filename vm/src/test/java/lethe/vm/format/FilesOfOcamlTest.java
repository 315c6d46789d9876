package lethe.vm.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lethe.vm.OcamlInstalled;
import lethe.vm.isa.CodeCheck;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, read and written back. */
class FilesOfOcamlTest {
  private static final String PROGRAM = """
      let rec even n = n = 0 || odd (n - 1)
      and odd n = n <> 0 && even (n - 1)
      let () = if even 10 then print_string (String.concat "," ["a"; "b"]); raise Not_found
      """;

  private static final Set<Operand> NAMED =
      Set.of(Operand.GLOBAL, Operand.PRIMITIVE, Operand.TABLE, Operand.METHOD_TAG);

  @TempDir Path folder;

  @Test
  void descriptorsAreWrittenBackByteForByte() throws IOException {
    OcamlInstalled.require("re-marshalling of OCaml's own descriptors");
    List<Path> files = OcamlInstalled.objectFiles();
    assertFalse(files.isEmpty());
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      int position = ByteBuffer.wrap(bytes).getInt(12);
      MarshalReader.Result read = MarshalReader.read(file.toString(), bytes, position);
      byte[] original = Arrays.copyOfRange(bytes, position, read.end());
      assertArrayEquals(original, MarshalWriter.write(read.value()), file.toString());
    }
  }

  @Test
  void unitsComeBackFromTheirOwnFiles() throws IOException {
    OcamlInstalled.require("reading and writing of OCaml's own units");
    int units = 0;
    for (Path file : OcamlInstalled.objectFiles()) {
      for (CompilationUnit unit : ObjectFile.read(file.toString(), Files.readAllBytes(file))) {
        CodeCheck.check(unit.name(), unit.code(), CodeCheck.Limits.UNLINKED);
        CompilationUnit again = ObjectFile.read("again", ObjectFile.write(unit)).get(0);
        assertArrayEquals(unit.code(), again.code());
        assertArrayEquals(unit.debug(), again.debug());
        assertEquals(unit.relocations(), again.relocations());
        assertEquals(unit.imports(), again.imports());
        assertEquals(unit.requiredGlobals(), again.requiredGlobals());
        assertEquals(unit.primitives(), again.primitives());
        assertEquals(unit.forceLink(), again.forceLink());
        units++;
      }
    }
    assertTrue(units > 50, units + " units");
  }

  @Test
  void ocamlTakesAUnitThatWeWrote() throws IOException {
    OcamlInstalled.require("that ocamlc links a .cmo of ours");
    compile("-c");
    Path object = folder.resolve("program.cmo");
    String infoBefore = OcamlInstalled.run(folder, "ocamlobjinfo", "program.cmo");
    String codeBefore = OcamlInstalled.run(folder, "ocamldumpobj", "program.cmo");
    CompilationUnit unit = ObjectFile.read("program.cmo", Files.readAllBytes(object)).get(0);
    Files.write(object, ObjectFile.write(unit));
    assertEquals(infoBefore, OcamlInstalled.run(folder, "ocamlobjinfo", "program.cmo"));
    assertEquals(codeBefore, OcamlInstalled.run(folder, "ocamldumpobj", "program.cmo"));
    OcamlInstalled.run(folder, "ocamlc", "program.cmo", "-o", "linked");
    assertTrue(Files.exists(folder.resolve("linked")));
  }

  @Test
  void executablesAreWrittenBackByteForByte() throws IOException {
    OcamlInstalled.require("reading and writing of executables");
    compile("-g", "-o", "program");
    byte[] bytes = Files.readAllBytes(folder.resolve("program"));
    Executable program = Executable.read("program", bytes);
    assertArrayEquals(bytes, program.write());
    assertArrayEquals(program.section("DATA"), MarshalWriter.write(program.data()));
    Map<String, Integer> symbols = program.symbols();
    for (PredefinedException exception : PredefinedException.values()) {
      assertEquals(exception.slot(), symbols.get(exception.ocamlName()));
      Datum.Block block = (Datum.Block) ((Datum.Block) program.data()).field(exception.slot());
      assertEquals(exception.ocamlName(), ((Datum.Str) block.field(0)).text());
    }
    assertTrue(symbols.containsKey("Program"));
    assertEquals("caml_abs_float", program.primitives().get(0));
    int globals = ((Datum.Block) program.data()).sizeWords();
    CodeCheck.check("program", program.code(), new CodeCheck.Limits(globals, program.primitives().size(), false));
    int[] starts = program.debugUnitStartsInts();
    assertTrue(starts.length > 0 && starts[starts.length - 1] < program.code().length);
  }

  @Test
  void instructionsAreThoseOfOcamldumpobj() throws IOException {
    OcamlInstalled.require("the disassembler against ocamldumpobj");
    compile("-o", "program");
    Map<Integer, String> theirs = new LinkedHashMap<>();
    for (String line : OcamlInstalled.run(folder, "ocamldumpobj", "program").lines().toList()) {
      if (line.matches(" +[0-9]+  [A-Z].*")) {
        String[] words = line.strip().split(" +", 2);
        theirs.put(Integer.valueOf(words[0]), words[1].replace(",", ""));
      }
    }
    int[] code = Executable.read("p", Files.readAllBytes(folder.resolve("program"))).code();
    int instructions = 0;
    int withOperands = 0;
    for (Insn insn : Insn.all("program", code)) {
      String line = theirs.getOrDefault(insn.offset(), "nothing at " + insn.offset());
      assertEquals(line.split(" ", -1)[0], insn.operation().mnemonic());
      // They write globals and primitives by name, tables in lines of their own, CLOSUREREC without its first operand.
      if (Collections.disjoint(insn.operation().operands(), NAMED)) {
        assertEquals(line, insn.toString().replaceFirst("^CLOSUREREC [0-9]+", "CLOSUREREC"));
        withOperands += insn.operandCount() == 0 ? 0 : 1;
      }
      instructions++;
    }
    assertEquals(theirs.size(), instructions);
    assertTrue(withOperands > 1000, withOperands + " with operands");
  }

  private void compile(String... options) throws IOException {
    Files.writeString(folder.resolve("program.ml"), PROGRAM, StandardCharsets.UTF_8);
    List<String> command = new ArrayList<>(List.of("ocamlc"));
    command.addAll(List.of(options));
    command.add("program.ml");
    OcamlInstalled.run(folder, command.toArray(String[]::new));
  }
}
