package lethe.vm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lethe.vm.format.CompilationUnit;
import lethe.vm.host.HostError;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.HostCell;
import lethe.vm.interp.Machine;
import lethe.vm.link.Loader;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.prim.SignalTable;
import lethe.vm.value.Value;

/** The primitives that a case may call beside OCaml's own: host interface, version 2 (corpus/README.md). */
final class HostInterface {
  private static final int CELLS = 16;

  private final Map<String, CompilationUnit> loadable;
  private final HostCell[] cells = new HostCell[CELLS];
  private final Map<String, Deque<CodeBlock>> instances = new HashMap<>();
  /** The instance that was loaded publicly last, by unit. */
  private final Map<String, CodeBlock> publics = new HashMap<>();
  private Machine machine;
  private Loader loader;
  private Watch watch;

  HostInterface(Map<String, CompilationUnit> loadable) {
    this.loadable = loadable;
  }

  /** The machine exists now; its table of primitives was needed to make it. */
  void attach(Machine m, Loader l, Watch w) {
    machine = m;
    loader = l;
    watch = w;
  }

  List<Primitive> primitives() {
    return List.of(
        Primitive.of("lethe_load", (Runtime rt, long name) -> load(rt, name)),
        Primitive.of("lethe_load_public", (Runtime rt, long name) -> loadPublic(rt, name)),
        Primitive.of("lethe_forget", (Runtime rt, long name) -> forget(rt, name)),
        Primitive.of("lethe_unload", (Runtime rt, long name) -> unload(rt, name)),
        Primitive.of("lethe_set", (Runtime rt, long n, long value) -> set(rt, n, value)),
        Primitive.of("lethe_get", (Runtime rt, long n) -> get(rt, n)),
        Primitive.of("lethe_print", (Runtime rt, long value) -> print(rt, value)),
        Primitive.of("lethe_signal", (Runtime rt, long number) -> signal(rt, number)));
  }

  private long load(Runtime rt, long nameValue) {
    String name = text(rt, nameValue);
    return initialise(name, loader.addLoaded(name, unit(rt, name)));
  }

  private long loadPublic(Runtime rt, long nameValue) {
    String name = text(rt, nameValue);
    CompilationUnit unit = unit(rt, name);
    CodeBlock earlier = publics.get(name);
    if (earlier != null && !earlier.publicNames().isEmpty()) {
      throw rt.raiseWithString(Predef.FAILURE, "lethe_load_public: " + name + " is public already");
    }
    CodeBlock block = loader.addPublic(name, unit);
    publics.put(name, block);
    return initialise(name, block);
  }

  private CompilationUnit unit(Runtime rt, String name) {
    CompilationUnit unit = loadable.get(name);
    if (unit == null) {
      throw rt.raiseWithString(Predef.FAILURE, "lethe_load: no unit " + name);
    }
    return unit;
  }

  private long initialise(String name, CodeBlock block) {
    instances.computeIfAbsent(name, n -> new ArrayDeque<>()).push(block);
    loader.initialise(block);
    return Value.UNIT;
  }

  private long forget(Runtime rt, long nameValue) {
    CodeBlock block = publics.remove(text(rt, nameValue));
    if (block != null) {
      loader.forget(block);
    }
    return Value.UNIT;
  }

  private long unload(Runtime rt, long nameValue) {
    String name = text(rt, nameValue);
    Deque<CodeBlock> loaded = instances.getOrDefault(name, new ArrayDeque<>());
    while (!loaded.isEmpty() && loaded.peek().isFreed()) {
      loaded.pop();
    }
    if (!loaded.isEmpty()) {
      watch.unload(loaded.peek());
    }
    return Value.UNIT;
  }

  private HostCell cell(Runtime rt, long n) {
    int i = Value.intOf(n);
    if (i < 0 || i >= CELLS) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "index out of bounds");
    }
    if (cells[i] == null) {
      cells[i] = machine.addHostCell("cell " + i, Value.ofLong(0));
    }
    return cells[i];
  }

  private long set(Runtime rt, long n, long value) {
    cell(rt, n).set(value);
    return Value.UNIT;
  }

  private long get(Runtime rt, long n) {
    return cell(rt, n).get();
  }

  private long print(Runtime rt, long value) {
    byte[] line = (new Notation(rt.heap()).value(value) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      rt.host().output().write(line, 0, line.length);
    } catch (HostError e) {
      throw rt.raiseWithString(Predef.SYS_ERROR, e.getMessage());
    }
    return Value.UNIT;
  }

  /** As Unix.kill of the own process: the handler has run when it returns. The default action would end the process. */
  private long signal(Runtime rt, long number) {
    int signal = SignalTable.systemNumber(Value.intOf(number));
    if (signal < 0 || !rt.signals().note(signal)) {
      throw rt.raiseWithString(Predef.FAILURE, "lethe_signal: nothing handles signal " + Value.longOf(number));
    }
    rt.pending().run();
    return Value.UNIT;
  }

  private static String text(Runtime rt, long string) {
    return new String(rt.heap().bytes(string), StandardCharsets.UTF_8);
  }
}
