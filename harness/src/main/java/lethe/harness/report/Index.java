package lethe.harness.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lethe.harness.change.Group;
import lethe.harness.corpus.OpcodeCoverage;
import lethe.harness.corpus.Policies;
import lethe.harness.cost.Measure;
import lethe.harness.verdict.Property;
import lethe.harness.verdict.Verdicts;
import lethe.vm.isa.Opcode;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Field;

/**
 * What the page has at hand when it opens.
 *
 * @param changes goldens that the run does not agree with, the most dangerous first
 * @param opcodes those that an ordinary program may execute, in their order
 */
record Index(
    List<String> policies, List<Term> properties, List<Term> measures, List<Kind> events, List<Instruction> opcodes,
    Verdicts verdicts, List<ChangedAlike> changes, List<CaseEntry> cases) {

  /**
   * A word and what it means.
   *
   * @param word in a table: the breach of a property, the letter of a measure
   */
  record Term(String title, String word, String meaning) {}

  /** An event of the trace. */
  record Kind(String name, String level, String meaning, List<Key> fields) {
    static Kind of(EventKind kind) {
      return new Kind(kind.wireName(), kind.level().toString(), kind.meaning(),
          kind.fields().stream().map(Key::of).toList());
    }
  }

  /** A field of an event. */
  record Key(String name, String meaning) {
    static Key of(Field field) {
      return new Key(field.name(), field.meaning());
    }
  }

  /** An instruction, and its family in words. */
  record Instruction(String name, String family) {}

  static Index of(Verdicts verdicts, List<Group> groups, List<CaseEntry> cases) {
    return new Index(
        Policies.ALL,
        Arrays.stream(Property.values()).map(p -> new Term(p.title(), p.failure(), p.definition())).toList(),
        Arrays.stream(Measure.values()).map(m -> new Term(m.title(), m.symbol(), m.meaning())).toList(),
        Arrays.stream(EventKind.values()).map(Kind::of).toList(),
        executable(), verdicts, groups.stream().map(ChangedAlike::of).toList(), cases);
  }

  private static List<Instruction> executable() {
    return Stream.of(Opcode.values()).filter(opcode -> !OpcodeCoverage.FAULTING.contains(opcode))
        .map(opcode -> new Instruction(opcode.name(), opcode.family().name())).toList();
  }
}
