package lethe.harness.testsuite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through the steps of one test as ocamltest does: builds, and tries each program that is to be run. */
final class Walk {
  /** What stands between a program's name and {@code .reference}: the first one that is there counts. */
  private static final List<String> OF_PROGRAM = List.of("", ".byte", ".bytecode");

  private static final List<String> OF_TOPLEVEL = List.of(".ocaml", ".compilers");

  private static final String COMPILES_ONLY = "compiles only";
  private static final String NATIVE = "native code";

  private final TestFile test;
  private final Build build;
  private final Workplace workplace;
  private final Trial trial;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();

  Walk(TestFile test, Toolchain toolchain, Workplace workplace, Trial trial) {
    this.test = test;
    this.build = new Build(test, toolchain, workplace);
    this.workplace = workplace;
    this.trial = trial;
  }

  /** What was tried; if nothing was, {@link LeftOut} says why, of bytecode if there is a word about it. */
  List<Verdict> verdicts(Header header) throws LeftOut, IOException, InterruptedException {
    Variables variables = new Variables(Map.of(
            "test_file", test.name(),
            "test_source_directory", test.directory().toString(),
            "test_build_directory", workplace.directory().toString(),
            "program", workplace.directory().resolve(test.stem() + ".byte").toString()))
        .with(header.settings());
    List<Step> steps = header.steps().isEmpty() ? List.of(new Step("bytecode", List.of(), List.of())) : header.steps();
    for (Step step : steps) {
      visit(step, variables);
    }
    if (verdicts.isEmpty()) {
      throw new LeftOut(reasons.stream().filter(reason -> !reason.equals(NATIVE)).findFirst()
          .orElse(reasons.isEmpty() ? COMPILES_ONLY : NATIVE));
    }
    return verdicts;
  }

  private void visit(Step step, Variables above) throws IOException, InterruptedException {
    try {
      Variables here = above.with(step.settings());
      perform(step, here);
      for (Step next : step.next()) {
        visit(next, here);
      }
    } catch (LeftOut e) {
      reasons.add(e.reason());
    }
  }

  private void perform(Step step, Variables here) throws LeftOut, IOException, InterruptedException {
    String action = step.action();
    switch (action) {
      case "bytecode" -> {
        build.prepare(here);
        build.compile(here);
        tryProgram(program(here), here, reference(here, OF_PROGRAM));
      }
      case "setup-ocamlc.byte-build-env", "setup-ocaml-build-env" -> build.prepare(here);
      case "ocamlc.byte" -> build.compile(here);
      case "cd" -> build.changeDirectory(here);
      case "copy" -> build.copy(here);
      case "run" -> tryProgram(program(here), here, referenceBelow(step, here));
      case "toplevel" -> {
        build.prepare(here);
        tryProgram(toplevel(here), here, reference(here, OF_TOPLEVEL));
      }
      case "ocaml" -> tryProgram(toplevel(here), here, Optional.empty());
      case "check-ocamlc.byte-output", "check-ocaml-output", "check-program-output" -> { }
      default -> require(action);
    }
  }

  private static void require(String condition) throws LeftOut {
    if (condition.contains("opt") || condition.contains("native") || condition.equals("flambda")) {
      throw new LeftOut(NATIVE);
    }
    if (!Condition.isOne(condition)) {
      throw LeftOut.needs(condition);
    }
    if (!Condition.holds(condition)) {
      throw new LeftOut("another platform");
    }
  }

  private Program program(Variables here) throws LeftOut, IOException {
    Path executable = workplace.directory().resolve(here.get("program"));
    if (Files.exists(test.directory().resolve(test.stem() + ".run"))) {
      throw new LeftOut("is run by a script of its own");
    }
    if (!Files.isRegularFile(executable) || !Bytecode.is(executable)) {
      throw new LeftOut("is no bytecode executable");
    }
    return runnable(executable, here.words("arguments"), here);
  }

  private Program toplevel(Variables here) throws LeftOut {
    List<String> arguments = new ArrayList<>(List.of("-noinit", "-no-version", "-noprompt"));
    arguments.addAll(here.words("flags", "ocaml_flags"));
    arguments.addAll(build.libraries(here));
    boolean script = here.isTrue("ocaml_script_as_argument");
    if (script) {
      arguments.add(here.get("test_file"));
    }
    arguments.addAll(here.words("arguments"));
    return runnable(build.toplevel(), arguments, script ? here : here.with("stdin", here.get("test_file")));
  }

  private Program runnable(Path executable, List<String> arguments, Variables here) {
    String input = here.get("stdin");
    return new Program(executable, arguments,
        input.isEmpty() ? Program.NOTHING : build.directory().resolve(input),
        here.get("ocamlrunparam"), build.directory());
  }

  private void tryProgram(Program program, Variables here, Optional<String> reference)
      throws LeftOut, IOException, InterruptedException {
    String exit = here.get(program.executable().equals(build.toplevel()) ? "ocaml_exit_status" : "exit_status");
    Expected expected = new Expected(exit.isEmpty() ? 0 : Integer.parseInt(exit), reference);
    Map<String, Optional<String>> differences = trial.of(program, expected, workplace);
    String id = verdicts.isEmpty() ? test.id() : test.id() + "#" + (verdicts.size() + 1);
    verdicts.add(new Verdict(id, test.area(), differences));
  }

  /** What the first check below the run compares with, if its conditions hold. */
  private Optional<String> referenceBelow(Step run, Variables above) throws LeftOut, IOException {
    for (Step next : run.next()) {
      Variables here = above.with(next.settings());
      if (next.action().equals("check-program-output")) {
        return reference(here, OF_PROGRAM);
      }
      if (Condition.holds(next.action())) {
        Optional<String> found = referenceBelow(next, here);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The content of the reference file; without one, a program prints nothing. */
  private Optional<String> reference(Variables here, List<String> kinds) throws IOException {
    Stream<Path> candidates = here.get("reference").isEmpty()
        ? kinds.stream().map(kind -> test.directory().resolve(test.stem() + kind + ".reference"))
        : Stream.of(build.directory().resolve(here.get("reference")));
    Optional<Path> file = candidates.filter(Files::isRegularFile).findFirst();
    return Optional.of(file.isPresent() ? Files.readString(file.get(), ISO_8859_1) : "");
  }
}
