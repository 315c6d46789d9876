package lethe.harness.testsuite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the programs of one test, as ocamltest does, with the sources that its header names. */
final class Build {
  private final TestFile test;
  private final Toolchain toolchain;
  private final Workplace workplace;
  private Path directory;

  Build(TestFile test, Toolchain toolchain, Workplace workplace) {
    this.test = test;
    this.toolchain = toolchain;
    this.workplace = workplace;
    this.directory = workplace.directory();
  }

  /** Where commands are run now. */
  Path directory() {
    return directory;
  }

  Path toplevel() {
    return toolchain.toplevel();
  }

  List<String> libraries(Variables here) throws LeftOut {
    return toolchain.argumentsFor(here.words("libraries"));
  }

  /** Starts anew: the sources, and nothing else. */
  void prepare(Variables here) throws IOException {
    workplace.clear();
    directory = workplace.directory();
    Set<String> names = new LinkedHashSet<>(List.of(test.name()));
    names.addAll(here.words("modules", "readonly_files", "subdirectories"));
    for (String name : List.copyOf(names)) {
      names.add(interfaceOf(name));
    }
    for (String name : names) {
      if (Files.exists(test.directory().resolve(name))) {
        workplace.copyIn(test.directory().resolve(name), name);
      }
    }
  }

  private static String interfaceOf(String source) {
    return source.endsWith(".ml") ? source + "i" : source;
  }

  void changeDirectory(Variables here) {
    directory = directory.resolve(here.get("cwd")).normalize();
  }

  /** Copies {@code src} to {@code dst}, which is a directory if it ends with a slash. */
  void copy(Variables here) throws IOException {
    for (String source : here.words("src")) {
      Path from = directory.resolve(source);
      String to = here.get("dst");
      Workplace.copy(from, directory.resolve(to.endsWith("/") ? to + from.getFileName() : to));
    }
  }

  /** Compiles {@code module}, or else links all modules to {@code program}. */
  void compile(Variables here) throws LeftOut, IOException, InterruptedException {
    if (!here.words("ocamlc_byte_exit_status").isEmpty()) {
      throw new LeftOut("must not compile");
    }
    List<String> arguments = new ArrayList<>(here.words("flags", "ocamlc_flags"));
    String module = here.get("module");
    if (!module.isEmpty()) {
      arguments.addAll(List.of("-c", module));
    } else {
      arguments.addAll(libraries(here));
      arguments.addAll(here.isTrue("compile_only") ? List.of("-c") : List.of("-o", here.get("program")));
      arguments.addAll(sources(here));
    }
    arguments.addAll(here.words("last_flags"));
    toolchain.compile(arguments, directory);
  }

  /** The modules in the order of the header, each behind its interface if it has one that is not named. */
  private List<String> sources(Variables here) throws LeftOut, IOException, InterruptedException {
    List<String> named = new ArrayList<>(here.words("all_modules"));
    if (named.isEmpty()) {
      named.addAll(here.words("modules"));
      named.add(here.get("test_file"));
    }
    List<String> sources = new ArrayList<>();
    for (String name : named) {
      if (name.matches(".*\\.[cofS]")) {
        throw LeftOut.needs("C stubs");
      }
      String source = name;
      if (name.matches(".*\\.ml[ly]")) {
        boolean isLexer = name.endsWith("l");
        toolchain.generate(name, here.words(isLexer ? "ocamllex_flags" : "ocamlyacc_flags"), directory);
        source = name.substring(0, name.length() - 1);
      }
      String signature = interfaceOf(source);
      if (!signature.equals(source) && !named.contains(signature) && Files.exists(directory.resolve(signature))) {
        sources.add(signature);
      }
      sources.add(source);
    }
    return sources;
  }
}
