package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.lockstep.CaseJobs;
import lethe.harness.lockstep.Comparison;
import lethe.harness.lockstep.ComparisonTable;
import lethe.harness.lockstep.ComparisonText;
import lethe.harness.lockstep.Coverage;
import lethe.harness.lockstep.FolderJobs;
import lethe.harness.lockstep.Job;
import lethe.harness.lockstep.Level;
import lethe.harness.lockstep.Lockstep;
import lethe.harness.lockstep.StandardJobs;
import lethe.harness.lockstep.StockLockstep;
import lethe.harness.lockstep.Tracer;
import lethe.harness.lockstep.WorkingFolder;
import lethe.vm.VmOptions;
import lethe.vm.fault.InputError;
import lethe.vm.step.StepSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Runs bytecode executables on this VM and on OCaml's own runtime, and compares each step.",
    footer = {
      "",
      "Needs gcc and OCaml 4.13.1, whose debug runtime is linked with a tracer of ours. Exit code 1 if a step, the output",
      "or the exit code differs; what differs and is nobody's fault is counted.",
      "",
      "Examples: harness/lethe compare --level full a.out 1 2",
      "          harness/lethe compare load/first",
      "          harness/lethe compare opcodes --coverage",
      "          harness/lethe compare --corpus",
      "          harness/lethe compare --copy a.ml /usr/bin/ocamlc.byte -- -c a.ml"
    })
final class CompareCommand implements Callable<Integer> {
  private final Coverage coverage = new Coverage();

  @Option(
      names = "--level",
      paramLabel = "L",
      description = "pc: block and offset, opcode, operands, stack depth; full: also env, accu and stack slots by shape. "
          + "If absent, pc for programs and full for cases.")
  private String level;

  @Option(
      names = "--copy",
      paramLabel = "FILE",
      description = "Run in an empty folder that holds a copy of this; may be given again. Without it, here.")
  private List<Path> copied = new ArrayList<>();

  @Option(names = "--input", paramLabel = "FILE", description = "Standard input; empty if absent.")
  private Path input;

  @Option(names = "--runparam", paramLabel = "TEXT", description = "More for OCAMLRUNPARAM: b for backtraces.")
  private String runParameters = "";

  @Option(names = "--max-steps", paramLabel = "N", description = "Stop both there.")
  private long limit;

  @Option(names = "--corpus", description = "Every case of the corpus, in the place of a program.")
  private boolean isCorpus;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "End a program on the reference after that: 600.")
  private long seconds = Tracer.LIMIT_SECONDS;

  @Option(names = "--coverage", description = "Then tell what was reached: opcode by operands by outcome.")
  private boolean tellsCoverage;

  @Option(
      names = "--stock",
      description = "With the text that stock ocamlrund prints instead of the tracer's words: slow, and needs no gcc.")
  private boolean isStock;

  @Option(names = "--keep", paramLabel = "DIR", description = "Leave tracer, traces and output there.")
  private Path kept;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROGRAM|CASE|PATTERN|FOLDER",
      description = "A bytecode executable; or a case, exported and linked with Dynlink, or an area, or a pattern of cases; or "
          + "a folder: each .byte below it, in a copy of its own folder; if absent, programs of our own, the benchmarks, and "
          + "OCaml's tools.")
  private String name;

  @Parameters(
      index = "1..*",
      paramLabel = "ARG",
      description = "Its arguments; -- stands before them if one starts with -.")
  private List<String> arguments = new ArrayList<>();

  private final Session session;

  CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    checkInput();
    Path folder = kept == null ? Files.createTempDirectory("lethe-compare") : Files.createDirectories(kept);
    try {
      int exitCode = compare(folder.toAbsolutePath());
      if (tellsCoverage) {
        session.out().print(coverage.table());
      }
      return exitCode;
    } finally {
      if (kept == null) {
        WorkingFolder.delete(folder);
      }
    }
  }

  /** What is wrong is told before anything is built. */
  private void checkInput() {
    level(Level.PC);
    if (isCorpus && name != null) {
      throw new InputError("--corpus", "no program beside it", name);
    }
    if (isStock && !isOne()) {
      throw new InputError("--stock", "a program or a case", stockless());
    }
    if (name != null && !isCases() && !isFolder()) {
      InputFile.bytes(name);
    }
  }

  /** What there is in the place of one program. */
  private String stockless() {
    return isFolder() ? "a folder" : isCases() ? "several cases" : "none";
  }

  private int compare(Path folder) throws IOException {
    if (isStock) {
      return stock(folder);
    }
    Lockstep lockstep = new Lockstep(Tracer.build(folder.resolve("build")).withLimit(seconds), folder);
    if (isOne()) {
      return one(lockstep, folder);
    }
    if (isCases()) {
      return cases(lockstep, folder.resolve("case"));
    }
    if (name == null) {
      return table(lockstep, new StandardJobs(folder.resolve("jobs")).all());
    }
    return table(lockstep, FolderJobs.of(Path.of(name), folder.resolve("work"), runParameters));
  }

  private boolean isFolder() {
    return name != null && !session.isCase(name) && Files.isDirectory(Path.of(name));
  }

  private boolean isCases() {
    return isCorpus || (name != null && session.isCase(name));
  }

  /** One program or one case: it is told in more words than a table has. */
  private boolean isOne() {
    return isCases() ? !isCorpus && selected().size() == 1 : name != null && !isFolder();
  }

  private List<Case> selected() {
    return new CaseSelection(session).some(isCorpus ? List.of() : List.of(name));
  }

  private int stock(Path folder) throws IOException {
    StockLockstep.Result result = new StockLockstep(VmOptions::defaults, folder).compare(job(folder));
    result.difference().ifPresent(session.out()::println);
    session.out().printf(Locale.ROOT, "%s: %,d steps with stock ocamlrund%n",
        result.difference().isEmpty() ? "no difference" : "DIFFERENT", result.steps());
    return result.difference().isEmpty() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private int one(Lockstep lockstep, Path folder) throws IOException {
    Comparison comparison = lockstep.compare(job(folder), level(isCases() ? Level.FULL : Level.PC), limit, watcher());
    session.out().print(ComparisonText.of(comparison, command()));
    return comparison.agrees() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private int table(Lockstep lockstep, Map<String, Job> jobs) throws IOException {
    ComparisonTable table = new ComparisonTable(session.out());
    for (Map.Entry<String, Job> job : jobs.entrySet()) {
      try {
        table.add(job.getKey(), lockstep.compare(job.getValue(), level(Level.PC), limit, watcher()));
      } catch (InputError e) {
        table.leftOut(job.getKey(), e.getMessage());
      }
      coverage.ended();
    }
    return table.finish() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private int cases(Lockstep lockstep, Path own) throws IOException {
    ComparisonTable table = new ComparisonTable(session.out());
    for (Case c : selected()) {
      if (CaseJobs.isComparable(c)) {
        table.add(c.id(), lockstep.compare(CaseJobs.of(c, own), level(Level.FULL), limit, watcher()));
        coverage.ended();
      } else {
        table.leftOut(c.id(), c.reference().orElseThrow().reason());
      }
    }
    return table.finish() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private StepSink watcher() {
    return tellsCoverage ? coverage : (words, count, text) -> {};
  }

  private Job job(Path folder) throws IOException {
    if (session.isCase(name)) {
      return CaseJobs.of(selected().get(0), folder.resolve("case"));
    }
    WorkingFolder working = copied.isEmpty()
        ? WorkingFolder.asItIs(Path.of(""))
        : WorkingFolder.fresh(folder.resolve("work"), copied);
    return new Job(
        Path.of(name), arguments, working, Optional.ofNullable(input).map(Path::toAbsolutePath), runParameters);
  }

  private Level level(Level absent) {
    if (level == null) {
      return absent;
    }
    try {
      return Level.valueOf(level.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InputError("--level", "pc or full", level);
    }
  }

  /** What repeats this. */
  private String command() {
    StringBuilder command = new StringBuilder("harness/lethe compare --level full");
    copied.forEach(file -> command.append(" --copy ").append(file));
    if (input != null) {
      command.append(" --input ").append(input);
    }
    if (!runParameters.isEmpty()) {
      command.append(" --runparam ").append(runParameters);
    }
    command.append(' ').append(name);
    if (!arguments.isEmpty()) {
      command.append(" -- ").append(String.join(" ", arguments));
    }
    return command.toString();
  }
}
