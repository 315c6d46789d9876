package lethe.harness.ocaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lethe.harness.corpus.OcamlSource;
import lethe.harness.reference.StockOCaml;
import lethe.harness.reference.Subprocess;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.ObjectFile;

/** The compiler of OCaml 4.13, for sources that open {@code lethe.mli} in place of Stdlib. */
public final class Ocamlc implements AutoCloseable {
  private static final int LIMIT_SECONDS = 30;
  private static final String INTERFACE = "lethe.mli";
  // Debug events name the functions and the expressions of an imported unit.
  private static final List<String> FLAGS = List.of("-c", "-g", "-w", "-a", "-nopervasives", "-nostdlib");
  private static final Pattern FAILURE = Pattern.compile(
      "File \"([^\"]*)\\.ml\", lines? (\\d+)(?:-\\d+)?, characters (\\d+)-\\d+:\\R(?:.*\\R)*?Error: ([\\s\\S]*)");

  /** Says where a place in a source is, line and column from 1, for messages. */
  @FunctionalInterface
  public interface Places {
    String of(OcamlSource source, int line, int column);
  }

  private final String program;
  private final Path directory;

  private Ocamlc(String program, Path directory) {
    this.program = program;
    this.directory = directory;
  }

  /** The installed compiler, until it is closed; an InputError if there is none. */
  public static Ocamlc installed() throws IOException, InterruptedException {
    StockOCaml ocaml = StockOCaml.find().orElseThrow(() -> new InputError(
        "PATH", "ocamlc of OCaml 4.13, to compile a source", "none"));
    return of(ocaml);
  }

  /** A compiler, until it is closed; compiles the interface that all sources open. */
  public static Ocamlc of(StockOCaml ocaml) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("lethe-ocaml");
    Ocamlc ocamlc = new Ocamlc(ocaml.ocamlc().toString(), directory);
    try (InputStream text = Ocamlc.class.getResourceAsStream(INTERFACE)) {
      Files.write(directory.resolve(INTERFACE), text.readAllBytes());
    }
    Subprocess done = ocamlc.run(directory, List.of(INTERFACE));
    if (done.exitCode() != 0) {
      throw new InputError(ocamlc.program, "a compiler of OCaml 4.13", done.errors().strip());
    }
    return ocamlc;
  }

  /**
   * Compiles the sources of one program in their order, each with the interfaces of those before it.
   *
   * @param name of a directory for it, its own
   * @throws InputError with the compiler's first error, at its place
   */
  public Map<String, CompilationUnit> compile(String name, List<OcamlSource> sources, Places places)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(directory.resolve(name));
    List<String> arguments = new ArrayList<>(List.of("-I", directory.toString(), "-open", "Lethe"));
    for (OcamlSource source : sources) {
      Files.writeString(folder.resolve(source.unit() + ".ml"), source.text());
      arguments.add(source.unit() + ".ml");
    }
    Subprocess done = run(folder, arguments);
    if (done.exitCode() != 0) {
      throw failure(done, sources, places);
    }
    Map<String, CompilationUnit> units = new LinkedHashMap<>();
    for (OcamlSource source : sources) {
      Path file = folder.resolve(source.unit() + ".cmo");
      units.put(source.unit(), ObjectFile.read(file.toString(), Files.readAllBytes(file)).get(0));
    }
    return units;
  }

  /** Deletes all that was written. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private InputError failure(Subprocess done, List<OcamlSource> sources, Places places) {
    Matcher failure = FAILURE.matcher(done.errors());
    if (failure.find()) {
      for (OcamlSource source : sources) {
        if (source.unit().equals(failure.group(1))) {
          String place = places.of(source, Integer.parseInt(failure.group(2)), Integer.parseInt(failure.group(3)) + 1);
          return new InputError(place, "source that ocamlc accepts", oneLine(failure.group(4)));
        }
      }
    }
    return new InputError(program, "source that it accepts", oneLine(done.errors() + done.output()));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private Subprocess run(Path folder, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(FLAGS);
    command.addAll(arguments);
    return Subprocess.run(folder, command, Map.of(), LIMIT_SECONDS);
  }
}
