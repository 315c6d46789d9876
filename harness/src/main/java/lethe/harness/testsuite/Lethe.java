package lethe.harness.testsuite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.fault.InputError;
import lethe.vm.format.Executable;
import lethe.vm.host.HostError;

/** Runs programs on our machine, a new one for each, in this process. */
public final class Lethe implements Engine {
  private final VmOptions options;
  private final boolean collectable;

  /**
   * @param options sizes, limits and schedule
   */
  public Lethe(VmOptions options, Mode mode) {
    this.options = options.withPolicy(mode.policy());
    this.collectable = mode.collectable();
  }

  @Override
  public Ending run(Program program) throws IOException {
    String name = program.executable().toString();
    ProgramHost host;
    try {
      host = new ProgramHost(program);
    } catch (HostError e) {
      throw new IOException(program.directory() + ": " + e.getMessage(), e);
    }
    try (Vm vm = Vm.create(options.withHost(host))) {
      VmOutcome outcome = vm.run("main", Executable.read(name, Files.readAllBytes(program.executable())), collectable);
      String fault = outcome.result().startsWith("fault ") ? outcome.result().strip() + ": " + outcome.detail() : "";
      return new Ending(host.printed().toString(ISO_8859_1), outcome.exitCode(), fault);
    } catch (InputError refused) {
      return new Ending(host.printed().toString(ISO_8859_1), 2, "refused: " + refused.getMessage());
    }
  }
}
