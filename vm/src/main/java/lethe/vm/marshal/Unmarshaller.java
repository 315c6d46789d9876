package lethe.vm.marshal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import lethe.vm.format.Datum;
import lethe.vm.heap.Heap;
import lethe.vm.prim.CodePlace;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Oids;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Builds a value in the heap out of what has been read (intern.c): with its sharing and its cycles, never collecting. */
public final class Unmarshaller {
  /** What the debugger registers to stand for functions whose code it does not have. */
  private static final String PLACEHOLDER = "Debugger.function_placeholder";

  /** A field to be filled; or, without a source, an object whose identity is to be renewed. */
  private record Pending(long block, int field, Datum source) {}

  private final Runtime rt;
  private final Heap heap;
  private final IdentityHashMap<Datum, Long> done = new IdentityHashMap<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  public Unmarshaller(Runtime rt) {
    this.rt = rt;
    this.heap = rt.heap();
  }

  /**
   * The value.
   *
   * @throws OcamlException Failure, for code that is not in memory and for closures that no compiler makes
   */
  public long value(Datum root) {
    long value = word(root);
    while (!pending.isEmpty()) {
      Pending p = pending.pop();
      if (p.source == null) {
        renewIdentity(p.block);
      } else {
        heap.init(p.block, p.field, word(p.source));
      }
    }
    return value;
  }

  /** Predefined exceptions have negative identities, which they keep. */
  private void renewIdentity(long object) {
    if (Value.longOf(heap.field(object, 1)) >= 0) {
      heap.init(object, 1, Value.ofLong(Oids.fresh(rt)));
    }
  }

  private long word(Datum datum) {
    if (datum instanceof Datum.Int n) {
      return Value.ofLong(n.value());
    }
    if (datum instanceof Datum.CodePointer p) {
      return codeAddress(p);
    }
    if (datum instanceof Datum.Infix infix) {
      return word(infix.closure()) + offsetBytes(infix);
    }
    Long known = done.get(datum);
    if (known != null) {
      return known;
    }
    long made = block(datum);
    done.put(datum, made);
    return made;
  }

  private long block(Datum datum) {
    if (datum instanceof Datum.Str s) {
      return heap.string(s.bytes());
    }
    if (datum instanceof Datum.Dbl d) {
      long block = heap.allocate(1, Tag.DOUBLE);
      heap.setWordAt(block, 0, d.rawBits());
      return block;
    }
    if (datum instanceof Datum.DblArray a) {
      return doubles(a.rawBits());
    }
    if (datum instanceof Datum.Custom c) {
      return custom(c.kind().id(), c);
    }
    if (datum instanceof Datum.Serialized s) {
      return custom(s.id(), s);
    }
    Datum.Block source = (Datum.Block) datum;
    return source.tag() == Tag.CLOSURE && source.sizeWords() > 0 ? closure(source) : fields(source);
  }

  private long custom(String id, Datum datum) {
    return CustomFormats.of(rt).of(id)
        .orElseThrow(() -> failure("unknown custom block identifier"))
        .read(rt, datum);
  }

  private long doubles(long[] bits) {
    long block = heap.allocate(bits.length, bits.length == 0 ? 0 : Tag.DOUBLE_ARRAY);
    for (int i = 0; i < bits.length; i++) {
      heap.setWordAt(block, i, bits[i]);
    }
    return block;
  }

  private long fields(Datum.Block source) {
    int size = source.sizeWords();
    long block = heap.allocate(size, source.tag());
    for (int i = size - 1; i >= 0; i--) {
      if (i == 1 && source.tag() == Tag.OBJECT) {
        // Renewed as soon as the method table and the old identity have been read, before the other fields.
        pending.push(new Pending(block, 1, null));
      }
      pending.push(new Pending(block, i, source.field(i)));
    }
    return block;
  }

  /** Code words and closure information are no values that could be shared, and are filled in at once. */
  private long closure(Datum.Block source) {
    int size = source.sizeWords();
    int functions = functions(source);
    int added = functions == 0 ? 0 : addedWords(source, functions);
    long block = heap.allocate(size + added, Tag.CLOSURE);
    int codeEnd = functions == 0 ? 2 : 3 * functions - 1;
    for (int i = 0; i < codeEnd; i++) {
      heap.setWordAt(block, i, word(source.field(i)));
    }
    if (added > 0 && !rt.closures().dress(block, functions)) {
      throw illFormed();
    }
    for (int i = size - 1; i >= codeEnd; i--) {
      pending.push(new Pending(block, i, source.field(i)));
    }
    return block;
  }

  private int addedWords(Datum.Block source, int functions) {
    return rt.closures().addedWords(codeAddress(source.field(0)), source.sizeWords() - (3 * functions - 1));
  }

  /** How many functions the closure has, 0 for a dummy, whose code is no address. What no compiler makes is ill-formed. */
  private int functions(Datum.Block source) {
    int size = source.sizeWords();
    if (size < 2 || !(source.field(1) instanceof Datum.Int info) || !ClosureInfo.isRight(size, info.value())) {
      throw illFormed();
    }
    if (source.field(0) instanceof Datum.Int) {
      return 0;
    }
    int functions = ClosureInfo.functions(size, info.value());
    boolean right = info.value() == 3L * functions - 1;
    for (int i = 0; right && i < functions; i++) {
      right = source.field(3 * i) instanceof Datum.CodePointer p
          && inOneBlock((Datum.CodePointer) source.field(0), p)
          && isInt(source.field(3 * i + 1), info.value() - 3L * i)
          && (i == 0 || isInt(source.field(3 * i - 1), infixHeader(3L * i)));
    }
    if (!right) {
      throw illFormed();
    }
    return functions;
  }

  private static boolean inOneBlock(Datum.CodePointer first, Datum.CodePointer other) {
    return first.digest().equals(other.digest());
  }

  private static boolean isInt(Datum datum, long n) {
    return datum instanceof Datum.Int i && i.value() == n;
  }

  /** The header of a function inside a closure block, as the integer that it looks like. */
  private static long infixHeader(long offsetWords) {
    return Value.longOf(offsetWords << 10 | Tag.INFIX);
  }

  private long offsetBytes(Datum.Infix infix) {
    long words = infix.offsetBytes() / 8;
    boolean right =
        infix.offsetBytes() % 8 == 0
            && words % 3 == 0
            && words > 0
            && words < infix.closure().sizeWords()
            && isInt(infix.closure().field((int) words - 1), infixHeader(words));
    if (!right) {
      throw illFormed();
    }
    return infix.offsetBytes();
  }

  private long codeAddress(Datum datum) {
    Datum.CodePointer p = (Datum.CodePointer) datum;
    return rt.closures().address(new CodePlace(p.digest(), p.offsetBytes())).orElseGet(() -> placeholder(p.digest()));
  }

  private long placeholder(String digest) {
    long closure = rt.named(PLACEHOLDER);
    if (closure == 0) {
      throw failure("unknown code module " + digest);
    }
    return rt.closures().codeAddress(closure);
  }

  private OcamlException illFormed() {
    return failure("ill-formed message");
  }

  private OcamlException failure(String what) {
    return rt.raiseWithString(Predef.FAILURE, "input_value: " + what);
  }
}
