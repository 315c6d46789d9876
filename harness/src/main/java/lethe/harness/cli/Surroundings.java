package lethe.harness.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.ours.LetheSubject;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * What commands have around them: a machine under test, a place for what they receive, a terminal, an editor. A test overrides what it needs
 * otherwise.
 */
class Surroundings {
  static final Surroundings USUAL = new Surroundings();

  LetheSubject subject() {
    return new LetheSubject();
  }

  GoldenFiles goldens(Path root) {
    return GoldenFiles.in(root);
  }

  /** The terminal, if there is one that can place its cursor. Only programs of the system are used to set it, and no native library. */
  Optional<Terminal> terminal() throws IOException {
    Terminal terminal = TerminalBuilder.builder().system(true).provider("exec").dumb(true).build();
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      terminal.close();
      return Optional.empty();
    }
    return Optional.of(terminal);
  }

  /** Standard input. */
  BufferedReader input() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  /** Lets the user edit a file, if the variable EDITOR names a program; whether it did. */
  boolean edit(Path file) {
    String editor = System.getenv("EDITOR");
    if (editor == null || editor.isBlank()) {
      return false;
    }
    try {
      return new ProcessBuilder("sh", "-c", editor + " \"$1\"", editor, file.toString()).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
