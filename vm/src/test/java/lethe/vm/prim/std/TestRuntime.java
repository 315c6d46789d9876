package lethe.vm.prim.std;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.Host;
import lethe.vm.prim.Backtraces;
import lethe.vm.prim.ClosureForm;
import lethe.vm.prim.Pending;
import lethe.vm.prim.Predef;
import lethe.vm.prim.PrimitiveTable;
import lethe.vm.prim.ProgramLinker;
import lethe.vm.prim.Runtime;
import lethe.vm.prim.SignalTable;
import lethe.vm.prim.StackSize;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** A machine without code: heap, host and the predefined exceptions. It never collects. */
final class TestRuntime implements Runtime, Pending, StackSize {
  private static final PrimitiveTable TABLE = StandardPrimitives.table();

  private final Heap heap = new Heap(HeapOptions.DEFAULT);
  private final SignalTable signals = new SignalTable(heap);
  private int stackLimitWords = 1024;
  private final Host host;
  private final long[] globals = new long[Predef.values().length];
  private final Map<String, Long> named = new LinkedHashMap<>();
  private final Map<Class<?>, Object> states = new HashMap<>();

  TestRuntime(Host host) {
    this.host = host;
    for (Predef p : Predef.values()) {
      globals[p.slot()] = heap.allocate(2, Tag.OBJECT);
      heap.init(globals[p.slot()], 0, string(p.ocamlName()));
      heap.init(globals[p.slot()], 1, Value.ofLong(-1 - p.slot()));
    }
  }

  long call(String primitive, long... args) {
    return TABLE.lookup(primitive).callN(this, args);
  }

  long string(String latin) {
    return heap.string(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public Heap heap() {
    return heap;
  }

  @Override
  public Host host() {
    return host;
  }

  @Override
  public long global(int slot) {
    return globals[slot];
  }

  @Override
  public long callback(long closure, long... args) {
    throw new UnsupportedOperationException("no code here");
  }

  @Override
  public Pending pending() {
    return this;
  }

  @Override
  public boolean run() {
    return false;
  }

  @Override
  public void collectFully(GcCause cause) {
    throw new UnsupportedOperationException("it never collects");
  }

  @Override
  public void releaseFinalisers() {}

  @Override
  public void add(BooleanSupplier action) {}

  @Override
  public void dropAdded() {}

  @Override
  public SignalTable signals() {
    return signals;
  }

  @Override
  public StackSize stackSize() {
    return this;
  }

  @Override
  public int usedWords() {
    return 0;
  }

  @Override
  public int limitWords() {
    return stackLimitWords;
  }

  @Override
  public void setLimitWords(long words) {
    stackLimitWords = (int) words;
  }

  @Override
  public void registerNamed(String name, long value) {
    named.put(name, value);
  }

  @Override
  public long named(String name) {
    return named.getOrDefault(name, 0L);
  }

  @Override
  public void ensureStack(int words) {}

  @Override
  public <T> T state(Class<T> key, Supplier<T> make) {
    return key.cast(states.computeIfAbsent(key, k -> make.get()));
  }

  @Override
  public ClosureForm closures() {
    throw new UnsupportedOperationException("no code here");
  }

  @Override
  public Backtraces backtraces() {
    throw new UnsupportedOperationException("no code here");
  }

  @Override
  public ProgramLinker linker() {
    throw new UnsupportedOperationException("no code here");
  }

  @Override
  public String siteName() {
    return "test+0";
  }
}
