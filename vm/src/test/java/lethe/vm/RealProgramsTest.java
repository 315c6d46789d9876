package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lethe.vm.format.Executable;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.MemoryHost;
import lethe.vm.policy.Policies;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs of the real compiler print and end as under ocamlrun: static, and collectable under every policy. */
class RealProgramsTest {
  private static final HeapOptions SMALLEST = HeapOptions.DEFAULT.withMinorWords(256).withMajorWords(1);

  @TempDir private Path folder;

  /** What they free too early ends in a fault that is caught: the program prints what it should until then. */
  private static final Set<String> UNSOUND = Set.of("export", "negate");

  private static final int FAULT = 3;

  private record End(String output, String error, int exitCode) {}

  @TestFactory
  Stream<DynamicTest> asUnderOcamlrun() throws IOException {
    OcamlInstalled.require("programs compiled by ocamlc against ocamlrun");
    List<DynamicTest> tests = new ArrayList<>();
    for (String program : List.of("bare", "library", "backtraces")) {
      Path file = compile(program);
      End expected = ocamlrun(file);
      for (String policy : Policies.ids()) {
        for (HeapOptions heap : List.of(HeapOptions.DEFAULT, SMALLEST)) {
          for (boolean collectable : List.of(false, true)) {
            String name =
                program + " " + policy + (collectable ? " collectable" : "") + " minor " + heap.minorWords();
            boolean mayFault = collectable && UNSOUND.contains(policy);
            tests.add(DynamicTest.dynamicTest(name, () -> check(expected, run(file, policy, heap, collectable), mayFault)));
          }
        }
      }
    }
    return tests.stream();
  }

  private static void check(End expected, End actual, boolean mayFault) {
    if (mayFault && actual.exitCode() == FAULT) {
      assertTrue(expected.output().startsWith(actual.output()), actual::toString);
    } else {
      assertEquals(expected, actual);
    }
  }

  /** What observes liveness collects often: with the smallest heap alone, and static code, which no policy touches, once. */
  @TestFactory
  Stream<DynamicTest> whatDiesIsAsUnderOcamlrun() throws IOException {
    OcamlInstalled.require("weak pointers, finalisers, limits and profiles against ocamlrun");
    List<DynamicTest> tests = new ArrayList<>();
    for (String program : List.of("weakpointers", "finalisers", "limits", "profile")) {
      Path file = compile(program);
      End expected = ocamlrun(file);
      tests.add(DynamicTest.dynamicTest(
          program + " static", () -> assertEquals(expected, run(file, "keep", HeapOptions.DEFAULT, false))));
      for (String policy : Policies.ids()) {
        boolean mayFault = UNSOUND.contains(policy);
        tests.add(DynamicTest.dynamicTest(
            program + " " + policy, () -> check(expected, run(file, policy, SMALLEST, true), mayFault)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> marshalledBytesAreThoseOfOcamlrun() throws IOException {
    OcamlInstalled.require("marshalled bytes against ocamlrun, closures too");
    Path file = compile("marshalling");
    End expected = ocamlrun(file);
    return Stream.concat(Stream.of("static"), Policies.ids().stream())
        .map(policy -> DynamicTest.dynamicTest(policy, () -> {
          boolean collectable = !policy.equals("static");
          assertEquals(expected, run(file, collectable ? policy : "keep", HeapOptions.DEFAULT, collectable));
        }));
  }

  @TestFactory
  Stream<DynamicTest> tailCallsOverflowUnderTheStubOnly() throws IOException {
    OcamlInstalled.require("tail calls of a program compiled by ocamlc");
    Path file = compile("tailcalls");
    return Policies.ids().stream()
        .map(policy -> DynamicTest.dynamicTest(policy, () -> {
          String expected = policy.equals("stub") ? "Stack_overflow\n" : "done\n";
          assertEquals(new End(expected, "", 0), run(file, policy, HeapOptions.DEFAULT, true));
        }));
  }

  private Path compile(String program) throws IOException {
    try (InputStream source = getClass().getResourceAsStream("programs/" + program + ".ml")) {
      Files.write(folder.resolve(program + ".ml"), source.readAllBytes());
    }
    OcamlInstalled.run(folder, "ocamlc", "-g", "-w", "-a", "-o", program + ".bc", program + ".ml");
    return folder.resolve(program + ".bc");
  }

  private End ocamlrun(Path file) throws IOException {
    String command = "ocamlrun " + file.getFileName() + " > out 2> err; echo $? > code";
    OcamlInstalled.run(folder, "sh", "-c", command);
    int code = Integer.parseInt(Files.readString(folder.resolve("code")).strip());
    return new End(Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")), code);
  }

  private static End run(Path file, String policy, HeapOptions heap, boolean collectable) throws IOException {
    MemoryHost host = new MemoryHost(file.getFileName().toString());
    VmOptions options = VmOptions.defaults().withPolicy(policy).withHeap(heap.withCheck(false)).withHost(host);
    try (Vm vm = Vm.create(options)) {
      VmOutcome outcome = vm.run("main", Executable.read(file.toString(), Files.readAllBytes(file)), collectable);
      return new End(
          new String(host.outputBytes(), StandardCharsets.UTF_8),
          new String(host.errorBytes(), StandardCharsets.UTF_8),
          outcome.exitCode());
    }
  }
}
