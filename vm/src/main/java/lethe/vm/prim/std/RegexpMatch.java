package lethe.vm.prim.std;

import java.util.Arrays;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.value.Value;

/**
 * One text against one regular expression of the library str, which compiles each to a program for a backtracking
 * machine (str.ml, strstubs.c): an instruction is an integer, opcode in its low byte, argument above. What has to be
 * undone, and where else to go on, is on a stack of its own.
 */
final class RegexpMatch {
  // Fields of the regular expression, an OCaml record.
  private static final int PROGRAM = 0;
  private static final int CONSTANTS = 1;
  private static final int NORMALISED = 2;
  private static final int GROUP_COUNT = 3;
  private static final int REGISTER_COUNT = 4;

  private static final int UNSET = -1;

  /** On the stack: pairs of a number that tells what is undone, and what it was. */
  private static final int WORDS_PER_ENTRY = 2;

  private final Heap heap;
  private final long program;
  private final long constants;
  private final long normalised;
  private final long text;
  private final int length;
  private final boolean partial;
  /** Starts and ends of groups, then registers. */
  private final int[] marks;

  private final int groupMarks;
  private int[] stack = new int[64];
  private int depth;
  private int pc;
  private int at;

  /** @param partial whether reaching the end of the text while more is expected counts as a match */
  RegexpMatch(Heap heap, long regexp, long text, boolean partial) {
    this.heap = heap;
    this.program = heap.field(regexp, PROGRAM);
    this.constants = heap.field(regexp, CONSTANTS);
    this.normalised = heap.field(regexp, NORMALISED);
    this.text = text;
    this.length = heap.byteLength(text);
    this.partial = partial;
    this.groupMarks = 2 * Value.intOf(heap.field(regexp, GROUP_COUNT));
    this.marks = new int[groupMarks + Value.intOf(heap.field(regexp, REGISTER_COUNT))];
  }

  /** Does a match start at that position? */
  boolean matches(int from) {
    Arrays.fill(marks, UNSET);
    marks[0] = from;
    depth = 0;
    pc = 0;
    at = from;
    while (true) {
      int instruction = Value.intOf(heap.field(program, pc++));
      RegexpOpcode opcode = RegexpOpcode.of(instruction & 0xFF);
      if (opcode == RegexpOpcode.ACCEPT) {
        marks[1] = at;
        return true;
      }
      Step step = execute(opcode, instruction >> 8);
      if (step == Step.END_REACHED && partial) {
        marks[1] = at;
        return true;
      }
      if (step != Step.ON && !backtrack()) {
        return false;
      }
    }
  }

  /** Start and end of each group of the match found last, as an OCaml array. */
  long groups() {
    long groups = heap.allocate(groupMarks, 0);
    for (int i = 0; i < groupMarks; i += 2) {
      boolean took = marks[i] != UNSET && marks[i + 1] != UNSET;
      heap.init(groups, i, Value.ofLong(took ? marks[i] : -1));
      heap.init(groups, i + 1, Value.ofLong(took ? marks[i + 1] : -1));
    }
    return groups;
  }

  /** How an instruction ended: the next one follows, or this is no match, or more text would tell. */
  private enum Step {
    ON,
    FAILED,
    END_REACHED
  }

  private Step execute(RegexpOpcode opcode, int argument) {
    switch (opcode) {
      case CHAR -> {
        return take(argument, false);
      }
      case CHARNORM -> {
        return take(argument, true);
      }
      case STRING -> {
        return takeString(argument, false);
      }
      case STRINGNORM -> {
        return takeString(argument, true);
      }
      case CHARSET -> {
        return takeOf(argument);
      }
      case BOL -> {
        return when(at == 0 || heap.byteAt(text, at - 1) == '\n');
      }
      case EOL -> {
        return when(at == length || heap.byteAt(text, at) == '\n');
      }
      case WORDBOUNDARY -> {
        return wordBoundary();
      }
      case BEGGROUP -> mark(2 * argument);
      case ENDGROUP -> mark(2 * argument + 1);
      case REFGROUP -> {
        return takeGroup(argument);
      }
      case SIMPLEOPT -> {
        if (isOf(argument)) {
          at++;
        }
      }
      case SIMPLESTAR -> skipOf(argument);
      case SIMPLEPLUS -> {
        Step first = takeOf(argument);
        if (first != Step.ON) {
          return first;
        }
        skipOf(argument);
      }
      case GOTO -> pc += argument;
      case PUSHBACK -> push(-1 - (pc + argument), at);
      case SETMARK -> mark(groupMarks + argument);
      case CHECKPROGRESS -> {
        return when(marks[groupMarks + argument] != at);
      }
      default -> throw new Fault(Fault.Kind.ILLEGAL_INSTRUCTION, "", "regular expression with " + opcode);
    }
    return Step.ON;
  }

  private static Step when(boolean holds) {
    return holds ? Step.ON : Step.FAILED;
  }

  private Step take(int c, boolean normal) {
    if (at == length) {
      return Step.END_REACHED;
    }
    int found = heap.byteAt(text, at);
    if ((normal ? heap.byteAt(normalised, found) : found) != c) {
      return Step.FAILED;
    }
    at++;
    return Step.ON;
  }

  private Step takeString(int constant, boolean normal) {
    long string = heap.field(constants, constant);
    int size = heap.byteLength(string);
    Step step = Step.ON;
    for (int i = 0; i < size && step == Step.ON; i++) {
      step = take(heap.byteAt(string, i), normal);
    }
    return step;
  }

  private Step takeGroup(int group) {
    int start = marks[2 * group];
    int end = marks[2 * group + 1];
    if (start == UNSET || end == UNSET) {
      return Step.FAILED;
    }
    Step step = Step.ON;
    for (int i = start; i < end && step == Step.ON; i++) {
      step = take(heap.byteAt(text, i), false);
    }
    return step;
  }

  private Step takeOf(int set) {
    if (at == length) {
      return Step.END_REACHED;
    }
    if (!isOf(set)) {
      return Step.FAILED;
    }
    at++;
    return Step.ON;
  }

  private void skipOf(int set) {
    while (isOf(set)) {
      at++;
    }
  }

  /** Is the next character, if there is one, in the set (a constant of 256 bits)? */
  private boolean isOf(int set) {
    if (at == length) {
      return false;
    }
    int c = heap.byteAt(text, at);
    return (heap.byteAt(heap.field(constants, set), c >> 3) >> (c & 7) & 1) != 0;
  }

  private Step wordBoundary() {
    if (at == 0 && at == length) {
      return Step.END_REACHED;
    }
    return when((at > 0 && isLetter(at - 1)) != (at < length && isLetter(at)));
  }

  /** Letters of Latin-1, digits and the underscore. */
  private boolean isLetter(int i) {
    int c = heap.byteAt(text, i);
    boolean ascii = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    return ascii || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
  }

  private void mark(int i) {
    push(i, marks[i]);
    marks[i] = at;
  }

  /** What: a mark to be restored, or, if negative, -1 - the instruction to go on at. */
  private void push(int what, int was) {
    if (depth + WORDS_PER_ENTRY > stack.length) {
      stack = Arrays.copyOf(stack, 2 * stack.length);
    }
    stack[depth++] = what;
    stack[depth++] = was;
  }

  /** Goes back to the alternative tried last; false if none is left. */
  private boolean backtrack() {
    while (depth > 0) {
      int was = stack[--depth];
      int what = stack[--depth];
      if (what < 0) {
        pc = -1 - what;
        at = was;
        return true;
      }
      marks[what] = was;
    }
    return false;
  }
}
