package lethe.vm.prim.std;

import java.nio.charset.StandardCharsets;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * One call of the automaton of parsers made by ocamlyacc (parsing.c): it runs until it needs something of the OCaml
 * side (parsing.ml), says what, and is called again with a command that tells what was done.
 */
final class ParseEngine {
  // What the caller did.
  private static final int START = 0;
  private static final int TOKEN_READ = 1;
  private static final int STACKS_GROWN_FOR_SHIFT = 2;
  private static final int STACKS_GROWN_FOR_REDUCTION = 3;
  private static final int SEMANTIC_ACTION_COMPUTED = 4;
  private static final int ERROR_DETECTED = 5;

  // What it is asked for.
  private static final long READ_TOKEN = Value.ofLong(0);
  private static final long RAISE_PARSE_ERROR = Value.ofLong(1);
  private static final long GROW_STACKS_FOR_SHIFT = Value.ofLong(2);
  private static final long GROW_STACKS_FOR_REDUCTION = Value.ofLong(3);
  private static final long COMPUTE_SEMANTIC_ACTION = Value.ofLong(4);
  private static final long CALL_ERROR_FUNCTION = Value.ofLong(5);

  /** An engine that goes on asks for nothing: no integer. */
  private static final long NOTHING = 0;

  // Fields of the environment.
  private static final int STATES = 0;
  private static final int VALUES = 1;
  private static final int STARTS = 2;
  private static final int ENDS = 3;
  private static final int STACK_SIZE = 4;
  private static final int STACK_BASE = 5;
  private static final int CURRENT_SYMBOL = 6;
  private static final int CURRENT_VALUE = 7;
  private static final int SYMBOL_START = 8;
  private static final int SYMBOL_END = 9;
  private static final int RIGHT_END = 10;
  private static final int RULE_LENGTH = 11;
  private static final int RULE = 12;
  private static final int STACK_POINTER = 13;
  private static final int STATE = 14;
  private static final int ERROR_FLAG = 15;

  private static final int NO_SYMBOL = -1;
  private static final int END_OF_INPUT = 0;
  private static final int ERROR_SYMBOL = 256;

  /** Tokens that must be shifted after an error before another one is reported. */
  private static final int TOKENS_TO_RECOVER = 3;

  private final Runtime rt;
  private final Heap heap;
  private final ParseTables tables;
  private final long environment;
  private final boolean traced;
  private int sp;
  private int state;
  private int errorFlag;

  ParseEngine(Runtime rt, long tables, long environment, boolean traced) {
    this.rt = rt;
    this.heap = rt.heap();
    this.tables = new ParseTables(heap, tables);
    this.environment = environment;
    this.traced = traced;
  }

  /** Goes on after a command and says what is needed next. */
  long run(int command, long argument) {
    sp = number(STACK_POINTER);
    state = command == START ? 0 : number(STATE);
    errorFlag = command == START ? 0 : number(ERROR_FLAG);
    long wanted = resume(command, argument);
    while (wanted == NOTHING) {
      wanted = step();
    }
    if (wanted != RAISE_PARSE_ERROR) {
      set(STACK_POINTER, sp);
      set(STATE, state);
      set(ERROR_FLAG, errorFlag);
    }
    return wanted;
  }

  private long resume(int command, long argument) {
    switch (command) {
      case TOKEN_READ -> read(argument);
      case ERROR_DETECTED -> {
        return recover();
      }
      case STACKS_GROWN_FOR_SHIFT -> push();
      case STACKS_GROWN_FOR_REDUCTION -> {
        return COMPUTE_SEMANTIC_ACTION;
      }
      case SEMANTIC_ACTION_COMPUTED -> pushReduced(argument);
      default -> {}
    }
    return NOTHING;
  }

  /** One move of the automaton. */
  private long step() {
    int rule = tables.defaultReduction(state);
    if (rule != 0) {
      return reduce(rule);
    }
    int symbol = number(CURRENT_SYMBOL);
    if (symbol < 0) {
      return READ_TOKEN;
    }
    int next = tables.shift(state, symbol);
    if (next >= 0) {
      set(CURRENT_SYMBOL, NO_SYMBOL);
      errorFlag = Math.max(0, errorFlag - 1);
      return shift(next);
    }
    rule = tables.reduction(state, symbol);
    if (rule >= 0) {
      return reduce(rule);
    }
    return errorFlag > 0 ? recover() : CALL_ERROR_FUNCTION;
  }

  private void read(long token) {
    set(CURRENT_SYMBOL, tables.symbol(token));
    heap.setField(environment, CURRENT_VALUE, Value.isBlock(token) ? heap.field(token, 0) : Value.ofLong(0));
    if (traced) {
      String argument = Value.isBlock(token) ? "(" + shown(heap.field(token, 0)) + ")" : "";
      trace("State " + state + ": read token " + tables.name(token) + argument);
    }
  }

  /** Looks for a state, from the top of the stack, in which the error symbol can be shifted. */
  private long recover() {
    if (errorFlag == TOKENS_TO_RECOVER) {
      if (number(CURRENT_SYMBOL) == END_OF_INPUT) {
        return RAISE_PARSE_ERROR;
      }
      trace("Discarding last token read");
      set(CURRENT_SYMBOL, NO_SYMBOL);
      return NOTHING;
    }
    errorFlag = TOKENS_TO_RECOVER;
    while (true) {
      int candidate = Value.intOf(heap.field(field(STATES), sp));
      int next = tables.shift(candidate, ERROR_SYMBOL);
      if (next >= 0) {
        trace("Recovering in state " + candidate);
        return shift(next);
      }
      trace("Discarding state " + candidate);
      if (sp <= number(STACK_BASE)) {
        trace("No more states to discard");
        return RAISE_PARSE_ERROR;
      }
      sp--;
    }
  }

  private long shift(int next) {
    trace("State " + state + ": shift to state " + next);
    state = next;
    sp++;
    if (sp >= number(STACK_SIZE)) {
      return GROW_STACKS_FOR_SHIFT;
    }
    push();
    return NOTHING;
  }

  private void push() {
    heap.setField(field(STATES), sp, Value.ofLong(state));
    heap.setField(field(VALUES), sp, field(CURRENT_VALUE));
    heap.setField(field(STARTS), sp, field(SYMBOL_START));
    heap.setField(field(ENDS), sp, field(SYMBOL_END));
  }

  private long reduce(int rule) {
    trace("State " + state + ": reduce by rule " + rule);
    int length = tables.length(rule);
    set(RIGHT_END, sp);
    set(RULE, rule);
    set(RULE_LENGTH, length);
    sp = sp - length + 1;
    int below = Value.intOf(heap.field(field(STATES), sp - 1));
    state = tables.go(below, tables.left(rule));
    return sp < number(STACK_SIZE) ? COMPUTE_SEMANTIC_ACTION : GROW_STACKS_FOR_REDUCTION;
  }

  private void pushReduced(long value) {
    heap.setField(field(STATES), sp, Value.ofLong(state));
    heap.setField(field(VALUES), sp, value);
    int rightEnd = number(RIGHT_END);
    heap.setField(field(ENDS), sp, heap.field(field(ENDS), rightEnd));
    if (sp > rightEnd) {
      // Nothing is on the right: an empty text at the end of what came before.
      heap.setField(field(STARTS), sp, heap.field(field(ENDS), rightEnd));
    }
  }

  private long field(int i) {
    return heap.field(environment, i);
  }

  private int number(int i) {
    return Value.intOf(field(i));
  }

  private void set(int i, int n) {
    heap.setField(environment, i, Value.ofLong(n));
  }

  private String shown(long v) {
    if (Value.isInt(v)) {
      return Long.toString(Value.longOf(v));
    }
    return switch (heap.tag(v)) {
      case Tag.STRING -> Text.latin(heap, v);
      case Tag.DOUBLE -> FloatText.format(PrintfSpec.parse("%g"), Boxed.doubleOf(heap, v));
      default -> "_";
    };
  }

  private void trace(String line) {
    if (traced) {
      byte[] bytes = (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
      SysError.guard(rt, () -> {
        rt.host().error().write(bytes, 0, bytes.length);
        return NOTHING;
      });
    }
  }
}
