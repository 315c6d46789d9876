package lethe.vm.asm;

import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.GlobalName;
import lethe.vm.format.PredefinedException;
import lethe.vm.format.Relocation;
import lethe.vm.isa.Disassembler;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operand;
import lethe.vm.isa.Symbols;

/**
 * Writes a unit as assembler text that assembles to the same name, code and relocations. Imports, declared primitives
 * and debug data are not written. What is no instruction, or cannot be written as one, becomes WORD lines.
 */
public final class Printer {
  private static final int COMMENT_COLUMN = 33;

  private final CompilationUnit unit;
  private final int[] code;
  private final Map<Integer, Relocation> relocations = new TreeMap<>();
  // Offset of each piece of code, an instruction or a word that is none, and the instruction.
  private final TreeMap<Integer, Insn> pieces = new TreeMap<>();
  private final BitSet labels;
  private final Annotations annotations;

  private Printer(CompilationUnit unit, Annotations annotations) {
    this.unit = unit;
    this.annotations = annotations;
    this.code = unit.code();
    this.labels = new BitSet(code.length + 1);
  }

  /**
   * The text of a unit.
   *
   * @throws InputError if something in the unit has no text: a relocation that is no operand, a name or a float that
   *     OCaml would not write
   */
  public static String print(CompilationUnit unit) {
    return print(unit, Annotations.NONE);
  }

  /** The same, with other names for labels, and comments. */
  public static String print(CompilationUnit unit, Annotations annotations) {
    return new Printer(unit, annotations).run();
  }

  private String run() {
    for (Relocation relocation : unit.relocations()) {
      if (relocations.put(relocation.offsetInts(), relocation) != null) {
        throw error(relocation.offsetInts(), "one relocation", "two");
      }
      if (code[relocation.offsetInts()] != 0) {
        throw error(relocation.offsetInts(), "0 at a relocation", Integer.toString(code[relocation.offsetInts()]));
      }
    }
    cut();
    pieces.replaceAll((offset, insn) -> insn != null && isWritable(insn) ? insn : null);
    for (Insn insn : pieces.values()) {
      if (insn != null) {
        for (int target : insn.targets()) {
          labels.set(target);
        }
      }
    }
    return text();
  }

  private InputError error(int offset, String expected, String found) {
    return new InputError(unit.name() + "+" + offset, expected, found);
  }

  private void cut() {
    for (int offset = 0; offset < code.length; ) {
      Insn insn = decoded(offset);
      pieces.put(offset, insn);
      offset += insn == null ? 1 : insn.lengthInts();
    }
  }

  private Insn decoded(int offset) {
    try {
      return Insn.at(unit.name(), code, offset);
    } catch (InputError notAnInstruction) {
      return null;
    }
  }

  private boolean isWritable(Insn insn) {
    for (int target : insn.targets()) {
      if (target != code.length && !pieces.containsKey(target)) {
        return false;
      }
    }
    int offset = insn.offset() + 1;
    for (Operand kind : insn.operation().operands()) {
      Relocation relocation = relocations.get(offset);
      boolean fits = switch (kind) {
        case GLOBAL -> insn.operation() == Opcode.SETGLOBAL
            ? relocation instanceof Relocation.SetGlobal
            : relocation instanceof Relocation.GetGlobal || relocation instanceof Relocation.Literal;
        case PRIMITIVE -> relocation instanceof Relocation.Primitive;
        default -> true; // a relocation here is found to be left over
      };
      if (!fits) {
        return false;
      }
      offset++;
    }
    return true;
  }

  private String text() {
    StringBuilder out = new StringBuilder("unit ");
    out.append(name(0, unit.name().substring(0, 1).toLowerCase(Locale.ROOT) + unit.name().substring(1))).append('\n');
    Symbols symbols = new RelocationSymbols();
    pieces.forEach((offset, insn) -> {
      if (labels.get(offset)) {
        out.append(symbols.label(offset)).append(":\n");
      }
      String text = insn == null ? null : Disassembler.line(insn, symbols);
      if (text != null) {
        out.append(commented("  " + text, annotations.comment(offset))).append('\n');
        return;
      }
      int end = Math.min(code.length, nextPiece(offset));
      for (int at = offset; at < end; at++) {
        out.append("  WORD ").append(code[at]).append('\n');
      }
    });
    if (labels.get(code.length)) {
      out.append(symbols.label(code.length)).append(":\n");
    }
    for (int left : relocations.keySet()) {
      throw error(left, "a relocation at an operand for it", "one elsewhere");
    }
    return out.toString();
  }

  private static String commented(String line, String comment) {
    return comment.isEmpty() ? line : line + " ".repeat(Math.max(1, COMMENT_COLUMN - line.length())) + "; " + comment;
  }

  private int nextPiece(int offset) {
    Integer next = pieces.higherKey(offset);
    return next == null ? code.length : next;
  }

  private String name(int offset, String name) {
    if (!LineLexer.NAME.matcher(name).matches()) {
      throw error(offset, "a name", "'" + name + "'");
    }
    return name;
  }

  // Names from the relocations; each is used up, so that what is left stands where none belongs.
  private final class RelocationSymbols implements Symbols {
    @Override
    public String global(int operandOffset, int index) {
      Relocation relocation = relocations.remove(operandOffset);
      if (relocation instanceof Relocation.Literal literal) {
        return ConstantPrinter.print(unit.name() + "+" + operandOffset, literal.constant());
      }
      GlobalName global = relocation instanceof Relocation.SetGlobal set
          ? set.global()
          : ((Relocation.GetGlobal) relocation).global();
      if (global.predefined() != (PredefinedException.named(global.name()) != null)) {
        throw error(operandOffset, "a global other than a predefined exception", "'" + global.name() + "'");
      }
      return name(operandOffset, global.name());
    }

    @Override
    public String primitive(int operandOffset, int index) {
      return name(operandOffset, ((Relocation.Primitive) relocations.remove(operandOffset)).name());
    }

    @Override
    public String label(int target) {
      return annotations.label(target);
    }
  }
}
