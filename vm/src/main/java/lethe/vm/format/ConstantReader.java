package lethe.vm.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads structured constants. What is shared is read each time: it takes that much memory when it is loaded. The shape
 * counts the elements, so that neither a cycle nor sharing over and over gets far.
 */
final class ConstantReader {
  private static final int MAX_TAG = 255;

  // A block waiting for its fields.
  private record Open(int tag, List<Datum> fields, List<Constant> done) {}

  private final Shape shape;
  private final ArrayDeque<Open> open = new ArrayDeque<>();

  ConstantReader(Shape shape) {
    this.shape = shape;
  }

  Constant read(Datum value) {
    Constant result = begin(value);
    while (!open.isEmpty()) {
      Open top = open.peek();
      if (top.done.size() == top.fields.size()) {
        open.pop();
        result = new Constant.Block(top.tag, top.done);
        if (!open.isEmpty()) {
          open.peek().done.add(result);
        }
        continue;
      }
      Constant field = begin(top.fields.get(top.done.size()));
      if (field != null) {
        top.done.add(field);
      }
    }
    return result;
  }

  // The constant itself, or null if it is a block whose fields must come first.
  private Constant begin(Datum value) {
    Datum.Block block = shape.block(value, "a literal");
    if (block.tag() == 1) {
      shape.block(value, 1, 2, "a literal block");
      int tag = (int) shape.integer(block.field(0), 0, MAX_TAG, "a tag");
      open.push(new Open(tag, shape.list(block.field(1), "fields"), new ArrayList<>()));
      return null;
    }
    return leaf(block);
  }

  private Constant leaf(Datum.Block block) {
    shape.block(block, block.tag(), 1, "a literal");
    return switch (block.tag()) {
      case 0 -> base(shape.block(block.field(0), "a constant"));
      case 2 -> new Constant.FloatArray(shape.texts(block.field(0), "floats"));
      case 3 -> new Constant.ImmString(shape.text(block.field(0), "a string literal"));
      default -> throw shape.error("a literal of tag 0 to 3", "tag " + block.tag());
    };
  }

  private Constant base(Datum.Block block) {
    shape.block(block, block.tag(), block.tag() == 2 ? 3 : 1, "a constant");
    Datum value = block.field(0);
    return switch (block.tag()) {
      case 0 -> new Constant.Int(shape.integer(value, -1L << 62, (1L << 62) - 1, "an integer literal"));
      case 1 -> new Constant.Char((int) shape.integer(value, 0, 255, "a character"));
      case 2 -> new Constant.Str(shape.text(value, "a string literal"));
      case 3 -> new Constant.Dbl(shape.text(value, "a float literal"));
      case 4 -> new Constant.Int32((int) custom(value, Datum.Custom.Kind.INT32));
      case 5 -> new Constant.Int64(custom(value, Datum.Custom.Kind.INT64));
      case 6 -> new Constant.NativeInt(custom(value, Datum.Custom.Kind.NATIVEINT));
      default -> throw shape.error("a constant of tag 0 to 6", "tag " + block.tag());
    };
  }

  private long custom(Datum value, Datum.Custom.Kind kind) {
    if (value instanceof Datum.Custom custom && custom.kind() == kind) {
      return custom.value();
    }
    throw shape.error("a custom value " + kind.id(), "something else");
  }
}
