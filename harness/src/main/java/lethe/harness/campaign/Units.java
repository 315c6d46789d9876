package lethe.harness.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import lethe.vm.LoadedUnit;
import lethe.vm.Vm;
import lethe.vm.VmValue;
import lethe.vm.asm.Assembler;
import lethe.vm.format.CompilationUnit;

/** The units that campaigns load, assembled once: their sources stand beside this class as resources. */
final class Units {
  /**
   * Closures of every shape: closed, with a variable, a partial application, two that are recursive, one put over a dummy; a
   * handler, a literal. Field 0 uses all of them.
   */
  static final CompilationUnit PLUGIN = assemble("plugin");

  /** Field 0 wraps a handler in one that calls it. */
  static final CompilationUnit WRAPPER = assemble("wrapper");

  private static final int FIELD_CLOSED = 1;
  private static final int FIELD_BOTH = 3;
  private static final long ARGUMENT = 4;
  private static final long RESULT = 47;

  private Units() {}

  private static CompilationUnit assemble(String name) {
    try (InputStream in = Units.class.getResourceAsStream(name + ".asm")) {
      return Assembler.assemble(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)).get(0).unit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads the plugin; the caller holds its function alone, {@code fun x -> x + 1}. */
  static VmValue closedFunction(Vm vm) {
    try (LoadedUnit unit = vm.load("plugin", PLUGIN)) {
      return unit.field(FIELD_CLOSED);
    }
  }

  /** Loads the plugin, uses it and drops all of it but what the collector has not yet taken. */
  static void useOnce(Vm vm, String name) {
    try (LoadedUnit unit = vm.load(name, PLUGIN);
        VmValue use = unit.field(0);
        VmValue both = unit.field(FIELD_BOTH);
        VmValue argument = vm.ofLong(ARGUMENT);
        VmValue partial = vm.call(both, argument);
        VmValue sum = vm.call(partial, argument);
        VmValue result = vm.call(use, argument)) {
      check(RESULT, result);
      check(2 * ARGUMENT, sum);
    }
  }

  /** A result that must be that integer: a campaign of wrong answers measures nothing. */
  static void check(long expected, VmValue result) {
    if (result.asLong() != expected) {
      throw new IllegalStateException("the unit answered " + result + ", not " + expected);
    }
  }
}
