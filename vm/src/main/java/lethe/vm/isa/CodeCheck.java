package lethe.vm.isa;

import java.util.BitSet;
import java.util.Locale;
import lethe.vm.fault.InputError;

/**
 * What is certain about OCaml code before it runs, in one pass over the code and one over its targets. It makes no
 * promise about the stack or about types: those stay the machine's business.
 */
public final class CodeCheck {
  private static final int MAX_TAG = 255;

  /**
   * What the code may name.
   *
   * @param globals number of global slots; operands below it are right
   * @param primitives number of primitives
   * @param fallsThrough true for a unit's code, which may run or jump to its end, where something is appended
   */
  public record Limits(int globals, int primitives, boolean fallsThrough) {
    /** For a unit as it is on disk: nothing is relocated, its end is appended later. */
    public static final Limits UNLINKED = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, true);
  }

  private final String where;
  private final int[] code;
  private final Limits limits;
  private final BitSet starts;

  private CodeCheck(String where, int[] code, Limits limits) {
    this.where = where;
    this.code = code;
    this.limits = limits;
    this.starts = new BitSet(code.length);
  }

  /**
   * Refuses code that has an unknown opcode, cut off operands, a target that is no instruction, a GRAB without its
   * RESTART, operands out of bounds, or an end that runs off the code.
   *
   * @param where the unit, for messages
   * @throws InputError naming unit and offset
   */
  public static void check(String where, int[] code, Limits limits) {
    new CodeCheck(where, code, limits).run();
  }

  private void run() {
    Insn last = null;
    for (Insn insn : Insn.all(where, code)) {
      starts.set(insn.offset());
      operands(insn);
      if (insn.operation() == Opcode.GRAB && (last == null || last.operation() != Opcode.RESTART)) {
        throw error(insn, "RESTART before GRAB", last == null ? "the start of the code" : last.toString());
      }
      last = insn;
    }
    for (Insn insn : Insn.all(where, code)) {
      for (int target : insn.targets()) {
        boolean atEnd = target == code.length && limits.fallsThrough();
        if (!atEnd && (target < 0 || target >= code.length || !starts.get(target))) {
          throw error(insn, "the offset of an instruction", "offset " + target);
        }
      }
    }
    if (!limits.fallsThrough() && (last == null || !ends(last.operation().plain()))) {
      String found = last == null ? "no code" : last.toString();
      throw new InputError(Insn.place(where, code.length), "STOP, RETURN or a jump at the end of the code", found);
    }
  }

  private static boolean ends(Opcode opcode) {
    return switch (opcode) {
      case STOP, RETURN, BRANCH, SWITCH, APPLY, APPTERM, APPTERM1, APPTERM2, APPTERM3 -> true;
      case RAISE, RERAISE, RAISE_NOTRACE -> true;
      default -> false;
    };
  }

  private void operands(Insn insn) {
    int i = 0;
    for (Operand kind : insn.operation().operands()) {
      if (kind.isList()) {
        break;
      }
      int value = insn.operand(i++);
      switch (kind) {
        case COUNT, SLOT, FIELD -> within(insn, kind, value, Integer.MAX_VALUE);
        case TAG -> within(insn, kind, value, MAX_TAG + 1);
        case GLOBAL -> within(insn, kind, value, limits.globals());
        case PRIMITIVE -> within(insn, kind, value, limits.primitives());
        case SIZES -> within(insn, kind, Operand.blocks(value), MAX_TAG + 2);
        default -> {} // any word will do, or it is a target
      }
    }
    switch (insn.operation().plain()) {
      case APPLY, CLOSUREREC, MAKEBLOCK, MAKEFLOATBLOCK, C_CALLN -> atLeast(insn, insn.operand(0), 1);
      case APPTERM -> {
        atLeast(insn, insn.operand(0), 1);
        atLeast(insn, insn.operand(1), insn.operand(0));
      }
      case APPTERM1, APPTERM2, APPTERM3 ->
          atLeast(insn, insn.operand(0), insn.operation().plain().fixedOperands().get(0));
      default -> {} // nothing beyond the kinds of its operands
    }
  }

  private void within(Insn insn, Operand kind, int value, int bound) {
    if (value < 0 || value >= bound) {
      String expected = bound == Integer.MAX_VALUE ? "0 or more" : "0 to " + (bound - 1);
      throw error(insn, kind.name().toLowerCase(Locale.ROOT) + " " + expected, Integer.toString(value));
    }
  }

  private void atLeast(Insn insn, int value, int least) {
    if (value < least) {
      throw error(insn, insn.operation().mnemonic() + " of " + least + " or more", Integer.toString(value));
    }
  }

  private InputError error(Insn insn, String expected, String found) {
    return new InputError(Insn.place(where, insn.offset()), expected, found);
  }
}
