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
  private final Case theCase;

  public CaseSource(Case theCase) {
    this.theCase = theCase;
  }

  /** {@code load/first.case:31  CLOSURE 0 double}. */
  @Override
  public Optional<String> lineOf(String site) {
    int plus = site.indexOf('+');
    if (plus < 0) {
      return Optional.empty();
    }
    int offset = Integer.parseInt(site.substring(plus + 1));
    String name = Names.unitOf(site);
    for (AssembledUnit unit : theCase.units()) {
      if (unit.name().equals(name) && offset < unit.lineOfOffset().length) {
        int line = unit.lineOfOffset()[offset];
        return Optional.of(theCase.id() + ".case:" + line + "  " + text(line));
      }
    }
    return Optional.empty();
  }

  private String text(int line) {
    try {
      List<String> lines = Files.readAllLines(theCase.file());
      return line >= 1 && line <= lines.size() ? lines.get(line - 1).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
