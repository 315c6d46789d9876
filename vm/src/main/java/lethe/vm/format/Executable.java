package lethe.vm.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lethe.vm.fault.InputError;

/**
 * A bytecode executable (exec.h): a prefix that the system may run, sections back to back, a table of their names and
 * lengths, a trailer. Sections are kept as bytes, so that what is read is written back as it was.
 */
public final class Executable {
  /** The prefix that ocamlc writes on Unix. */
  public static final String DEFAULT_PREFIX = "#!/usr/bin/ocamlrun\n";

  /** The last bytes of the file. */
  public static final String MAGIC = "Caml1999X030";
  private static final int TRAILER_BYTES = 16;
  private static final int ENTRY_BYTES = 8;

  private final String file;
  private final byte[] prefix;
  private final String magic;
  private final Map<String, byte[]> sections;

  private Executable(String file, byte[] prefix, String magic, Map<String, byte[]> sections) {
    this.file = file;
    this.prefix = prefix;
    this.magic = magic;
    this.sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /** A new executable: sections by name (four characters), in this order. */
  public static Executable of(String file, Map<String, byte[]> sections) {
    return new Executable(file, Latin1.bytes(DEFAULT_PREFIX), MAGIC, sections);
  }

  /** Reads one from its end, whatever stands in front. Versions 030 (4.13) and 031 (4.14) are read. */
  public static Executable read(String file, byte[] bytes) {
    ByteCursor in = new ByteCursor(file, bytes, 0, bytes.length);
    in.need(TRAILER_BYTES, "the trailer of a bytecode executable");
    int trailer = bytes.length - TRAILER_BYTES;
    in.seek(trailer, "the trailer");
    long count = in.bigEndian(4, "number of sections");
    String magic = in.text(12, "magic");
    if (!ObjectFile.isVersionOf(magic, MAGIC)) {
      throw in.errorAt(trailer + 4, "magic " + MAGIC, Printable.quoted(magic));
    }
    if (count > trailer / ENTRY_BYTES) {
      throw in.errorAt(trailer, "at most " + trailer / ENTRY_BYTES + " sections", Long.toString(count));
    }
    int table = trailer - ENTRY_BYTES * (int) count;
    in.seek(table, "the table of sections");
    Map<String, Long> lengths = new LinkedHashMap<>();
    long total = 0;
    for (int i = 0; i < count; i++) {
      int at = in.position();
      String name = in.text(4, "a section's name");
      long length = in.bigEndian(4, "a section's length");
      total += length;
      if (total > table) {
        throw in.errorAt(at, "sections of " + table + " bytes together", total + " with " + Printable.quoted(name));
      }
      if (lengths.put(name, length) != null) {
        throw in.errorAt(at, "each section once", Printable.quoted(name) + " again");
      }
    }
    in.seek(0, "the prefix");
    byte[] prefix = in.bytes(table - total, "the prefix");
    Map<String, byte[]> sections = new LinkedHashMap<>();
    lengths.forEach((name, length) -> sections.put(name, in.bytes(length, "section " + name)));
    return new Executable(file, prefix, magic, sections);
  }

  /** The file. */
  public byte[] write() {
    ByteSink out = new ByteSink();
    out.bytes(prefix);
    sections.values().forEach(out::bytes);
    sections.forEach((name, content) -> {
      out.text(name);
      out.bigEndian(content.length, 4);
    });
    out.bigEndian(sections.size(), 4);
    out.text(magic);
    return out.toBytes();
  }

  /** Names of the sections, in order. */
  public List<String> sectionNames() {
    return List.copyOf(sections.keySet());
  }

  /** A section's bytes, not copied; empty if it is absent. */
  public byte[] section(String name) {
    return sections.getOrDefault(name, new byte[0]);
  }

  /** CODE: all units in link order, and a STOP. */
  public int[] code() {
    byte[] code = required("CODE");
    ByteCursor in = cursor("CODE", code);
    if (code.length % 4 != 0) {
      throw in.error("a length that 4 divides", Integer.toString(code.length));
    }
    return in.ints(code.length / 4, "the code");
  }

  /** PRIM: the names of primitives, in the order of their indexes. */
  public List<String> primitives() {
    return strings("PRIM", required("PRIM"));
  }

  /** DLLS: base names of libraries of primitives; empty if there are none. */
  public List<String> dlls() {
    return strings("DLLS", section("DLLS"));
  }

  /** DATA: the array of globals, predefined exceptions first, literals filled in, 0 where a unit will put its own. */
  public Datum data() {
    return MarshalReader.read(file + "(DATA)", required("DATA"), 0).value();
  }

  /** SYMB: slot of each global by name, in the order of slots; empty if the section is absent. */
  public Map<String, Integer> symbols() {
    byte[] bytes = section("SYMB");
    if (bytes.length == 0) {
      return Map.of();
    }
    Shape shape = new Shape(file + "(SYMB)", 0, bytes.length);
    Datum.Block table =
        shape.block(MarshalReader.read(file + "(SYMB)", bytes, 0).value(), 0, 2, "the table of globals");
    long slots = shape.integer(table.field(0), 0, Integer.MAX_VALUE, "the number of globals");
    TreeMap<Integer, String> bySlot = new TreeMap<>();
    ArrayDeque<Datum> open = new ArrayDeque<>();
    open.push(table.field(1));
    while (!open.isEmpty()) {
      Datum top = open.pop();
      if (top instanceof Datum.Int) {
        continue;
      }
      // A node of Map: left, key, datum, right, height.
      Datum.Block node = shape.block(top, 0, 5, "a node of the map of globals");
      shape.spend("a map of globals");
      int slot = (int) shape.integer(node.field(2), 0, slots - 1, "a slot");
      bySlot.put(slot, Descriptor.global(shape, node.field(1)).name());
      open.push(node.field(0));
      open.push(node.field(3));
    }
    Map<String, Integer> result = new LinkedHashMap<>();
    bySlot.forEach((slot, name) -> result.put(name, slot));
    return result;
  }

  /** DBUG: where each unit with debug events starts in the code, in ints; empty if the section is absent. */
  public int[] debugUnitStartsInts() {
    byte[] bytes = section("DBUG");
    if (bytes.length == 0) {
      return new int[0];
    }
    ByteCursor in = cursor("DBUG", bytes);
    long count = in.bigEndian(4, "number of units");
    in.need(4 * count, "units");
    int[] starts = new int[(int) count];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = (int) (in.bigEndian(4, "start of a unit") / 4);
      MarshalReader.skip(in);
      MarshalReader.skip(in);
    }
    return starts;
  }

  private byte[] required(String name) {
    byte[] content = sections.get(name);
    if (content == null) {
      throw new InputError(file, "a section " + name, "only " + sections.keySet());
    }
    return content;
  }

  private ByteCursor cursor(String name, byte[] content) {
    return new ByteCursor(file + "(" + name + ")", content, 0, content.length);
  }

  private List<String> strings(String name, byte[] content) {
    List<String> result = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == 0) {
        ByteCursor in = cursor(name, content);
        in.seek(start, "a name");
        result.add(in.text(i - start, "a name"));
        start = i + 1;
      }
    }
    if (start != content.length) {
      throw cursor(name, content).errorAt(content.length, "a zero byte behind a name", "the end");
    }
    return result;
  }
}
