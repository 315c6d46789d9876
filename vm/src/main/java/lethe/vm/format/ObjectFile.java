package lethe.vm.format;

import java.util.ArrayList;
import java.util.List;

/** Object files (.cmo) and libraries of them (.cma). */
public final class ObjectFile {
  private static final String UNIT_MAGIC = "Caml1999O030";
  private static final String LIBRARY_MAGIC = "Caml1999A030";
  private static final int HEADER_BYTES = 16;
  private static final int MAGIC_BYTES = 12;

  private ObjectFile() {}

  /**
   * Reads the units of a .cmo (one) or a .cma (in order). Versions 030 (4.13) and 031 (4.14) are read.
   *
   * @param file for messages
   */
  public static List<CompilationUnit> read(String file, byte[] bytes) {
    ByteCursor in = new ByteCursor(file, bytes, 0, bytes.length);
    String magic = in.text(Math.min(MAGIC_BYTES, in.remaining()), "magic");
    boolean library = isVersionOf(magic, LIBRARY_MAGIC);
    if (!library && !isVersionOf(magic, UNIT_MAGIC)) {
      throw in.errorAt(0, "magic " + UNIT_MAGIC + " or " + LIBRARY_MAGIC, Printable.quoted(magic));
    }
    long position = in.bigEndian(4, "position of the descriptor");
    in.seek(position, "the descriptor");
    Datum descriptor = MarshalReader.read(file, bytes, (int) position).value();
    Shape shape = new Shape(file, (int) position, bytes.length);
    Descriptor reader = new Descriptor(shape, in, bytes.length);
    if (!library) {
      return List.of(reader.read(descriptor));
    }
    List<CompilationUnit> units = new ArrayList<>();
    Datum.Block record = shape.block(descriptor, 0, 5, "a library's descriptor");
    for (Datum unit : shape.list(record.field(0), "units")) {
      units.add(reader.read(unit));
    }
    return units;
  }

  /** The .cmo file of a unit, version 030. */
  public static byte[] write(CompilationUnit unit) {
    int debugPosition = HEADER_BYTES + 4 * unit.code().length;
    int descriptorPosition = debugPosition + unit.debug().length;
    ByteSink out = new ByteSink();
    out.text(UNIT_MAGIC);
    out.bigEndian(descriptorPosition, 4);
    out.ints(unit.code());
    out.bytes(unit.debug());
    out.bytes(MarshalWriter.write(
        DescriptorWriter.write(unit, HEADER_BYTES, unit.debug().length == 0 ? 0 : debugPosition)));
    return out.toBytes();
  }

  static boolean isVersionOf(String magic, String magic030) {
    String stem = magic030.substring(0, MAGIC_BYTES - 1);
    return magic.equals(stem + "0") || magic.equals(stem + "1");
  }
}
