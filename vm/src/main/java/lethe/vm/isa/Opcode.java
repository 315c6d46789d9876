package lethe.vm.isa;

import static lethe.vm.isa.Family.ARITHMETIC;
import static lethe.vm.isa.Family.BLOCK;
import static lethe.vm.isa.Family.CALL;
import static lethe.vm.isa.Family.CONSTANT;
import static lethe.vm.isa.Family.CONTROL;
import static lethe.vm.isa.Family.C_CALL;
import static lethe.vm.isa.Family.ENVIRONMENT;
import static lethe.vm.isa.Family.EXCEPTION;
import static lethe.vm.isa.Family.FUNCTION;
import static lethe.vm.isa.Family.GLOBALS;
import static lethe.vm.isa.Family.JUMP;
import static lethe.vm.isa.Family.METHOD;
import static lethe.vm.isa.Family.STACK;
import static lethe.vm.isa.Operand.CACHE;
import static lethe.vm.isa.Operand.COUNT;
import static lethe.vm.isa.Operand.FIELD;
import static lethe.vm.isa.Operand.GLOBAL;
import static lethe.vm.isa.Operand.INT;
import static lethe.vm.isa.Operand.LABEL;
import static lethe.vm.isa.Operand.LABELS;
import static lethe.vm.isa.Operand.METHOD_TAG;
import static lethe.vm.isa.Operand.PRIMITIVE;
import static lethe.vm.isa.Operand.SIZES;
import static lethe.vm.isa.Operand.SLOT;
import static lethe.vm.isa.Operand.TABLE;
import static lethe.vm.isa.Operand.TAG;

import java.util.List;

/**
 * The instruction set of OCaml 4.13.1, in the order of instruct.h: a constant's ordinal is its number. This is the one
 * table; everything else about opcodes is read from it.
 *
 * <p>Columns: family; stack effect in words (+ grows the stack); the more general form that does the same, "" for a
 * base form; meaning; operands. {@code "ACC 3"}: ACC with 3 in front of the own operands. {@code "PUSH ACC"}: PUSH,
 * then ACC with the own operands. 80 are base forms, 69 specialise another one. Comparing branches have their constant
 * on the left.
 */
public enum Opcode implements Operation {
  ACC0(STACK, "0", "ACC 0", "accu = stack slot 0"),
  ACC1(STACK, "0", "ACC 1", "accu = stack slot 1"),
  ACC2(STACK, "0", "ACC 2", "accu = stack slot 2"),
  ACC3(STACK, "0", "ACC 3", "accu = stack slot 3"),
  ACC4(STACK, "0", "ACC 4", "accu = stack slot 4"),
  ACC5(STACK, "0", "ACC 5", "accu = stack slot 5"),
  ACC6(STACK, "0", "ACC 6", "accu = stack slot 6"),
  ACC7(STACK, "0", "ACC 7", "accu = stack slot 7"),
  ACC(STACK, "0", "", "accu = stack slot n", SLOT),
  PUSH(STACK, "+1", "", "push accu"),
  PUSHACC0(STACK, "+1", "PUSHACC 0", "push accu; accu = stack slot 0, counted after the push"),
  PUSHACC1(STACK, "+1", "PUSHACC 1", "push accu; accu = stack slot 1, counted after the push"),
  PUSHACC2(STACK, "+1", "PUSHACC 2", "push accu; accu = stack slot 2, counted after the push"),
  PUSHACC3(STACK, "+1", "PUSHACC 3", "push accu; accu = stack slot 3, counted after the push"),
  PUSHACC4(STACK, "+1", "PUSHACC 4", "push accu; accu = stack slot 4, counted after the push"),
  PUSHACC5(STACK, "+1", "PUSHACC 5", "push accu; accu = stack slot 5, counted after the push"),
  PUSHACC6(STACK, "+1", "PUSHACC 6", "push accu; accu = stack slot 6, counted after the push"),
  PUSHACC7(STACK, "+1", "PUSHACC 7", "push accu; accu = stack slot 7, counted after the push"),
  PUSHACC(STACK, "+1", "PUSH ACC", "push accu; accu = stack slot n, counted after the push", SLOT),
  POP(STACK, "-n", "", "drop n slots", COUNT),
  ASSIGN(STACK, "0", "", "slot n = accu; accu = unit", SLOT),
  ENVACC1(ENVIRONMENT, "0", "ENVACC 1", "accu = env field 1"),
  ENVACC2(ENVIRONMENT, "0", "ENVACC 2", "accu = env field 2"),
  ENVACC3(ENVIRONMENT, "0", "ENVACC 3", "accu = env field 3"),
  ENVACC4(ENVIRONMENT, "0", "ENVACC 4", "accu = env field 4"),
  ENVACC(ENVIRONMENT, "0", "", "accu = env field n", FIELD),
  PUSHENVACC1(ENVIRONMENT, "+1", "PUSHENVACC 1", "push accu; accu = env field 1"),
  PUSHENVACC2(ENVIRONMENT, "+1", "PUSHENVACC 2", "push accu; accu = env field 2"),
  PUSHENVACC3(ENVIRONMENT, "+1", "PUSHENVACC 3", "push accu; accu = env field 3"),
  PUSHENVACC4(ENVIRONMENT, "+1", "PUSHENVACC 4", "push accu; accu = env field 4"),
  PUSHENVACC(ENVIRONMENT, "+1", "PUSH ENVACC", "push accu; accu = env field n", FIELD),
  PUSH_RETADDR(CALL, "+3", "", "push a return frame: addr(label), env, extra_args; addr on top", LABEL),
  APPLY(CALL, "0", "", "call accu with n arguments over a pushed frame: extra_args = n-1, env = accu, poll", COUNT),
  APPLY1(CALL, "+3", "APPLY 1", "insert a frame (next pc, env, extra_args) under 1 argument, then call accu"),
  APPLY2(CALL, "+3", "APPLY 2", "insert a frame (next pc, env, extra_args) under 2 arguments, then call accu"),
  APPLY3(CALL, "+3", "APPLY 3", "insert a frame (next pc, env, extra_args) under 3 arguments, then call accu"),
  APPTERM(CALL, "-(s-n)", "", "slide n arguments over s slots, call accu without a new frame", COUNT, COUNT),
  APPTERM1(CALL, "-(s-1)", "APPTERM 1", "as APPTERM with 1 args", COUNT),
  APPTERM2(CALL, "-(s-2)", "APPTERM 2", "as APPTERM with 2 args", COUNT),
  APPTERM3(CALL, "-(s-3)", "APPTERM 3", "as APPTERM with 3 args", COUNT),
  RETURN(CALL, "-n or -(n+3)", "", "drop n; apply accu to arguments left, else pop pc, env, extra_args", COUNT),
  RESTART(CALL, "+k", "", "push the arguments kept in env from field 3, extra_args += k; env = field 2"),
  GRAB(CALL, "0 or -(extra+1+3)", "", "take n of extra_args, or return a partial application", COUNT),
  CLOSURE(FUNCTION, "-(n-1) if n>0 else 0", "", "closure of code(label) with n variables, accu first", COUNT, LABEL),
  CLOSUREREC(FUNCTION, "+f-(n-1 if n>0)", "", "push f closures of n shared variables", COUNT, COUNT, LABELS),
  OFFSETCLOSUREM3(ENVIRONMENT, "0", "OFFSETCLOSURE -3", "accu = env pointer moved by -3 words"),
  OFFSETCLOSURE0(ENVIRONMENT, "0", "OFFSETCLOSURE 0", "accu = env pointer moved by 0 words"),
  OFFSETCLOSURE3(ENVIRONMENT, "0", "OFFSETCLOSURE 3", "accu = env pointer moved by +3 words"),
  OFFSETCLOSURE(ENVIRONMENT, "0", "", "accu = env pointer moved by n words", INT),
  PUSHOFFSETCLOSUREM3(ENVIRONMENT, "+1", "PUSHOFFSETCLOSURE -3", "push accu; accu = env pointer moved by -3 words"),
  PUSHOFFSETCLOSURE0(ENVIRONMENT, "+1", "PUSHOFFSETCLOSURE 0", "push accu; accu = env pointer moved by 0 words"),
  PUSHOFFSETCLOSURE3(ENVIRONMENT, "+1", "PUSHOFFSETCLOSURE 3", "push accu; accu = env pointer moved by +3 words"),
  PUSHOFFSETCLOSURE(ENVIRONMENT, "+1", "PUSH OFFSETCLOSURE", "push accu; accu = env pointer moved by n words", INT),
  GETGLOBAL(GLOBALS, "0", "", "accu = globals[i]", GLOBAL),
  PUSHGETGLOBAL(GLOBALS, "+1", "PUSH GETGLOBAL", "push accu; accu = globals[i]", GLOBAL),
  GETGLOBALFIELD(GLOBALS, "0", "", "accu = globals[i].field n", GLOBAL, FIELD),
  PUSHGETGLOBALFIELD(GLOBALS, "+1", "PUSH GETGLOBALFIELD", "push accu; accu = globals[i].field n", GLOBAL, FIELD),
  SETGLOBAL(GLOBALS, "0", "", "globals[i] = accu; accu = unit", GLOBAL),
  ATOM0(BLOCK, "0", "ATOM 0", "accu = atom tag 0"),
  ATOM(BLOCK, "0", "", "accu = atom tag t", TAG),
  PUSHATOM0(BLOCK, "+1", "PUSHATOM 0", "push accu; accu = atom 0"),
  PUSHATOM(BLOCK, "+1", "PUSH ATOM", "push accu; accu = atom t", TAG),
  MAKEBLOCK(BLOCK, "-(n-1)", "", "block tag t: accu, then n-1 slots", COUNT, TAG),
  MAKEBLOCK1(BLOCK, "0", "MAKEBLOCK 1", "block of 1 fields, tag t", TAG),
  MAKEBLOCK2(BLOCK, "-1", "MAKEBLOCK 2", "block of 2 fields, tag t", TAG),
  MAKEBLOCK3(BLOCK, "-2", "MAKEBLOCK 3", "block of 3 fields, tag t", TAG),
  MAKEFLOATBLOCK(BLOCK, "-(n-1)", "", "flat float block of n unboxed doubles", COUNT),
  GETFIELD0(BLOCK, "0", "GETFIELD 0", "accu = accu.field 0"),
  GETFIELD1(BLOCK, "0", "GETFIELD 1", "accu = accu.field 1"),
  GETFIELD2(BLOCK, "0", "GETFIELD 2", "accu = accu.field 2"),
  GETFIELD3(BLOCK, "0", "GETFIELD 3", "accu = accu.field 3"),
  GETFIELD(BLOCK, "0", "", "accu = accu.field n", FIELD),
  GETFLOATFIELD(BLOCK, "0", "", "accu = boxed copy of double n", FIELD),
  SETFIELD0(BLOCK, "-1", "SETFIELD 0", "accu.field 0 = popped; accu = unit"),
  SETFIELD1(BLOCK, "-1", "SETFIELD 1", "accu.field 1 = popped; accu = unit"),
  SETFIELD2(BLOCK, "-1", "SETFIELD 2", "accu.field 2 = popped; accu = unit"),
  SETFIELD3(BLOCK, "-1", "SETFIELD 3", "accu.field 3 = popped; accu = unit"),
  SETFIELD(BLOCK, "-1", "", "accu.field n = popped; accu = unit", FIELD),
  SETFLOATFIELD(BLOCK, "-1", "", "double n of accu = unboxed popped; accu = unit", FIELD),
  VECTLENGTH(BLOCK, "0", "", "accu = size (doubles or fields)"),
  GETVECTITEM(BLOCK, "-1", "", "accu = accu.field[popped] unchecked"),
  SETVECTITEM(BLOCK, "-2", "", "accu.field[slot 0] = slot 1; accu = unit"),
  GETBYTESCHAR(BLOCK, "-1", "", "accu = byte at popped index, unchecked"),
  SETBYTESCHAR(BLOCK, "-2", "", "byte of accu at slot 0 = slot 1; accu = unit"),
  BRANCH(JUMP, "0", "", "jump", LABEL),
  BRANCHIF(JUMP, "0", "", "jump if accu != false/0", LABEL),
  BRANCHIFNOT(JUMP, "0", "", "jump if accu == 0", LABEL),
  SWITCH(JUMP, "0", "", "sizes = constants | blocks << 16; jump by int value or constants + tag", SIZES, TABLE),
  BOOLNOT(ARITHMETIC, "0", "", "accu = not accu"),
  PUSHTRAP(EXCEPTION, "+4", "", "push handler address, distance to the last trap, env, extra_args; trapsp = sp", LABEL),
  POPTRAP(EXCEPTION, "-4", "", "poll (then executed again); restore the previous trapsp; drop the trap frame"),
  RAISE(EXCEPTION, "unwind", "", "start a backtrace, unwind to trapsp"),
  CHECK_SIGNALS(CONTROL, "0", "", "poll"),
  C_CALL1(C_CALL, "0", "C_CALLN 1", "accu = primitive(accu), 1 argument", PRIMITIVE),
  C_CALL2(C_CALL, "-1", "C_CALLN 2", "accu = primitive(accu, slots), 2 arguments", PRIMITIVE),
  C_CALL3(C_CALL, "-2", "C_CALLN 3", "accu = primitive(accu, slots), 3 arguments", PRIMITIVE),
  C_CALL4(C_CALL, "-3", "C_CALLN 4", "accu = primitive(accu, slots), 4 arguments", PRIMITIVE),
  C_CALL5(C_CALL, "-4", "C_CALLN 5", "accu = primitive(accu, slots), 5 arguments", PRIMITIVE),
  C_CALLN(C_CALL, "-(n-1)", "", "push accu; accu = primitive(n stack slots); drop n", COUNT, PRIMITIVE),
  CONST0(CONSTANT, "0", "CONSTINT 0", "accu = 0"),
  CONST1(CONSTANT, "0", "CONSTINT 1", "accu = 1"),
  CONST2(CONSTANT, "0", "CONSTINT 2", "accu = 2"),
  CONST3(CONSTANT, "0", "CONSTINT 3", "accu = 3"),
  CONSTINT(CONSTANT, "0", "", "accu = i", INT),
  PUSHCONST0(CONSTANT, "+1", "PUSHCONSTINT 0", "push accu; accu = 0"),
  PUSHCONST1(CONSTANT, "+1", "PUSHCONSTINT 1", "push accu; accu = 1"),
  PUSHCONST2(CONSTANT, "+1", "PUSHCONSTINT 2", "push accu; accu = 2"),
  PUSHCONST3(CONSTANT, "+1", "PUSHCONSTINT 3", "push accu; accu = 3"),
  PUSHCONSTINT(CONSTANT, "+1", "PUSH CONSTINT", "push accu; accu = i", INT),
  NEGINT(ARITHMETIC, "0", "", "accu = -accu"),
  ADDINT(ARITHMETIC, "-1", "", "accu = accu + popped"),
  SUBINT(ARITHMETIC, "-1", "", "accu = accu - popped"),
  MULINT(ARITHMETIC, "-1", "", "accu = accu * popped"),
  DIVINT(ARITHMETIC, "-1", "", "accu = accu / (Division_by_zero) popped"),
  MODINT(ARITHMETIC, "-1", "", "accu = accu mod (Division_by_zero) popped"),
  ANDINT(ARITHMETIC, "-1", "", "accu = accu land popped"),
  ORINT(ARITHMETIC, "-1", "", "accu = accu lor popped"),
  XORINT(ARITHMETIC, "-1", "", "accu = accu lxor popped"),
  LSLINT(ARITHMETIC, "-1", "", "accu = accu lsl (count & 63) popped"),
  LSRINT(ARITHMETIC, "-1", "", "accu = accu lsr on the tagged 64-bit word popped"),
  ASRINT(ARITHMETIC, "-1", "", "accu = accu asr popped"),
  EQ(ARITHMETIC, "-1", "", "accu = bool(accu == popped)"),
  NEQ(ARITHMETIC, "-1", "", "accu = bool(accu != popped)"),
  LTINT(ARITHMETIC, "-1", "", "accu = bool(accu < popped)"),
  LEINT(ARITHMETIC, "-1", "", "accu = bool(accu <= popped)"),
  GTINT(ARITHMETIC, "-1", "", "accu = bool(accu > popped)"),
  GEINT(ARITHMETIC, "-1", "", "accu = bool(accu >= popped)"),
  OFFSETINT(ARITHMETIC, "0", "", "accu += i", INT),
  OFFSETREF(ARITHMETIC, "0", "", "accu.field 0 += i; accu = unit", INT),
  ISINT(ARITHMETIC, "0", "", "accu = is immediate"),
  GETMETHOD(METHOD, "0", "", "accu = method of slot0 at label accu"),
  BEQ(JUMP, "0", "", "jump if i == accu (constant on the left)", INT, LABEL),
  BNEQ(JUMP, "0", "", "jump if i != accu (constant on the left)", INT, LABEL),
  BLTINT(JUMP, "0", "", "jump if i < accu (constant on the left)", INT, LABEL),
  BLEINT(JUMP, "0", "", "jump if i <= accu (constant on the left)", INT, LABEL),
  BGTINT(JUMP, "0", "", "jump if i > accu (constant on the left)", INT, LABEL),
  BGEINT(JUMP, "0", "", "jump if i >= accu (constant on the left)", INT, LABEL),
  ULTINT(ARITHMETIC, "-1", "", "accu = bool(accu <u popped)"),
  UGEINT(ARITHMETIC, "-1", "", "accu = bool(accu >=u popped)"),
  BULTINT(JUMP, "0", "", "jump if i <u accu (constant on the left)", INT, LABEL),
  BUGEINT(JUMP, "0", "", "jump if i >=u accu (constant on the left)", INT, LABEL),
  GETPUBMET(METHOD, "+1", "", "push object (accu); accu = its method; rewrites the cache", METHOD_TAG, CACHE),
  GETDYNMET(METHOD, "0", "", "accu = method of slot0 by tag accu"),
  STOP(CONTROL, "0", "", "leave the interpreter with accu"),
  EVENT(CONTROL, "0", "", "debugger only"),
  BREAK(CONTROL, "0", "", "debugger only"),
  RERAISE(EXCEPTION, "unwind", "", "as RAISE, the backtrace is continued if the exception is the same"),
  RAISE_NOTRACE(EXCEPTION, "unwind", "", "unwind to trapsp, no backtrace"),
  GETSTRINGCHAR(BLOCK, "-1", "", "accu = byte at popped index, unchecked");

  private static final Opcode[] BY_NUMBER = values();

  private final Family family;
  private final String stackEffect;
  private final String general;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Operand> operands;

  Opcode(Family family, String stackEffect, String general, String meaning, Operand... operands) {
    this.family = family;
    this.stackEffect = stackEffect;
    this.general = general;
    this.meaning = meaning;
    this.operands = List.of(operands);
  }

  /** The opcode of this number, null if there is none. */
  public static Opcode of(int number) {
    return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
  }

  /** The opcode of this mnemonic, null if there is none. */
  public static Opcode named(String mnemonic) {
    for (Opcode opcode : BY_NUMBER) {
      if (opcode.name().equals(mnemonic)) {
        return opcode;
      }
    }
    return null;
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // the order of the table is OCaml's numbering
  public int number() {
    return ordinal();
  }

  @Override
  public String mnemonic() {
    return name();
  }

  @Override
  public List<Operand> operands() {
    return operands;
  }

  @Override
  public Opcode plain() {
    return this;
  }

  public Family family() {
    return family;
  }

  /** Text: the words it adds to the stack, as in "+1" or "-n" (n, s, f: operands; k, extra: run-time counts). */
  public String stackEffect() {
    return stackEffect;
  }

  public String meaning() {
    return meaning;
  }

  /** True for the 80 that specialise nothing. */
  public boolean isBase() {
    return general.isEmpty();
  }

  /** True if it is PUSH followed by its general form (PUSHACC is, PUSHACC3 is PUSHACC 3). */
  public boolean pushesFirst() {
    return general.startsWith("PUSH ");
  }

  /** The next more general form: PUSHACC for PUSHACC3, ACC for PUSHACC, itself for a base form. */
  public Opcode generalForm() {
    if (isBase()) {
      return this;
    }
    int blank = general.indexOf(' ');
    return valueOf(pushesFirst() ? general.substring(blank + 1) : general.substring(0, blank));
  }

  /** The base form at the end of the general forms: ACC for PUSHACC3. */
  public Opcode baseForm() {
    Opcode form = this;
    while (!form.isBase()) {
      form = form.generalForm();
    }
    return form;
  }

  /** Operands of the general form that stand in front of the own ones: (3) for PUSHACC3, () for PUSHACC and ACC. */
  public List<Integer> fixedOperands() {
    if (isBase() || pushesFirst()) {
      return List.of();
    }
    return List.of(Integer.valueOf(general.substring(general.indexOf(' ') + 1)));
  }
}
