package lethe.vm.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lethe.vm.fault.InputError;
import lethe.vm.format.Constant;
import lethe.vm.format.PredefinedException;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Builds literals in the heap. Never collects, and never recurses: a literal list nests as deep as it is long.
 */
final class Values {
  private final Heap heap;

  Values(Heap heap) {
    this.heap = heap;
  }

  /** A field that is still to be filled, with what. */
  private record Pending(long block, int field, Constant source) {}

  /** The value of a literal. */
  long of(Constant constant) {
    Deque<Pending> pending = new ArrayDeque<>();
    long root = shallow(constant, pending);
    while (!pending.isEmpty()) {
      Pending p = pending.pop();
      heap.init(p.block(), p.field(), shallow(p.source(), pending));
    }
    return root;
  }

  private long shallow(Constant constant, Deque<Pending> pending) {
    if (constant instanceof Constant.Int i) {
      return Value.ofLong(i.value());
    } else if (constant instanceof Constant.Char c) {
      return Value.ofLong(c.code());
    } else if (constant instanceof Constant.Str s) {
      return heap.string(s.latin1().getBytes(StandardCharsets.ISO_8859_1));
    } else if (constant instanceof Constant.ImmString s) {
      return heap.string(s.latin1().getBytes(StandardCharsets.ISO_8859_1));
    } else if (constant instanceof Constant.Dbl d) {
      return boxed(Double.doubleToRawLongBits(parseFloat(d.text())));
    } else if (constant instanceof Constant.Int32 i) {
      return custom(CustomKind.INT32, i.value());
    } else if (constant instanceof Constant.Int64 i) {
      return custom(CustomKind.INT64, i.value());
    } else if (constant instanceof Constant.NativeInt i) {
      return custom(CustomKind.NATIVEINT, i.value());
    } else if (constant instanceof Constant.FloatArray a) {
      return floats(a.texts().stream().mapToLong(t -> Double.doubleToRawLongBits(parseFloat(t))).toArray());
    }
    Constant.Block b = (Constant.Block) constant;
    List<Constant> fields = b.fields();
    long block = heap.allocate(fields.size(), b.tag());
    for (int i = fields.size() - 1; i >= 0; i--) {
      pending.push(new Pending(block, i, fields.get(i)));
    }
    return block;
  }

  /** A predefined exception: {@code [name, -1 - slot]}, as the linker writes it (symtable.ml). */
  long exception(PredefinedException e) {
    long block = heap.allocate(2, Tag.OBJECT);
    heap.init(block, 0, heap.string(e.ocamlName().getBytes(StandardCharsets.ISO_8859_1)));
    heap.init(block, 1, Value.ofLong(-1 - e.slot()));
    return block;
  }

  private long boxed(long rawBits) {
    long block = heap.allocate(1, Tag.DOUBLE);
    heap.setWordAt(block, 0, rawBits);
    return block;
  }

  private long floats(long[] rawBits) {
    long block = heap.allocate(rawBits.length, rawBits.length == 0 ? 0 : Tag.DOUBLE_ARRAY);
    for (int i = 0; i < rawBits.length; i++) {
      heap.setWordAt(block, i, rawBits[i]);
    }
    return block;
  }

  private long custom(CustomKind kind, long word) {
    long block = heap.allocate(2, Tag.CUSTOM);
    heap.init(block, 0, kind.word());
    heap.setWordAt(block, 1, word);
    return block;
  }

  /** A float literal as OCaml's lexer has it: digits with {@code _} between, hexadecimal with or without exponent. */
  static double parseFloat(String text) {
    String digits = text.replace("_", "");
    boolean hexadecimal = digits.contains("0x") || digits.contains("0X");
    boolean exponent = digits.indexOf('p') >= 0 || digits.indexOf('P') >= 0;
    try {
      return Double.parseDouble(hexadecimal && !exponent ? digits + "p0" : digits);
    } catch (NumberFormatException e) {
      throw new InputError("literal", "a float", "'" + text + "'");
    }
  }
}
