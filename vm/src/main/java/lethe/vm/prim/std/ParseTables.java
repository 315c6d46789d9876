package lethe.vm.prim.std;

import java.nio.charset.StandardCharsets;
import lethe.vm.heap.Heap;
import lethe.vm.value.Value;

/**
 * The tables of a parser made by ocamlyacc, an OCaml record (parsing.ml): strings of signed 16-bit numbers, the low
 * byte first, two arrays that number the constructors of tokens, and the names of these, each ended by a zero byte.
 */
final class ParseTables {
  private static final int TOKENS_CONSTANT = 1;
  private static final int TOKENS_BLOCK = 2;
  private static final int LEFT = 3;
  private static final int LENGTH = 4;
  private static final int DEFAULT_REDUCTION = 5;
  private static final int DEFAULT_GOTO = 6;
  private static final int SHIFTS = 7;
  private static final int REDUCTIONS = 8;
  private static final int GOTOS = 9;
  private static final int TABLE_SIZE = 10;
  private static final int TABLE = 11;
  private static final int CHECK = 12;
  private static final int NAMES_CONSTANT = 14;
  private static final int NAMES_BLOCK = 15;

  private static final int NONE = -1;

  private final Heap heap;
  private final long record;

  ParseTables(Heap heap, long record) {
    this.heap = heap;
    this.record = record;
  }

  /** Number of the symbol that a token is. */
  int symbol(long token) {
    return Value.isInt(token)
        ? Value.intOf(heap.field(field(TOKENS_CONSTANT), Value.intOf(token)))
        : Value.intOf(heap.field(field(TOKENS_BLOCK), heap.tag(token)));
  }

  String name(long token) {
    return Value.isInt(token) ? name(NAMES_CONSTANT, Value.intOf(token)) : name(NAMES_BLOCK, heap.tag(token));
  }

  private String name(int names, int number) {
    String all = new String(heap.bytes(field(names)), StandardCharsets.ISO_8859_1);
    int from = 0;
    for (int i = 0; i < number && from < all.length(); i++) {
      from = all.indexOf('\0', from) + 1;
    }
    return from >= all.length() ? "<unknown token>" : all.substring(from, all.indexOf('\0', from));
  }

  /** The symbol on the left of a rule. */
  int left(int rule) {
    return number(LEFT, rule);
  }

  /** How many symbols are on the right of a rule. */
  int length(int rule) {
    return number(LENGTH, rule);
  }

  /** The rule that a state reduces by whatever comes; 0 if that depends. */
  int defaultReduction(int state) {
    return number(DEFAULT_REDUCTION, state);
  }

  /** The state after a symbol is shifted; -1 if it is not. */
  int shift(int state, int symbol) {
    return entry(number(SHIFTS, state), symbol);
  }

  /** The rule by which a state reduces before a symbol; -1 if by none. */
  int reduction(int state, int symbol) {
    return entry(number(REDUCTIONS, state), symbol);
  }

  /** The state after a symbol has been reduced to in another. */
  int go(int state, int symbol) {
    int next = entry(number(GOTOS, symbol), state);
    return next == NONE ? number(DEFAULT_GOTO, symbol) : next;
  }

  private int entry(int row, int column) {
    int at = row + column;
    boolean there = row != 0 && at >= 0 && at <= Value.intOf(field(TABLE_SIZE)) && number(CHECK, at) == column;
    return there ? number(TABLE, at) : NONE;
  }

  private long field(int i) {
    return heap.field(record, i);
  }

  private int number(int table, int i) {
    long string = field(table);
    return (short) (heap.byteAt(string, 2 * i) | (heap.byteAt(string, 2 * i + 1) << 8));
  }
}
