package lethe.vm.marshal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import lethe.vm.format.Datum;
import lethe.vm.format.MarshalWriter;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.prim.CodePlace;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** One marshalling (extern.c): depth first, fields from left to right, which decides what is refused first. */
public final class Marshaller {
  // What a 32-bit machine can hold.
  private static final long MOST_INT_32 = (1L << 30) - 1;
  private static final int MOST_WORDS_32 = (1 << 22) - 1;

  /** A field of a tree that is still to be filled. */
  private record Pending(Datum.Block block, int field, long value) {}

  private final Runtime rt;
  private final Heap heap;
  private final CustomFormats customs;
  private final boolean sharing;
  private final boolean closures;
  private final boolean compat32;
  private final Map<Long, Datum> done = new HashMap<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  /**
   * @param sharing write what is shared once
   * @param closures write code pointers instead of refusing them
   * @param compat32 refuse what a 32-bit machine could not read back
   */
  public Marshaller(Runtime rt, boolean sharing, boolean closures, boolean compat32) {
    this.rt = rt;
    this.heap = rt.heap();
    this.customs = CustomFormats.of(rt);
    this.sharing = sharing;
    this.closures = closures;
    this.compat32 = compat32;
  }

  /** Header and data; never collects. */
  public byte[] marshal(long v) {
    Datum root = datum(v);
    while (!pending.isEmpty()) {
      Pending p = pending.pop();
      p.block.setField(p.field, datum(p.value));
    }
    return sharing ? MarshalWriter.write(root) : MarshalWriter.writeTree(root);
  }

  private Datum datum(long word) {
    long v = withoutWrapper(withoutForward(word));
    if (Value.isInt(v)) {
      long n = Value.longOf(v);
      refuseIf(n > MOST_INT_32 || n < -1 - MOST_INT_32, "integer");
      return new Datum.Int(n);
    }
    if (!Value.isBlock(v)) {
      return codePointer(v);
    }
    if (heap.tag(v) == Tag.INFIX) {
      long offsetWords = heap.sizeWords(v);
      return new Datum.Infix((Datum.Block) datum(v - 8 * offsetWords), 8 * offsetWords);
    }
    Datum known = done.get(v);
    if (known != null) {
      return known;
    }
    Datum made = ofBlock(v);
    if (sharing) {
      done.put(v, made);
    }
    return made;
  }

  private Datum codePointer(long address) {
    if (!closures) {
      throw refused("functional value");
    }
    CodePlace place = rt.closures().place(address).orElseThrow(() -> refused("private function"));
    return new Datum.CodePointer(place.digest(), place.offsetBytes());
  }

  /** What a forced lazy value stands for, unless that would be taken for a lazy value itself. */
  private long withoutForward(long word) {
    if (!Value.isBlock(word) || heap.tag(word) != Tag.FORWARD) {
      return word;
    }
    long target = heap.field(word, 0);
    if (Value.isInt(target)) {
      return target;
    }
    if (!Value.isBlock(target)) {
      return word;
    }
    int tag = heap.tag(target);
    return tag == Tag.FORWARD || tag == Tag.LAZY || tag == Tag.DOUBLE ? word : target;
  }

  private long withoutWrapper(long v) {
    boolean closure = Value.isBlock(v) && heap.tag(v) == Tag.CLOSURE && heap.sizeWords(v) > 0;
    return closure && closures ? rt.closures().standsFor(v) : v;
  }

  private Datum ofBlock(long v) {
    int size = heap.sizeWords(v);
    int tag = heap.tag(v);
    if (size == 0) {
      return new Datum.Block(tag);
    }
    return switch (tag) {
      case Tag.STRING -> {
        refuseIf(heap.byteLength(v) > 4 * MOST_WORDS_32 - 1, "string");
        yield new Datum.Str(heap.bytes(v));
      }
      case Tag.DOUBLE -> new Datum.Dbl(heap.wordAt(v, 0));
      case Tag.DOUBLE_ARRAY -> {
        refuseIf(size > MOST_WORDS_32 / 2, "float array");
        long[] bits = new long[size];
        Arrays.setAll(bits, i -> heap.wordAt(v, i));
        yield new Datum.DblArray(bits);
      }
      case Tag.CUSTOM -> customs.of(CustomKind.of(heap.wordAt(v, 0)))
          .orElseThrow(() -> refused("abstract value (Custom)"))
          .write(rt, v);
      case Tag.ABSTRACT -> throw refused("abstract value (Abstract)");
      case Tag.CLOSURE -> closure(v);
      default -> {
        refuseIf(size > MOST_WORDS_32, "array");
        yield fields(v, new Datum.Block(tag, new Datum[size]));
      }
    };
  }

  /** Without the words of the policy; where its code words are no addresses, with the address of the code that runs. */
  private Datum closure(long v) {
    if (!closures) {
      throw refused("functional value");
    }
    int size = rt.closures().plainWords(v);
    Datum.Block block = new Datum.Block(Tag.CLOSURE, new Datum[size]);
    int functions = size < 2 ? 0 : ClosureInfo.functions(size, Value.longOf(heap.field(v, 1)));
    for (int i = size - 1; i >= 0; i--) {
      boolean isCode = i % 3 == 0 && i / 3 < functions;
      pending.push(new Pending(block, i, isCode ? rt.closures().codeAddress(v + 8L * i) : heap.field(v, i)));
    }
    return block;
  }

  private Datum fields(long v, Datum.Block block) {
    for (int i = block.sizeWords() - 1; i >= 0; i--) {
      pending.push(new Pending(block, i, heap.field(v, i)));
    }
    return block;
  }

  private void refuseIf(boolean tooLarge, String what) {
    if (compat32 && tooLarge) {
      throw rt.raiseWithString(
          Predef.FAILURE, "output_value: " + what + " cannot be read back on 32-bit platform");
    }
  }

  private OcamlException refused(String what) {
    return rt.raiseWithString(Predef.INVALID_ARGUMENT, "output_value: " + what);
  }
}
