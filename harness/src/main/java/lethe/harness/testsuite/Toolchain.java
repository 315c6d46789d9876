package lethe.harness.testsuite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lethe.harness.reference.StockOCaml;
import lethe.vm.fault.InputError;

/** The compiler with which tests are made, its libraries and those of the testsuite. */
final class Toolchain {
  private static final String COMPILER_LIBRARIES = "+compiler-libs";
  private static final List<String> OF_TESTSUITE = List.of("testing", "lib");

  private final StockOCaml ocaml;
  private final Path stdlib;
  private final Path libraries;

  /**
   * @param testsuite whose {@code lib} has the modules that many tests share
   * @param libraries an empty directory: these modules, compiled
   */
  Toolchain(StockOCaml ocaml, Path testsuite, Path libraries) throws IOException, InterruptedException {
    this.ocaml = ocaml;
    this.libraries = libraries;
    this.stdlib = Path.of(succeeding(List.of(ocaml.ocamlc().toString(), "-where"), libraries).strip());
    for (String name : OF_TESTSUITE) {
      for (String ending : List.of(".mli", ".ml")) {
        Path source = testsuite.resolve("lib").resolve(name + ending);
        if (Files.exists(source)) {
          Files.copy(source, libraries.resolve(name + ending));
          succeeding(List.of(ocaml.ocamlc().toString(), "-w", "-a", "-c", name + ending), libraries);
        }
      }
      if (Files.exists(libraries.resolve(name + ".cmo"))) {
        // A test need not name the module that has the last word at its end.
        succeeding(List.of(ocaml.ocamlc().toString(), "-a", "-linkall", "-o", name + ".cma", name + ".cmo"), libraries);
      }
    }
  }

  private static String succeeding(List<String> command, Path directory) throws IOException, InterruptedException {
    Ending ending = Child.run(command, directory, Program.NOTHING, Map.of());
    if (ending.exitCode() != 0) {
      throw new InputError(String.join(" ", command), "exit 0", "exit " + ending.exitCode() + ": " + ending.output());
    }
    return ending.output();
  }

  /** The toplevel, a bytecode executable. */
  Path toplevel() {
    return tool("ocaml");
  }

  private Path tool(String name) {
    return ocaml.ocamlc().resolveSibling(name);
  }

  /** What names the libraries on a command line of ocamlc or ocaml. */
  List<String> argumentsFor(List<String> names) throws LeftOut {
    List<String> arguments = new ArrayList<>();
    for (String name : names) {
      String archive = name + ".cma";
      if (Files.exists(libraries.resolve(archive))) {
        arguments.addAll(List.of("-I", libraries.toString()));
      } else if (Files.exists(stdlib.resolve(COMPILER_LIBRARIES.substring(1)).resolve(archive))) {
        arguments.addAll(List.of("-I", COMPILER_LIBRARIES));
      } else if (!Files.exists(stdlib.resolve(archive))) {
        throw LeftOut.needs("library " + name);
      }
      arguments.add(archive);
    }
    return arguments;
  }

  /** Runs ocamlc; what it refuses is left out. */
  void compile(List<String> arguments, Path directory) throws LeftOut, IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ocaml.ocamlc().toString()));
    command.addAll(arguments);
    build(command, directory);
  }

  /** Makes the {@code .ml} of a lexer or a grammar; the other sources are there already. */
  void generate(String source, List<String> flags, Path directory) throws LeftOut, IOException, InterruptedException {
    String generator = source.endsWith(".mll") ? "ocamllex" : "ocamlyacc";
    List<String> command = new ArrayList<>(List.of(tool(generator).toString()));
    command.addAll(flags);
    command.add(source);
    build(command, directory);
  }

  private static void build(List<String> command, Path directory) throws LeftOut, IOException, InterruptedException {
    if (Child.run(command, directory, Program.NOTHING, Map.of()).exitCode() != 0) {
      throw new LeftOut("is not compiled by this OCaml");
    }
  }
}
