package lethe.harness.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lethe.vm.VmOptions;
import lethe.vm.fault.InputError;

/**
 * What policies cost: programs in collectable mode, each round under one policy after the other, so that a busy minute of the
 * computer and what the JVM compiles are the same for all. A ratio is that of two runs of the same round; the time is the
 * thread's.
 */
public final class PolicyBench {
  /** Calls of every kind: plain, tail, through closures, over the border of a unit, partial. */
  private static final List<String> PROGRAMS = List.of("fib", "tak", "nqueens", "closures", "boundary", "partials");

  private static final int WARM_UP_ROUNDS = 2;
  private static final String BASE = "keep";

  private final Ocamlrun compiler;
  private final VmOptions options;
  private final List<String> policies;
  private final int rounds;

  /**
   * @param compiler makes the executables
   * @param policies to be compared with {@code keep}
   * @param rounds that count, after two that do not
   */
  public PolicyBench(Ocamlrun compiler, VmOptions options, List<String> policies, int rounds) {
    if (rounds < 1) {
      throw new InputError("--rounds", "1 or more", Integer.toString(rounds));
    }
    this.compiler = compiler;
    this.options = options;
    this.policies = policies.stream().filter(policy -> !policy.equals(BASE)).toList();
    this.rounds = rounds;
  }

  /** The programs of the comparison. */
  public static List<BenchProgram> programs() {
    return PROGRAMS.stream().map(BenchProgram::named).toList();
  }

  /**
   * Compiles, runs and prints the table: seconds under {@code keep}, then each policy's ratio to it, median and in brackets least
   * and greatest.
   *
   * @param directory where sources and executables go
   */
  public void run(List<BenchProgram> programs, Path directory, PrintStream out)
      throws IOException, InterruptedException {
    out.printf("%-10s %8s", "program", BASE + " s");
    policies.forEach(policy -> out.printf(" %17s", policy));
    out.println();
    for (BenchProgram program : programs) {
      out.println(line(program.name(), ratios(compiler.compile(program, directory))));
      out.flush();
    }
  }

  /** By policy, one number a round: seconds under {@code keep}, ratios under the others. */
  private Map<String, List<Double>> ratios(Path executable) throws IOException {
    Map<String, List<Double>> figures = new LinkedHashMap<>();
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      long base = nanos(BASE, executable);
      add(figures, BASE, round, base / 1e9);
      for (String policy : policies) {
        add(figures, policy, round, (double) nanos(policy, executable) / base);
      }
    }
    return figures;
  }

  private static void add(Map<String, List<Double>> figures, String policy, int round, double figure) {
    if (round >= 0) {
      figures.computeIfAbsent(policy, p -> new ArrayList<>()).add(figure);
    }
  }

  private long nanos(String policy, Path executable) throws IOException {
    long start = CpuClock.nanos();
    new LetheEngine(options.withPolicy(policy), true).run(executable);
    return Math.max(1, CpuClock.nanos() - start);
  }

  static String line(String program, Map<String, List<Double>> figures) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s", program));
    figures.forEach((policy, values) -> {
      List<Double> sorted = values.stream().sorted().toList();
      double median = sorted.get(sorted.size() / 2);
      line.append(policy.equals(BASE)
          ? String.format(Locale.ROOT, " %8.3f", median)
          : String.format(Locale.ROOT, " %5.2f (%.2f-%.2f)", median, sorted.get(0), sorted.get(sorted.size() - 1)));
    });
    return line.toString();
  }
}
