package lethe.vm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lethe.vm.format.Executable;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.MemoryHost;

/** A program of the test resources in families/, compiled by ocamlc, to be run under ocamlrun and here. */
record ProgramHere(Path file) {
  /** The minor area is small, so that what programs hold moves often. */
  private static final HeapOptions HEAP = HeapOptions.DEFAULT.withMinorWords(2048).withCheck(false);

  /** What a run printed, by lines, and how it ended. */
  record Printed(List<String> output, List<String> error, int exitCode) {}

  /** @param with libraries (.cma), grammars (.mly) and lexers (.mll) of families/ that it is linked with */
  static ProgramHere compile(Path folder, String name, List<String> with) throws IOException {
    List<String> command = new ArrayList<>(List.of("ocamlc", "-w", "-a", "-o", name));
    for (String part : with) {
      if (part.endsWith(".mly")) {
        copy(folder, part);
        OcamlInstalled.run(folder, "ocamlyacc", part);
        command.add(part.replace(".mly", ".mli"));
        command.add(part.replace(".mly", ".ml"));
      } else if (part.endsWith(".mll")) {
        copy(folder, part);
        OcamlInstalled.run(folder, "ocamllex", "-q", part);
        command.add(part.replace(".mll", ".ml"));
      } else {
        command.add(part);
      }
    }
    copy(folder, name + ".ml");
    command.add(name + ".ml");
    OcamlInstalled.run(folder, command.toArray(String[]::new));
    return new ProgramHere(folder.resolve(name));
  }

  private static void copy(Path folder, String file) throws IOException {
    try (InputStream source = ProgramHere.class.getResourceAsStream("families/" + file)) {
      Files.write(folder.resolve(file), source.readAllBytes());
    }
  }

  Printed underOcamlrun() throws IOException {
    Path folder = file.getParent();
    OcamlInstalled.run(folder, "sh", "-c", "ocamlrun " + file.getFileName() + " > out 2> err; echo $? > code");
    return new Printed(
        lines(Files.readAllBytes(folder.resolve("out"))),
        lines(Files.readAllBytes(folder.resolve("err"))),
        Integer.parseInt(Files.readString(folder.resolve("code")).strip()));
  }

  Printed here() throws IOException {
    MemoryHost host = new MemoryHost(file.getFileName().toString());
    try (Vm vm = Vm.create(VmOptions.defaults().withHeap(HEAP).withHost(host))) {
      VmOutcome outcome = vm.run("main", Executable.read(file.toString(), Files.readAllBytes(file)), false);
      return new Printed(lines(host.outputBytes()), lines(host.errorBytes()), outcome.exitCode());
    }
  }

  private static List<String> lines(byte[] printed) {
    return new String(printed, StandardCharsets.ISO_8859_1).lines().toList();
  }
}
