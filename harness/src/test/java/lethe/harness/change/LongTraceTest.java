package lethe.harness.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long traces that differ everywhere: a tenth of a million events here; a million take about ten times as long. */
class LongTraceTest {
  private static final int ROUNDS = 25_000;
  private static final long MOST_NANOS = 20_000_000_000L;

  /** A program that allocates, calls and stores; with one block more in each round if that is wanted. */
  private static String trace(boolean oneMore, int places) {
    StringBuilder text = new StringBuilder("{\"lethe\":1,\"case\":\"a/b\",\"policy\":\"stub\",\"level\":\"effects\",\"shows\":\"x\"}\n");
    Random random = new Random(places);
    int[] births = new int[places];
    int[] blocks = new int[places];
    for (int i = 0; i < ROUNDS; i++) {
      int place = random.nextInt(places);
      String closure = "clo@main+" + place + "." + ++births[place];
      if (oneMore) {
        text.append("{\"alloc\":\"blk@main+" + place + "." + ++blocks[place] + "\",\"size\":1}\n");
      }
      text.append("{\"alloc\":\"" + closure + "\",\"size\":3}\n");
      text.append("{\"prim\":\"lethe_set\",\"args\":[\"0\",\"" + closure + "\"]}\n");
      text.append("{\"set\":\"blk@host.1.0\",\"value\":\"" + closure + "\",\"barrier\":\"none\"}\n");
      text.append("{\"done\":\"lethe_get\",\"result\":\"" + closure + "\"}\n");
    }
    return text.append("{\"end\":\"result 42\",\"steps\":1,\"allocs\":1,\"words\":1,\"minor\":1,\"full\":1,\"depth\":1}\n").toString();
  }

  private static void assertOneMoreEach(int places) throws IOException {
    String before = trace(false, places);
    String now = trace(true, places);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    GoldenChange change;
    try (BufferedReader left = new BufferedReader(new StringReader(before));
        BufferedReader right = new BufferedReader(new StringReader(now))) {
      change = GoldenChange.ofTraces("before", left, "now", right);
    }
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertEquals(1, change.changes().size(), change.words());
    assertTrue(change.words().startsWith("+" + ROUNDS + " alloc blk of 1 word, first at main+"), change.words());
    assertTrue(nanos < MOST_NANOS, nanos / 1_000_000 + " ms of processor time");
    assertEquals(View.HUNKS.mostRows() + 1, change.lines(View.HUNKS).size(), "a view is bounded");
  }

  @Test
  void aLoopOverOnePlace() throws IOException {
    assertOneMoreEach(1);
  }

  @Test
  void manyPlaces() throws IOException {
    assertOneMoreEach(1000);
  }
}
