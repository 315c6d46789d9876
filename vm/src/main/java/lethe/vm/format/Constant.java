package lethe.vm.format;

import java.util.List;

/**
 * A literal of the source that the loader turns into a value (lambda.mli, structured_constant). Texts hold one byte per
 * character. Lists nest as deep as the source has elements: walk with an explicit stack, do not print or hash.
 */
public sealed interface Constant {
  /** An integer of 63 bits. */
  record Int(long value) implements Constant {}

  /** A character, 0 to 255; as a value it is an integer. */
  record Char(int code) implements Constant {}

  /** A string. */
  record Str(String latin1) implements Constant {}

  /** A string that the compiler made; as a value it is a string. */
  record ImmString(String latin1) implements Constant {}

  /** A float as the source writes it; conversion is float_of_string's. */
  record Dbl(String text) implements Constant {}

  /** An int32. */
  record Int32(int value) implements Constant {}

  /** An int64. */
  record Int64(long value) implements Constant {}

  /** A nativeint. */
  record NativeInt(long value) implements Constant {}

  /** A block; without fields it is an atom. */
  record Block(int tag, List<Constant> fields) implements Constant {
    public Block {
      fields = List.copyOf(fields);
    }
  }

  /** A flat array of floats, each as the source writes it. */
  record FloatArray(List<String> texts) implements Constant {
    public FloatArray {
      texts = List.copyOf(texts);
    }
  }
}
