package lethe.harness.testsuite;

import java.io.IOException;
import java.util.Optional;
import lethe.harness.lockstep.WorkingFolder;
import lethe.vm.VmOptions;

/** A program on our machine in one mode: output and exit code are compared. */
public final class InMode implements Way {
  private final Mode mode;
  private final Engine engine;

  /** @param options sizes, limits and schedule */
  public InMode(VmOptions options, Mode mode) {
    this.mode = mode;
    this.engine = new Lethe(options, mode);
  }

  @Override
  public String name() {
    return mode.toString();
  }

  @Override
  public String option() {
    return mode.collectable() ? "--policy " + mode.policy() : "";
  }

  @Override
  public Optional<String> difference(Program program, WorkingFolder folder, Ending stock)
      throws IOException, InterruptedException {
    folder.prepare();
    return engine.run(program).difference(stock);
  }
}
