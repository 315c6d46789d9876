package lethe.vm.heap;

import lethe.vm.value.Value;

/** What a block of tag CUSTOM is: field 0 holds {@link #word()}, the other fields are bytes. */
public enum CustomKind {
  /** Owns a block of code; see {@link CodeReferences#handle}. */
  CODE_HANDLE(0),
  INT32(1),
  INT64(2),
  NATIVEINT(3),
  CHANNEL(4),
  BIGARRAY(5);

  private static final CustomKind[] KINDS = values();

  private final long word;

  CustomKind(int number) {
    word = Value.ofLong(number);
  }

  public long word() {
    return word;
  }

  /** The kind whose {@link #word()} this is. */
  public static CustomKind of(long word) {
    for (CustomKind kind : KINDS) {
      if (kind.word == word) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of custom block: " + word);
  }
}
