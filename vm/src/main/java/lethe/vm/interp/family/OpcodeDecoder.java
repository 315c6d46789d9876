package lethe.vm.interp.family;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Policy;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/**
 * From decoded ints to instructions. An opcode with fixed operands is made from its general form, as the table says: PUSHACC3
 * as PUSHACC with operand 3. What is no OCaml opcode is the policy's.
 */
public class OpcodeDecoder implements Decoder {
  private final Policy policy;
  private final IntFunction<Primitive> primitives;

  /**
   * @param primitives the primitive with a number
   */
  public OpcodeDecoder(Policy policy, IntFunction<Primitive> primitives) {
    this.policy = policy;
    this.primitives = primitives;
  }

  @Override
  public Primitive primitive(int number) {
    return primitives.apply(number);
  }

  @Override
  public Instruction fuse(Instruction first, Instruction second) {
    return Fused.pair(first, second);
  }

  @Override
  public Instruction decode(Insn insn) {
    if (!(insn.operation() instanceof Opcode opcode)) {
      return policy.decode(insn, this);
    }
    List<Integer> operands = new ArrayList<>();
    Opcode form = opcode;
    while (!form.fixedOperands().isEmpty()) {
      operands.addAll(0, form.fixedOperands());
      form = form.generalForm();
    }
    for (int i = 0; i < insn.operandCount(); i++) {
      operands.add(insn.operand(i));
    }
    return switch (opcode) {
      case APPLY1 -> new Calls.Apply1(insn);
      case APPLY2 -> new Calls.Apply2(insn);
      case APPLY3 -> new Calls.Apply3(insn);
      case APPTERM1 -> new Calls.AppTerm1(insn, insn.operand(0));
      case APPTERM2 -> new Calls.AppTerm2(insn, insn.operand(0));
      case APPTERM3 -> new Calls.AppTerm3(insn, insn.operand(0));
      case C_CALL1, C_CALL2, C_CALL3, C_CALL4, C_CALL5 ->
          PrimitiveCalls.call(insn, primitive(operands.get(1)), operands.get(0));
      default -> form(insn, form, operands);
    };
  }

  private Instruction form(Insn insn, Opcode form, List<Integer> operands) {
    int a = operands.isEmpty() ? 0 : operands.get(0);
    int b = operands.size() < 2 ? 0 : operands.get(1);
    return switch (form) {
      case ACC -> new Stack.Acc(insn, a);
      case PUSH -> new Stack.Push(insn);
      case PUSHACC -> new Stack.PushAcc(insn, a);
      case POP -> new Stack.Pop(insn, a);
      case ASSIGN -> new Stack.Assign(insn, a);
      case ENVACC -> new Environment.EnvAcc(insn, a);
      case PUSHENVACC -> new Environment.PushEnvAcc(insn, a);
      case OFFSETCLOSURE -> new Environment.OffsetClosure(insn, a);
      case PUSHOFFSETCLOSURE -> new Environment.PushOffsetClosure(insn, a);
      case PUSH_RETADDR -> new Calls.PushRetAddr(insn);
      case APPLY -> new Calls.Apply(insn, a);
      case APPTERM -> new Calls.AppTerm(insn, a, b);
      case RETURN -> new Calls.Return(insn, a);
      case RESTART -> new Calls.Restart(insn, 0);
      case GRAB -> new Calls.Grab(insn, a);
      case CLOSURE -> new Functions.Closure(insn);
      case CLOSUREREC -> new Functions.ClosureRec(insn);
      case GETGLOBAL -> new GlobalTable.GetGlobal(insn, a);
      case PUSHGETGLOBAL -> new GlobalTable.PushGetGlobal(insn, a);
      case GETGLOBALFIELD -> new GlobalTable.GetGlobalField(insn, a, b);
      case PUSHGETGLOBALFIELD -> new GlobalTable.PushGetGlobalField(insn, a, b);
      case SETGLOBAL -> new GlobalTable.SetGlobal(insn, a);
      case ATOM -> new Constants.Atom(insn, a);
      case PUSHATOM -> new Constants.PushAtom(insn, a);
      case CONSTINT -> new Constants.Const(insn, Value.ofLong(a));
      case PUSHCONSTINT -> new Constants.PushConst(insn, Value.ofLong(a));
      case C_CALLN -> new PrimitiveCalls.CallN(insn, a, primitive(b));
      case BRANCH -> new Jumps.Branch(insn);
      case BRANCHIF -> new Jumps.BranchIf(insn);
      case BRANCHIFNOT -> new Jumps.BranchIfNot(insn);
      case SWITCH -> new Jumps.Switch(insn);
      case BEQ -> new Jumps.BranchEq(insn);
      case BNEQ -> new Jumps.BranchNeq(insn);
      case BLTINT -> new Jumps.BranchLt(insn);
      case BLEINT -> new Jumps.BranchLe(insn);
      case BGTINT -> new Jumps.BranchGt(insn);
      case BGEINT -> new Jumps.BranchGe(insn);
      case BULTINT -> new Jumps.BranchUnsignedLt(insn);
      case BUGEINT -> new Jumps.BranchUnsignedGe(insn);
      case PUSHTRAP -> new Exceptions.PushTrap(insn);
      case POPTRAP -> new Exceptions.PopTrap(insn);
      case RAISE -> new Exceptions.Raise(insn, false);
      case RERAISE -> new Exceptions.Raise(insn, true);
      case RAISE_NOTRACE -> new Exceptions.RaiseNotrace(insn);
      case CHECK_SIGNALS -> new Control.CheckSignals(insn);
      case STOP -> new Control.Stop(insn);
      case EVENT, BREAK -> new Control.DebuggerOnly(insn);
      case GETMETHOD -> new Methods.GetMethod(insn);
      case GETPUBMET -> new Methods.GetPubMet(insn);
      case GETDYNMET -> new Methods.GetDynMet(insn);
      default -> blockOrNumber(insn, form, a, b);
    };
  }

  private static Instruction blockOrNumber(Insn insn, Opcode form, int a, int b) {
    return switch (form) {
      case MAKEBLOCK -> new Blocks.MakeBlock(insn, a, b);
      case MAKEFLOATBLOCK -> new Blocks.MakeFloatBlock(insn, a);
      case GETFIELD -> new Blocks.GetField(insn, a);
      case GETFLOATFIELD -> new Blocks.GetFloatField(insn, a);
      case SETFIELD -> new Blocks.SetField(insn, a);
      case SETFLOATFIELD -> new Blocks.SetFloatField(insn, a);
      case VECTLENGTH -> new Blocks.VectLength(insn);
      case GETVECTITEM -> new Blocks.GetVectItem(insn);
      case SETVECTITEM -> new Blocks.SetVectItem(insn);
      case GETBYTESCHAR, GETSTRINGCHAR -> new Blocks.GetByte(insn);
      case SETBYTESCHAR -> new Blocks.SetByte(insn);
      case BOOLNOT -> new Arithmetic.BoolNot(insn);
      case NEGINT -> new Arithmetic.Neg(insn);
      case ADDINT -> new Arithmetic.Add(insn);
      case SUBINT -> new Arithmetic.Sub(insn);
      case MULINT -> new Arithmetic.Mul(insn);
      case DIVINT -> new Arithmetic.Div(insn);
      case MODINT -> new Arithmetic.Mod(insn);
      case ANDINT -> new Arithmetic.And(insn);
      case ORINT -> new Arithmetic.Or(insn);
      case XORINT -> new Arithmetic.Xor(insn);
      case LSLINT -> new Arithmetic.Lsl(insn);
      case LSRINT -> new Arithmetic.Lsr(insn);
      case ASRINT -> new Arithmetic.Asr(insn);
      case EQ -> new Arithmetic.Eq(insn);
      case NEQ -> new Arithmetic.Neq(insn);
      case LTINT -> new Arithmetic.Lt(insn);
      case LEINT -> new Arithmetic.Le(insn);
      case GTINT -> new Arithmetic.Gt(insn);
      case GEINT -> new Arithmetic.Ge(insn);
      case ULTINT -> new Arithmetic.UnsignedLt(insn);
      case UGEINT -> new Arithmetic.UnsignedGe(insn);
      case OFFSETINT -> new Arithmetic.OffsetInt(insn, a);
      case OFFSETREF -> new Arithmetic.OffsetRef(insn, a);
      case ISINT -> new Arithmetic.IsInt(insn);
      default -> throw new IllegalStateException("no instruction for " + form);
    };
  }
}
