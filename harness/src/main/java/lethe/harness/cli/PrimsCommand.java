package lethe.harness.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lethe.vm.Vm;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Executable;
import lethe.vm.format.Relocation;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lethe prims}. */
@Command(
    name = "prims",
    mixinStandardHelpOptions = true,
    description = "Tells which primitives a program calls that this VM lacks, before it is run.",
    footer = {"", "Exit code 1 if there are some.", "", "Example: harness/lethe prims a.out"})
final class PrimsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A bytecode executable, a .cmo, a .cma, a .case or an .asm.")
  private String name;

  private final Session session;

  PrimsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ObjectCode code = ObjectCode.read(new CaseSelection(session).fileName(name));
    Set<String> called = new TreeSet<>();
    if (code instanceof ObjectCode.Units units) {
      units.units().forEach(unit -> addCalled(unit, called));
    } else {
      addCalled(((ObjectCode.Linked) code).executable(), called);
    }
    Set<String> missing = new TreeSet<>(called);
    missing.removeAll(Vm.primitiveNames());
    missing.forEach(session.out()::println);
    session.err().println("lethe: " + name + " calls " + called.size() + " primitives, " + missing.size()
        + " of them missing");
    return missing.isEmpty() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private static void addCalled(CompilationUnit unit, Set<String> called) {
    for (Relocation relocation : unit.relocations()) {
      if (relocation instanceof Relocation.Primitive primitive) {
        called.add(primitive.name());
      }
    }
  }

  /** The table of an executable names every primitive of its runtime: only the calls in the code count. */
  private void addCalled(Executable executable, Set<String> called) {
    List<String> names = executable.primitives();
    for (Insn insn : Insn.all(name, executable.code())) {
      int operand = insn.operation().operands().indexOf(Operand.PRIMITIVE);
      if (operand >= 0) {
        int index = insn.operand(operand);
        called.add(index >= 0 && index < names.size() ? names.get(index) : "primitive " + index);
      }
    }
  }
}
