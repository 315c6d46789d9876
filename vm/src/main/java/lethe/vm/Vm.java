package lethe.vm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import lethe.vm.fault.Fault;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Executable;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapExhausted;
import lethe.vm.host.Host;
import lethe.vm.inspect.Inspection;
import lethe.vm.inspect.Why;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.HostCell;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.link.Archive;
import lethe.vm.link.Loader;
import lethe.vm.link.Program;
import lethe.vm.link.Reifier;
import lethe.vm.prim.ExitRequest;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.PrimitiveTable;
import lethe.vm.prim.std.StandardPrimitives;
import lethe.vm.record.Moment;
import lethe.vm.record.Recorder;
import lethe.vm.record.StepEncoder;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Window;
import lethe.vm.value.Value;

/**
 * One OCaml machine. Two of them in a process share nothing.
 *
 * <p><b>To run a program</b>: {@link #run(String, Executable, boolean)} for an executable, {@link #run(Map, Map)} for units that load others. A
 * machine runs one program.
 *
 * <p><b>To host plugins</b>: {@link #load} a unit, {@link #call} its functions, {@link LoadedUnit#close} it and the {@link VmValue}s that you hold, {@link
 * #collect}. The code is freed when nothing in the heap and no open {@link VmValue} leads to it; {@link #why} tells what does.
 * A value that is never closed keeps what it refers to until the machine itself is closed or forgotten: there is no
 * finaliser, since a collection of the JVM's would then decide what this machine's collector does. {@link #openValues} counts them.
 *
 * <p><b>Faults</b>: wrong bytecode ends in a {@link Fault}. After one of kind {@code limit} (one of {@link Limits}, or the JVM
 * itself ran out of stack or memory) the machine counts as closed; the JVM and other machines are as before.
 *
 * <p><b>Threads</b>: any thread may use a machine, one at a time; a second one that enters meanwhile gets an {@link
 * IllegalStateException}.
 */
public final class Vm implements AutoCloseable {
  private final Machine machine;
  private final Loader loader;
  private final Reifier reifier;
  private final Policy policy;
  private final Watch watch;
  private final EventSink sink;
  private final HostInterface cells;
  private final LineTap output;
  private final List<String> lines = new ArrayList<>();
  private final Occupancy occupancy = new Occupancy();
  private final Map<String, CompilationUnit> loadable = new LinkedHashMap<>();
  private boolean keepsLines;
  private int openValues;

  private Vm(VmOptions options) {
    VmParts parts = options.parts();
    Heap heap = parts.heap(options.heap());
    policy = parts.policy(options.policy());
    OutputMeter meter = new OutputMeter(options.limits().outputBytes());
    output = new LineTap(meter.metered(options.host().output()), this::wrote);
    Host host = new TappedHost(options.host(), output, meter.metered(options.host().error()));
    machine = parts.machine(heap, host, policy, options.limits().stackWords());
    machine.limitSteps(options.limits().steps());
    cells = new HostInterface(loadable);
    PrimitiveTable table = StandardPrimitives.table().with(cells.primitives());
    loader = new Loader(machine, policy, name -> parts.primitive(table.lookup(name)), parts::decoder);
    reifier = new Reifier(machine, policy, loader, table::has);
    machine.setLinker(reifier);
    heap.started();
    sink = options.sink() == null ? null : new Window(options.window(), options.sink());
    Recorder recorder = sink == null ? null : new Recorder(machine, options.level(), sink);
    watch = new Watch(machine, policy, options.witness(), recorder);
    cells.attach(machine, loader, watch);
    machine.setSchedule(options.schedule());
    machine.setObserver(options.steps() == null ? recorder : new StepEncoder(machine, options.steps()));
    machine.code.setObserver(watch);
    loader.setObserver(watch);
    watch.setLoader(loader);
  }

  /**
   * A new machine.
   *
   * @throws InputError for an unknown policy, or a heap that the JVM has no memory for
   */
  public static Vm create(VmOptions options) {
    try {
      return new Vm(options);
    } catch (OutOfMemoryError e) {
      throw new InputError(
          "heap", "sizes that fit into the JVM's memory (java -Xmx)", options.heap().minorWords() + " minor words");
    }
  }

  /** The names of the primitives that a program may call: OCaml's own that exist here, and the host interface. */
  public static Set<String> primitiveNames() {
    Set<String> names = new TreeSet<>(StandardPrimitives.table().names());
    new HostInterface(Map.of()).primitives().forEach(primitive -> names.add(primitive.name()));
    return names;
  }

  private void wrote(String line) {
    if (keepsLines) {
      lines.add(line);
    }
    if (watch.recorder() != null) {
      watch.recorder().wrote(line);
    }
  }

  // Programs.

  /**
   * Links units statically, in order, and runs each; the last one's accu is the result. They may load others through the host
   * interface (corpus/README.md). A closing full collection follows, with result and host cells still as roots.
   *
   * @param statics by name as it stands in a trace ({@code main})
   * @param others the units that {@code lethe_load} finds
   */
  public VmOutcome run(Map<String, CompilationUnit> statics, Map<String, CompilationUnit> others) {
    loadable.putAll(others);
    keepsLines = true;
    return outcome(() -> {
      List<CodeBlock> blocks = new ArrayList<>();
      statics.forEach((name, unit) -> blocks.add(loader.addStatic(name, unit)));
      long result = Value.UNIT;
      for (CodeBlock block : blocks) {
        result = machine.interpret(block.at(0));
      }
      return "result " + new Notation(machine.heap).value(result);
    });
  }

  /**
   * Runs an executable to its end. An uncaught exception is told on the host's standard error, as OCaml does.
   *
   * @param name in traces and messages
   * @param collectable load each unit of the program, Stdlib too, through the policy
   */
  public VmOutcome run(String name, Executable file, boolean collectable) {
    Program program = new Program(machine, policy, loader, reifier);
    return outcome(() -> {
      machine.backtraces().setActive(RuntimeParameters.of(machine.host()).backtrace());
      try {
        if (collectable) {
          program.runCollectable(name, file);
        } else {
          program.runStatic(name, file);
        }
      } catch (OcamlException e) {
        throw new OcamlException(new FatalError(machine).tell(e.value()));
      }
      return "exit 0";
    });
  }

  /** How a program ended. */
  private record End(String result, int exitCode, String detail) {
    private static final int RAISED = 2;
    private static final int FAULT = 3;

    End(String result, int exitCode) {
      this(result, exitCode, "");
    }
  }

  private VmOutcome outcome(Supplier<String> body) {
    occupancy.enter();
    watch.tellFates();
    End end;
    try {
      end = end(body);
      output.finish();
      if (end.exitCode() != End.FAULT) {
        end = close(end);
      }
    } finally {
      occupancy.leave();
    }
    VmOutcome.Counts counts = counts();
    if (sink != null) {
      sink.accept(
          Event.of(
              EventKind.END, end.result(), counts.steps(), counts.allocs(), counts.words(), counts.minor(),
              counts.full(), counts.depth()));
    }
    return new VmOutcome(end.result(), watch.fates(), counts, List.copyOf(lines), end.exitCode(), end.detail());
  }

  private End end(Supplier<String> body) {
    try {
      return Trap.guard(() -> ended(body));
    } catch (Fault f) {
      return faulted(f);
    }
  }

  private End ended(Supplier<String> body) {
    try {
      return new End(body.get(), 0);
    } catch (OcamlException e) {
      return raised(e.value());
    } catch (HeapExhausted e) {
      return raised(machine.global(Predef.OUT_OF_MEMORY.slot()));
    } catch (ExitRequest e) {
      int code = e.code() & 0xFF;
      return new End("exit " + code, code);
    }
  }

  private End raised(long exn) {
    machine.accu = exn;
    return new End("raised " + new Notation(machine.heap).value(exn), End.RAISED);
  }

  private End faulted(Fault f) {
    if (f.kind() == Fault.Kind.LIMIT) {
      occupancy.close();
    }
    if (watch.recorder() != null) {
      watch.recorder().fault(f);
    }
    return new End("fault " + f.kind() + (f.unit().isEmpty() ? "" : " " + f.unit()), End.FAULT, f.detail());
  }

  /** The closing collection, whose verifier may still find the heap broken. */
  private End close(End end) {
    watch.closing();
    try {
      return Trap.guard(() -> {
        machine.heap.collectFull(GcCause.CLOSING);
        return end;
      });
    } catch (Fault f) {
      return faulted(f);
    }
  }

  /** The totals so far. */
  public VmOutcome.Counts counts() {
    var heap = machine.heap.counts();
    long allocations = watch.recorder() == null ? 0 : watch.recorder().allocations();
    return new VmOutcome.Counts(
        machine.steps(), allocations, heap.allocatedWords(), heap.minorCollections(), heap.fullCollections(),
        machine.deepestStackWords());
  }

  // Plugins.

  /**
   * Loads a unit privately as collectable code and runs its initialiser.
   *
   * @param name in traces, messages and {@link #why}
   * @throws InputError if the unit is malformed or names a global that is not linked; nothing has changed then
   * @throws UncaughtException if the initialiser raises
   */
  public LoadedUnit load(String name, CompilationUnit unit) {
    return inside(() -> loaded(loader.addLoaded(name, unit)));
  }

  /**
   * As {@link #load}, but units loaded later may name this one's global. The name keeps the unit's module, until {@link
   * LoadedUnit#forget}; if the initialiser raises, it is given up at once, and the unit may be loaded again.
   *
   * @throws InputError also if the global is public already
   */
  public LoadedUnit loadPublic(String name, CompilationUnit unit) {
    return inside(() -> loaded(loader.addPublic(name, unit)));
  }

  /**
   * Loads the members of an archive (.cma) in order, each once the one before has run, as Dynlink does. A member sees the
   * globals of those before it; nobody else does.
   *
   * @throws InputError if a member is malformed or names a global that is not there; none has run then
   * @throws UncaughtException if an initialiser raises: the members behind it never ran, those before it live as long as
   *     something refers to them
   */
  public List<LoadedUnit> loadArchive(List<CompilationUnit> members) {
    return inside(() -> {
      List<LoadedUnit> units = new ArrayList<>();
      try {
        new Archive(machine, policy, loader).load(members, (block, module) -> units.add(unit(block, module)));
      } catch (RuntimeException e) {
        units.forEach(LoadedUnit::close);
        throw e;
      }
      return units;
    });
  }

  private LoadedUnit loaded(CodeBlock block) {
    return unit(block, loader.initialise(block));
  }

  private LoadedUnit unit(CodeBlock block, long module) {
    return new LoadedUnit(this, block, value(module, "unit " + block.name()));
  }

  /**
   * Applies a function to arguments, one at least.
   *
   * @throws UncaughtException if it raises
   */
  public VmValue call(VmValue function, VmValue... arguments) {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("an OCaml function takes at least one argument, unit if nothing else");
    }
    return inside(() -> {
      long[] words = new long[arguments.length];
      for (int i = 0; i < words.length; i++) {
        words[i] = arguments[i].wordIn(this);
      }
      return value(machine.callback(function.wordIn(this), words), "host value");
    });
  }

  /** What OCaml code has registered under a name (Callback.register); empty if nothing. */
  public Optional<VmValue> named(String name) {
    return inside(() -> {
      long word = machine.named(name);
      return word == 0 ? Optional.empty() : Optional.of(value(word, "host value"));
    });
  }

  /**
   * Runs a full collection, then finalisers that are due; if there were any, another one frees what they let go of.
   *
   * @throws UncaughtException if a finaliser raises
   */
  public void collect() {
    inside(() -> {
      machine.pending().collectFully(GcCause.HOST);
      return Value.UNIT;
    });
  }

  /** An OCaml integer. */
  public VmValue ofLong(long n) {
    return value(Value.ofLong(n), "host value");
  }

  /** An OCaml string. */
  public VmValue ofBytes(byte[] bytes) {
    return inside(() -> value(machine.heap.string(bytes), "host value"));
  }

  /** The names of the loaded units whose code is in memory, in the order of their slots. */
  public List<String> liveUnits() {
    return machine.code.live().filter(b -> !b.isStatic()).map(CodeBlock::name).toList();
  }

  /**
   * Why the code of a unit is in memory, or that it is not: the shortest path from a root to its handle, with names that a person
   * understands; those of blocks tell the place of their birth if this machine is traced, else only the kind.
   *
   * <p>The machine stays as it is, so this may also be asked by the sink of its trace, at any event. At the events {@code keep} and
   * {@code free} it is the answer of the collection that is running. It costs a copy and a traversal of the heap.
   *
   * @param unit the instance, {@code plugin#2} for the second
   */
  public Why why(String unit) {
    return looking(moment -> moment.why(unit));
  }

  /**
   * Registers, stack, heap, code, and what the host holds, as data. As {@link #why}, it may be asked by the sink of a trace and
   * costs a traversal.
   */
  public Inspection inspect() {
    return looking(Moment::inspection);
  }

  private <T> T looking(Function<Moment, T> look) {
    Recorder recorder = watch.recorder();
    Supplier<T> answer = () -> look.apply(recorder == null ? Moment.untraced(machine) : recorder.now());
    if (occupancy.isMine()) {
      return answer.get(); // the sink of the trace, while the machine runs
    }
    occupancy.enter();
    try {
      return Trap.guard(answer);
    } finally {
      occupancy.leave();
    }
  }

  /** Words alive in the heap after the last full collection. */
  public long liveWords() {
    return machine.heap.counts().liveWords();
  }

  /** Code blocks in memory, static ones too. */
  public int codeBlocks() {
    return machine.code.liveCount();
  }

  /** Ints of the code in memory, static code too. */
  public long codeInts() {
    return machine.code.live().mapToLong(CodeBlock::lengthInts).sum();
  }

  /** Global slots in use: modules and literals. */
  public int globalSlots() {
    return machine.globals.live();
  }

  /** What the machine remembers beside its heap's contents. */
  public Bookkeeping bookkeeping() {
    int sites = watch.recorder() == null ? 0 : watch.recorder().sites();
    return new Bookkeeping(machine.heap.counts().heapWords(), machine.code.slots(), machine.globals.highest(),
        loader.names(), sites);
  }

  /** Values of this machine that the host has not closed. */
  public int openValues() {
    return openValues;
  }

  private VmValue value(long word, String label) {
    openValues++;
    return new VmValue(this, machine.addHostCell(label, word));
  }

  Heap heap() {
    return machine.heap;
  }

  VmValue field(VmValue value, int i) {
    return inside(() -> {
      long word = value.word();
      if (!Value.isBlock(word) || i < 0 || i >= machine.heap.sizeWords(word)) {
        throw new IllegalArgumentException("no field " + i + " in " + value);
      }
      return value(machine.heap.field(word, i), "host value");
    });
  }

  void drop(HostCell cell) {
    machine.dropHostCell(cell);
    openValues--;
  }

  void forget(CodeBlock block) {
    inside(() -> {
      loader.forget(block);
      return Value.UNIT;
    });
  }

  boolean unload(CodeBlock block) {
    return inside(() -> watch.unload(block));
  }

  /** Everything of the host's is let go of, files that the program left open too; the machine may not be used any more. */
  @Override
  public void close() {
    occupancy.close();
    machine.close();
  }

  private <T> T inside(Supplier<T> body) {
    occupancy.enter();
    try {
      return Trap.guard(() -> caught(body));
    } catch (Fault f) {
      // The JVM may have given up in the middle of a collection: the heap can no longer be trusted.
      if (f.kind() == Fault.Kind.LIMIT) {
        occupancy.close();
      }
      throw f;
    } finally {
      machine.accu = Value.UNIT;
      machine.env = machine.heap.atom(0);
      occupancy.leave();
    }
  }

  private <T> T caught(Supplier<T> body) {
    try {
      return body.get();
    } catch (OcamlException e) {
      throw new UncaughtException(new Notation(machine.heap).value(e.value()));
    } catch (HeapExhausted e) {
      throw new UncaughtException(Predef.OUT_OF_MEMORY.ocamlName());
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "VM with policy %s, %d code blocks, %d open values", policy.id(), codeBlocks(), openValues);
  }
}
