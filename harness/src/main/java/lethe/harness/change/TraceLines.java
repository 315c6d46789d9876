package lethe.harness.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import lethe.vm.fault.InputError;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.TraceReader;

/**
 * The lines of a trace as numbers: some forty bytes a line, however long it is, since lines that differ in names only share their text.
 * Of each line are known its shape, which is its text with a hole where each name stood; its text without the counts of objects; and what
 * it is about at all, the event with the kind of its subject.
 */
final class TraceLines {
  /** As many as an anchor can count. */
  static final int MOST_LINES = 1 << 24;

  private static final char HOLE = '\u0001';
  private static final Map<String, EventKind> KINDS = new HashMap<>();

  static {
    for (EventKind kind : EventKind.values()) {
      KINDS.put(kind.wireName(), kind);
    }
  }

  private final Texts texts;
  private int size;
  private int[] shapes = new int[256];
  private int[] countless = new int[256];
  private int[] topics = new int[256];
  private EventKind[] kinds = new EventKind[256];
  private int[] firstName = new int[257];
  private long[] names = new long[512];
  private int holes; // of the line that is being read
  private final NameScan scan = new NameScan();
  private final StringBuilder shape = new StringBuilder(256);
  private final StringBuilder plain = new StringBuilder(256);

  private TraceLines(Texts texts) {
    this.texts = texts;
  }

  /**
   * Reads a trace line by line.
   *
   * @param where the file, for messages
   * @throws InputError if it is not a trace, or one of another version
   */
  static TraceLines read(String where, BufferedReader reader, Texts texts) throws IOException {
    TraceLines lines = new TraceLines(texts);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(where, line);
    }
    if (lines.size == 0) {
      throw new InputError(where + ":1", "event lethe on the first line", "an empty file");
    }
    return lines;
  }

  private void add(String where, String line) {
    EventKind kind = kind(line);
    if (kind == null || (size == 0) != (kind == EventKind.LETHE)) {
      throw new InputError(where + ":" + (size + 1), size == 0 ? "event lethe on the first line" : "an event", line);
    }
    if (size == MOST_LINES) {
      throw new InputError(where, "at most " + MOST_LINES + " lines", "more");
    }
    if (size == 0 && TraceReader.parse(where + ":1", line).number("lethe") != EventKind.VERSION) {
      throw new InputError(where + ":1", "format version " + EventKind.VERSION, line);
    }
    grow();
    kinds[size] = kind;
    readNames(kind, line);
    topics[size] = texts.topicOf(countless[size], () -> topic(kind, line));
    size++;
    firstName[size] = firstName[size - 1] + holes;
  }

  private void readNames(EventKind kind, String line) {
    holes = 0;
    boolean isText = kind == EventKind.OUT || kind == EventKind.LETHE || kind == EventKind.END;
    if (isText || (line.indexOf('@') < 0 && line.indexOf('+') < 0)) {
      shapes[size] = texts.number(line);
      countless[size] = shapes[size];
      return;
    }
    shape.setLength(0);
    plain.setLength(0);
    int from = 0;
    for (scan.on(line); scan.find(); from = scan.end()) {
      shape.append(line, from, scan.start()).append(HOLE);
      plain.append(line, from, scan.dot());
      int text = texts.number(line.substring(scan.start(), scan.dot()));
      addName(scan.isPlace() ? Name.place(text) : Name.object(text, scan.count()));
    }
    shapes[size] = texts.number(shape.append(line, from, line.length()).toString());
    countless[size] = texts.number(plain.append(line, from, line.length()).toString());
  }

  private void addName(long name) {
    int at = firstName[size] + holes++;
    if (at == names.length) {
      names = Arrays.copyOf(names, 2 * names.length);
    }
    names[at] = name;
  }

  private void grow() {
    if (size == shapes.length) {
      int longer = 2 * size;
      shapes = Arrays.copyOf(shapes, longer);
      countless = Arrays.copyOf(countless, longer);
      topics = Arrays.copyOf(topics, longer);
      kinds = Arrays.copyOf(kinds, longer);
      firstName = Arrays.copyOf(firstName, longer + 1);
    }
  }

  private static EventKind kind(String line) {
    int end = line.indexOf('"', 2);
    return line.startsWith("{\"") && end > 0 ? KINDS.get(line.substring(2, end)) : null;
  }

  /** The event and its subject, of which a name leaves its kind only. */
  private static String topic(EventKind kind, String line) {
    int from = line.indexOf(':') + 1;
    if (kind == EventKind.OUT || kind == EventKind.END || kind == EventKind.LETHE || line.charAt(from) != '"') {
      return kind.wireName();
    }
    String subject = line.substring(from + 1, line.indexOf('"', from + 1));
    return kind.wireName() + " " + Name.SPELLING.matcher(subject)
        .replaceAll(found -> found.group(3) != null ? "" : found.group(1).substring(0, 3));
  }

  int size() {
    return size;
  }

  EventKind kind(int line) {
    return kinds[line];
  }

  /** Numbers of the texts without counts. */
  int[] countless() {
    return Arrays.copyOf(countless, size);
  }

  /** The number of a line's text without counts. */
  int countless(int line) {
    return countless[line];
  }

  /** Numbers of what each line is about. */
  int[] topics() {
    return Arrays.copyOf(topics, size);
  }

  int shape(int line) {
    return shapes[line];
  }

  int nameCount(int line) {
    return firstName[line + 1] - firstName[line];
  }

  /** A name of a line, from 0. */
  long name(int line, int number) {
    return names[firstName[line] + number];
  }

  /** The same lines with other names. */
  TraceLines renamed(LongUnaryOperator other) {
    TraceLines renamed = new TraceLines(texts);
    renamed.size = size;
    renamed.shapes = shapes;
    renamed.countless = countless;
    renamed.topics = topics;
    renamed.kinds = kinds;
    renamed.firstName = firstName;
    renamed.names = Arrays.stream(names, 0, firstName[size]).map(other).toArray();
    return renamed;
  }

  /** A line as it was read. */
  String line(int line) {
    String shape = texts.text(shapes[line]);
    if (nameCount(line) == 0) {
      return shape;
    }
    StringBuilder text = new StringBuilder(shape.length() + 32);
    int next = 0;
    for (int i = 0; i < shape.length(); i++) {
      if (shape.charAt(i) == HOLE) {
        text.append(Name.spell(name(line, next++), texts));
      } else {
        text.append(shape.charAt(i));
      }
    }
    return text.toString();
  }

  /** The first name of a line as it is spelt; empty if there is none. */
  String firstName(int line) {
    return nameCount(line) == 0 ? "" : Name.spell(name(line, 0), texts);
  }

  String text(long name) {
    return texts.text(Name.text(name));
  }
}
