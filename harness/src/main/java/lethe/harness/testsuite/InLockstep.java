package lethe.harness.testsuite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import lethe.harness.lockstep.Comparison;
import lethe.harness.lockstep.ComparisonText;
import lethe.harness.lockstep.ComparisonTotals;
import lethe.harness.lockstep.Job;
import lethe.harness.lockstep.Level;
import lethe.harness.lockstep.Lockstep;
import lethe.harness.lockstep.Tracer;
import lethe.harness.lockstep.WorkingFolder;
import lethe.vm.VmOptions;
import lethe.vm.fault.InputError;

/** A program on our machine and the reference, step by step at level full. */
public final class InLockstep implements Way {
  private static final String NAME = "lockstep";

  private final Tracer tracer;
  private final Supplier<VmOptions> options;
  private final long limit;
  private final Path scratch;
  private final ComparisonTotals totals = new ComparisonTotals();

  /**
   * @param options of our machine
   * @param limit steps after which both are stopped; 0 for none
   * @param scratch a folder for traces
   */
  public InLockstep(Tracer tracer, Supplier<VmOptions> options, long limit, Path scratch) {
    this.tracer = tracer;
    this.options = options;
    this.limit = limit;
    this.scratch = scratch;
  }

  /** Of all that was compared. */
  public ComparisonTotals totals() {
    return totals;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String option() {
    return "--" + NAME;
  }

  @Override
  public Optional<String> difference(Program program, WorkingFolder folder, Ending stock) throws LeftOut, IOException {
    Job job = new Job(program.executable(), program.arguments(), folder,
        Optional.of(program.input()), program.parameters());
    Path traces = Files.createTempDirectory(scratch, NAME);
    try {
      Comparison comparison = new Lockstep(tracer, options, traces).compare(job, Level.FULL, limit, (words, count, text) -> {});
      if (comparison.apart().isPresent()) {
        throw new LeftOut(comparison.apart().get().meaning());
      }
      totals.add(comparison);
      return comparison.agrees() ? Optional.empty() : Optional.of(ComparisonText.difference(comparison).strip());
    } catch (InputError refused) {
      throw new LeftOut("is refused: " + refused.getMessage());
    } finally {
      WorkingFolder.delete(traces);
    }
  }
}
