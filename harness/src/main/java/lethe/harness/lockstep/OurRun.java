package lethe.harness.lockstep;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lethe.vm.SteadyParts;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.format.Executable;
import lethe.vm.host.Errno;
import lethe.vm.host.ForwardingHost;
import lethe.vm.host.Host;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;
import lethe.vm.host.OpenFlag;
import lethe.vm.step.Steps;

/** Our machine on a job. */
final class OurRun {
  private static final String UNIT = "main";
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Supplier<VmOptions> options;

  OurRun(Supplier<VmOptions> options) {
    this.options = options;
  }

  /**
   * How a run ended.
   *
   * @param outcome empty if who is shown the steps had enough
   * @param nanos of processor time, of this thread: compiling and collecting of the JVM's own do not count
   */
  record End(Optional<VmOutcome> outcome, Output output, long nanos) {}

  /** Thrown by who is shown the steps, when no more are wanted. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("no more steps are wanted", null, false, false);
    }
  }

  /**
   * Runs a job.
   *
   * @param folder where what it prints goes
   */
  End run(Job job, Steps steps, Path folder) throws IOException {
    Output output = Output.in(folder.resolve("ours"));
    try (OutputStream standard = Files.newOutputStream(output.standard());
        OutputStream errors = Files.newOutputStream(output.errors())) {
      long start = CLOCK.getCurrentThreadCpuTime();
      Optional<VmOutcome> outcome = run(job, steps, standard, errors);
      return new End(outcome, output, CLOCK.getCurrentThreadCpuTime() - start);
    }
  }

  /** Runs a job whose output goes elsewhere. How it ended; empty if who is shown the steps had enough. */
  Optional<VmOutcome> run(Job job, Steps steps, OutputStream standard, OutputStream errors) throws IOException {
    Executable program = Executable.read(job.program().toString(), Files.readAllBytes(job.program()));
    job.folder().prepare();
    VmOptions machine = options.get();
    machine = machine.withParts(new SteadyParts(machine.parts())).withSteps(steps);
    try (Vm vm = Vm.create(machine.withHost(new SameWorld(job, standard, errors)))) {
      return outcome(vm, program);
    } catch (HostError e) {
      throw new IOException(job.folder().path() + ": " + e.getMessage(), e);
    }
  }

  private static Optional<VmOutcome> outcome(Vm vm, Executable program) {
    try {
      return Optional.of(vm.run(UNIT, program, false));
    } catch (Enough e) {
      return Optional.empty();
    }
  }

  /** The world of the reference's process: its folder, environment and input; no clock and no chance. */
  private static final class SameWorld extends ForwardingHost {
    private static final String PARAMETERS = "OCAMLRUNPARAM";

    private final HostFile input;
    private final StreamFile output;
    private final StreamFile errors;

    SameWorld(Job job, OutputStream standard, OutputStream errors) throws HostError {
      super(Host.system(job.line().toArray(new String[0])));
      this.output = new StreamFile(standard);
      this.errors = new StreamFile(errors);
      String in = job.input().map(Path::toString).orElse(Command.NOTHING.getPath());
      this.input = files().open(in, Set.of(OpenFlag.READ), 0);
      files().changeDirectory(job.folder().path().toString());
      setEnvironment(PARAMETERS, job.environment());
    }

    @Override
    public HostFile input() {
      return input;
    }

    @Override
    public HostFile output() {
      return output;
    }

    @Override
    public HostFile error() {
      return errors;
    }

    /** What a command prints goes where the program's own output goes. */
    @Override
    public int command(String command) throws HostError {
      ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command);
      shell.directory(Path.of(files().workingDirectory()).toFile()).redirectInput(Command.NOTHING);
      shell.environment().clear();
      for (String variable : environment()) {
        int end = variable.indexOf('=');
        shell.environment().put(variable.substring(0, end), variable.substring(end + 1));
      }
      try {
        Path printed = Files.createTempFile("lethe-command", ".errors");
        try {
          Process process = shell.redirectError(printed.toFile()).start();
          process.getInputStream().transferTo(output.stream());
          int exit = Command.waitFor(process, Tracer.LIMIT_SECONDS);
          Files.copy(printed, errors.stream());
          return exit;
        } finally {
          Files.delete(printed);
        }
      } catch (IOException e) {
        throw new HostError(Errno.EIO);
      }
    }

    @Override
    public double processorSeconds() {
      return 0;
    }

    @Override
    public void randomSeed(byte[] seed) {
      Arrays.fill(seed, (byte) 0);
    }
  }

  private record StreamFile(OutputStream stream) implements HostFile {
    @Override
    public void write(byte[] buffer, int offset, int length) {
      try {
        stream.write(buffer, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
