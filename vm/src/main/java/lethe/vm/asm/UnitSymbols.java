package lethe.vm.asm;

import java.util.HashMap;
import java.util.Map;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Relocation;
import lethe.vm.isa.Symbols;

/** The names in a unit that is not linked, from its relocations; a number where a wrong unit has none. */
public final class UnitSymbols implements Symbols {
  private final String unit;
  private final Map<Integer, Relocation> relocations = new HashMap<>();

  public UnitSymbols(CompilationUnit unit) {
    this.unit = unit.name();
    unit.relocations().forEach(relocation -> relocations.put(relocation.offsetInts(), relocation));
  }

  @Override
  public String global(int operandOffset, int index) {
    Relocation relocation = relocations.get(operandOffset);
    if (relocation instanceof Relocation.Literal literal) {
      return ConstantPrinter.print(unit + "+" + operandOffset, literal.constant());
    }
    if (relocation instanceof Relocation.GetGlobal get) {
      return get.global().name();
    }
    return relocation instanceof Relocation.SetGlobal set ? set.global().name() : Integer.toString(index);
  }


  @Override
  public String primitive(int operandOffset, int index) {
    return relocations.get(operandOffset) instanceof Relocation.Primitive primitive
        ? primitive.name()
        : Integer.toString(index);
  }
}
