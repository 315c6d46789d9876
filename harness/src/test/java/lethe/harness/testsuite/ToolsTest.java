package lethe.harness.testsuite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lethe.harness.reference.Skips;
import lethe.harness.reference.StockOCaml;
import lethe.vm.VmOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OCaml's own tools, unmodified bytecode, do here what they do on ocamlrun: what they print, how they end, what they write. */
class ToolsTest {
  @TempDir private Path folder;
  private StockOCaml ocaml;

  static Stream<Mode> modes() {
    return Stream.of(Mode.PLAIN, Mode.under("handle"));
  }

  @BeforeEach
  void findOCaml() {
    ocaml = Skips.stockOCaml();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void theCompilerWritesTheSameBytes(Mode mode) throws Exception {
    write("workshop.ml");
    compare(mode, tool("ocamlc.byte"), Program.NOTHING, List.of("-g", "-c", "workshop.ml"), "workshop.cmi", "workshop.cmo");
  }

  @ParameterizedTest
  @MethodSource("modes")
  void theToplevelTakesASession(Mode mode) throws Exception {
    compare(mode, tool("ocaml"), write("session.ml"), List.of("-noinit"));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void theToplevelRunsAScript(Mode mode) throws Exception {
    write("workshop.ml");
    compare(mode, tool("ocaml"), Program.NOTHING, List.of("-noinit", "workshop.ml", "argument"));
  }

  @ParameterizedTest
  @MethodSource("modes")
  void lexersDependenciesAndInterfacesAreTheSame(Mode mode) throws Exception {
    write("workshop.ml");
    Path lexer = folder.resolve("words.mll");
    Files.writeString(lexer, "rule word = parse ['a'-'z']+ as w { Some w } | _ { word lexbuf } | eof { None }\n");
    compare(mode, tool("ocamllex.byte"), Program.NOTHING, List.of("words.mll"), "words.ml");
    compare(mode, tool("ocamldep.byte"), Program.NOTHING, List.of("-modules", "workshop.ml", "words.ml"));
    compare(mode, tool("ocamlc.byte"), Program.NOTHING, List.of("-a", "-o", "words.cma", "words.ml"), "words.cma");
    compare(mode, tool("ocamlobjinfo.byte"), Program.NOTHING, List.of("words.cma", "words.cmo", "words.cmi"));
  }

  private Path tool(String name) {
    return ocaml.ocamlc().resolveSibling(name);
  }

  private Path write(String resource) throws IOException {
    try (InputStream in = getClass().getResourceAsStream(resource)) {
      return Files.write(folder.resolve(resource), in.readAllBytes());
    }
  }

  private void compare(Mode mode, Path tool, Path input, List<String> arguments, String... written) throws Exception {
    Program program = new Program(tool, arguments, input, "", folder);
    Ending expected = new Ocamlrun(ocaml.ocamlrun()).run(program);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : written) {
      files.put(name, Files.readAllBytes(folder.resolve(name)));
      Files.delete(folder.resolve(name));
    }
    assertEquals(expected, new Lethe(VmOptions.defaults(), mode).run(program));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      assertArrayEquals(file.getValue(), Files.readAllBytes(folder.resolve(file.getKey())), file.getKey());
    }
  }
}
