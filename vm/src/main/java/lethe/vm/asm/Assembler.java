package lethe.vm.asm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lethe.vm.fault.Suggestion;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operand;

/** Makes compilation units of assembler text. Labels belong to their unit; lines count from the top of the text. */
public final class Assembler {
  private static final List<String> OPCODES = Stream.of(Opcode.values()).map(Opcode::mnemonic).toList();

  private final String file;
  private final Map<String, UnitBuilder> units = new LinkedHashMap<>();
  private UnitBuilder unit;

  private Assembler(String file) {
    this.file = file;
  }

  /**
   * Assembles the units of a text in order.
   *
   * @param where the file, for messages
   * @throws lethe.vm.fault.InputError naming file, line and column
   */
  public static List<AssembledUnit> assemble(String where, String text) {
    return new Assembler(where).run(text);
  }

  private List<AssembledUnit> run(String text) {
    int number = 0;
    for (String source : text.split("\r?\n", -1)) {
      Line line = new Line(file, ++number, source);
      if (!line.atEnd()) {
        line(line);
      }
    }
    List<AssembledUnit> result = new ArrayList<>();
    for (UnitBuilder builder : units.values()) {
      result.add(builder.finish());
    }
    return result;
  }

  private void line(Line line) {
    boolean label = line.peekSecond().isMark(":");
    if (!label && line.peek().isName() && line.peek().text().equals("unit")) {
      unit(line);
      return;
    }
    if (unit == null) {
      throw line.error(line.peek(), "unit NAME");
    }
    if (label) {
      Token name = line.name("a label");
      line.mark(":");
      unit.label(line, name);
    } else {
      instruction(line);
    }
    line.end();
  }

  private void unit(Line line) {
    line.take();
    Token name = line.name("a unit's name");
    boolean isStatic = !line.atEnd();
    if (isStatic) {
      Token word = line.name("static, or the end of the line");
      if (!word.text().equals("static")) {
        throw line.error(word, "static, or the end of the line");
      }
    }
    line.end();
    unit = new UnitBuilder(name.text(), isStatic);
    if (units.put(unit.globalName(), unit) != null) {
      throw line.error(name, "each unit once", "'" + name.text() + "' again");
    }
  }

  private void instruction(Line line) {
    Token mnemonic = line.name("an opcode, a label or a unit");
    if (mnemonic.text().equals("WORD")) {
      unit.word(line, line.word("a word"));
      return;
    }
    Opcode opcode = Opcode.named(mnemonic.text());
    if (opcode == null) {
      throw line.error(mnemonic, "an opcode" + Suggestion.hint(mnemonic.text(), OPCODES));
    }
    unit.word(line, opcode.number());
    int first = 0;
    int base = unit.offset();
    for (Operand kind : opcode.operands()) {
      switch (kind) {
        case LABEL -> unit.target(line, line.name("a label"), unit.offset());
        case LABELS -> {
          int list = unit.offset();
          for (int i = 0; i < first; i++) {
            unit.target(line, line.name("a label, " + (first - i) + " more"), list);
          }
        }
        case SIZES -> {} // counted by the table
        case TABLE -> table(line);
        case GLOBAL -> unit.global(line, opcode == Opcode.SETGLOBAL);
        case PRIMITIVE -> unit.primitive(line, line.name("a primitive"));
        default -> {
          int value = line.word(described(kind));
          first = unit.offset() == base ? value : first;
          unit.word(line, value);
        }
      }
    }
  }

  private void table(Line line) {
    List<Token> constants = new ArrayList<>();
    while (line.peek().isName()) {
      constants.add(line.take());
    }
    if (!line.peek().isMark("|")) {
      throw line.error(line.peek(), "a label or '|'");
    }
    line.mark("|");
    List<Token> blocks = new ArrayList<>();
    while (!line.atEnd()) {
      blocks.add(line.name("a label"));
    }
    unit.word(line, constants.size() | blocks.size() << 16);
    int list = unit.offset();
    constants.forEach(label -> unit.target(line, label, list));
    blocks.forEach(label -> unit.target(line, label, list));
  }

  private static String described(Operand kind) {
    return switch (kind) {
      case COUNT -> "a count";
      case SLOT -> "a stack slot";
      case FIELD -> "a field";
      case TAG -> "a tag";
      case METHOD_TAG -> "a method's tag";
      case CACHE -> "a cache word";
      default -> "an integer";
    };
  }
}
