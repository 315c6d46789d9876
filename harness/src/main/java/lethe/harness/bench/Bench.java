package lethe.harness.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lethe.vm.fault.InputError;

/**
 * Times benchmarks on our machine and on ocamlrun. Both run in turn, so that a busy minute of the computer hits both;
 * the first round warms up and does not count.
 */
public final class Bench {
  private final Ocamlrun ocamlrun;
  private final Engine lethe;
  private final int rounds;

  /**
   * @param rounds how often each program is timed on each engine, after one round that is not
   */
  public Bench(Ocamlrun ocamlrun, Engine lethe, int rounds) {
    if (rounds < 1) {
      throw new InputError("--rounds", "1 or more", Integer.toString(rounds));
    }
    this.ocamlrun = ocamlrun;
    this.lethe = lethe;
    this.rounds = rounds;
  }

  /**
   * Compiles, runs and prints the table.
   *
   * @param directory where sources and executables go
   */
  public void run(List<BenchProgram> programs, Path directory, PrintStream out)
      throws IOException, InterruptedException {
    List<Timing> timings = new ArrayList<>();
    for (BenchProgram program : programs) {
      timings.add(time(program.name(), ocamlrun.compile(program, directory)));
    }
    out.print(TimingTable.text(timings));
  }

  private Timing time(String name, Path executable) throws IOException, InterruptedException {
    ocamlrun.run(executable);
    lethe.run(executable);
    List<Long> ocamlrunNanos = new ArrayList<>();
    List<Long> letheNanos = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ocamlrunNanos.add(nanos(ocamlrun, executable));
      letheNanos.add(nanos(lethe, executable));
    }
    return new Timing(name, ocamlrunNanos, letheNanos);
  }

  private static long nanos(Engine engine, Path executable) throws IOException, InterruptedException {
    long start = System.nanoTime();
    engine.run(executable);
    return System.nanoTime() - start;
  }
}
