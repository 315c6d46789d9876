package lethe.harness.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The time that this thread has run, where the JVM tells: what else the computer does then costs nothing. Else the wall's. */
public final class CpuClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean KNOWN = THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

  private CpuClock() {}

  /** Nanoseconds; only differences mean something. */
  public static long nanos() {
    return KNOWN ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }
}
