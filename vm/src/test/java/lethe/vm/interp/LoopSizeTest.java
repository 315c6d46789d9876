package lethe.vm.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The loop and what it calls stay of sizes that HotSpot likes. */
class LoopSizeTest {
  /** -XX:FreqInlineSize: a hot method below it is inlined, so the loop can become part of its caller. */
  private static final int LOOP_BYTES = 325;

  /** -XX:HugeMethodLimit: a method above it is never compiled. */
  private static final int COMPILED_BYTES = 8000;

  private static final String INSTRUCTION = "lethe/vm/interp/Instruction";

  private static Map<String, ClassFile> classes() {
    try {
      Path root = Path.of(Machine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> tree = Files.walk(root)) {
        Map<String, ClassFile> classes = new TreeMap<>();
        tree.filter(file -> file.toString().endsWith(".class")).map(ClassFile::read)
            .forEach(file -> classes.put(file.name(), file));
        return classes;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInstruction(Map<String, ClassFile> classes, ClassFile file) {
    for (ClassFile at = file; at != null; at = classes.get(at.superName())) {
      if (at.name().equals(INSTRUCTION)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theLoopOnlyDispatches() {
    int bytes = classes().get("lethe/vm/interp/Machine").codeBytes().get("loop");
    assertTrue(bytes > 0 && bytes < LOOP_BYTES, "Machine.loop has " + bytes + " bytes, at most " + LOOP_BYTES);
  }

  @Test
  void everyInstructionCanBeCompiled() {
    Map<String, ClassFile> classes = classes();
    List<ClassFile> instructions = classes.values().stream()
        .filter(file -> isInstruction(classes, file) && file.codeBytes().containsKey("execute")).toList();
    assertTrue(instructions.size() > 50, "found only " + instructions.size() + " instructions");
    assertEquals(List.of(), instructions.stream()
        .filter(file -> file.codeBytes().get("execute") >= COMPILED_BYTES).map(ClassFile::name).toList());
  }
}
