package lethe.vm.interp;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lethe.vm.fault.Fault;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapExhausted;
import lethe.vm.heap.Root;
import lethe.vm.heap.RootVisitor;
import lethe.vm.heap.Roots;
import lethe.vm.host.Host;
import lethe.vm.prim.Backtraces;
import lethe.vm.prim.ClosureForm;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Pending;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.ProgramLinker;
import lethe.vm.prim.Runtime;
import lethe.vm.prim.SignalTable;
import lethe.vm.prim.StackSize;
import lethe.vm.value.Value;

/**
 * The ZINC machine (interp.c): registers, stack, and the loop. Instructions are objects that change the registers and
 * give their successor, so the loop only dispatches.
 *
 * <p><b>Safepoints.</b> The collector runs between instructions or, for an instruction that allocates, before it has
 * changed a register; all roots are then in the registers and on the stack.
 *
 * <p><b>The invariant of frames.</b> Wherever a code address of loaded code is saved on the stack, the closure it runs for
 * is saved in the same frame: one slot above in a return frame {@code [pc, env, extra_args]}, two above in a trap frame
 * {@code [pc, link, env, extra_args]}, one below in the frame of a C call {@code [env, pc]}. So what keeps env keeps the code.
 * {@link FrameCheck} verifies it at each full collection of a checked heap.
 *
 * <p><b>Pending actions</b> ({@link PendingActions}) run at safepoints, but for those of calls of primitives, under the frame of an
 * event {@code [accu, unit, unit, pc, env, extra_args]}. An exception of theirs is raised by the instruction at the safepoint.
 *
 * <p>Not safe for threads.
 */
public class Machine implements Runtime, Roots {
  /** Free words that code may use between two checks (stacks.h). */
  public static final int STACK_THRESHOLD_WORDS = 256;

  /** Instructions between two looks at the limit of steps: so the loop tests only its own countdown. */
  public static final int STEP_QUANTUM = 1 << 16;

  private static final int INITIAL_STACK_WORDS = 1024;

  // The registers and the stack are public for the instructions, which are this class's body cut into pieces; an accessor
  // would hide nothing.
  /** Accumulator: a value. */
  public long accu = Value.UNIT;

  /** The closure being run, or the atom 0 in a program's main code. */
  public long env;

  /** Arguments beyond the first that the function was called with; a plain number. */
  public int extraArgs;

  /** The stack grows down; {@code stack[sp]} is slot 0. */
  public long[] stack;

  public int sp;

  /** Index of the innermost trap frame. */
  public int trapSp;

  public final Heap heap;
  public final Globals globals;
  public final CodeTable code;

  private final Host host;
  private final GrowingStack growing;
  private final SignalTable signals;
  private final PendingActions pending;
  private final Map<Class<?>, Object> states = new HashMap<>();
  private final NamedValues named = new NamedValues();
  private final HostCells hostCells = new HostCells();
  private final CallbackStubs callbacks;
  private final ClosureForm closures;
  private final Backtrace backtrace = new Backtrace(this);

  private Schedule schedule;
  private ProgramLinker linker;
  private MachineObserver observer;
  private Instruction current;

  /** Where the running activation goes on: the others' are saved on the stack. */
  private long pc = Value.UNIT;

  private int activationBase;
  private long steps;
  private long stepLimit = Long.MAX_VALUE;
  private int deepest;

  /**
   * @param stackLimitWords where a growing stack stops and Stack_overflow is raised
   */
  public Machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
    this(heap, host, policy, stackLimitWords, new CodeSeams());
  }

  public Machine(Heap heap, Host host, Policy policy, int stackLimitWords, CodeSeams seams) {
    this.heap = heap;
    this.host = host;
    this.growing = new GrowingStack(this, stackLimitWords);
    this.stack = new long[Math.min(INITIAL_STACK_WORDS, stackLimitWords)];
    this.sp = stack.length;
    this.trapSp = stack.length;
    this.env = heap.atom(0);
    this.globals = new Globals(heap, seams);
    this.code = new CodeTable(heap, globals, policy, seams);
    this.callbacks = new CallbackStubs(this);
    this.closures = new PlainClosures(this, policy);
    this.signals = new SignalTable(heap);
    this.pending = new PendingActions(this, signals);
    heap.setRoots(this);
    heap.setCode(code);
    code.setBeforeMarking(this::checkFrames);
  }

  /**
   * After that many instructions in all a fault of kind limit ends the run; of two limits the lower one holds. A run of
   * straight code that would pass the limit is not begun: where nobody looks, up to {@link Straight#LONGEST_RUN} fewer are done.
   */
  public void limitSteps(long limit) {
    stepLimit = Math.min(stepLimit, limit);
  }

  /** Runs the collector where the schedule says, too. Every poll then takes the slow way. */
  public void setSchedule(Schedule s) {
    schedule = s;
    takeSlowWays();
  }

  /** Must come before the program runs. */
  public void setLinker(ProgramLinker l) {
    linker = l;
  }

  /** Shows everything to the observer; without one, tracing costs a test per instruction. */
  public void setObserver(MachineObserver o) {
    observer = o;
    heap.setObserver(o);
    code.setObserver(o == null ? CodeObserver.NONE : o);
    takeSlowWays();
  }

  /** An observer sees single instructions and allocations; a schedule, safepoints. */
  private void takeSlowWays() {
    boolean slow = observer != null || schedule != null;
    heap.forcePolls(slow);
    code.setFast(!slow);
  }

  /** Must come before the first call from Java. */
  public void setDecoder(Decoder d) {
    callbacks.setDecoder(d);
  }

  // The loop.

  /**
   * Runs from an instruction until STOP of this activation; gives accu.
   *
   * @throws OcamlException for an exception that no handler of this activation takes; stack and registers are then as they
   *     were at the call
   */
  public long interpret(Instruction start) {
    int savedBase = activationBase;
    int savedExtra = extraArgs;
    int savedTrap = stack.length - trapSp;
    int savedDepth = stack.length - sp;
    activationBase = savedDepth;
    trapSp = stack.length - savedTrap;
    boolean completed = false;
    try {
      Instruction i = start;
      while (i != null) {
        i = loop(i);
      }
      completed = true;
      return accu;
    } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw trapped("a load or store outside heap and stack");
    } catch (ClassCastException | NullPointerException | ArithmeticException | IllegalArgumentException e) {
      throw trapped("a primitive was given what it does not take");
    } finally {
      activationBase = savedBase;
      pc = Value.UNIT;
      extraArgs = savedExtra;
      trapSp = stack.length - savedTrap;
      if (!completed) {
        sp = stack.length - savedDepth;
        env = Value.UNIT; // the function that raised is over: it may not keep its unit
      }
    }
  }

  /** What the JVM notices of code that no compiler would write: OCaml has undefined behaviour there. */
  private Fault trapped(String what) {
    String running = current == null ? "" : current.block().name();
    return new Fault(Fault.Kind.MEMORY, running, what + ", after " + siteName());
  }

  /*
   * The one hot loop. It stays this small: each instruction's body is compiled for itself, and the call is the only
   * indirect jump. `o` is in a local so that a run without observer pays one predictable test. Gives null at STOP, else
   * where to go on: after a quantum of steps, or in the handler of an exception that no instruction has handed on,
   * Out_of_memory or one of a pending action.
   */
  private Instruction loop(Instruction start) {
    MachineObserver o = observer;
    long quantum = quantum(start);
    long left = quantum;
    Instruction i = start;
    try {
      do {
        left -= i.run();
        if (o != null) {
          current = i;
          pc = i.address(); // whoever looks sees where the machine stands
          deepest = Math.max(deepest, stack.length - sp);
          o.step(i);
        }
        i = i.execute(this);
      } while (i != null && left >= i.run());
      return i;
    } catch (HeapExhausted e) {
      return unwind(globals.get(Predef.OUT_OF_MEMORY.slot()));
    } catch (AsynchronousException e) {
      return failCall(current, e.value());
    } catch (Fault f) {
      throw f.whileRunning(i.block().name());
    } catch (RuntimeException e) {
      current = i;
      throw e;
    } finally {
      steps += quantum - left;
    }
  }

  /** How many steps the loop may take before it comes back; too few for the next instruction's run is a fault. */
  private long quantum(Instruction next) {
    if (steps + next.run() > stepLimit) {
      String running = next.block().name();
      throw new Fault(
          Fault.Kind.LIMIT, running, "steps: " + stepLimit + " are allowed, " + steps + " done before " + next.site());
    }
    return Math.min(stepLimit - steps, STEP_QUANTUM);
  }

  // Calls and returns.

  /** Jumps into a closure whose arguments and frame are in place. The stack is checked here and nowhere else. */
  public Instruction enter(Instruction at, long closure) {
    env = closure;
    long address = heap.field(closure, 0);
    Instruction target = code.at(address);
    if (sp < STACK_THRESHOLD_WORDS || heap.pollRequested()) {
      return enterSlowly(at, address, target);
    }
    return target;
  }

  /** Goes on in a closure without a check of the stack, as RETURN does with arguments left. */
  public Instruction jump(long closure) {
    env = closure;
    return code.at(heap.field(closure, 0));
  }

  private Instruction enterSlowly(Instruction at, long address, Instruction target) {
    Instruction handler = checkStack(at);
    if (handler != null) {
      return handler;
    }
    safepoint(at, address);
    return target;
  }

  /** Makes room for {@link #STACK_THRESHOLD_WORDS}; the handler of Stack_overflow if there is none, else null. */
  public Instruction checkStack(Instruction at) {
    current = at;
    return growing.grow(STACK_THRESHOLD_WORDS) ? null : failCall(at, globals.get(Predef.STACK_OVERFLOW.slot()));
  }

  /** Pops the return frame {@code [pc, env, extra_args]} at sp and goes there. */
  public Instruction popFrame() {
    long[] s = stack;
    int p = sp;
    Instruction target = code.at(s[p]);
    env = s[p + 1];
    extraArgs = Value.intOf(s[p + 2]);
    sp = p + 3;
    return target;
  }

  /** Unwinds to the innermost trap frame and gives its handler; leaves this activation if it has none. */
  public Instruction unwind(long exn) {
    int trap = trapSp;
    if (stack.length - trap <= activationBase) {
      if (observer != null) {
        observer.raised(exn, 0);
      }
      throw new OcamlException(exn);
    }
    long[] s = stack;
    if (observer != null) {
      observer.raised(exn, s[trap]);
    }
    accu = exn;
    Instruction handler = code.at(s[trap]);
    trapSp = trap + Value.intOf(s[trap + 1]);
    env = s[trap + 2];
    extraArgs = Value.intOf(s[trap + 3]);
    sp = trap + 4;
    return handler;
  }

  // Allocation and safepoints.

  /**
   * A block for an instruction that has not yet changed a register. Fields are undefined: fill them at once with {@link
   * Heap#init}.
   */
  public long allocate(Instruction at, int sizeWords, int tag) {
    if (heap.hasYoungRoom(sizeWords)) {
      return heap.allocateYoung(sizeWords, tag);
    }
    safepoint(at);
    return heap.allocate(sizeWords, tag);
  }

  /** The collector and pending actions may run here; registers and stack hold all roots. */
  public void safepoint(Instruction at) {
    safepoint(at, at.address());
  }

  /** As above, between an instruction that calls and the function that it calls. */
  private void safepoint(Instruction at, long next) {
    collectAt(at, next);
    if (heap.isActionRequested()) {
      pending.interrupt(at, next);
    }
  }

  /** A safepoint for the collector alone. */
  private void collectAt(Instruction at, long next) {
    standAt(at, next);
    if (schedule != null && schedule.collectAt(at.site(), at.block().pass(at.offset()))) {
      heap.collectFull(GcCause.SCHEDULE);
    } else {
      heap.collectIfDue();
    }
  }

  /** That instruction is where the program stands, and it goes on at the address. */
  void standAt(Instruction at, long next) {
    current = at;
    pc = next;
  }

  /** A safepoint of an instruction that needs nothing else of the slow way. */
  public void poll(Instruction at) {
    if (heap.pollRequested()) {
      safepoint(at);
    }
  }

  // Primitives.

  /** Saves what a C call saves, {@code [env, return address]}, and polls before the primitive runs. */
  public void beginCall(Instruction at, long returnAddress) {
    current = at;
    if (heap.pollRequested()) {
      collectAt(at, at.address());
    }
    long[] s = stack;
    int p = sp - 2;
    s[p] = env;
    s[p + 1] = returnAddress;
    pc = returnAddress;
    sp = p;
  }

  /** Takes up again what {@link #beginCall} saved, and drops the arguments that were on the stack. */
  public void endCall(long result, int dropped) {
    accu = result;
    env = stack[sp];
    sp += 2 + dropped;
  }

  /** The primitive that the instruction called has raised. */
  public Instruction failCall(Instruction at, long exn) {
    current = at;
    backtrace.raisedByPrimitive(exn);
    return unwind(exn);
  }

  /** The instruction raises by itself where OCaml calls a primitive that does. */
  public Instruction fail(Instruction at, Predef p) {
    long exn = globals.get(p.slot());
    backtrace.raisedBehind(at, exn);
    return unwind(exn);
  }

  /** RAISE, or RERAISE if again. */
  public Instruction raise(Instruction at, long exn, boolean again) {
    backtrace.raised(at, exn, again);
    return unwind(exn);
  }

  /** The observer, null if nobody looks. */
  public MachineObserver observer() {
    return observer;
  }

  @Override
  public long callback(long closure, long... args) {
    long savedPc = pc;
    Instruction caller = current;
    try {
      long result = callbacks.call(closure, args);
      current = caller;
      return result;
    } catch (OcamlException e) {
      current = caller; // but a fault is told where it happened
      throw e;
    } finally {
      pc = savedPc;
    }
  }

  @Override
  public Pending pending() {
    return pending;
  }

  @Override
  public SignalTable signals() {
    return signals;
  }

  @Override
  public StackSize stackSize() {
    return growing;
  }

  @Override
  public void ensureStack(int words) {
    if (!growing.grow(words + STACK_THRESHOLD_WORDS)) {
      throw raiseConstant(Predef.STACK_OVERFLOW);
    }
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
    return globals.get(slot);
  }

  @Override
  public void registerNamed(String name, long value) {
    named.register(name, value);
  }

  @Override
  public long named(String name) {
    return named.get(name);
  }

  @Override
  public <T> T state(Class<T> key, Supplier<T> make) {
    return key.cast(states.computeIfAbsent(key, k -> make.get()));
  }

  /** Gives back to the host what the states of primitives hold. */
  public void close() {
    for (Object state : states.values()) {
      if (state instanceof Closeable closeable) {
        try {
          closeable.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public ClosureForm closures() {
    return closures;
  }

  @Override
  public Backtraces backtraces() {
    return backtrace;
  }

  @Override
  public ProgramLinker linker() {
    return linker;
  }

  @Override
  public String siteName() {
    return current == null ? "host" : current.site();
  }

  /** The instruction at the last safepoint, call of a primitive, or traced step; null before the first. */
  public Instruction current() {
    return current;
  }

  // Roots.

  /** A new root of the host. */
  public HostCell addHostCell(String label, long word) {
    return hostCells.add(label, word);
  }

  /** The root is given back. */
  public void dropHostCell(HostCell cell) {
    hostCells.drop(cell);
  }

  /** The roots of the host in the order of their visit. */
  public List<HostCell> hostCells() {
    return hostCells.inOrder();
  }

  /** The names of registered values, in the order of their roots. */
  public List<String> names() {
    return named.names();
  }

  /** With the heap's verifier on, the frames are checked at each full collection. */
  void checkFrames() {
    if (heap.options().check()) {
      FrameCheck.check(this, frames());
    }
  }

  /** The frames on the stack now. */
  public StackFrames frames() {
    return new StackFrames(this, pc, callbacks.depths());
  }

  @Override
  public void visit(RootVisitor v) {
    v.visit(Root.PC, 0, pc);
    accu = v.visit(Root.ACCU, 0, accu);
    env = v.visit(Root.ENV, 0, env);
    long[] s = stack;
    for (int i = sp, depth = s.length - sp; i < s.length; i++, depth--) {
      s[i] = v.visit(Root.STACK, depth, s[i]);
    }
    globals.visit(v);
    hostCells.visit(v);
    named.visit(v);
    signals.visit(v);
  }

  /** Instructions executed so far; where nobody looks, those too that an exception in straight code has left out. */
  public long steps() {
    return steps;
  }

  /** Deepest stack seen, in words; exact only while an observer looks. */
  public int deepestStackWords() {
    return deepest;
  }
}
