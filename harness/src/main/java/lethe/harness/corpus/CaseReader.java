package lethe.harness.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.asm.Assembler;
import lethe.vm.trace.Level;

/** Reads a case as corpus/README.md says, and nothing else. */
public final class CaseReader {
  /** What compiled code takes for granted (256 words for a small allocation, 256 free stack words after a check). */
  private static final int LEAST_MINOR_WORDS = 256;

  private static final int LEAST_STACK_WORDS = 512;
  private static final Pattern RESERVED = Pattern.compile("stub|host|callback[0-9]*");
  private static final Pattern HAZARD = Pattern.compile("H[0-9]{2,}");
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+(?:/[a-z0-9-]+)+");

  private CaseReader() {}

  /**
   * The case in a file.
   *
   * @param corpus the folder that ids are counted from
   */
  public static Case read(Path corpus, Path file) {
    String path = corpus.relativize(file).toString().replace('\\', '/');
    String where = "corpus/" + path;
    if (!path.endsWith(".case")) {
      throw new InputError(where, "AREA/NAME.case", path);
    }
    checkId(where, path.substring(0, path.length() - 5));
    try {
      String text = CaseText.decode(where, Files.readAllBytes(file));
      return parse(path.substring(0, path.length() - 5), where, text, file, OptionalInt.empty(), Hazard.ids(corpus));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An InputError unless a case may have the id. */
  public static void checkId(String where, String id) {
    if (!ID.matcher(id).matches()) {
      throw new InputError(where, "AREA/NAME in small letters, digits and hyphens", id);
    }
  }

  /** A case that lets something be counted, doing it another number of times. */
  public static Case withTimes(Case c, int times) {
    try {
      String text = Files.readString(c.file());
      return parse(c.id(), c.file().toString(), text, c.file(), OptionalInt.of(times), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The case of a text, wherever it comes from.
   *
   * @param where the file's name in messages
   */
  public static Case parse(String id, String where, String text, Path file) {
    return parse(id, where, text, file, OptionalInt.empty(), Optional.empty());
  }

  private static Case parse(
      String id, String where, String text, Path file, OptionalInt times, Optional<Set<String>> knownHazards) {
    CaseText places = new CaseText(where, text);
    Header header = new Header(where, text);
    Header.Entry level = header.optional("level", "effects");
    Optional<Cost> cost = cost(header, times);
    List<AssembledUnit> units = units(where, cost.map(c -> c.inText(where, text)).orElse(text), places);
    Map<String, Expectation> expectations = new LinkedHashMap<>();
    for (String policy : Policies.ALL) {
      Header.Entry entry = header.expectation(policy);
      expectations.put(policy, Expectation.parse(entry.where(), entry.value()));
    }
    return new Case(
        id,
        header.required("title").value(),
        header.required("shows").value(),
        hazards(header, knownHazards),
        Level.named(level.where(), level.value()),
        tracePolicies(header),
        window(header, units),
        schedule(header),
        header.optional("minor", "4096").number(LEAST_MINOR_WORDS),
        header.optional("stack", "65536").number(LEAST_STACK_WORDS),
        observations(header),
        header.has("reference")
            ? Optional.of(Reference.parse(header.required("reference").where(), header.required("reference").value()))
            : Optional.empty(),
        cost,
        Collections.unmodifiableMap(expectations),
        units,
        OcamlSource.all(where, text),
        file);
  }

  private static Optional<Cost> cost(Header header, OptionalInt times) {
    if (!header.has("cost")) {
      return Optional.empty();
    }
    Header.Entry entry = header.required("cost");
    Cost cost = Cost.parse(entry.where(), entry.value());
    return Optional.of(times.isPresent() ? new Cost(times.getAsInt(), cost.what()) : cost);
  }

  private static List<AssembledUnit> units(String where, String text, CaseText places) {
    List<AssembledUnit> units = Assembler.assemble(where, text);
    String last = units.isEmpty() ? "" : units.get(units.size() - 1).name();
    if (!last.equals("main")) {
      throw new InputError(places.unit(last), "unit main as the last one", last.isEmpty() ? "no unit" : "unit " + last);
    }
    for (AssembledUnit unit : units) {
      checkUnitName(places.unit(unit.name()), unit.name());
      places.check(unit);
    }
    return units;
  }

  /** An InputError if a case may not have a unit of the name. */
  public static void checkUnitName(String where, String name) {
    if (RESERVED.matcher(name).matches()) {
      throw new InputError(where, "names of units that the machine does not use itself", name);
    }
  }

  private static List<String> hazards(Header header, Optional<Set<String>> known) {
    if (!header.has("hazard")) {
      return List.of();
    }
    Header.Entry entry = header.required("hazard");
    for (String word : entry.words()) {
      if (!HAZARD.matcher(word).matches()) {
        throw new InputError(entry.where(word), "ids of hazards, H19 H21", word);
      }
      if (known.isPresent() && !known.get().contains(word)) {
        throw new InputError(entry.where(word), "a hazard that corpus/HAZARDS.md lists", word);
      }
    }
    return entry.words();
  }

  private static List<String> tracePolicies(Header header) {
    if (!header.has("trace")) {
      return List.of();
    }
    Header.Entry entry = header.required("trace");
    entry.words().forEach(word -> Header.checkPolicy(entry.where(word), word));
    return entry.words();
  }

  private static Set<String> window(Header header, List<AssembledUnit> units) {
    if (!header.has("window")) {
      return Set.of();
    }
    Header.Entry entry = header.required("window");
    for (String word : entry.words()) {
      if (units.stream().noneMatch(unit -> unit.name().equals(word))) {
        throw new InputError(entry.where(word), "a unit of this case", word);
      }
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(entry.words()));
  }

  private static String schedule(Header header) {
    Header.Entry entry = header.optional("schedule", "none");
    return ScheduleSpec.parse(entry.where(), entry.value()).toString();
  }

  private static Set<Observation> observations(Header header) {
    Set<Observation> observations = EnumSet.noneOf(Observation.class);
    if (header.has("observes")) {
      Header.Entry entry = header.required("observes");
      entry.words().forEach(word -> observations.add(Observation.named(entry.where(word), word)));
    }
    return Collections.unmodifiableSet(observations);
  }
}
