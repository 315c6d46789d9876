package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** The automaton of lexers made by ocamllex (lexing.c): tables and the lexer's buffer are OCaml records. */
final class Lexing {
  /** Fields of the tables; each is a string of 16-bit numbers but the last, which is of bytes. */
  private static final int BASE = 0;

  private static final int BACKTRACK = 1;
  private static final int DEFAULT = 2;
  private static final int TRANSITION = 3;
  private static final int CHECK = 4;
  private static final int BASE_CODE = 5;
  private static final int BACKTRACK_CODE = 6;
  private static final int DEFAULT_CODE = 7;
  private static final int TRANSITION_CODE = 8;
  private static final int CHECK_CODE = 9;
  private static final int CODE = 10;

  /** Fields of the lexer's buffer. */
  private static final int BUFFER = 1;

  private static final int BUFFER_LENGTH = 2;
  private static final int START_POSITION = 4;
  private static final int POSITION = 5;
  private static final int LAST_POSITION = 6;
  private static final int LAST_ACTION = 7;
  private static final int END_REACHED = 8;
  private static final int MEMORY = 9;

  /** The character after the last one. */
  private static final int END_OF_INPUT = 256;

  /** In the code: end of a list of moves, and as a source the current position (or none). */
  private static final int NONE = 0xFF;

  private static final long NO_ACTION = Value.ofLong(-1);

  private final Runtime rt;
  private final Heap heap;
  private final long tables;
  private final long lexer;
  /** Does the lexer remember positions inside a token ({@code as})? */
  private final boolean remembers;

  private Lexing(Runtime rt, long tables, long lexer, boolean remembers) {
    this.rt = rt;
    this.heap = rt.heap();
    this.tables = tables;
    this.lexer = lexer;
    this.remembers = remembers;
  }

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_lex_engine", (rt, t, state, l) -> new Lexing(rt, t, l, false).run(Value.intOf(state))),
        Primitive.of(
            "caml_new_lex_engine", (rt, t, state, l) -> new Lexing(rt, t, l, true).run(Value.intOf(state))));
  }

  /** The number of the action to run, or -state-1 when the buffer must be refilled first. */
  private long run(int start) {
    int state = start;
    if (state >= 0) {
      long position = heap.field(lexer, POSITION);
      heap.setField(lexer, START_POSITION, position);
      heap.setField(lexer, LAST_POSITION, position);
      heap.setField(lexer, LAST_ACTION, NO_ACTION);
    } else {
      state = -state - 1;
    }
    while (true) {
      int base = number(BASE, state);
      if (base < 0) {
        remember(number0(BASE_CODE, state), NO_ACTION);
        return Value.ofLong(-base - 1);
      }
      int backtrack = number(BACKTRACK, state);
      if (backtrack >= 0) {
        remember(number0(BACKTRACK_CODE, state), NO_ACTION);
        heap.setField(lexer, LAST_POSITION, heap.field(lexer, POSITION));
        heap.setField(lexer, LAST_ACTION, Value.ofLong(backtrack));
      }
      int c = nextCharacter();
      if (c < 0) {
        return Value.ofLong(-state - 1);
      }
      int previous = state;
      state = number(CHECK, base + c) == state ? number(TRANSITION, base + c) : number(DEFAULT, state);
      if (state < 0) {
        return lastAction();
      }
      if (remembers) {
        rememberTransition(previous, c);
      }
      if (c == END_OF_INPUT) {
        heap.setField(lexer, END_REACHED, Value.FALSE);
      }
    }
  }

  /** -1 if the buffer must be refilled. */
  private int nextCharacter() {
    long position = heap.field(lexer, POSITION);
    if (position >= heap.field(lexer, BUFFER_LENGTH)) {
      return heap.field(lexer, END_REACHED) == Value.FALSE ? -1 : END_OF_INPUT;
    }
    heap.setField(lexer, POSITION, position + 2);
    return heap.byteAt(heap.field(lexer, BUFFER), Value.intOf(position));
  }

  private long lastAction() {
    heap.setField(lexer, POSITION, heap.field(lexer, LAST_POSITION));
    long action = heap.field(lexer, LAST_ACTION);
    if (action == NO_ACTION) {
      throw rt.raiseWithString(Predef.FAILURE, "lexing: empty token");
    }
    return action;
  }

  private void rememberTransition(int state, int c) {
    int base = number(BASE_CODE, state);
    int offset =
        number(CHECK_CODE, base + c) == state ? number(TRANSITION_CODE, base + c) : number(DEFAULT_CODE, state);
    if (offset > 0) {
      remember(offset, heap.field(lexer, POSITION));
    }
  }

  /** Runs the moves at an offset of the code: pairs of target and source cell of the memory. */
  private void remember(int offset, long current) {
    if (!remembers) {
      return;
    }
    long code = heap.field(tables, CODE);
    long memory = heap.field(lexer, MEMORY);
    for (int at = offset; heap.byteAt(code, at) != NONE; at += 2) {
      int source = heap.byteAt(code, at + 1);
      heap.setField(memory, heap.byteAt(code, at), source == NONE ? current : heap.field(memory, source));
    }
  }

  /** Entry i of a table: 16 bits, signed, the low byte first. */
  private int number(int table, int i) {
    long string = heap.field(tables, table);
    return (short) (heap.byteAt(string, 2 * i) | (heap.byteAt(string, 2 * i + 1) << 8));
  }

  /** As {@link #number}, 0 if the lexer remembers nothing and so has no such table. */
  private int number0(int table, int i) {
    return remembers ? number(table, i) : 0;
  }
}
