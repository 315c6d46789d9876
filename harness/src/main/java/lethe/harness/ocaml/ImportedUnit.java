package lethe.harness.ocaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lethe.harness.corpus.OcamlSource;
import lethe.vm.asm.Printer;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Relocation;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;

/**
 * A compiled unit on its way into a case.
 *
 * @param source empty if only its .cmo is at hand
 */
record ImportedUnit(CompilationUnit unit, Optional<OcamlSource> source) {
  private static final String MAIN = "main";

  /** Its name in a case, {@code plugin}. */
  String name() {
    return unit.name().substring(0, 1).toLowerCase(Locale.ROOT) + unit.name().substring(1);
  }

  /** The units that it names, by their names in a case. */
  Set<String> needs() {
    Set<String> names = new TreeSet<>();
    for (Relocation relocation : unit.relocations()) {
      if (relocation instanceof Relocation.GetGlobal get && !get.global().predefined()) {
        String global = get.global().name();
        names.add(global.substring(0, 1).toLowerCase(Locale.ROOT) + global.substring(1));
      }
    }
    return names;
  }

  /** What stands in a case behind the line {@code unit NAME}: the source, then the assembler. */
  String body() {
    List<String> lines = source.map(OcamlSource::lines).orElse(List.of());
    String text = Printer.print(unit, new EventAnnotations(unit, lines));
    return source.map(OcamlSource::inCase).orElse("") + text.substring(text.indexOf('\n') + 1) + result();
  }

  /** Main ends with the value of its last definition: that is the result of the case. */
  private String result() {
    int definitions = name().equals(MAIN) ? definitions() : 0;
    return definitions == 0 ? "" : "  GETGLOBALFIELD " + unit.name() + " " + (definitions - 1) + "          ; the result\n";
  }

  /** How many fields the module block has, which is the last that the initialiser makes. */
  private int definitions() {
    int fields = 0;
    for (Insn insn : Insn.all(unit.name(), unit.code())) {
      fields = switch ((Opcode) insn.operation()) {
        case MAKEBLOCK -> insn.operand(0);
        case MAKEBLOCK1 -> 1;
        case MAKEBLOCK2 -> 2;
        case MAKEBLOCK3 -> 3;
        case ATOM0 -> 0;
        default -> fields;
      };
    }
    return fields;
  }
}
