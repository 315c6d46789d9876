package lethe.harness.ocaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.golden.LetheRoot;
import lethe.harness.reference.Skips;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs ocamlc; skipped, and said so, where there is none. */
class ImportTest {
  @TempDir private Path folder;

  private static String again(String text) throws IOException, InterruptedException {
    try (Ocamlc ocamlc = Ocamlc.of(Skips.stockOCaml())) {
      return Import.again("corpus/t.case", "t", text, ocamlc);
    }
  }

  @Test
  void everySourceOfTheCorpusIsWhatItsAssemblerWasMadeOf() throws Exception {
    List<String> stale = new ArrayList<>();
    int compiled = 0;
    try (Ocamlc ocamlc = Ocamlc.of(Skips.stockOCaml())) {
      for (Case c : Corpus.readAll(LetheRoot.find().resolve("corpus"))) {
        if (!c.sources().isEmpty()) {
          String text = Files.readString(c.file());
          compiled++;
          if (!Import.again(c.file().toString(), c.id(), text, ocamlc).equals(text)) {
            stale.add("stale: harness/lethe import " + c.id());
          }
        }
      }
    }
    System.out.println("ocaml: the sources of " + compiled + " cases compiled again");
    assertEquals(List.of(), stale);
    assertFalse(compiled < 30, "cases that start as OCaml source: " + compiled);
  }

  @Test
  void whatSourcesOpenDeclaresEveryPrimitiveOfTheHost() throws IOException {
    String readme = Files.readString(LetheRoot.find().resolve("corpus/README.md"));
    Set<String> documented = Pattern.compile("`(lethe_\\w+|caml_gc_\\w+) ").matcher(readme).results()
        .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(11, documented.size(), documented.toString());
    try (InputStream text = Ocamlc.class.getResourceAsStream("lethe.mli")) {
      String declared = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      documented.removeIf(primitive -> declared.contains("\"" + primitive + "\""));
    }
    assertEquals(Set.of(), documented);
  }

  @Test
  void theAssemblerOfAUnitIsReplacedAndNothingElse() throws Exception {
    String text = """
        ;; title: kept
        ; a comment of the header
        unit plugin
        ;| let double x = x + x
          CONST1
        ; a comment between units

        unit main
          CONST0
        """;
    assertEquals("""
        ;; title: kept
        ; a comment of the header
        unit plugin
        ;| let double x = x + x
          BRANCH init
        double:
          ACC0                           ; x + x
          PUSHACC1
          ADDINT
          RETURN 1
        init:
          CLOSURE 0 double               ; x = x + x
          PUSH
          ACC0
          MAKEBLOCK1 0
          POP 1
          SETGLOBAL Plugin
        ; a comment between units

        unit main
          CONST0
        """, again(text));
  }

  @Test
  void mainEndsWithItsLastDefinition() throws Exception {
    String main = again("unit main\n;| let a = 1\n;| let b = 2\n;| let () = ()\n");
    assertTrue(main.endsWith("GETGLOBALFIELD Main 1          ; the result\n"), main);
    assertTrue(again("unit main\n;| let () = ()\n").endsWith("SETGLOBAL Main\n"));
  }

  @Test
  void functionsOfOneNameHaveLabelsOfTheirOwn() throws Exception {
    String text = again("""
        unit plugin
        ;| let pair = (fun x -> x), (fun y -> y)
        ;| let init = fun () -> ()
        ;| let ( + ) a _ = a
        """);
    List<String> labels = text.lines().filter(line -> line.endsWith(":")).toList();
    assertEquals(5, labels.stream().distinct().count(), labels.toString());
    assertTrue(labels.contains("pair.fun:") && labels.contains("init:"), labels.toString());
    assertTrue(labels.stream().anyMatch(label -> label.matches("init_[0-9]+:")), labels.toString());
  }

  @Test
  void anErrorIsToldAtItsPlaceInTheCase() {
    Skips.stockOCaml();
    InputError wrong = assertThrows(InputError.class, () -> again("unit plugin\n;| let x = 1\n;| let y = x + true\n"));
    assertEquals("corpus/t.case:3:16", wrong.where());
    assertTrue(wrong.found().startsWith("This expression has type bool"), wrong.found());
    assertThrows(InputError.class, () -> again("unit plugin\n  CONST0\n"));
  }

  @Test
  void unitsThatOthersNameAreStatic() throws Exception {
    Skips.stockOCaml();
    Path registry = Files.writeString(folder.resolve("registry.ml"), "let cell = ref 0\n");
    Path plugin = Files.writeString(folder.resolve("plugin.ml"), "let () = Registry.cell := 42\n");
    Path main = Files.writeString(folder.resolve("main.ml"), "let result = load \"plugin\"; !Registry.cell\n");
    String text = Import.ofFiles(List.of(registry, plugin, main));
    assertEquals(List.of("unit registry static", "unit plugin", "unit main"),
        text.lines().filter(line -> line.startsWith("unit")).toList());
    InputError wrong = assertThrows(InputError.class, () -> Import.ofFiles(List.of(plugin, main)));
    assertTrue(wrong.where().startsWith(plugin + ":1:"), wrong.where());
    assertThrows(InputError.class, () -> Import.ofFiles(List.of(main, main)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host.ml", "Plugin.ml", "my-plugin.ml"})
  void aFileThatIsNoUnitIsRefused(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "let () = ()\n");
    InputError wrong = assertThrows(InputError.class, () -> Import.ofFiles(List.of(file)));
    assertEquals(file.toString(), wrong.where());
  }
}
