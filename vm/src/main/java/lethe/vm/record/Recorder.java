package lethe.vm.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Barrier;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.GcFigures;
import lethe.vm.heap.GcKind;
import lethe.vm.inspect.KeepingPath;
import lethe.vm.inspect.Why;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.MachineObserver;
import lethe.vm.isa.Disassembler;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operation;
import lethe.vm.isa.Symbols;
import lethe.vm.link.LoadObserver;
import lethe.vm.prim.Primitive;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;
import lethe.vm.trace.Names;
import lethe.vm.value.Value;

/** Writes what a machine does as events. Calls and returns are told by the instruction before and where it led. */
public final class Recorder implements MachineObserver, LoadObserver {
  private final Machine machine;
  private final Level level;
  private final EventSink sink;
  private final Births births = new Births();
  private final ValueNames names;
  private Moment marked;
  private Instruction previous;
  private int previousExtraArgs;
  private int previousDepth;
  private final Deque<Interrupted> interrupted = new ArrayDeque<>();
  private String placing = "";
  private long allocations;

  public Recorder(Machine machine, Level level, EventSink sink) {
    this.machine = machine;
    this.level = level;
    this.sink = sink;
    this.names = new ValueNames(machine.heap, machine.code, births);
    this.marked = now();
  }

  private void emit(EventKind kind, Object... values) {
    sink.accept(Event.of(kind, values));
  }

  private int depth() {
    return machine.stack.length - machine.sp;
  }

  /** The name of a word, as in the trace. */
  public String nameOf(long word) {
    return names.of(word);
  }

  /** The machine as it stands now, with the names of this trace. */
  public Moment now() {
    return new Moment(machine, names);
  }

  /** Places of births that are remembered. */
  public int sites() {
    return births.sites();
  }

  /** Blocks born so far. */
  public long allocations() {
    return allocations;
  }

  // Steps, calls, returns.

  @Override
  public void step(Instruction i) {
    if (level == Level.EFFECTS) {
      return;
    }
    if (previous != null) {
      transfer(previous, i);
    }
    previous = i;
    previousExtraArgs = machine.extraArgs;
    previousDepth = depth();
    if (level == Level.STEPS) {
      emit(EventKind.STEP, i.site(), Disassembler.line(i.insn(), symbols(i)), names.of(machine.accu), depth());
    }
  }

  private void transfer(Instruction from, Instruction to) {
    Operation operation = from.insn().operation();
    Opcode opcode = operation.plain();
    if (opcode == null) {
      // A policy's own way of calling into a block, or of returning from it. Only a return takes a frame away.
      if (depth() < previousDepth) {
        returned(to);
      } else {
        called(from, to);
      }
      return;
    }
    switch (opcode) {
      case APPLY, APPLY1, APPLY2, APPLY3, APPTERM, APPTERM1, APPTERM2, APPTERM3 -> called(from, to);
      case RETURN -> {
        if (previousExtraArgs > 0) {
          called(from, to);
        } else {
          returned(to);
        }
      }
      case GRAB -> {
        if (to.block() != from.block() || to.offset() != from.insn().nextOffset()) {
          returned(to);
        }
      }
      default -> {}
    }
  }

  private void called(Instruction from, Instruction to) {
    emit(EventKind.CALL, to.site(), from.site(), machine.extraArgs + 1, depth());
  }

  private void returned(Instruction to) {
    emit(EventKind.RETURN, to.site(), names.of(machine.accu), depth());
  }

  private Symbols symbols(Instruction i) {
    return new CodeSymbols(machine.globals, i);
  }

  @Override
  public void raised(long exn, long handler) {
    previous = null;
    String to = handler == 0 ? null : machine.code.siteOf(handler);
    emit(EventKind.RAISE, machine.siteName(), to, names.of(exn), depth());
  }

  // Primitives.

  @Override
  public void primitive(Primitive p, long... args) {
    List<String> values = new ArrayList<>();
    for (long arg : args) {
      values.add(names.of(arg));
    }
    emit(EventKind.PRIM, p.name(), values);
    previous = null;
  }

  @Override
  public void returned(Primitive p, long result) {
    previous = null;
    if (result != Value.UNIT) {
      emit(EventKind.DONE, p.name(), names.of(result));
    }
  }

  /** The program wrote a line. */
  public void wrote(String line) {
    emit(EventKind.OUT, line);
  }

  // Pending actions.

  /** The step before an interruption, which the step after it goes on from. */
  private record Interrupted(Instruction previous, int extraArgs, int depth) {}

  @Override
  public void interrupted() {
    interrupted.push(new Interrupted(previous, previousExtraArgs, previousDepth));
    previous = null;
  }

  @Override
  public void resumed() {
    Interrupted before = interrupted.pop();
    previous = before.previous();
    previousExtraArgs = before.extraArgs();
    previousDepth = before.depth();
  }

  @Override
  public void finalising(long function, long value) {
    emit(EventKind.FINAL, machine.code.unitOf(function), value == Value.UNIT ? null : names.of(value));
  }

  // The heap.

  @Override
  public void allocated(long block) {
    if (!placing.isEmpty()) {
      births.born(block, machine.heap.tag(block), placing);
      return;
    }
    Instruction at = machine.current();
    births.born(block, machine.heap.tag(block), at == null ? Names.HOST : at.site());
    allocations++;
    emit(EventKind.ALLOC, births.name(block), machine.heap.sizeWords(block));
  }

  @Override
  public void stored(long block, int field, long value, Barrier decision) {
    emit(
        EventKind.SET,
        block == machine.globals.address() ? global(field) : names.of(block) + "." + field,
        names.of(value),
        barrier(decision));
  }

  private static String barrier(Barrier decision) {
    return switch (decision) {
      case NONE -> "none";
      case REMEMBERED -> "remember";
      case ALREADY -> "already";
    };
  }

  private String global(int slot) {
    String name = machine.globals.nameOf(slot);
    return name.isEmpty() ? "global of " + machine.current().block().name() : "global " + name;
  }

  @Override
  public String birth(long block) {
    return births.isUnseen(block) ? "" : births.name(block);
  }

  @Override
  public void moved(long from, long to) {
    births.moved(from, to);
  }

  @Override
  public void begin(GcKind kind, GcCause cause) {
    emit(EventKind.GC, word(kind), word(cause));
  }

  @Override
  public void end(GcKind kind, GcFigures figures) {
    emit(EventKind.SWEPT, word(kind), figures.promotedWords(), figures.freedWords());
    if (kind == GcKind.FULL && births.areMany()) {
      Set<String> live = machine.code.live().map(CodeBlock::name).collect(Collectors.toSet());
      births.forget(machine.heap.snapshot(), unit -> !unit.equals(Names.HOST) && !live.contains(unit));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  // Code.

  @Override
  public void marking() {
    marked = now();
  }

  @Override
  public void kept(CodeBlock block) {
    Why why = marked.why(block);
    List<String> path = why.path().map(KeepingPath::inTrace)
        .orElse(List.of(why.reason() == Why.Reason.PINNED ? "policy " + why.policy() : "unknown"));
    emit(EventKind.KEEP, block.name(), path);
  }

  @Override
  public void freed(CodeBlock block, String why, int slots) {
    emit(EventKind.FREE, block.name(), why, block.lengthInts(), slots);
  }

  @Override
  public void placing(String unit) {
    placing = "lit@" + unit;
  }

  @Override
  public void placed() {
    placing = "";
  }

  @Override
  public void loaded(CodeBlock block, int literals, int slots) {
    emit(EventKind.LOAD, block.name(), block.lengthInts(), literals, slots);
  }

  @Override
  public void linked(CodeBlock block, int offsetInts, String to) {
    emit(EventKind.LINK, Names.site(block.name(), offsetInts), to);
  }

  @Override
  public void rewritten(CodeBlock block, int offsetInts, Operation from, Operation to) {
    emit(EventKind.REWRITE, Names.site(block.name(), offsetInts), from.mnemonic(), to.mnemonic());
  }

  @Override
  public void started(CodeBlock block) {
    emit(EventKind.RUN, block.name());
  }

  @Override
  public void initialised(CodeBlock block) {
    emit(EventKind.READY, block.name());
  }

  @Override
  public void unloadRequested(CodeBlock block) {
    emit(EventKind.UNLOAD, block.name());
  }

  // The end.

  /** The machine stopped with a fault. */
  public void fault(Fault fault) {
    emit(EventKind.FAULT, fault.kind().toString(), machine.siteName(), fault.detail());
  }
}
