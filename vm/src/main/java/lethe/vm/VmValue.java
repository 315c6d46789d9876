package lethe.vm;

import lethe.vm.interp.HostCell;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** A value of a machine that the host holds: a root until it is closed. */
public final class VmValue implements AutoCloseable {
  private final Vm vm;
  private final HostCell cell;
  private boolean closed;

  VmValue(Vm vm, HostCell cell) {
    this.vm = vm;
    this.cell = cell;
  }

  long word() {
    if (closed) {
      throw new IllegalStateException("this value has been closed");
    }
    return cell.get();
  }

  /** The word, for use in that machine. */
  long wordIn(Vm user) {
    if (user != vm) {
      throw new IllegalArgumentException("a value of another machine: " + this);
    }
    return word();
  }

  /** The integer it is (or bool, char, constant constructor). */
  public long asLong() {
    if (!Value.isInt(word())) {
      throw new IllegalStateException("not an integer: " + this);
    }
    return Value.longOf(word());
  }

  /** The bytes of the string it is. */
  public byte[] asBytes() {
    if (!Value.isBlock(word()) || vm.heap().tag(word()) != Tag.STRING) {
      throw new IllegalStateException("not a string: " + this);
    }
    return vm.heap().bytes(word());
  }

  /** A field of the block it is, as a value of its own. */
  public VmValue field(int i) {
    return vm.field(this, i);
  }

  /** No root any more. Closing again does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      vm.drop(cell);
    }
  }

  /** As results are written (corpus/README.md). */
  @Override
  public String toString() {
    return closed ? "closed value" : new Notation(vm.heap()).value(cell.get());
  }
}
