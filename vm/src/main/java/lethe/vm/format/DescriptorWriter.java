package lethe.vm.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Makes the record compilation_unit of cmo_format.mli. Source locations, which nobody reads there, are dummies. */
final class DescriptorWriter {
  private static final Datum NONE_LOCATION = noLocation();

  private DescriptorWriter() {}

  static Datum write(CompilationUnit unit, int codePosition, int debugPosition) {
    return new Datum.Block(
        0,
        Datum.Str.of(unit.name()),
        new Datum.Int(codePosition),
        new Datum.Int(4L * unit.code().length),
        list(unit.relocations(), DescriptorWriter::relocation),
        list(unit.imports(), DescriptorWriter::imported),
        list(unit.requiredGlobals(), DescriptorWriter::ident),
        list(unit.primitives(), Datum.Str::of),
        new Datum.Int(unit.forceLink() ? 1 : 0),
        new Datum.Int(debugPosition),
        new Datum.Int(unit.debug().length));
  }

  static <T> Datum list(List<T> elements, Function<T, Datum> element) {
    Datum result = Datum.ZERO;
    for (int i = elements.size() - 1; i >= 0; i--) {
      result = new Datum.Block(0, element.apply(elements.get(i)), result);
    }
    return result;
  }

  private static Datum relocation(Relocation relocation) {
    Datum.Block info;
    if (relocation instanceof Relocation.Literal literal) {
      info = new Datum.Block(0, constant(literal.constant()));
    } else if (relocation instanceof Relocation.GetGlobal get) {
      info = new Datum.Block(1, ident(get.global()));
    } else if (relocation instanceof Relocation.SetGlobal set) {
      info = new Datum.Block(2, ident(set.global()));
    } else {
      info = new Datum.Block(3, Datum.Str.of(((Relocation.Primitive) relocation).name()));
    }
    return new Datum.Block(0, info, new Datum.Int(4L * relocation.offsetInts()));
  }

  private static Datum imported(CompilationUnit.Import imported) {
    Datum digest = imported.digestHex().isEmpty()
        ? Datum.ZERO
        : new Datum.Block(0, new Datum.Str(HexFormat.of().parseHex(imported.digestHex())));
    return new Datum.Block(0, Datum.Str.of(imported.name()), digest);
  }

  private static Datum ident(GlobalName global) {
    if (global.predefined()) {
      int stamp = PredefinedException.named(global.name()).stamp();
      return new Datum.Block(3, Datum.Str.of(global.name()), new Datum.Int(stamp));
    }
    return new Datum.Block(2, Datum.Str.of(global.name()));
  }

  // Fields are built after the block they go into, so that depth needs no recursion.
  private static Datum constant(Constant root) {
    record Open(Constant.Block block, Datum.Block target) {}
    ArrayDeque<Open> open = new ArrayDeque<>();
    Function<Constant, Datum> shallow = constant -> {
      if (constant instanceof Constant.Block block) {
        Datum.Block target = new Datum.Block(1, new Datum.Int(block.tag()), Datum.ZERO);
        open.push(new Open(block, target));
        return target;
      }
      return leaf(constant);
    };
    Datum result = shallow.apply(root);
    while (!open.isEmpty()) {
      Open top = open.pop();
      List<Datum> fields = new ArrayList<>();
      for (Constant field : top.block.fields()) {
        fields.add(shallow.apply(field));
      }
      top.target.setField(1, list(fields, field -> field));
    }
    return result;
  }

  private static Datum leaf(Constant constant) {
    if (constant instanceof Constant.FloatArray array) {
      return new Datum.Block(2, list(array.texts(), Datum.Str::of));
    }
    if (constant instanceof Constant.ImmString string) {
      return new Datum.Block(3, Datum.Str.of(string.latin1()));
    }
    return new Datum.Block(0, base(constant));
  }

  private static Datum base(Constant constant) {
    if (constant instanceof Constant.Int n) {
      return new Datum.Block(0, new Datum.Int(n.value()));
    }
    if (constant instanceof Constant.Char c) {
      return new Datum.Block(1, new Datum.Int(c.code()));
    }
    if (constant instanceof Constant.Str string) {
      return new Datum.Block(2, Datum.Str.of(string.latin1()), NONE_LOCATION, Datum.ZERO);
    }
    if (constant instanceof Constant.Dbl f) {
      return new Datum.Block(3, Datum.Str.of(f.text()));
    }
    if (constant instanceof Constant.Int32 n) {
      return new Datum.Block(4, new Datum.Custom(Datum.Custom.Kind.INT32, n.value()));
    }
    if (constant instanceof Constant.Int64 n) {
      return new Datum.Block(5, new Datum.Custom(Datum.Custom.Kind.INT64, n.value()));
    }
    long value = ((Constant.NativeInt) constant).value();
    return new Datum.Block(6, new Datum.Custom(Datum.Custom.Kind.NATIVEINT, value));
  }

  // Location.none: two positions (file, line, start of line, character) and "ghost".
  private static Datum noLocation() {
    Datum position =
        new Datum.Block(0, Datum.Str.of("_none_"), new Datum.Int(1), Datum.ZERO, new Datum.Int(-1));
    return new Datum.Block(0, position, position, new Datum.Int(1));
  }
}
