package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lethe.vm.format.Executable;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.MemoryHost;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Families of primitives against OCaml's own: a program a family prints what they answer to edge values and to values
 * generated from a fixed seed, under ocamlrun and here, line for line the same on both outputs. The minor area is
 * small, so that what the programs hold moves often.
 */
class FamiliesTest {
  private static final HeapOptions HEAP = HeapOptions.DEFAULT.withMinorWords(512).withCheck(false);

  /** A program in families/, how many lines it prints at least, and what it is linked with: libraries or grammars. */
  private record Family(String name, int lines, List<String> with) {}

  private static final List<Family> FAMILIES = List.of(
      new Family("bigarrays", 7000, List.of()),
      new Family("regexps", 20_000, List.of("str.cma")),
      new Family("parsers", 790, List.of("calculator.mly")));

  private record Printed(List<String> output, List<String> error, int exitCode) {}

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> answersAreThoseOfOcamlrun() {
    OcamlInstalled.require(FAMILIES.size() + " families of primitives against ocamlrun");
    return FAMILIES.stream().map(family -> DynamicTest.dynamicTest(family.name, () -> compare(family)));
  }

  private void compare(Family family) throws IOException {
    Path program = compile(family);
    Printed expected = underOcamlrun(program);
    Printed found = here(program);
    assertTrue(expected.output.size() >= family.lines, () -> "lines printed: " + expected.output.size());
    assertEquals("", differences(expected.output, found.output), "standard output");
    assertEquals("", differences(expected.error, found.error), "standard error");
    assertEquals(expected.exitCode, found.exitCode);
  }

  private Path compile(Family family) throws IOException {
    List<String> command = new ArrayList<>(List.of("ocamlc", "-w", "-a", "-o", family.name));
    for (String part : family.with) {
      if (part.endsWith(".mly")) {
        copy(part);
        OcamlInstalled.run(folder, "ocamlyacc", part);
        command.add(part.replace(".mly", ".mli"));
        command.add(part.replace(".mly", ".ml"));
      } else {
        command.add(part);
      }
    }
    copy(family.name + ".ml");
    command.add(family.name + ".ml");
    OcamlInstalled.run(folder, command.toArray(String[]::new));
    return folder.resolve(family.name);
  }

  private void copy(String file) throws IOException {
    try (InputStream source = getClass().getResourceAsStream("families/" + file)) {
      Files.write(folder.resolve(file), source.readAllBytes());
    }
  }

  private Printed underOcamlrun(Path program) throws IOException {
    OcamlInstalled.run(folder, "sh", "-c", "ocamlrun " + program.getFileName() + " > out 2> err; echo $? > code");
    return new Printed(
        lines(Files.readAllBytes(folder.resolve("out"))),
        lines(Files.readAllBytes(folder.resolve("err"))),
        Integer.parseInt(Files.readString(folder.resolve("code")).strip()));
  }

  private static Printed here(Path program) throws IOException {
    MemoryHost host = new MemoryHost(program.getFileName().toString());
    try (Vm vm = Vm.create(VmOptions.defaults().withHeap(HEAP).withHost(host))) {
      VmOutcome outcome = vm.run("main", Executable.read(program.toString(), Files.readAllBytes(program)), false);
      return new Printed(lines(host.outputBytes()), lines(host.errorBytes()), outcome.exitCode());
    }
  }

  private static List<String> lines(byte[] printed) {
    return new String(printed, StandardCharsets.ISO_8859_1).lines().toList();
  }

  /** How many lines differ, with the first of them; empty if none does. */
  private static String differences(List<String> expected, List<String> found) {
    List<String> different = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "(end)";
      String got = i < found.size() ? found.get(i) : "(end)";
      if (!wanted.equals(got)) {
        different.add("line " + (i + 1) + ": " + wanted + "\n  here: " + got);
      }
    }
    return different.isEmpty()
        ? ""
        : different.size() + " of " + expected.size() + " lines differ\n"
            + String.join("\n", different.subList(0, Math.min(20, different.size())));
  }
}
