package lethe.vm.asm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Constant;
import lethe.vm.format.GlobalName;
import lethe.vm.format.PredefinedException;
import lethe.vm.format.Relocation;

/** A unit while its lines are read: code so far, labels, and the places that wait for a label. */
final class UnitBuilder {
  // The word at offset becomes the label's offset less the base.
  private record Use(int offset, int base, Line line, Token label) {}

  private final String name;
  private final boolean isStatic;
  private final List<Integer> code = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<Relocation> relocations = new ArrayList<>();
  private final Map<String, Integer> labels = new LinkedHashMap<>();
  private final List<Use> uses = new ArrayList<>();
  private final Set<GlobalName> used = new LinkedHashSet<>();

  UnitBuilder(String name, boolean isStatic) {
    this.name = name;
    this.isStatic = isStatic;
  }

  /** The unit's global: its name with a capital. */
  String globalName() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Where the next word goes. */
  int offset() {
    return code.size();
  }

  void word(Line line, int word) {
    code.add(word);
    lines.add(line.number());
  }

  void label(Line line, Token label) {
    if (labels.put(label.text(), offset()) != null) {
      throw line.error(label, "each label once", "'" + label.text() + "' again");
    }
  }

  void target(Line line, Token label, int base) {
    uses.add(new Use(offset(), base, line, label));
    word(line, 0);
  }

  void primitive(Line line, Token primitive) {
    relocations.add(new Relocation.Primitive(offset(), primitive.text()));
    word(line, 0);
  }

  void global(Line line, boolean set) {
    String expected = set ? "a global" : "a global or a literal";
    Function<GlobalName, Relocation> relocation = set
        ? global -> new Relocation.SetGlobal(offset(), global)
        : global -> new Relocation.GetGlobal(offset(), global);
    if (line.peek().isName()) {
      GlobalName global = named(line, line.take());
      relocations.add(relocation.apply(global));
      used.add(global);
    } else if (set) {
      throw line.error(line.peek(), expected);
    } else {
      Constant constant = ConstantParser.parse(line, expected);
      relocations.add(new Relocation.Literal(offset(), constant));
    }
    word(line, 0);
  }

  private static GlobalName named(Line line, Token token) {
    if (!Character.isUpperCase(token.text().charAt(0))) {
      throw line.error(token, "a global, which is a unit's name with a capital");
    }
    return new GlobalName(token.text(), PredefinedException.named(token.text()) != null);
  }

  AssembledUnit finish() {
    int[] words = code.stream().mapToInt(Integer::intValue).toArray();
    for (Use use : uses) {
      Integer target = labels.get(use.label.text());
      if (target == null) {
        throw use.line.error(use.label, "a label of unit " + name);
      }
      words[use.offset] = target - use.base;
    }
    GlobalName own = GlobalName.unit(globalName());
    List<GlobalName> required = new ArrayList<>();
    List<CompilationUnit.Import> imports = new ArrayList<>();
    imports.add(new CompilationUnit.Import(own.name(), ""));
    for (GlobalName global : used) {
      if (!global.predefined() && !global.equals(own)) {
        required.add(global);
        imports.add(new CompilationUnit.Import(global.name(), ""));
      }
    }
    CompilationUnit unit = new CompilationUnit(
        own.name(), words, relocations, imports, required, List.of(), false, new byte[0]);
    return new AssembledUnit(name, unit, isStatic, lines.stream().mapToInt(Integer::intValue).toArray());
  }
}
