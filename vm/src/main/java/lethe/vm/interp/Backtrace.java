package lethe.vm.interp;

import java.util.Arrays;
import java.util.Optional;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operation;
import lethe.vm.prim.Backtraces;
import lethe.vm.prim.SourceLocation;
import lethe.vm.value.Value;

/**
 * Records where an exception has come through (backtrace_byt.c): every word of the stack up to the handler that is an address
 * in code with debug information, also one that is left over from another call. Only a RERAISE of the same exception adds to
 * what is there.
 */
final class Backtrace implements Backtraces {
  private static final int MOST = 1024;

  private final Machine machine;
  private final long[] addresses = new long[MOST];
  private int count;
  private boolean active;

  /** The exception recorded last, to tell a RERAISE of it; while recording it is a root, as in OCaml. */
  private HostCell last;

  Backtrace(Machine machine) {
    this.machine = machine;
  }

  /** An instruction raises; nothing is done if nobody records. */
  void raised(Instruction at, long exn, boolean again) {
    if (active) {
      start(exn, again);
      add(at.address());
      walk();
    }
  }

  /** A primitive raises, or the machine itself. */
  void raisedByPrimitive(long exn) {
    if (active) {
      start(exn, false);
      walk();
    }
  }

  /** An instruction raises for which OCaml calls a primitive. */
  void raisedBehind(Instruction at, long exn) {
    if (active) {
      start(exn, false);
      add(at.block().address(at.nextOffset()));
      walk();
    }
  }

  private void start(long exn, boolean again) {
    if (!again || last.get() != exn) {
      count = 0;
    }
    last.set(exn);
  }

  private void walk() {
    for (int i = machine.sp; i < machine.trapSp && count < MOST; i++) {
      add(machine.stack[i]);
    }
  }

  private void add(long word) {
    if (count < MOST && hasInfo(word)) {
      addresses[count++] = word;
    }
  }

  private boolean hasInfo(long word) {
    CodeBlock block = machine.code.find(word);
    return block != null && block.debugInfo() != null;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public void setActive(boolean on) {
    if (on != active) {
      active = on;
      count = 0;
      if (on) {
        last = machine.addHostCell("exception of the last backtrace", Value.UNIT);
      } else {
        machine.dropHostCell(last);
      }
    }
  }

  @Override
  public long[] recorded() {
    return Arrays.copyOf(addresses, count);
  }

  @Override
  public void restore(long exn, long[] restored) {
    if (active) {
      last.set(exn);
      count = Math.min(restored.length, MOST);
      System.arraycopy(restored, 0, addresses, 0, count);
    }
  }

  /** Trap frames are passed over. */
  @Override
  public long[] callStack(int most) {
    long[] found = new long[Math.min(most, machine.stack.length - machine.sp)];
    int n = 0;
    int trap = machine.trapSp;
    for (int i = machine.sp; i < machine.stack.length && n < found.length; i++) {
      if (i == trap) {
        trap += Value.intOf(machine.stack[i + 1]);
      } else if (hasInfo(machine.stack[i])) {
        found[n++] = machine.stack[i];
      }
    }
    return Arrays.copyOf(found, n);
  }

  @Override
  public long[] allocationStack(int most) {
    Instruction at = machine.current();
    if (at == null) {
      return callStack(most);
    }
    boolean saved = machine.sp + 1 < machine.stack.length && machine.stack[machine.sp + 1] == at.nextAddress();
    if (saved || most == 0 || !hasInfo(at.nextAddress())) {
      return callStack(most);
    }
    long[] callers = callStack(most - 1);
    long[] all = new long[callers.length + 1];
    all[0] = at.nextAddress();
    System.arraycopy(callers, 0, all, 1, callers.length);
    return all;
  }

  @Override
  public Optional<SourceLocation> location(long address) {
    CodeBlock block = machine.code.find(address);
    return block == null || block.debugInfo() == null
        ? Optional.empty()
        : block.debugInfo().at(block.offsetOf(address));
  }

  @Override
  public boolean isRaise(long address) {
    CodeBlock block = machine.code.find(address);
    if (block == null) {
      return false;
    }
    Operation operation = block.at(block.offsetOf(address)).insn().operation();
    return operation == Opcode.RAISE || operation == Opcode.RERAISE;
  }
}
