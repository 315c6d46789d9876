package lethe.harness.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lethe.vm.Rewritten;
import lethe.vm.asm.UnitSymbols;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Executable;
import lethe.vm.isa.Disassembler;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Symbols;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe disasm}. */
@Command(
    name = "disasm",
    mixinStandardHelpOptions = true,
    description = "Shows the instructions of a .cmo, .cma, bytecode executable, .case or .asm.",
    footer = {
      "",
      "Offsets and targets are in ints of four bytes, from the start of the unit.",
      "",
      "Example: harness/lethe disasm corpus/closures/partial.case --after stub"
    })
final class DisasmCommand implements Callable<Integer> {
  @Option(names = "--after", paramLabel = "POLICY", description = "As this policy rewrites it when it loads the unit.")
  private String after;

  @Parameters(paramLabel = "FILE", description = "What to show.")
  private String name;

  private final Session session;

  DisasmCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String policy = after == null ? null : PolicyChoice.checked("--after", after);
    ObjectCode code = ObjectCode.read(new CaseSelection(session).fileName(name));
    if (code instanceof ObjectCode.Units units) {
      units.units().forEach(unit -> show(unit, policy));
    } else {
      showLinked(((ObjectCode.Linked) code).executable(), policy);
    }
    return ExitCode.AGREEMENT;
  }

  private void show(CompilationUnit unit, String policy) {
    session.out().println("unit " + unit.name());
    Rewritten code = policy == null ? new Rewritten(unit.code(), Opcode::of) : Rewritten.by(policy, unit);
    session.out().print(
        Disassembler.listing(unit.name(), code.code(), code.operations(), new UnitSymbols(unit)));
  }

  private void showLinked(Executable executable, String policy) {
    if (policy != null) {
      throw new InputError("--after", "a unit that a policy loads", "a linked program");
    }
    session.out().print(
        Disassembler.listing(name, executable.code(), Opcode::of, new LinkedSymbols(executable)));
  }

  /** Names in a linked program; a literal has a slot and no name. */
  private static final class LinkedSymbols implements Symbols {
    private final List<String> primitives;
    private final Map<Integer, String> globals = new HashMap<>();

    LinkedSymbols(Executable executable) {
      primitives = executable.primitives();
      executable.symbols().forEach((global, slot) -> globals.put(slot, global));
    }

    @Override
    public String global(int operandOffset, int index) {
      return globals.getOrDefault(index, "slot " + index);
    }

    @Override
    public String primitive(int operandOffset, int index) {
      return index >= 0 && index < primitives.size() ? primitives.get(index) : Integer.toString(index);
    }
  }
}
