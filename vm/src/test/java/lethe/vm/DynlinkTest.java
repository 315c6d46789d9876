package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lethe.vm.format.Executable;
import lethe.vm.host.ForwardingHost;
import lethe.vm.host.Host;
import lethe.vm.host.HostFile;
import lethe.vm.host.MemoryHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs that load plugins with OCaml's own Dynlink, here and under ocamlrun. */
class DynlinkTest {
  private static final String UNKNOWN = "input_value: unknown code module [0-9A-F]{32}";

  @TempDir private Path folder;

  @BeforeEach
  void compile() {
    OcamlInstalled.require("hosts over OCaml's own Dynlink");
    List<String> commands = new ArrayList<>();
    for (String name : List.of("api.ml", "plugin.ml", "one.ml", "two.ml", "bad.ml", "traced.mli", "traced.ml")) {
      copy(name);
      commands.add("ocamlc -g -c " + name);
    }
    commands.add("ocamlc -a -o both.cma one.cmo two.cmo");
    for (String host : List.of("host", "backtrace")) {
      copy(host + ".ml");
      commands.add("ocamlc -g -linkall -o " + host + ".bc dynlink.cma api.cmo " + host + ".ml");
    }
    OcamlInstalled.run(folder, "sh", "-c", String.join(" && ", commands));
  }

  private void copy(String name) {
    try (InputStream source = getClass().getResourceAsStream("dynlink/" + name)) {
      Files.write(folder.resolve(name), source.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String ocamlrun(String program) {
    return OcamlInstalled.run(folder, "ocamlrun", folder.resolve(program).toString(), folder.toString());
  }

  private String run(String policy, boolean collectable, String program) throws IOException {
    Path file = folder.resolve(program);
    MemoryHost memory = new MemoryHost();
    Host host = new ForwardingHost(Host.system(file.toString(), folder.toString())) {
      @Override
      public HostFile output() {
        return memory.output();
      }
    };
    try (Vm vm = Vm.create(VmOptions.defaults().withPolicy(policy).withHost(host))) {
      VmOutcome outcome = vm.run("main", Executable.read(program, Files.readAllBytes(file)), collectable);
      assertEquals("exit 0", outcome.result(), outcome.detail());
      return new String(memory.outputBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @TestFactory
  Stream<DynamicTest> loadsAsUnderOcamlrun() {
    String expected = ocamlrun("host.bc");
    return Stream.of(false, true)
        .map(collectable -> DynamicTest.dynamicTest(
            collectable ? "collectable" : "static",
            () -> assertEquals(expected, run("keep", collectable, "host.bc"))));
  }

  /** The plugins whose modules export no function are gone once what they registered has been dropped. */
  @TestFactory
  Stream<DynamicTest> freesWhatNothingRefersTo() {
    String expected = ocamlrun("host.bc");
    String dropped = "dropped\n";
    int behind = expected.indexOf(dropped) + dropped.length();
    String bad = "5\n";
    String two = "7\n";
    assertEquals(bad + two, expected.substring(behind, behind + 4), "what ocamlrun prints");
    String freed = expected.substring(0, behind) + "gone\ngone\n" + expected.substring(behind + 4);
    return Stream.of("stub", "handle")
        .map(policy -> DynamicTest.dynamicTest(
            policy, () -> assertEquals(freed, run(policy, false, "host.bc").replaceAll(UNKNOWN, "gone"))));
  }

  @Test
  void aBacktraceKeepsNoCodeAndNeverShowsAnotherUnitsLines() throws IOException {
    String stock = ocamlrun("backtrace.bc");
    assertEquals(stock, run("keep", false, "backtrace.bc"));
    String trace = stock.substring(0, stock.indexOf("dropped\n"));
    String host = trace.substring(trace.indexOf("Called from Backtrace.call"));
    String unknown = "Raised by primitive operation at unknown location\nCalled from unknown location\n" + host;
    assertEquals(trace + "dropped\n" + unknown + "another\n" + unknown, run("handle", false, "backtrace.bc"));
  }
}
