package lethe.harness.lockstep;

import java.io.IOException;
import java.io.UncheckedIOException;
import lethe.vm.step.StepDigest;
import lethe.vm.step.StepSink;
import lethe.vm.step.StepText;

/** Compares our steps with the reference's digests, block by block, and stops at the first block that differs. */
final class DigestCheck implements StepSink {
  private final ReferenceTrace.Words digests;
  private final long limit;
  private final StepSink also;
  private long steps;
  private final StepDigest digest = new StepDigest();
  private boolean differs;

  /**
   * @param limit steps after which there is nothing to compare with; 0 for none
   * @param also is shown each step too
   */
  DigestCheck(ReferenceTrace.Words digests, long limit, StepSink also) {
    this.digests = digests;
    this.limit = limit;
    this.also = also;
  }

  @Override
  public void step(long[] words, int count, StepText text) {
    if (steps == limit && limit != 0) {
      throw new OurRun.Enough();
    }
    digest.add(words, count);
    also.step(words, count, text);
    if (++steps % Range.BLOCK == 0) {
      compare();
    }
  }

  private void compare() {
    try {
      differs = !digests.hasNext() || digests.next() != digest.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (differs) {
      throw new OurRun.Enough();
    }
  }

  /** Did it stop at a block that differs? */
  boolean differs() {
    return differs;
  }

  long steps() {
    return steps;
  }

  long digest() {
    return digest.value();
  }
}
