package lethe.vm.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One event of a run.
 *
 * @param values one per field of the kind: String, Long or a list of strings; null only where the field is optional
 */
public record Event(EventKind kind, List<Object> values) {
  public Event {
    List<Field> fields = kind.fields();
    if (values.size() != fields.size()) {
      throw new IllegalArgumentException(kind.wireName() + ": " + fields.size() + " values wanted, got " + values);
    }
    for (int i = 0; i < fields.size(); i++) {
      Object value = values.get(i);
      Field field = fields.get(i);
      if (value == null ? !field.optional() : !field.type().holds(value)) {
        throw new IllegalArgumentException(kind.wireName() + "." + field.name() + ": " + field.wanted()
            + " wanted, got " + value);
      }
    }
  }

  /** An event; ints are taken as numbers, optional fields at the end may be left out. */
  public static Event of(EventKind kind, Object... values) {
    Object[] full = Arrays.copyOf(values, Math.max(values.length, kind.fields().size()));
    for (int i = 0; i < values.length; i++) {
      if (full[i] instanceof Integer number) {
        full[i] = number.longValue();
      }
    }
    return new Event(kind, Collections.unmodifiableList(Arrays.asList(full)));
  }

  /** The value of the first field. */
  public Object subject() {
    return values.get(0);
  }

  /** The value of a field of this kind; null if it is absent here. */
  public Object get(String field) {
    int index = kind.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException(kind.wireName() + " has no field " + field);
    }
    return values.get(index);
  }

  /** The value of a field as text; lists as in a trace. */
  public String text(String field) {
    return Objects.toString(get(field));
  }

  public long number(String field) {
    return (Long) get(field);
  }

  /** The same event with another value in one field. */
  public Event with(String field, Object value) {
    List<Object> changed = new ArrayList<>(values);
    changed.set(kind.indexOf(field), value);
    return new Event(kind, Collections.unmodifiableList(changed));
  }

  /** The line of the trace, without its end. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(80);
    Line.append(line, this);
    return line.toString();
  }
}
