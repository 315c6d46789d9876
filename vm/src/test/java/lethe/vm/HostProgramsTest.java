package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lethe.vm.format.Executable;
import lethe.vm.host.ForwardingHost;
import lethe.vm.host.Host;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;
import lethe.vm.host.OpenFlag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that use files, process and clock print, leave behind and end as under ocamlrun, in a folder of the same content. */
class HostProgramsTest {
  private static final String INPUT = "first line\nsecond\nthird";
  private static final String VARIABLE = "LETHE_TEST";

  /** Standard streams are files, as under the shell's redirections. */
  private static final class FolderHost extends ForwardingHost {
    private final HostFile input;
    private final HostFile output;
    private final HostFile error;

    FolderHost(Host system, Path folder) throws HostError {
      super(system);
      files().changeDirectory(folder.toString());
      setEnvironment(VARIABLE, "some value");
      input = files().open("stdin", Set.of(OpenFlag.READ), 0);
      output = files().open("stdout", EnumSet.of(OpenFlag.WRITE, OpenFlag.CREATE), 0666);
      error = files().open("stderr", EnumSet.of(OpenFlag.WRITE, OpenFlag.CREATE), 0666);
    }

    @Override
    public HostFile input() {
      return input;
    }

    @Override
    public HostFile output() {
      return output;
    }

    @Override
    public HostFile error() {
      return error;
    }
  }

  @ParameterizedTest
  @CsvSource({"io,", "sys,", "posix,unix.cma"})
  void asUnderOcamlrun(String program, String library, @TempDir Path folder) throws Exception {
    OcamlInstalled.require("files, process and clock against ocamlrun");
    try (InputStream source = getClass().getResourceAsStream("programs/host/" + program + ".ml")) {
      Files.write(folder.resolve(program + ".ml"), source.readAllBytes());
    }
    List<String> libraries = library == null ? List.of() : List.of(library);
    String[] compile = Stream.of(
        List.of("ocamlc", "-w", "-a"), libraries, List.of(program + ".ml", "-o", "program")).flatMap(List::stream)
        .toArray(String[]::new);
    OcamlInstalled.run(folder, compile);
    Path theirs = prepare(folder, "theirs");
    Path ours = prepare(folder, "ours");
    OcamlInstalled.run(
        folder, "sh", "-c",
        "cd theirs; " + VARIABLE + "='some value' ocamlrun ./program one two < stdin > stdout 2> stderr; echo $? > code");
    Host host = new FolderHost(Host.system("./program", "one", "two"), ours);
    try (Vm vm = Vm.create(VmOptions.defaults().withHost(host))) {
      byte[] bytes = Files.readAllBytes(ours.resolve("program"));
      VmOutcome outcome = vm.run(program, Executable.read(program, bytes), false);
      Files.writeString(ours.resolve("code"), outcome.exitCode() + outcome.detail() + "\n");
    }
    for (String stream : List.of("stdout", "stderr", "code")) {
      assertEquals(text(theirs.resolve(stream)), text(ours.resolve(stream)), stream);
    }
    assertEquals(contents(theirs), contents(ours));
  }

  private static Path prepare(Path folder, String name) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.writeString(made.resolve("stdin"), INPUT);
    Files.copy(folder.resolve("program"), made.resolve("program"));
    return made;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /** Mode, length and hash of each file that the program wrote. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        contents.put(folder.relativize(file).toString(), mode + " " + Files.size(file) + " " + text(file).hashCode());
      }
    }
    return contents;
  }
}
