package lethe.harness.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.fault.InputError;
import lethe.vm.format.Executable;

/** Our machine, a new one for each run, in this process: reading the file and making the machine count. */
public final class LetheEngine implements Engine {
  private final VmOptions options;
  private final boolean collectable;

  /**
   * @param collectable load the program through the policy, as collectable code
   */
  public LetheEngine(VmOptions options, boolean collectable) {
    this.options = options;
    this.collectable = collectable;
  }

  @Override
  public void run(Path executable) throws IOException {
    String name = executable.getFileName().toString();
    Executable file = Executable.read(name, Files.readAllBytes(executable));
    try (Vm vm = Vm.create(options)) {
      VmOutcome outcome = vm.run(name, file, collectable);
      if (outcome.exitCode() != 0) {
        throw new InputError(name, "exit 0", outcome.result());
      }
    }
  }
}
