package lethe.harness.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import lethe.harness.corpus.Cost;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.asm.Assembler;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Executable;
import lethe.vm.format.ObjectFile;

/** What a file holds, by its ending and its magic. */
sealed interface ObjectCode {
  /** Units: of an object file, a library, a case or an assembler text. */
  record Units(List<CompilationUnit> units, boolean isText) implements ObjectCode {}

  /** A linked program. */
  record Linked(Executable executable) implements ObjectCode {}

  static ObjectCode read(String name) {
    byte[] bytes = InputFile.bytes(name);
    if (name.endsWith(".case") || name.endsWith(".asm")) {
      String text = Cost.assembly(name, new String(bytes, StandardCharsets.UTF_8));
      List<CompilationUnit> units = Assembler.assemble(name, text).stream()
          .map(AssembledUnit::unit).toList();
      if (units.isEmpty()) {
        throw new InputError(name, "a line unit NAME", "none");
      }
      return new Units(units, true);
    }
    if (startsWith(bytes, "Caml1999O") || startsWith(bytes, "Caml1999A")) {
      return new Units(ObjectFile.read(name, bytes), false);
    }
    int end = bytes.length;
    if (end >= 12 && startsWith(Arrays.copyOfRange(bytes, end - 12, end), "Caml1999X")) {
      return new Linked(Executable.read(name, bytes));
    }
    throw new InputError(name, "a .cmo, a .cma, a bytecode executable, a .case or an .asm", "none of their magics");
  }

  private static boolean startsWith(byte[] bytes, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= wanted.length
        && Arrays.equals(Arrays.copyOf(bytes, wanted.length), wanted);
  }
}
