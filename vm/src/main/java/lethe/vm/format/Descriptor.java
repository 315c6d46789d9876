package lethe.vm.format;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads the record compilation_unit of cmo_format.mli. */
final class Descriptor {
  static final int FIELDS = 10;
  private static final int IDENT_GLOBAL = 2;
  private static final int IDENT_PREDEF = 3;

  private final Shape shape;
  private final ConstantReader constants;
  private final ByteCursor file;
  // Code and debug bytes still unclaimed: units that overlap would be longer in memory than on disk.
  private long bytesLeft;

  Descriptor(Shape shape, ByteCursor file, int lengthBytes) {
    this.shape = shape;
    this.constants = new ConstantReader(shape);
    this.file = file;
    this.bytesLeft = lengthBytes;
  }

  CompilationUnit read(Datum value) {
    Datum.Block unit = shape.block(value, 0, FIELDS, "a unit's descriptor");
    String name = shape.text(unit.field(0), "a unit's name");
    long codeSize = size(unit.field(2), "the size of the code");
    if (codeSize % 4 != 0) {
      throw shape.error("a code size that 4 divides", Long.toString(codeSize));
    }
    seek(unit.field(1), "the code");
    int[] code = file.ints((int) (codeSize / 4), "the code");
    byte[] debug = {};
    long debugSize = size(unit.field(9), "the size of debug data");
    if (debugSize > 0) {
      seek(unit.field(8), "debug data");
      debug = file.bytes(debugSize, "debug data");
    }
    return new CompilationUnit(
        name,
        code,
        relocations(unit.field(3), code.length),
        imports(unit.field(4)),
        globals(unit.field(5)),
        shape.texts(unit.field(6), "primitives"),
        shape.bool(unit.field(7), "force link"),
        debug);
  }

  private long size(Datum value, String what) {
    long size = shape.integer(value, 0, bytesLeft, what);
    bytesLeft -= size;
    return size;
  }

  private void seek(Datum value, String what) {
    file.seek(shape.integer(value, 0, Integer.MAX_VALUE, "position of " + what), what);
  }

  private List<Relocation> relocations(Datum value, int codeInts) {
    List<Relocation> result = new ArrayList<>();
    for (Datum element : shape.list(value, "relocations")) {
      Datum.Block pair = shape.block(element, 0, 2, "a relocation");
      long offset = shape.integer(pair.field(1), 0, 4L * codeInts - 4, "a relocation's offset");
      if (offset % 4 != 0) {
        throw shape.error("a relocation offset that 4 divides", Long.toString(offset));
      }
      int offsetInts = (int) (offset / 4);
      Datum.Block info = shape.block(pair.field(0), "a relocation");
      shape.block(info, info.tag(), 1, "a relocation");
      Datum what = info.field(0);
      result.add(switch (info.tag()) {
        case 0 -> new Relocation.Literal(offsetInts, constants.read(what));
        case 1 -> new Relocation.GetGlobal(offsetInts, global(what));
        case 2 -> new Relocation.SetGlobal(offsetInts, global(what));
        case 3 -> new Relocation.Primitive(offsetInts, shape.text(what, "a primitive's name"));
        default -> throw shape.error("a relocation of tag 0 to 3", "tag " + info.tag());
      });
    }
    return result;
  }

  private List<CompilationUnit.Import> imports(Datum value) {
    List<CompilationUnit.Import> result = new ArrayList<>();
    for (Datum element : shape.list(value, "imports")) {
      Datum.Block pair = shape.block(element, 0, 2, "an import");
      String digest = "";
      if (pair.field(1) instanceof Datum.Block some) {
        shape.block(some, 0, 1, "a digest");
        String bytes = shape.text(some.field(0), "a digest");
        if (bytes.length() != 16) {
          throw shape.error("a digest of 16 bytes", bytes.length() + " bytes");
        }
        digest = HexFormat.of().formatHex(Latin1.bytes(bytes));
      } else {
        shape.integer(pair.field(1), 0, 0, "no digest");
      }
      result.add(new CompilationUnit.Import(shape.text(pair.field(0), "an import's name"), digest));
    }
    return result;
  }

  private List<GlobalName> globals(Datum value) {
    List<GlobalName> result = new ArrayList<>();
    for (Datum element : shape.list(value, "required globals")) {
      result.add(global(element));
    }
    return result;
  }

  private GlobalName global(Datum value) {
    return global(shape, value);
  }

  /** An Ident.t that is global or predefined. */
  static GlobalName global(Shape shape, Datum value) {
    Datum.Block ident = shape.block(value, "an identifier");
    if (ident.tag() == IDENT_GLOBAL) {
      shape.block(ident, IDENT_GLOBAL, 1, "a global");
      return GlobalName.unit(shape.text(ident.field(0), "a global's name"));
    }
    shape.block(ident, IDENT_PREDEF, 2, "a predefined exception");
    String name = shape.text(ident.field(0), "an exception's name");
    if (PredefinedException.named(name) == null) {
      throw shape.error("a predefined exception", name);
    }
    return new GlobalName(name, true);
  }
}
