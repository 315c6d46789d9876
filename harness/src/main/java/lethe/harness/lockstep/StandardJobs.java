package lethe.harness.lockstep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lethe.harness.bench.BenchProgram;

/**
 * What is compared if nobody names a program: programs of ours, which are resources beside this class, the benchmarks, and OCaml's
 * own compiler, lexer generator and dependency generator on these sources.
 */
public final class StandardJobs {
  /** Each runs by itself and takes a count of rounds. */
  private static final List<String> PROGRAMS = List.of("exceptions", "objects", "values");
  private static final List<String> HOST = List.of("registry", "host");
  private static final List<String> PLUGINS = List.of("plugin_one", "plugin_two");
  private static final String LEXER = "words.mll";
  private static final String EXECUTABLE = ".byte";

  /** A long source, of all the others. */
  private static final String ALL = "all.ml";

  private final Path folder;

  /** @param folder where sources and executables go */
  public StandardJobs(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
  }

  /** Writes and compiles everything. By the name of each job. */
  public Map<String, Job> all() throws IOException {
    Map<String, Job> jobs = new LinkedHashMap<>();
    for (String name : PROGRAMS) {
      jobs.put(name, program(name, 40));
    }
    jobs.put("host with two plugins", host());
    for (BenchProgram bench : BenchProgram.all()) {
      jobs.put("bench " + bench.name(), benchmark(bench));
    }
    jobs.putAll(tools());
    return jobs;
  }

  /** One of the programs. */
  public Job program(String name, int rounds) throws IOException {
    Path executable = compiled(name, List.of("-o", name + EXECUTABLE, source(name + ".ml")));
    return Job.in(folder, executable, Integer.toString(rounds));
  }

  /** The host, which loads each plugin twice. */
  public Job host() throws IOException {
    List<String> line = new ArrayList<>(List.of("-linkall", "-o", "host" + EXECUTABLE, "dynlink.cma"));
    for (String name : HOST) {
      line.add(source(name + ".ml"));
    }
    Path executable = compiled("host", line);
    for (String name : PLUGINS) {
      ocamlc(List.of("-c", source(name + ".ml")));
    }
    return Job.in(folder, executable, PLUGINS.stream().map(name -> name + ".cmo").toArray(String[]::new));
  }

  /** In a folder of its own: a benchmark may have the name of a program, or of a module of OCaml's. */
  private Job benchmark(BenchProgram bench) throws IOException {
    Path own = Files.createDirectories(folder.resolve("bench").resolve(bench.name()));
    Path source = own.resolve(bench.name() + ".ml");
    Files.writeString(source, bench.source());
    Path executable = own.resolve(bench.name() + EXECUTABLE);
    ocamlc(List.of("-o", executable.toString(), source.toString()));
    return Job.in(own, executable);
  }

  private Map<String, Job> tools() throws IOException {
    Map<String, Job> jobs = new LinkedHashMap<>();
    String small = source("objects.ml");
    String large = allSources();
    String lexer = source(LEXER);
    jobs.put(lines("ocamlc", small), fresh("ocamlc.byte", List.of(small), "-o", "p", small));
    jobs.put(lines("ocamlc", large), fresh("ocamlc.byte", List.of(large), "-w", "-a", "-o", "p", large));
    jobs.put("ocamllex", fresh("ocamllex.byte", List.of(lexer), lexer));
    jobs.put("ocamldep", fresh("ocamldep.byte", List.of(small, large), small, large));
    return jobs;
  }

  private String lines(String tool, String file) throws IOException {
    try (var lines = Files.lines(folder.resolve(file))) {
      return tool + " on " + lines.count() + " lines";
    }
  }

  private Job fresh(String tool, List<String> files, String... arguments) {
    Path program = Command.find(tool).orElseThrow();
    WorkingFolder working = WorkingFolder.fresh(folder.resolve("work"), files.stream().map(folder::resolve).toList());
    return new Job(program, List.of(arguments), working, Optional.empty(), "");
  }

  private String allSources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : PROGRAMS) {
      module(all, "M_" + name, Files.readString(folder.resolve(name + ".ml")));
    }
    BenchProgram.all().forEach(bench -> module(all, "Bench_" + bench.name(), bench.source()));
    Files.writeString(folder.resolve(ALL), all);
    return ALL;
  }

  private static void module(StringBuilder all, String name, String source) {
    all.append("module ").append(name).append(" = struct\n").append(source).append("end\n");
  }

  /** Copies a source out of the resources. */
  private String source(String name) throws IOException {
    try (InputStream in = StandardJobs.class.getResourceAsStream(name)) {
      Files.writeString(folder.resolve(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return name;
  }

  private Path compiled(String name, List<String> arguments) throws IOException {
    ocamlc(arguments);
    return folder.resolve(name + EXECUTABLE);
  }

  private void ocamlc(List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("ocamlc", "-g", "-w", "-a"));
    line.addAll(arguments);
    Command.run(line, folder);
  }
}
