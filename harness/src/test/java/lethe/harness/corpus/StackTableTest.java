package lethe.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import lethe.harness.golden.LetheRoot;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.Recording;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.Test;

/** The frames in the table of {@code corpus/README.md} are as deep as those of the machine. */
class StackTableTest {
  private static final String FRAMES = """
        PUSH_RETADDR back
        CONSTINT 7
        PUSH
        CLOSURE 0 id
        APPLY 1
      back:
        PUSHTRAP handler
        POPTRAP
        CLOSUREREC 2 0 id id
        POP 2
        BRANCH end
      id:
        ACC0
        RETURN 1
      handler:
        CONST0
      end:
        CONST0
      """;

  private static int wordsMore(String instruction) throws IOException {
    String table = Files.readString(LetheRoot.find().resolve("corpus/README.md"));
    String row = table.lines().filter(line -> line.startsWith("| `" + instruction)).findFirst().orElseThrow();
    List<String> numbers = List.of("one", "two", "three", "four", "five");
    return numbers.stream().filter(number -> row.contains(number + " words more")).findFirst().map(numbers::indexOf).orElseThrow() + 1;
  }

  @Test
  void framesAreAsDeepAsTheTableSays() throws IOException {
    Case c = Cases.parse(Cases.SMALL.replaceFirst("(?s)unit main.*", "unit main\n" + FRAMES));
    List<String> ops = new ArrayList<>();
    List<Integer> depths = new ArrayList<>();
    Recording.of(new LetheSubject(), c, "keep", Level.STEPS, "none").events().stream()
        .filter(event -> event.kind() == EventKind.STEP).forEach(step -> {
          ops.add(step.text("op").replaceFirst(" .*", ""));
          depths.add(Integer.parseInt(step.text("depth")));
        });
    int start = depths.get(0);
    assertEquals(start + wordsMore("PUSH_RETADDR"), depths.get(1));
    int back = ops.indexOf("PUSHTRAP");
    assertEquals(start, depths.get(back), "APPLY takes its arguments and the frame");
    assertEquals(start + wordsMore("PUSHTRAP"), depths.get(back + 1));
    assertEquals(start, depths.get(back + 2), "POPTRAP takes the frame");
    assertEquals(start + 2, depths.get(ops.indexOf("POP")), "CLOSUREREC pushes its functions");
    assertTrue(ops.contains("RETURN"), ops.toString());
  }
}
