package lethe.vm.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmParts;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.asm.Assembler;
import lethe.vm.format.CompilationUnit;
import lethe.vm.heap.HeapOptions;
import lethe.vm.interp.family.OpcodeDecoder;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The invariant of frames is verified by kind of frame: a machine that breaks it for one kind is found out. */
class FrameCheckTest {
  /** Loaded code that collects under a return frame, a trap frame and the frame of a C call that calls back. */
  private static final String PROGRAM =
      """
      unit inner
        CONST0
        C_CALL1 caml_gc_full_major
        ATOM0
        SETGLOBAL Inner
      unit outer
        BRANCH init
      collect:
        GETGLOBAL "inner"
        C_CALL1 lethe_load
        CONST0
        C_CALL1 caml_gc_full_major
        RETURN 1
      init:
        PUSHTRAP handler
        CONST0
        PUSH
        CLOSURE 0 collect
        APPLY1
        POPTRAP
      handler:
        ATOM0
        SETGLOBAL Outer
      unit main
        GETGLOBAL "outer"
        C_CALL1 lethe_load
        CONSTINT 42
      """;

  @ParameterizedTest
  @ValueSource(strings = {"keep", "release", "force", "stub", "stub-env", "stub-local", "export", "negate", "handle", "scan"})
  void theRightMachineHoldsIt(String policy) {
    assertEquals("result 42", run(policy, new VmParts()));
  }

  @ParameterizedTest
  @CsvSource({"APPLY1, 1, outer", "PUSHTRAP, 2, outer", "C_CALL1, 0, inner"})
  void aFrameWithoutItsClosureIsFound(Opcode broken, int envFromTop, String unit) {
    VmParts parts = new VmParts() {
      @Override
      public Decoder decoder(Policy policy, IntFunction<Primitive> primitives) {
        return new OpcodeDecoder(policy, primitives) {
          @Override
          public Instruction decode(Insn insn) {
            Instruction right = super.decode(insn);
            return insn.operation() == broken ? new Forgetful(right, envFromTop) : right;
          }

          @Override
          public Instruction fuse(Instruction first, Instruction second) {
            return first;
          }
        };
      }
    };
    assertEquals("fault heap check " + unit, run("handle", parts));
  }

  /** Allocates where a recursive call returns: the pc of that safepoint stands in the return frame on top of the stack, too. */
  private static final String RECURSION =
      """
      unit nest
        BRANCH init
      nest:
        ACC0
        BRANCHIF again
        CONST0
        RETURN 1
      again:
        ACC0
        OFFSETINT -1
        PUSHOFFSETCLOSURE0
        APPLY1
        MAKEBLOCK1 0
        RETURN 1
      init:
        CLOSUREREC 1 0 nest
        CONSTINT 3
        PUSHACC1
        APPLY1
        PUSHCONST0
        C_CALL2 lethe_set
        POP 1
        ATOM0
        SETGLOBAL Nest
      unit main
        GETGLOBAL "nest"
        C_CALL1 lethe_load
        CONST0
        C_CALL1 lethe_get
      """;

  @ParameterizedTest
  @ValueSource(strings = {"keep", "handle", "stub", "scan"})
  void aReturnFrameIsNotTakenForThatOfACCall(String policy) {
    assertEquals("result [0: [0: [0: 0]]]", run(RECURSION, policy, new VmParts(), (site, count) -> true));
  }

  /** Does what the right instruction does, then overwrites env in the frame on top of the stack. */
  private static final class Forgetful extends Instruction {
    private final Instruction right;
    private final int envFromTop;

    Forgetful(Instruction right, int envFromTop) {
      super(right.insn());
      this.right = right;
      this.envFromTop = envFromTop;
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      right.place(b);
    }

    @Override
    public Instruction execute(Machine m) {
      if (insn().operation() == Opcode.C_CALL1) {
        // A C call's frame is gone when the instruction ends: env is lost before it is saved.
        m.env = Value.UNIT;
        return right.execute(m);
      }
      int arguments = insn().operation() == Opcode.APPLY1 ? 1 : 0;
      Instruction next = right.execute(m);
      m.stack[m.sp + arguments + envFromTop] = Value.UNIT;
      return next;
    }
  }

  private static String run(String policy, VmParts parts) {
    return run(PROGRAM, policy, parts, null);
  }

  private static String run(String program, String policy, VmParts parts, Schedule schedule) {
    Map<String, CompilationUnit> loadable = new LinkedHashMap<>();
    CompilationUnit main = null;
    for (AssembledUnit unit : Assembler.assemble("frames", program)) {
      if (unit.name().equals("main")) {
        main = unit.unit();
      } else {
        loadable.put(unit.name(), unit.unit());
      }
    }
    VmOptions options =
        VmOptions.defaults().withPolicy(policy).withHeap(HeapOptions.DEFAULT.withCheck(true)).withParts(parts)
            .withSchedule(schedule);
    try (Vm vm = Vm.create(options)) {
      return vm.run(Map.of("main", main), loadable).result();
    }
  }
}
