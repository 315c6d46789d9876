package lethe.harness.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import lethe.harness.change.SourceLines;
import lethe.harness.corpus.Case;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.trace.Names;

/** Finds the line of a case that an instruction came from. */
public final class CaseSource implements SourceLines {
  /**
   * A line of a case.
   *
   * @param number from 1
   * @param text without the blanks around it
   */
  public record Line(int number, String text) {}

  private final Case theCase;
  private List<String> lines;

  public CaseSource(Case theCase) {
    this.theCase = theCase;
  }

  /** {@code corpus/load/first.case:31  CLOSURE 0 double}. */
  @Override
  public Optional<String> lineOf(String site) {
    return at(site).map(line -> theCase.where() + ":" + line.number() + "  " + line.text());
  }

  /** The line of an instruction, {@code plugin+14}; of code that no unit of the case has, nothing. */
  public Optional<Line> at(String site) {
    int plus = site.indexOf('+');
    if (plus < 0) {
      return Optional.empty();
    }
    int offset = Integer.parseInt(site.substring(plus + 1));
    String name = Names.unitOf(site);
    for (AssembledUnit unit : theCase.units()) {
      if (unit.name().equals(name) && offset < unit.lineOfOffset().length) {
        return Optional.of(line(unit.lineOfOffset()[offset]));
      }
    }
    return Optional.empty();
  }

  private Line line(int number) {
    if (lines == null) {
      try {
        lines = Files.readAllLines(theCase.file());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Line(number, number <= lines.size() ? lines.get(number - 1).strip() : "");
  }
}
