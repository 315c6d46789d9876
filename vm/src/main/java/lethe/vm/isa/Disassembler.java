package lethe.vm.isa;

import java.util.function.IntFunction;

/** The text of instructions, as the assembler reads it: {@code BRANCHIF 14}, {@code SWITCH 4 9 | 12}. */
public final class Disassembler {
  private Disassembler() {}

  /** One instruction on one line; targets as absolute offsets unless the symbols name them. */
  public static String line(Insn insn, Symbols symbols) {
    StringBuilder text = new StringBuilder(insn.operation().mnemonic());
    int[] targets = insn.targets();
    int target = 0;
    int i = 0;
    for (Operand kind : insn.operation().operands()) {
      int operandOffset = insn.offset() + 1 + i;
      switch (kind) {
        case LABEL -> text.append(' ').append(symbols.label(targets[target++]));
        case LABELS -> {
          while (target < targets.length) {
            text.append(' ').append(symbols.label(targets[target++]));
          }
        }
        case SIZES -> {} // said by the place of the bar in the table
        case TABLE -> {
          int constants = Operand.constants(insn.operand(0));
          for (; target < constants; target++) {
            text.append(' ').append(symbols.label(targets[target]));
          }
          text.append(" |");
          for (; target < targets.length; target++) {
            text.append(' ').append(symbols.label(targets[target]));
          }
        }
        case GLOBAL -> text.append(' ').append(symbols.global(operandOffset, insn.operand(i)));
        case PRIMITIVE -> text.append(' ').append(symbols.primitive(operandOffset, insn.operand(i)));
        default -> text.append(' ').append(insn.operand(i));
      }
      i++;
    }
    return text.toString();
  }

  /** A whole code array, one line each: offset, instruction. */
  public static String listing(
      String where, int[] code, IntFunction<? extends Operation> table, Symbols symbols) {
    StringBuilder text = new StringBuilder();
    for (Insn insn : Insn.all(where, code, table)) {
      String offset = Integer.toString(insn.offset());
      text.append(" ".repeat(Math.max(0, 6 - offset.length()))).append(offset).append("  ");
      text.append(line(insn, symbols)).append('\n');
    }
    return text.toString();
  }
}
