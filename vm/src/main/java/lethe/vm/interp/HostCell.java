package lethe.vm.interp;

/** A root that the host holds. The collector updates it. */
public final class HostCell {
  private final String label;
  private long word;

  HostCell(String label, long word) {
    this.label = label;
    this.word = word;
  }

  /** What a person calls it, as in {@code cell 3}. */
  public String label() {
    return label;
  }

  public long get() {
    return word;
  }

  public void set(long w) {
    word = w;
  }
}
