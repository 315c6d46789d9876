package lethe.harness.lockstep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.fault.InputError;
import lethe.vm.step.Detail;
import lethe.vm.step.Steps;

/**
 * The independent check of the tracer: stock {@code ocamlrund}, whose text is read while our machine runs. Slow, a twentieth of a
 * million steps a second, and needs no compiler.
 */
public final class StockLockstep {
  private static final String OCAMLRUND = "ocamlrund";
  private static final long LIMIT_SECONDS = 10;

  private final Supplier<VmOptions> options;
  private final Path folder;

  /** A comparison whose output of errors goes to a folder. */
  public StockLockstep(Supplier<VmOptions> options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /** Why it cannot be done here; empty if nothing is missing. */
  public static Optional<String> missing() {
    return Command.find(OCAMLRUND).isPresent() ? Optional.empty() : Optional.of("no " + OCAMLRUND + " on the PATH");
  }

  /**
   * What came out.
   *
   * @param difference the first, in words
   */
  public record Result(long steps, Optional<String> difference) {}

  /** Compares to the end of the program, or to the first difference. */
  public Result compare(Job job) throws IOException {
    if (missing().isPresent()) {
      throw new InputError("compare --stock", OCAMLRUND + " (apt-get install ocaml)", missing().get());
    }
    job.folder().prepare();
    Output output = Output.in(folder.resolve("stock"));
    ProcessBuilder builder = new ProcessBuilder(OCAMLRUND, "-t", "-t").directory(job.folder().path().toFile());
    builder.command().addAll(job.line());
    builder.environment().put("OCAMLRUNPARAM", job.environment());
    builder.redirectInput(job.input().map(Path::toFile).orElse(Command.NOTHING)).redirectError(output.errors().toFile());
    Process process = builder.start();
    StockTrace trace = new StockTrace(process.getInputStream());
    try (OutputStream errors = Files.newOutputStream(output.standard())) {
      Optional<VmOutcome> outcome =
          new OurRun(options).run(job, new Steps(Detail.ALL, trace), trace.written(), errors);
      if (outcome.isEmpty()) {
        return new Result(trace.steps(), trace.difference());
      }
      trace.finish();
      int exit = Command.waitFor(process, LIMIT_SECONDS);
      Optional<String> difference = trace.difference();
      return new Result(trace.steps(), difference.isPresent() || exit == outcome.get().exitCode()
          ? difference
          : Optional.of("exit code: ours " + outcome.get().exitCode() + ", stock ocamlrund " + exit));
    } finally {
      process.destroyForcibly();
    }
  }
}
