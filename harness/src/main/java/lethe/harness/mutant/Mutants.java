package lethe.harness.mutant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lethe.vm.fault.InputError;

/**
 * All mutants, in the order in which they are shown.
 *
 * <p>Not among them, since no program can tell: roots of kind GLOBAL forgotten. The table never moves, and the code
 * table marks it.
 */
public final class Mutants {
  private Mutants() {}

  public static List<Mutant> all() {
    List<Mutant> all = new ArrayList<>();
    all.addAll(CollectorMutants.all());
    all.addAll(LivenessMutants.all());
    all.addAll(CodeMutants.all());
    all.addAll(HandleMutants.all());
    all.addAll(StubMutants.all());
    all.addAll(ExportMutants.all());
    all.addAll(NegateMutants.all());
    all.addAll(ReleaseMutants.all());
    all.addAll(ScanMutants.all());
    all.addAll(ofTheMachine());
    return Collections.unmodifiableList(all);
  }

  /** Those that are wrong in the interpreter or in a primitive, not in collector, code table or policy. */
  public static List<Mutant> ofTheMachine() {
    List<Mutant> machine = new ArrayList<>(FrameMutants.all());
    machine.addAll(InstructionMutants.all());
    machine.addAll(PrimitiveMutants.all());
    return machine;
  }

  /**
   * Those that a person names.
   *
   * @param pattern an id, or one with {@code *} for any text
   */
  public static List<Mutant> select(String pattern) {
    Pattern regex = Pattern.compile(
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    List<Mutant> selected = all().stream().filter(m -> regex.matcher(m.id()).matches()).toList();
    if (selected.isEmpty()) {
      throw new InputError("mutant", "the id of one", pattern);
    }
    return selected;
  }
}
