package lethe.vm.prim.std;

import java.util.ArrayDeque;
import java.util.Deque;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** One structural comparison, with the blocks it is in the middle of kept on a stack of its own (compare.c). */
final class Comparison {
  /** What comparing with NaN gives where the order is not total. */
  static final long UNORDERED = Long.MIN_VALUE;

  /** Blocks that may be pending before the runtime gives up: its stack is not doubled up to 2^20 entries. */
  private static final int MOST_PENDING = (1 << 19) - 1;

  /** Two blocks of the same size whose fields before next are equal. */
  private static final class Pending {
    final long a;
    final long b;
    final int size;
    int next = 1;

    Pending(long a, long b, int size) {
      this.a = a;
      this.b = b;
      this.size = size;
    }
  }

  private final Runtime rt;
  private final Heap heap;
  /** Is NaN equal to itself, and is every value equal to itself without being looked at? */
  private final boolean total;

  private final Deque<Pending> pending = new ArrayDeque<>();

  Comparison(Runtime rt, boolean total) {
    this.rt = rt;
    this.heap = rt.heap();
    this.total = total;
  }

  /** Negative, zero or positive, or {@link #UNORDERED}. */
  long compare(long first, long second) {
    long a = first;
    long b = second;
    while (true) {
      long order = compareShallow(a, b);
      if (order != 0) {
        return order;
      }
      Pending top = pending.peek();
      if (top == null) {
        return 0;
      }
      a = heap.field(top.a, top.next);
      b = heap.field(top.b, top.next);
      top.next++;
      if (top.next == top.size) {
        // Before its last field is looked at: a list may be longer than what may be pending.
        pending.pop();
      }
    }
  }

  /** Compares up to the first pair of blocks with fields left, which becomes pending. */
  private long compareShallow(long first, long second) {
    long a = first;
    long b = second;
    while (true) {
      if (a == b && (total || Value.isInt(a))) {
        return 0;
      }
      if (isForward(a)) {
        a = heap.field(a, 0);
        continue;
      }
      if (isForward(b)) {
        b = heap.field(b, 0);
        continue;
      }
      if (Value.isInt(a) || Value.isInt(b)) {
        return Value.isInt(a) && Value.isInt(b) ? (a >> 1) - (b >> 1) : Value.isInt(a) ? -1 : 1;
      }
      if (!Value.isBlock(a) || !Value.isBlock(b)) {
        return a == b ? 0 : (a >> 1) - (b >> 1);
      }
      int tag = comparedTag(a);
      if (tag != comparedTag(b)) {
        return Integer.compare(tag, comparedTag(b));
      }
      if (tag == Tag.CUSTOM || tag >= Tag.STRING || tag == Tag.ABSTRACT || tag == Tag.CLOSURE || tag == Tag.OBJECT) {
        return compareOpaque(tag, a, b);
      }
      int size = heap.sizeWords(a);
      if (size != heap.sizeWords(b)) {
        return Integer.compare(size, heap.sizeWords(b));
      }
      if (size == 0) {
        return 0;
      }
      if (size > 1) {
        push(a, b, size);
      }
      a = heap.field(a, 0);
      b = heap.field(b, 0);
    }
  }

  private void push(long a, long b, int size) {
    if (pending.size() == MOST_PENDING) {
      throw rt.raiseConstant(Predef.OUT_OF_MEMORY);
    }
    pending.push(new Pending(a, b, size));
  }

  private boolean isForward(long v) {
    return Value.isBlock(v) && heap.tag(v) == Tag.FORWARD;
  }

  private int comparedTag(long block) {
    int tag = heap.tag(block);
    return tag == Tag.INFIX ? Tag.CLOSURE : tag;
  }

  /** Two blocks of a tag whose fields are not compared one by one. */
  private long compareOpaque(int tag, long a, long b) {
    return switch (tag) {
      case Tag.STRING -> Str.order(heap, a, b);
      case Tag.DOUBLE -> compareDoubles(heap.doubleField(a, 0), heap.doubleField(b, 0));
      case Tag.DOUBLE_ARRAY -> compareDoubleArrays(a, b);
      case Tag.OBJECT -> (heap.field(a, 1) >> 1) - (heap.field(b, 1) >> 1);
      case Tag.CUSTOM -> compareCustoms(a, b);
      case Tag.CLOSURE -> throw refused("compare: functional value");
      default -> throw refused("compare: abstract value");
    };
  }

  private OcamlException refused(String message) {
    return rt.raiseWithString(Predef.INVALID_ARGUMENT, message);
  }

  private long compareDoubles(double a, double b) {
    return !total && (Double.isNaN(a) || Double.isNaN(b)) ? UNORDERED : Floats.compare(a, b);
  }

  private long compareDoubleArrays(long a, long b) {
    int size = heap.sizeWords(a);
    if (size != heap.sizeWords(b)) {
      return Integer.compare(size, heap.sizeWords(b));
    }
    for (int i = 0; i < size; i++) {
      long order = compareDoubles(heap.doubleField(a, i), heap.doubleField(b, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private long compareCustoms(long a, long b) {
    CustomKind kind = Boxed.kindOf(heap, a);
    CustomKind other = Boxed.kindOf(heap, b);
    if (kind != other) {
      return identifier(kind).compareTo(identifier(other));
    }
    return switch (kind) {
      case INT32, INT64, NATIVEINT, CHANNEL -> Long.compare(Boxed.longOf(heap, a), Boxed.longOf(heap, b));
      case BIGARRAY -> BigarrayOrder.compare(BigarrayBlock.of(rt, a), BigarrayBlock.of(rt, b), total);
      default -> throw refused("compare: abstract value");
    };
  }

  private static String identifier(CustomKind kind) {
    return switch (kind) {
      case INT32 -> "_i";
      case INT64 -> "_j";
      case NATIVEINT -> "_n";
      case CHANNEL -> "_chan";
      case BIGARRAY -> "_bigarr02";
      default -> "";
    };
  }
}
