package lethe.vm.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lethe.vm.fault.InputError;
import lethe.vm.format.Datum;
import lethe.vm.format.Executable;
import lethe.vm.format.SourceEvent;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.CodeOrigin;
import lethe.vm.interp.HostCell;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.isa.CodeCheck;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.marshal.Unmarshaller;

/**
 * A bytecode executable in a machine: as static code, or unit by unit as collectable code through the policy.
 *
 * <p>The units of an executable stand one behind the other, and each ends with the SETGLOBAL of its own module (bytegen.ml
 * compiles the assignment last, and no branch crosses units): so it is cut behind each SETGLOBAL whose cut no branch crosses.
 */
public final class Program {
  /**
   * What a program calls that links code by itself: it may name any slot later, also one whose module nothing else uses any more
   * by the time of the first call.
   */
  private static final Set<String> READ_ANY_SLOT = Set.of("caml_get_global_data", "caml_reify_bytecode");

  private final Machine machine;
  private final Policy policy;
  private final Loader loader;
  private final Reifier reifier;
  private final ProgramCode programCode;

  /**
   * @param reifier goes on with the program's numbers of primitives
   */
  public Program(Machine machine, Policy policy, Loader loader, Reifier reifier) {
    this.machine = machine;
    this.policy = policy;
    this.loader = loader;
    this.reifier = reifier;
    this.programCode = new ProgramCode(machine, loader);
  }

  /** Runs as static code until STOP. The program's modules are public: units loaded later may name them. */
  public long runStatic(String name, Executable file) {
    int[] code = linked(name, file);
    file.symbols().forEach(machine.globals::name);
    CodeBlock block = programCode.addStatic(name, code);
    machine.code.identify(block, new CodeOrigin(CodeDigest.ofProgram(file), 0));
    block.setDebugInfo(sourceMap(file).from(0));
    return machine.interpret(block.at(0));
  }

  /** Runs each unit as a collectable block; a unit that has run is kept only by what refers to it. */
  public void runCollectable(String name, Executable file) {
    int[] code = linked(name, file);
    Map<Integer, String> names = new TreeMap<>();
    file.symbols().forEach((global, slot) -> names.put(slot, global));
    List<CodeBlock> blocks = new ArrayList<>();
    List<HostCell> pending = new ArrayList<>();
    String digest = CodeDigest.ofProgram(file);
    SourceMap sources = sourceMap(file);
    int start = 0;
    for (int[] unit : units(ProgramCode.insns(name, code), code)) {
      int last = unit.length - 1;
      String unitName = names.getOrDefault(unit[last], name + blocks.size());
      CodeBlock block = place(unitName, unit);
      machine.code.identify(block, new CodeOrigin(digest, start));
      block.setDebugInfo(sources.from(start));
      start += unit.length;
      blocks.add(block);
      // Not run yet, so nothing else keeps it.
      pending.add(machine.addHostCell("pending " + unitName, policy.initialiser(machine, block)));
    }
    for (int i = 0; i < blocks.size(); i++) {
      HostCell cell = pending.get(i);
      long initialiser = cell.get();
      machine.dropHostCell(cell);
      loader.initialise(blocks.get(i), initialiser);
    }
  }

  private static SourceMap sourceMap(Executable file) {
    return SourceMap.ofFile(() -> SourceEvent.ofProgram(file));
  }

  private CodeBlock place(String name, int[] unit) {
    int[] code = Arrays.copyOf(unit, unit.length + 2);
    code[unit.length] = Opcode.RETURN.number();
    code[unit.length + 1] = 1;
    return programCode.addLoaded(name, code);
  }

  /** The code with this machine's numbers of primitives; the globals are filled from the file's data. */
  private int[] linked(String name, Executable file) {
    int[] code = file.code().clone();
    List<String> names = file.primitives();
    if (!(file.data() instanceof Datum.Block data)) {
      throw new InputError(name, "a block of globals in section DATA", "something else");
    }
    CodeCheck.check(name, code, new CodeCheck.Limits(data.sizeWords(), names.size(), false));
    Set<String> called = programCode.renumber(name, code, names);
    reifier.setPrimitives(names, file.dlls().size());
    long globals = new Unmarshaller(machine).value(data);
    for (int slot = 0; slot < data.sizeWords(); slot++) {
      machine.globals.ensure(slot);
      machine.globals.define(slot, machine.heap.field(globals, slot));
    }
    if (called.stream().anyMatch(READ_ANY_SLOT::contains)) {
      machine.globals.expose();
    }
    return code;
  }

  private static List<int[]> units(List<Insn> insns, int[] code) {
    int[] furthest = new int[code.length + 1];
    for (Insn insn : insns) {
      for (int target : insn.targets()) {
        int low = Math.min(insn.offset(), target);
        furthest[low] = Math.max(furthest[low], Math.max(insn.offset(), target));
      }
    }
    List<int[]> units = new ArrayList<>();
    int start = 0;
    int reach = 0;
    for (Insn insn : insns) {
      reach = Math.max(reach, furthest[insn.offset()]);
      boolean crossed = reach > insn.offset() && reach >= insn.nextOffset();
      if (insn.operation() == Opcode.SETGLOBAL && !crossed) {
        units.add(Arrays.copyOfRange(code, start, insn.nextOffset()));
        start = insn.nextOffset();
      }
    }
    boolean onlyStop = start == code.length - 1 && code[start] == Opcode.STOP.number();
    if (!onlyStop) {
      throw new InputError("executable", "STOP behind the last unit", "code that belongs to no unit");
    }
    return units;
  }
}
