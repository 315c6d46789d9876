package lethe.harness.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.corpus.Policies;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.RunOptions;
import lethe.vm.UncaughtException;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.asm.Assembler;
import lethe.vm.fault.Fault;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Constant;
import lethe.vm.format.Executable;
import lethe.vm.format.ObjectFile;
import lethe.vm.format.Relocation;
import lethe.vm.heap.HeapOptions;
import lethe.vm.isa.Opcode;
import lethe.vm.trace.Level;

/** One input, given to the machine under one policy. */
final class Trial {
  private static final long STEPS = 20_000;
  /** Of a case, where each step may be a collection that the liveness law looks at. */
  private static final long STEPS_OF_CASE = 2_000;
  private static final HeapOptions HEAP =
      HeapOptions.DEFAULT.withMinorWords(1024).withMajorWords(1024).withMaxWords(1 << 20).withCheck(true);
  private static final int STACK_WORDS = 1 << 14;
  private static final long OUTPUT_BYTES = 1 << 16;

  private final InputKind kind;
  private final String policy;

  Trial(InputKind kind, String policy) {
    this.kind = kind;
    this.policy = policy;
  }

  /** The policy that an input is tried under: by its content, so that the file alone repeats the trial. */
  static Trial of(InputKind kind, byte[] input) {
    int hash = Arrays.hashCode(input);
    return new Trial(kind, Policies.ALL.get(Math.floorMod(hash, Policies.ALL.size())));
  }

  /** Tries it; whatever else than an answer comes out is a defect, and is thrown. */
  Answer run(byte[] input) {
    try {
      boolean faulted = switch (kind) {
        case EXECUTABLE -> isFault(runExecutable(input));
        case CMO -> loadUnits(input);
        case MARSHAL -> isFault(runUnits(Map.of("main", reading(input)), Map.of()));
        case ASM -> isFault(runText(text(input)));
        case CASE -> runCase(text(input));
      };
      return faulted ? Answer.FAULT : Answer.ACCEPTED;
    } catch (InputError e) {
      return Answer.INPUT_ERROR;
    } catch (Fault f) {
      check(f.kind().toString(), f.detail());
      return Answer.FAULT;
    }
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  private static VmOptions limited(VmOptions options, long steps) {
    return options.withHeap(HEAP.withMinorWords(Math.min(options.heap().minorWords(), HEAP.minorWords())))
        .withStepLimit(steps).withStackLimitWords(STACK_WORDS).withOutputLimitBytes(OUTPUT_BYTES);
  }

  private VmOptions options() {
    return limited(VmOptions.defaults().withPolicy(policy), STEPS);
  }

  private static boolean isFault(VmOutcome outcome) {
    boolean fault = outcome.result().startsWith("fault ");
    if (fault) {
      check(outcome.result(), outcome.detail());
    }
    return fault;
  }

  /** The limits are far below what the JVM has. */
  private static void check(String kind, String detail) {
    if (detail.contains("(java -X")) {
      throw new IllegalStateException(kind + ": " + detail);
    }
  }

  private VmOutcome runExecutable(byte[] input) {
    Executable program = Executable.read("input", input);
    try (Vm vm = Vm.create(options())) {
      return vm.run("main", program, !policy.equals("keep"));
    }
  }

  private boolean loadUnits(byte[] input) {
    List<CompilationUnit> units = ObjectFile.read("input", input);
    try (Vm vm = Vm.create(options())) {
      for (CompilationUnit unit : units) {
        vm.load("unit", unit).close();
      }
      vm.collect();
      return false;
    } catch (UncaughtException e) {
      return false;
    }
  }

  private VmOutcome runUnits(Map<String, CompilationUnit> statics, Map<String, CompilationUnit> others) {
    try (Vm vm = Vm.create(options())) {
      return vm.run(statics, others);
    }
  }

  /** A unit that reads the bytes as a marshalled value, hashes it and writes it again. */
  private static CompilationUnit reading(byte[] input) {
    String latin1 = new String(input, StandardCharsets.ISO_8859_1);
    int[] code = {
      Opcode.CONST0.number(), Opcode.PUSHGETGLOBAL.number(), 0, Opcode.C_CALL2.number(), 0, Opcode.PUSH.number(),
      Opcode.ACC0.number(), Opcode.PUSHCONST0.number(), Opcode.PUSHCONSTINT.number(), 100, Opcode.PUSHCONSTINT.number(), 50,
      Opcode.C_CALL4.number(), 0,
      Opcode.CONST0.number(), Opcode.PUSHACC1.number(), Opcode.C_CALL2.number(), 0, Opcode.POP.number(), 1
    };
    List<Relocation> relocations = List.of(
        new Relocation.Literal(2, new Constant.Str(latin1)),
        new Relocation.Primitive(4, "caml_input_value_from_bytes"),
        new Relocation.Primitive(13, "caml_hash"),
        new Relocation.Primitive(17, "caml_output_value_to_bytes"));
    return new CompilationUnit("Main", code, relocations, List.of(), List.of(), List.of(), false, new byte[0]);
  }

  private VmOutcome runText(String text) {
    Map<String, CompilationUnit> statics = new LinkedHashMap<>();
    Map<String, CompilationUnit> others = new LinkedHashMap<>();
    for (AssembledUnit unit : Assembler.assemble("input", text)) {
      (unit.isStatic() || unit.name().equals("main") ? statics : others).put(unit.name(), unit.unit());
    }
    return runUnits(statics, others);
  }

  private boolean runCase(String text) {
    Case c = CaseReader.parse("fuzz/input", "input", text, Path.of("input.case"));
    String result = new LetheSubject(options -> limited(options, STEPS_OF_CASE))
        .run(c, policy, new RunOptions(Level.EFFECTS, c.schedule(), event -> {})).outcome().result();
    return result.startsWith("fault ");
  }
}
