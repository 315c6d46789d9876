package lethe.harness.fuzz;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tries inputs in a thread of its own, and leaves a thread behind that does not come back. */
final class Watchdog {
  private static final long PATIENCE_SECONDS = 20;
  private static final long JAVA_STACK_BYTES = 1 << 24;

  private static Attempt attemptNow(InputKind kind, byte[] input) {
    try {
      return Attempt.answered(Trial.of(kind, input).run(input));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      return Attempt.thrown(e);
    }
  }

  private BlockingQueue<Supplier<Attempt>> work;
  private BlockingQueue<Attempt> done;
  private Thread worker;

  private void start() {
    BlockingQueue<Supplier<Attempt>> in = new ArrayBlockingQueue<>(1);
    BlockingQueue<Attempt> out = new ArrayBlockingQueue<>(1);
    work = in;
    done = out;
    worker = new Thread(null, () -> serve(in, out), "fuzz", JAVA_STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
  }

  private static void serve(BlockingQueue<Supplier<Attempt>> in, BlockingQueue<Attempt> out) {
    try {
      while (true) {
        out.put(in.take().get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Attempt attempt(InputKind kind, byte[] input) {
    if (worker == null) {
      start();
    }
    try {
      work.put(() -> attemptNow(kind, input));
      Attempt attempt = done.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (attempt == null) {
        attempt = Attempt.hung(worker.getStackTrace());
        worker = null;
      }
      return attempt;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
