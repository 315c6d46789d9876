package lethe.vm;

import java.util.concurrent.atomic.AtomicReference;

/** Who uses a machine: one thread at a time, until it is closed. */
final class Occupancy {
  private final AtomicReference<Thread> user = new AtomicReference<>();
  private boolean closed;

  void enter() {
    if (closed) {
      throw new IllegalStateException("this VM has been closed");
    }
    if (!user.compareAndSet(null, Thread.currentThread())) {
      throw new IllegalStateException("a VM is used by one thread at a time, and not from inside a primitive");
    }
  }

  void leave() {
    user.set(null);
  }

  void close() {
    closed = true;
  }

  /** Has this thread entered, and not left? It is then called by the machine, as the sink of a trace is. */
  boolean isMine() {
    return user.get() == Thread.currentThread() && !closed;
  }
}
