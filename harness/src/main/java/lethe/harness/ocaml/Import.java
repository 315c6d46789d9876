package lethe.harness.ocaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.corpus.OcamlSource;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.ObjectFile;

/** Puts compiled units into the text of a case. */
public final class Import {
  private static final String SOURCE = ".ml";
  private static final Pattern UNIT = Pattern.compile("[a-z][A-Za-z0-9_]*");

  private Import() {}

  /**
   * The text of a case in which the assembler of each unit with a source is what the compiler makes of that; the other units, the
   * header, and what stands between units stay as they are.
   *
   * @param where the case's file in messages
   * @param id the case's
   */
  public static String again(String where, String id, String caseText, Ocamlc ocamlc) throws IOException, InterruptedException {
    List<OcamlSource> sources = OcamlSource.all(where, caseText);
    if (sources.isEmpty()) {
      throw new InputError(where, "a unit with its OCaml source, lines ;| behind the line unit NAME", "none");
    }
    Map<String, CompilationUnit> compiled = ocamlc.compile(id, sources,
        (source, line, column) -> where + ":" + source.placeInCase(line, column));
    Map<String, String> bodies = new LinkedHashMap<>();
    sources.forEach(source -> bodies.put(
        source.unit(), new ImportedUnit(compiled.get(source.unit()), Optional.of(source)).body()));
    return replaced(caseText, bodies);
  }

  /** Writes the assembler of the sources in a case into its file; whether that has changed anything. */
  public static boolean refresh(Case c, Ocamlc ocamlc) throws IOException, InterruptedException {
    String text = Files.readString(c.file());
    String fresh = again(c.file().toString(), c.id(), text, ocamlc);
    if (fresh.equals(text)) {
      return false;
    }
    Files.writeString(c.file(), fresh);
    return true;
  }

  /**
   * The units of some files, as they stand in a case: those that others name are static.
   *
   * @param files {@code .ml} or {@code .cmo}, in the order in which they are compiled and linked
   */
  public static String ofFiles(List<Path> files) throws IOException, InterruptedException {
    Map<String, Path> places = new LinkedHashMap<>();
    List<OcamlSource> sources = new ArrayList<>();
    for (Path file : files) {
      checkName(file);
      if (places.put(stem(file), file) != null) {
        throw new InputError(file.toString(), "one file for each unit", "a second one for " + stem(file));
      }
      if (file.toString().endsWith(SOURCE)) {
        sources.add(new OcamlSource(stem(file), 1, Files.readString(file).stripTrailing().lines().toList()));
      }
    }
    Map<String, CompilationUnit> compiled = Map.of();
    if (!sources.isEmpty()) {
      try (Ocamlc ocamlc = Ocamlc.installed()) {
        compiled = ocamlc.compile("new", sources,
            (source, line, column) -> places.get(source.unit()) + ":" + line + ":" + column);
      }
    }
    List<ImportedUnit> units = new ArrayList<>();
    for (Path file : files) {
      Optional<OcamlSource> source = sources.stream().filter(one -> one.unit().equals(stem(file))).findFirst();
      units.add(new ImportedUnit(source.isPresent() ? compiled.get(stem(file)) : object(file), source));
    }
    return text(units);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static void checkName(Path file) {
    if (!UNIT.matcher(stem(file)).matches()) {
      throw new InputError(file.toString(), "a file named as its unit: a small letter, then letters, digits, _", stem(file));
    }
    CaseReader.checkUnitName(file.toString(), stem(file));
  }

  private static CompilationUnit object(Path file) throws IOException {
    return ObjectFile.read(file.toString(), Files.readAllBytes(file)).get(0);
  }

  private static String text(List<ImportedUnit> units) {
    Set<String> names = units.stream().map(ImportedUnit::name).collect(Collectors.toSet());
    Set<String> needed = units.stream().flatMap(unit -> unit.needs().stream()).collect(Collectors.toSet());
    StringBuilder text = new StringBuilder();
    for (ImportedUnit unit : units) {
      for (String need : unit.needs()) {
        if (!names.contains(need)) {
          throw new InputError("unit " + unit.name(), "among the files those of all units that it names", "none of " + need);
        }
      }
      boolean isStatic = needed.contains(unit.name());
      text.append("\nunit ").append(unit.name()).append(isStatic ? " static" : "").append('\n').append(unit.body());
    }
    return text.toString();
  }

  private static String replaced(String caseText, Map<String, String> bodies) {
    StringBuilder text = new StringBuilder();
    List<String> unit = new ArrayList<>();
    for (String line : caseText.lines().toList()) {
      if (OcamlSource.unitStartedBy(line).isPresent()) {
        append(text, unit, bodies);
        unit.clear();
      }
      unit.add(line);
    }
    append(text, unit, bodies);
    return text.toString();
  }

  /** A unit begins with its line; what is behind its last instruction belongs to nobody, or to the next unit. */
  private static void append(StringBuilder text, List<String> unit, Map<String, String> bodies) {
    Optional<String> name = unit.isEmpty() ? Optional.empty() : OcamlSource.unitStartedBy(unit.get(0));
    int kept = 0;
    if (name.isPresent() && bodies.containsKey(name.get())) {
      kept = unit.size();
      while (kept > 1 && isBetweenUnits(unit.get(kept - 1))) {
        kept--;
      }
      text.append(unit.get(0)).append('\n').append(bodies.get(name.get()));
    }
    unit.subList(kept, unit.size()).forEach(line -> text.append(line).append('\n'));
  }

  private static boolean isBetweenUnits(String line) {
    return line.isBlank() || (line.strip().startsWith(";") && !line.startsWith(OcamlSource.MARK));
  }
}
