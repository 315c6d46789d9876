package lethe.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.format.Executable;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;

/**
 * A bytecode executable that is to be run.
 *
 * @param arguments what follows the program's name
 * @param collectable load each unit through the policy
 */
record ProgramFile(String name, Executable executable, List<String> arguments, boolean collectable) {
  /** The unit's name in a trace of a program linked statically. */
  static final String UNIT = "main";

  static ProgramFile read(String name, List<String> arguments, boolean collectable) {
    return new ProgramFile(name, Executable.read(name, InputFile.bytes(name)), arguments, collectable);
  }

  /** The file's name without its folders. */
  String baseName() {
    return Path.of(name).getFileName().toString();
  }

  /** Runs it with the session's streams. */
  VmOutcome run(Session session, VmOptions options) {
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(arguments);
    try (Vm vm = Vm.create(options.withHost(session.host(line)))) {
      return vm.run(UNIT, executable, collectable);
    }
  }

  /** Runs it and traces. */
  VmOutcome run(Session session, VmOptions options, Level level, Set<String> window, EventSink sink) {
    return run(session, options.withTrace(level, window, sink));
  }
}
