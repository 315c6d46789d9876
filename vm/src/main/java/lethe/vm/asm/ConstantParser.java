package lethe.vm.asm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import lethe.vm.asm.Token.Kind;
import lethe.vm.format.Constant;

/** Reads a literal. Blocks nest as deep as they like. */
final class ConstantParser {
  private static final int OCAML_INT_BITS = 63;
  private static final int MAX_TAG = 255;

  private record Open(int tag, List<Constant> fields) {}

  private final Line line;
  private final ArrayDeque<Open> open = new ArrayDeque<>();

  private ConstantParser(Line line) {
    this.line = line;
  }

  static Constant parse(Line line, String expected) {
    return new ConstantParser(line).run(expected);
  }

  private Constant run(String expected) {
    String what = expected;
    while (true) {
      Constant done;
      Token token = line.take();
      if (token.isMark("[")) {
        open.push(new Open(tag(), new ArrayList<>()));
        what = "a literal or ']'";
        continue;
      } else if (token.isMark("]") && !open.isEmpty()) {
        Open block = open.pop();
        done = new Constant.Block(block.tag, block.fields);
      } else if (token.isMark("[|")) {
        done = floats();
      } else {
        done = simple(token, what);
      }
      if (open.isEmpty()) {
        return done;
      }
      open.peek().fields.add(done);
    }
  }

  private int tag() {
    Token at = line.peek();
    int tag = line.word("a tag");
    if (tag < 0 || tag > MAX_TAG) {
      throw line.error(at, "a tag from 0 to " + MAX_TAG);
    }
    line.mark(":");
    return tag;
  }

  private Constant floats() {
    List<String> texts = new ArrayList<>();
    for (Token token = line.take(); !token.isMark("|]"); token = line.take()) {
      if (token.kind() != Kind.FLOAT) {
        throw line.error(token, "a float or '|]'");
      }
      texts.add(token.text());
    }
    return new Constant.FloatArray(texts);
  }

  private Constant simple(Token token, String expected) {
    return switch (token.kind()) {
      case INTEGER -> new Constant.Int(line.within(token, OCAML_INT_BITS));
      case INT32 -> new Constant.Int32((int) line.within(token, Integer.SIZE));
      case INT64 -> new Constant.Int64(line.within(token, Long.SIZE));
      case NATIVEINT -> new Constant.NativeInt(line.within(token, Long.SIZE));
      case FLOAT -> new Constant.Dbl(token.text());
      case STRING -> new Constant.Str(token.text());
      case IMM_STRING -> new Constant.ImmString(token.text());
      case CHAR -> new Constant.Char(token.text().charAt(0));
      case NAME, MARK, END -> throw line.error(token, expected);
    };
  }
}
