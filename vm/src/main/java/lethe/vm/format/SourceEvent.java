package lethe.vm.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A debug event, as far as backtraces and listings need it (instruct.mli).
 *
 * @param offsetInts from the start of the unit's code, or of the program's
 * @param startChar from the start of the line, as endChar
 * @param definition the function or value around the place
 * @param isBefore whether the place is computed from here on; else it has just been
 */
public record SourceEvent(
    int offsetInts, String file, int line, int startChar, int endChar, String definition, boolean isBefore) {
  private static final int EVENT_FIELDS = 11;
  private static final int KIND = 3;
  private static final Datum BEFORE = new Datum.Int(0);
  private static final int DEFINITION = 4;

  /** The events of a unit: those of {@link CompilationUnit#debug}. */
  public static List<SourceEvent> ofUnit(String file, byte[] debug) {
    return debug.length == 0 ? List.of() : list(file, debug, 0, 0);
  }

  /** The events of a program: its section DBUG. */
  public static List<SourceEvent> ofProgram(Executable program) {
    byte[] bytes = program.section("DBUG");
    List<SourceEvent> events = new ArrayList<>();
    if (bytes.length > 0) {
      ByteCursor in = new ByteCursor("DBUG", bytes, 0, bytes.length);
      long units = in.bigEndian(4, "number of units");
      for (long i = 0; i < units; i++) {
        int start = (int) (in.bigEndian(4, "start of a unit") / 4);
        events.addAll(list("DBUG", bytes, in.position(), start));
        MarshalReader.skip(in);
        MarshalReader.skip(in);
      }
    }
    return events;
  }

  private static List<SourceEvent> list(String file, byte[] bytes, int position, int startInts) {
    Shape shape = new Shape(file, position, bytes.length);
    List<SourceEvent> events = new ArrayList<>();
    for (Datum datum : shape.list(MarshalReader.read(file, bytes, position).value(), "debug events")) {
      Datum.Block event = shape.block(datum, 0, EVENT_FIELDS, "a debug event");
      int offset = startInts + integer(shape, event.field(0), "a debug event's offset") / 4;
      Datum.Block place = shape.block(event.field(2), 0, 3, "a location");
      Datum.Block start = shape.block(place.field(0), 0, 4, "a position");
      Datum.Block end = shape.block(place.field(1), 0, 4, "a position");
      // A position is (file, line, offset of the line in the file, offset in the file).
      int line = integer(shape, start.field(2), "the start of a line");
      events.add(new SourceEvent(
          offset,
          shape.text(start.field(0), "a file's name"),
          integer(shape, start.field(1), "a line"),
          integer(shape, start.field(3), "an offset") - line,
          integer(shape, end.field(3), "an offset") - line,
          shape.text(event.field(DEFINITION), "a definition's name"),
          event.field(KIND).equals(BEFORE)));
    }
    return events;
  }

  private static int integer(Shape shape, Datum value, String what) {
    return (int) shape.integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE, what);
  }
}
