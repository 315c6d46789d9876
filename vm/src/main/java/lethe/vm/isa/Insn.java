package lethe.vm.isa;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import lethe.vm.fault.InputError;

/** One decoded instruction: where it stands, its operation, and its operand words as they stand in the code. */
public final class Insn {
  private final int offset;
  private final Operation operation;
  private final int[] operands;

  private Insn(int offset, Operation operation, int[] operands) {
    this.offset = offset;
    this.operation = operation;
    this.operands = operands;
  }

  /** Decodes OCaml's own code. */
  public static Insn at(String where, int[] code, int offset) {
    return at(where, code, offset, Opcode::of);
  }

  /**
   * Decodes the instruction at an offset, in time proportional to its length.
   *
   * @param where the unit, for messages
   * @param table gives the operation of a number, null if there is none
   * @throws InputError if the word is no operation, or its operands are cut off
   */
  public static Insn at(String where, int[] code, int offset, IntFunction<? extends Operation> table) {
    if (offset < 0 || offset >= code.length) {
      throw new InputError(place(where, offset), "an offset below " + code.length, "offset " + offset);
    }
    Operation operation = table.apply(code[offset]);
    if (operation == null) {
      throw new InputError(place(where, offset), "an opcode", "the word " + code[offset]);
    }
    long count = 0;
    for (Operand kind : operation.operands()) {
      count += kind.isList() ? listLength(kind, code, offset) : 1;
      if (count < 0 || offset + count >= code.length) {
        throw new InputError(
            place(where, offset),
            operation.mnemonic() + " with its operands",
            kind.isList() && count < 0 ? "a negative number of them" : "the end of the code at " + code.length);
      }
    }
    return new Insn(offset, operation, Arrays.copyOfRange(code, offset + 1, offset + 1 + (int) count));
  }

  // The word that says how long the list is comes first, and has been checked to be there.
  private static long listLength(Operand kind, int[] code, int offset) {
    int word = code[offset + 1];
    if (kind == Operand.TABLE) {
      return (long) Operand.constants(word) + Operand.blocks(word);
    }
    return word < 0 ? Integer.MIN_VALUE : word;
  }

  /** All instructions of a code array in order; decoding errors come from the iterator. */
  public static Iterable<Insn> all(String where, int[] code, IntFunction<? extends Operation> table) {
    return () -> new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < code.length;
      }

      @Override
      public Insn next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Insn insn = at(where, code, next, table);
        next = insn.nextOffset();
        return insn;
      }
    };
  }

  /** All instructions of OCaml's own code. */
  public static Iterable<Insn> all(String where, int[] code) {
    return all(where, code, Opcode::of);
  }

  static String place(String where, int offset) {
    return where + "+" + offset;
  }

  /** Offset of the opcode word, in ints. */
  public int offset() {
    return offset;
  }

  public Operation operation() {
    return operation;
  }

  /** The OCaml instruction that this one stands for. */
  public Insn plain() {
    return new Insn(offset, operation.plain(), operands);
  }

  public int operandCount() {
    return operands.length;
  }

  /** The i-th operand word, from 0, as it stands in the code. */
  public int operand(int i) {
    return operands[i];
  }

  /** Opcode and operands, in ints. */
  public int lengthInts() {
    return 1 + operands.length;
  }

  /** Offset of the instruction behind this one. */
  public int nextOffset() {
    return offset + lengthInts();
  }

  /** Where it may jump, or which code it names, as absolute offsets in ints, in the order of the operands. */
  public int[] targets() {
    int[] targets = new int[operands.length];
    int count = 0;
    int i = 0;
    for (Operand kind : operation.operands()) {
      if (kind == Operand.LABEL) {
        targets[count++] = offset + 1 + i + operands[i];
      } else if (kind.isList()) {
        int base = offset + 1 + i;
        for (; i < operands.length; i++) {
          targets[count++] = base + operands[i];
        }
      }
      i++;
    }
    return Arrays.copyOf(targets, count);
  }

  @Override
  public String toString() {
    return Disassembler.line(this, Symbols.NONE);
  }
}
