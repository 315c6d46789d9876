package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lethe.vm.VmOptions;
import lethe.vm.step.Detail;
import lethe.vm.step.StepSink;
import lethe.vm.step.Steps;

/**
 * Runs a job on the reference, then on ours, and compares digests block by block. Where a block differs both run again, and each
 * step of that block is compared; and the reference runs once more, {@link SecondRun to see whether it differs from itself}. Nothing grows with the length of the run but the reference's digests on disk.
 */
public final class Lockstep {
  private final Tracer tracer;
  private final Supplier<VmOptions> options;
  private final Path folder;
  private final SecondRun second;

  /**
   * A comparison with our machine.
   *
   * @param folder for traces and what programs print
   */
  public Lockstep(Tracer tracer, Path folder) {
    this(tracer, VmOptions::defaults, folder);
  }

  /**
   * A comparison with another machine.
   *
   * @param options makes those of one machine; policy keep is what the reference does
   * @param folder for traces and what programs print
   */
  public Lockstep(Tracer tracer, Supplier<VmOptions> options, Path folder) {
    this.tracer = tracer;
    this.options = options;
    this.folder = folder;
    this.second = new SecondRun(tracer, folder.resolve("second"));
  }

  /**
   * Compares.
   *
   * @param limit steps after which both are stopped; 0 for none
   * @param also is shown each of our steps
   */
  public Comparison compare(Job job, Level level, long limit, StepSink also) throws IOException {
    ReferenceTrace reference = tracer.run(job, Range.whole(level, limit), folder);
    if (reference.steps() < 0) {
      return Comparison.failed(reference);
    }
    OurRun ours = new OurRun(options);
    try (ReferenceTrace.Words digests = reference.words()) {
      DigestCheck check = new DigestCheck(digests, limit, also);
      OurRun.End end = ours.run(job, new Steps(level.detail(), check), folder);
      boolean differs = check.differs() || check.steps() != reference.steps() || check.digest() != reference.digest();
      long last = Math.min(check.steps(), reference.steps());
      long block = differs ? Math.max(0, last - 1) / Range.BLOCK : last / Range.BLOCK;
      Optional<Located> located = differs ? Optional.of(locate(job, level, ours, block)) : Optional.empty();
      Comparison found = Comparison.of(level, check.steps(), reference, end, located.map(Located::divergence));
      if (!found.isOurs()) {
        return found;
      }
      Optional<Parting> parting = located.flatMap(Located::parting);
      return parting.isEmpty() && second.differs(job, level, reference, block)
          ? found.setApart(Optional.of(Parting.UNSTEADY)) : found.setApart(parting);
    }
  }

  private record Located(Divergence divergence, Optional<Parting> parting) {}

  private Located locate(Job job, Level level, OurRun ours, long block) throws IOException {
    Range range = Range.block(block);
    Path own = Files.createDirectories(folder.resolve("block"));
    ReferenceTrace trace = tracer.run(job, range, own);
    List<Step> reference = steps(trace, range);
    List<Step> our = new ArrayList<>();
    ours.run(job, new Steps(Detail.ALL, range.from(), (words, count, text) -> {
      long number = range.from() + our.size();
      our.add(new Step(number, new Shapes(Arrays.copyOf(words, count)), text.site(), text.instruction(), text.source()));
      if (number == range.to()) {
        throw new OurRun.Enough();
      }
    }), own);
    return new Located(Divergence.between(our, reference, level), Parting.at(our, reference, trace));
  }

  private static List<Step> steps(ReferenceTrace trace, Range range) throws IOException {
    List<Step> steps = new ArrayList<>();
    try (ReferenceTrace.Words words = trace.words()) {
      while (words.hasNext()) {
        long[] step = new long[(int) words.next()];
        for (int i = 0; i < step.length; i++) {
          step[i] = words.next();
        }
        steps.add(new Step(range.from() + steps.size(), new Shapes(step), "", "", ""));
      }
    }
    return steps;
  }
}
