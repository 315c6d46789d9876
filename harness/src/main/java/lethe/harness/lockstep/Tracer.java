package lethe.harness.lockstep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.vm.fault.InputError;

/**
 * The reference for volume: the distribution's own debug runtime, linked with C files that are resources beside this class.
 * It is built when it is needed and kept nowhere.
 */
public final class Tracer {
  private static final String LIBRARY = "libcamlrund.a";
  private static final List<String> SOURCES = List.of("tracer.h", "tracer.c", "primitives.c");
  private static final String TABLES = "tables.c";

  /** What the interpreter prints between the calls that tracer.c takes over, where it forgets code, and where it sets its heap. */
  private static final List<String> WRAPPED = List.of("__printf_chk", "putc", "fflush", "caml_remove_code_fragment",
      "caml_parse_ocamlrunparam");

  /** Words of a minor heap (72 KB) with which nearly all of the reference's collections show. */
  private static final int SMALL_MINOR = 9 << 10;

  /** The reference takes a second for thirty million steps, but its collector may take long. */
  public static final long LIMIT_SECONDS = 600;

  private final Path executable;
  private final long limitSeconds;
  private final int minorWords;

  private Tracer(Path executable, long limitSeconds, int minorWords) {
    this.executable = executable;
    this.limitSeconds = limitSeconds;
    this.minorWords = minorWords;
  }

  /** The same, but a program that has not ended after so many seconds is ended. */
  public Tracer withLimit(long seconds) {
    return new Tracer(executable, seconds, minorWords);
  }

  /** The same, but its minor heap is small; programs cannot see that in their environment. */
  Tracer collectingOften() {
    return new Tracer(executable, limitSeconds, SMALL_MINOR);
  }

  /** Why the tracer cannot be built here; empty if nothing is missing. */
  public static Optional<String> missing() {
    for (String program : List.of("gcc", "ocamlc", "ocamlrun")) {
      if (Command.find(program).isEmpty()) {
        return Optional.of("no " + program + " on the PATH");
      }
    }
    try {
      return Files.exists(library()) ? Optional.empty() : Optional.of("no " + LIBRARY + " beside OCaml's libraries");
    } catch (IOException e) {
      return Optional.of("ocamlc -where fails: " + e.getMessage());
    }
  }

  /**
   * Builds it in a folder.
   *
   * @throws InputError if something is missing, or gcc refuses
   */
  public static Tracer build(Path folder) throws IOException {
    Optional<String> missing = missing();
    if (missing.isPresent()) {
      throw new InputError("compare", "gcc and OCaml 4.13.1 with its libraries (apt-get install ocaml gcc)", missing.get());
    }
    Files.createDirectories(folder);
    for (String name : SOURCES) {
      Files.writeString(folder.resolve(name), resource(name));
    }
    Files.writeString(folder.resolve(TABLES), TracerSource.tables(Command.lines(List.of("ocamlrun", "-p"))));
    Path executable = folder.resolve("tracer").toAbsolutePath();
    List<String> gcc = new ArrayList<>(List.of("gcc", "-O3", "-w", "-I", library().getParent().toString(), "-o",
        executable.toString(), "tracer.c", "primitives.c", TABLES));
    gcc.addAll(TracerSource.constants());
    WRAPPED.forEach(name -> gcc.add("-Wl,--wrap=" + name));
    gcc.addAll(List.of("-Wl,-E", library().toString(), "-lquadmath", "-lm", "-ldl", "-lpthread"));
    Command.run(gcc, folder);
    return new Tracer(executable, LIMIT_SECONDS, 0);
  }

  private static Path library() throws IOException {
    return Path.of(Command.lines(List.of("ocamlc", "-where")).get(0), LIBRARY);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Tracer.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Runs a job to its end, or to the end of the range.
   *
   * @param range what is told of it
   * @param folder where the trace and what the program prints go
   */
  ReferenceTrace run(Job job, Range range, Path folder) throws IOException {
    Path trace = folder.resolve("trace");
    List<String> command = new ArrayList<>(List.of(executable.toString(), trace.toString(),
        range.detail().name(), Long.toString(Range.BLOCK), Long.toString(range.from()),
        Long.toString(range.to()), Long.toString(range.limit()), Integer.toString(minorWords)));
    command.addAll(job.line());
    job.folder().prepare();
    ProcessBuilder builder = new ProcessBuilder(command).directory(job.folder().path().toFile());
    builder.environment().put("OCAMLRUNPARAM", job.environment());
    builder.redirectInput(job.input().map(Path::toFile).orElse(Command.NOTHING));
    Output output = Output.in(folder.resolve("reference"));
    builder.redirectOutput(output.standard().toFile()).redirectError(output.errors().toFile());
    int exit = Command.waitFor(builder.start(), limitSeconds);
    return ReferenceTrace.read(trace, exit, output);
  }
}
