package lethe.harness.change;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import lethe.vm.trace.EventKind;

/** Short words for an event and for a field of one. */
final class EventWords {
  private static final Pattern NUMBER_BEHIND = Pattern.compile(" [0-9]+$| \\(stack [0-9]+\\)$");

  private EventWords() {}

  /** What happened, without where: {@code CALL_DYN}, {@code alloc clo of 3 words}. */
  static String what(EventKind kind, JsonObject event) {
    return switch (kind) {
      case ALLOC -> "alloc " + kindOf(text(event, "alloc")) + " of " + words(event.get("size").getAsLong());
      case REWRITE -> text(event, "to");
      case STEP -> text(event, "op").replaceFirst(" .*", "");
      case LINK -> "link to " + text(event, "to");
      case GC -> text(event, "gc") + " collection (" + text(event, "cause") + ")";
      case PRIM -> "call of " + text(event, "prim");
      case DONE -> "return of " + text(event, "done");
      case SWEPT -> "end of a collection";
      case OUT -> "line of output";
      default -> kind.wireName();
    };
  }

  private static String words(long count) {
    return count + (count == 1 ? " word" : " words");
  }

  /** Where it happened, or to what; may be empty. */
  static String place(EventKind kind, JsonObject event) {
    String subject = text(event, kind.wireName());
    return switch (kind) {
      case ALLOC -> birthplace(subject);
      case PRIM, DONE, GC, SWEPT, OUT, END, LETHE -> "";
      default -> subject;
    };
  }

  private static String kindOf(String object) {
    int at = object.indexOf('@');
    return at < 0 ? object : object.substring(0, at);
  }

  private static String birthplace(String object) {
    int dot = object.lastIndexOf('.');
    return dot < 0 ? object : object.substring(object.indexOf('@') + 1, dot);
  }

  /**
   * A field that changed.
   *
   * @param was null if it was absent
   * @param is null if it is absent now
   * @param named a root that it has now, with what is known of it
   */
  static Change field(
      EventKind kind, JsonObject event, String field, JsonElement was, JsonElement is, UnaryOperator<String> named) {
    Danger danger = DangerOf.field(kind, field);
    if (kind == EventKind.KEEP) {
      return path(text(event, "keep"), root(was), root(is), named);
    }
    String about = switch (kind) {
      case END -> "";
      case ALLOC -> "alloc " + kindOf(text(event, "alloc")) + ": ";
      case PRIM, DONE -> text(event, kind.wireName()) + ": ";
      default -> kind.wireName() + ": ";
    };
    String place = place(kind, event);
    String detail = about.isEmpty() ? "" : about.replace(": ", place.isEmpty() ? ": " : " at " + place + ": ");
    if (isNumber(was) && isNumber(is)) {
      long difference = is.getAsLong() - was.getAsLong();
      boolean isTotal = kind == EventKind.END || kind == EventKind.SWEPT;
      String change = isTotal ? (difference > 0 ? "more " : "fewer ") + field
          : field + " " + (difference > 0 ? "+" : "") + difference;
      return other(danger, about + change, detail + field + " " + was + " → " + is, isTotal);
    }
    String spelt = shown(was) + " → " + shown(is);
    boolean isVerdict = kind == EventKind.END || kind == EventKind.FAULT || kind == EventKind.GC || kind == EventKind.FREE;
    String name = kind.wireName().equals(field) ? "" : field + " ";
    return isVerdict
        ? other(danger, about + name + spelt, detail + name + spelt, false)
        : other(danger, about + "other " + field, detail + name + spelt, false);
  }

  private static String root(JsonElement path) {
    return path.getAsJsonArray().get(0).getAsString();
  }

  private static Change path(String unit, String was, String is, UnaryOperator<String> named) {
    String before = withoutNumber(was);
    if (before.equals(withoutNumber(is))) {
      return other(Danger.ORDER, "kept on another path from " + before, unit + " kept on another path from " + is, false);
    }
    String now = named.apply(is);
    return other(Danger.ORDER, "kept by " + withoutNumber(now) + " instead of " + before,
        unit + " kept by " + now + " instead of " + was, false);
  }

  private static String withoutNumber(String root) {
    return NUMBER_BEHIND.matcher(root).replaceFirst("");
  }

  private static Change other(Danger danger, String what, String detail, boolean isConsequence) {
    return new Change(danger, Change.Sign.OTHER, what, detail, 1, isConsequence);
  }

  private static boolean isNumber(JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
  }

  private static String shown(JsonElement value) {
    return value == null ? "(absent)" : value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }

  private static String text(JsonObject event, String field) {
    return event.get(field).getAsString();
  }
}
