package lethe.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lethe.vm.format.Datum;
import lethe.vm.format.Executable;
import lethe.vm.format.MarshalWriter;
import lethe.vm.isa.Opcode;

/** Inputs for commands. */
final class SmallPrograms {
  /** A unit that is loaded and forgotten. */
  static final String CASE = """
      ;; title: A unit without functions is loaded and forgotten
      ;; shows: what nothing refers to goes
      ;; hazard: H01
      ;; trace: stub
      ;; expect keep force: result 42, kept plugin
      ;; expect release: result 42, freed plugin when finished
      ;; expect stub stub-env stub-local export negate handle scan: result 42, freed plugin at gc 1
      unit plugin
        CONST0
        SETGLOBAL Plugin
      unit main
        GETGLOBAL "plugin"
        C_CALL1 lethe_load
        CONST0
        C_CALL1 caml_gc_full_major
        CONSTINT 42
      """;

  private SmallPrograms() {}

  /** A folder with a corpus of that case alone, {@code load/small}, and no goldens. */
  static Path root(Path folder) {
    write(folder.resolve("corpus/load/small.case"), CASE.getBytes(StandardCharsets.UTF_8));
    return folder;
  }

  /** An executable that calls {@code caml_sys_exit 7}, or another primitive. */
  static Path executable(Path file, String primitive) {
    int[] code = {Opcode.CONSTINT.number(), 7, Opcode.C_CALL1.number(), 0, Opcode.STOP.number()};
    ByteBuffer bytes = ByteBuffer.allocate(4 * code.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : code) {
      bytes.putInt(word);
    }
    Map<String, byte[]> sections = new LinkedHashMap<>();
    sections.put("CODE", bytes.array());
    sections.put("PRIM", (primitive + "\0").getBytes(StandardCharsets.ISO_8859_1));
    sections.put("DATA", MarshalWriter.write(globals()));
    return write(file, Executable.of(file.toString(), sections).write());
  }

  /** As many globals as there are predefined exceptions, each a block of its own. */
  private static Datum globals() {
    Datum[] fields = new Datum[12];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = new Datum.Block(248, Datum.Str.of("exception " + i), new Datum.Int(-1 - i));
    }
    return new Datum.Block(0, fields);
  }

  static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
