package lethe.vm.heap;

import lethe.vm.value.Value;

/** What a block of tag CUSTOM is: field 0 holds {@link #word()}, the other fields are bytes. */
public enum CustomKind {
  /** Owns a block of code; see {@link CodeReferences#handle}. */
  CODE_HANDLE,
  INT32,
  INT64,
  NATIVEINT,
  CHANNEL,
  BIGARRAY;

  private static final CustomKind[] KINDS = values();

  public long word() {
    return Value.ofLong(ordinal());
  }

  /** The kind whose {@link #word()} this is. */
  public static CustomKind of(long word) {
    return KINDS[Value.intOf(word)];
  }
}
