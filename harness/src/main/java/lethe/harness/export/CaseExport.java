package lethe.harness.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cost;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.asm.Assembler;
import lethe.vm.fault.InputError;
import lethe.vm.format.ObjectFile;

/**
 * Writes a case as a directory: the case itself, the host interface {@code lethe.ml}, a {@code .cmo} file for each
 * unit, {@code build.sh}, {@code run.sh} and a README that names the commands. The calls are replaced in the text and
 * the units assembled anew, so that jumps find their labels.
 */
public final class CaseExport {
  private static final List<String> COPIED = List.of("lethe.mli", "lethe.ml", "build.sh", "run.sh", "README.md");
  private static final String MAIN = "main";
  // Files of these names would hide, or be hidden by, what the program is linked from.
  private static final Set<String> TAKEN = Set.of("lethe", "dynlink", "stdlib", "std_exit");

  // Modules of the runtime that a case may bring along; the linked program has them from Stdlib, with other contents.
  private static final Pattern RUNTIME_MODULE = Pattern.compile("\\b([Cc])amlinternal(Lazy|Mod|OO)\\b(?!\\.)");

  private CaseExport() {}

  /** Writes the case to a directory, which is created if absent; files of the same names are replaced. */
  public static void write(Case c, Path directory) throws IOException {
    String text = Files.readString(c.file());
    String linkable = RUNTIME_MODULE.matcher(Cost.assembly(c.id(), text)).replaceAll("$1aseInternal$2");
    List<AssembledUnit> units = Assembler.assemble(c.id(), HostCalls.rewriteCase(linkable));
    check(c.id(), units);
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(c.id().substring(c.id().lastIndexOf('/') + 1) + ".case"), text);
    for (AssembledUnit unit : units) {
      Files.write(directory.resolve(unit.name() + ".cmo"), ObjectFile.write(unit.unit()));
    }
    for (String name : COPIED) {
      Path file = directory.resolve(name);
      Files.writeString(file, filled(resource(name), c, units));
      if (name.endsWith(".sh") && !file.toFile().setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
    }
  }

  private static void check(String id, List<AssembledUnit> units) {
    String last = units.isEmpty() ? "none" : units.get(units.size() - 1).name();
    if (!last.equals(MAIN)) {
      throw new InputError(id, "main as the last unit", last);
    }
    for (AssembledUnit unit : units) {
      if (TAKEN.contains(unit.name())) {
        throw new InputError(id, "a unit's name that is none of OCaml's files", unit.name());
      }
    }
  }

  private static String filled(String template, Case c, List<AssembledUnit> units) {
    List<String> linked = new ArrayList<>();
    List<String> loaded = new ArrayList<>();
    for (AssembledUnit unit : units) {
      boolean isLinked = unit.isStatic() || unit.name().equals(MAIN);
      (isLinked ? linked : loaded).add(unit.name() + ".cmo");
    }
    return template
        .replace("@CASE@", c.id())
        .replace("@LINKED@", String.join(" ", linked))
        .replace("@LOADED@", loaded.stream().map(file -> "`" + file + "`").collect(Collectors.joining(", ")))
        .replace("@RUNPARAM@", "v=0,s=" + c.minorWords() + ",l=" + c.stackWords());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CaseExport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
