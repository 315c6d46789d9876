package lethe.vm.heap;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lethe.vm.value.Value;

/**
 * Functions to be called for values that die (finalise.c). Of Gc.finalise (<i>first</i>) the function is called with the
 * value, which the collection that finds it dead keeps once more: everything that such values lead to survives, weak
 * pointers to it stay. Of Gc.finalise_last (<i>last</i>) it is called with unit, after the value is gone for good.
 *
 * <p>Functions that are due stand in a queue: the batch of an earlier collection first; within a batch, what was
 * registered last. They are called by whoever runs the machine. The functions are roots; the values are not.
 *
 * <p>A minor collection looks at what has been registered since the one before alone. To it a young value with a first
 * finaliser is alive; one with a last finaliser may die.
 */
public final class Finalisers {
  private final Heap heap;
  private final FinaliserTable first = new FinaliserTable();
  private final FinaliserTable last = new FinaliserTable();
  private final FinaliserTable due = new FinaliserTable();

  Finalisers(Heap heap) {
    this.heap = heap;
  }

  /** Gc.finalise. */
  public void registerFirst(long function, long value) {
    first.add(function, value);
  }

  /** Gc.finalise_last. */
  public void registerLast(long function, long value) {
    last.add(function, value);
  }

  public boolean isDue() {
    return !due.isEmpty();
  }

  /** The function to be called next, if one is due. */
  public long dueFunction() {
    return due.function(0);
  }

  /** The value to call it with; unit for a last finaliser. */
  public long dueValue() {
    return due.value(0);
  }

  /** The function that is due is being called. */
  public void dueTaken() {
    due.removeFirst();
  }

  /** The values of first finalisers that are not due. */
  long[] values() {
    return first.values();
  }

  /** The values of all finalisers that are not due, and what is due. */
  LongStream words() {
    return Stream.of(first, last, due).map(FinaliserTable::values).flatMapToLong(Arrays::stream);
  }

  /** Shows all functions, and what is due. */
  void visit(RootVisitor visitor) {
    first.visitFunctions(visitor, 0, Root.FINALISER, 0);
    last.visitFunctions(visitor, 0, Root.FINALISER, first.size());
    due.visitFunctions(visitor, 0, Root.DUE, 0);
    due.visitValues(visitor, Root.DUE, due.size());
  }

  // Minor collections.

  /** Shows the functions that may be young, and keeps the young values of first finalisers. What is due is old. */
  void promote(RootVisitor visitor, Survival survival) {
    first.visitFunctions(visitor, first.firstYoung(), Root.FINALISER, 0);
    last.visitFunctions(visitor, last.firstYoung(), Root.FINALISER, first.size());
    for (int i = first.firstYoung(); i < first.size(); i++) {
      first.setValue(i, survival.keep(first.value(i)));
    }
  }

  /** It is decided which young blocks survive. */
  void settleYoung(Survival survival) {
    takeDead(last, last.firstYoung(), survival, false);
    first.aged();
    last.aged();
  }

  // Full collections.

  /** Marking has ended but for what dead values lead to: those with a first finaliser are due and kept. */
  void keepDue(Survival survival) {
    int before = due.size();
    takeDead(first, 0, survival, true);
    for (int i = before; i < due.size(); i++) {
      due.setValue(i, survival.keep(due.value(i)));
    }
  }

  /** It is decided what survives. */
  void settleAll(Survival survival) {
    takeDead(last, 0, survival, false);
  }

  /** Moves the entries whose value is dead to the queue, the last in front. */
  private void takeDead(FinaliserTable table, int from, Survival survival, boolean withValue) {
    int before = due.size();
    int live = from;
    for (int i = from; i < table.size(); i++) {
      if (survival.isAlive(table.value(i))) {
        table.move(i, live, survival.keep(table.value(i)));
        live++;
      } else {
        due.add(table.function(i), withValue ? table.value(i) : Value.UNIT);
      }
    }
    table.shrink(live);
    due.reverse(before);
    if (due.size() > before) {
      heap.requestAction();
    }
  }
}
