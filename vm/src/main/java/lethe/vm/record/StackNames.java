package lethe.vm.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import lethe.vm.inspect.Frame;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.StackFrames;
import lethe.vm.isa.Operation;
import lethe.vm.trace.Names;

/** The stack as a person reads it: which frame a word belongs to, or whose value it is. */
final class StackNames {
  private static final List<String> RETURN = List.of("pc", "env", "extra_args");
  private static final List<String> TRAP = List.of("handler", "link", "env", "extra_args");
  private static final List<String> C_CALL = List.of("env", "pc");
  private static final List<String> KEEPING = List.of("pc", "kept", "extra_args");

  private final Machine machine;
  private final ValueNames names;
  private final List<Frame> frames = new ArrayList<>();
  private NavigableMap<Integer, Frame> byHighestIndex;

  /** Where the function stands whose values come next, and whether it runs. */
  private String site;

  private Frame.Kind whose = Frame.Kind.RUNNING;

  StackNames(Machine machine, ValueNames names) {
    this.machine = machine;
    this.names = names;
    Instruction current = machine.current();
    site = current == null ? Names.HOST : current.site();
    List<StackFrames.Frame> found = machine.frames().fromTop();
    int at = machine.sp;
    int number = found.size();
    for (StackFrames.Frame frame : found) {
      values(at, frame.first());
      frame(frame, number--);
      at = frame.first() + frame.kind().words();
    }
    values(at, machine.stack.length);
  }

  /** From the top down. */
  List<Frame> frames() {
    return frames;
  }

  /** What a person calls the word with this index, counted from 1 at the bottom. */
  String place(int index) {
    // A frame's words lie side by side, the one with the highest index first.
    Map.Entry<Integer, Frame> entry = byHighestIndex().ceilingEntry(index);
    return entry == null
        ? "stack " + index
        : entry.getValue().place(entry.getValue().words().get(entry.getKey() - index));
  }

  /** A deep stack is asked often: by each unit that it keeps. */
  private NavigableMap<Integer, Frame> byHighestIndex() {
    if (byHighestIndex == null) {
      byHighestIndex = new TreeMap<>();
      frames.forEach(frame -> byHighestIndex.put(frame.words().get(0).index(), frame));
    }
    return byHighestIndex;
  }

  private void values(int from, int to) {
    if (from < to) {
      List<Frame.Word> words = new ArrayList<>();
      for (int i = from; i < to; i++) {
        words.add(word(i, ""));
      }
      frames.add(new Frame(whose, 0, site, words));
    }
  }

  private void frame(StackFrames.Frame frame, int number) {
    String saved = machine.code.nameOf(frame.address());
    boolean isPolicys = isOfPolicy(frame.address());
    Frame.Kind kind = isPolicys ? Frame.Kind.KEEPING : Frame.Kind.valueOf(frame.kind().name());
    List<String> roles = switch (kind) {
      case TRAP -> TRAP;
      case C_CALL -> C_CALL;
      case KEEPING -> KEEPING;
      default -> RETURN;
    };
    List<Frame.Word> words = new ArrayList<>();
    for (String role : roles) {
      words.add(word(frame.first() + words.size(), role));
    }
    frames.add(new Frame(kind, number, saved, words));
    if (kind != Frame.Kind.TRAP) {
      site = saved;
      whose = Frame.Kind.WAITING;
    }
  }

  /** Does the address lie behind an operation that stands for none of OCaml's, in a policy's own static code? */
  private boolean isOfPolicy(long address) {
    CodeBlock block = machine.code.find(address);
    if (block == null || !block.isStatic()) {
      return false;
    }
    Operation operation = machine.code.at(address).insn().operation();
    return operation.plain() == null;
  }

  private Frame.Word word(int i, String role) {
    return new Frame.Word(machine.stack.length - i, role, names.of(machine.stack[i]));
  }
}
