package lethe.harness.change;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lethe.vm.trace.EventKind;

/** Puts what differs between two aligned traces into words. */
final class TraceWords {
  private final TraceComparison comparison;
  private final Tally tally = new Tally();
  private final int[] approvedCollections;
  private final int[] receivedCollections;
  private final Map<Alike, List<Change>> told = new HashMap<>();
  private Set<String> toldOf;

  /**
   * Rows that are put into the same words: a long trace that differs in every round of a loop has few of them, and to read a line is slow.
   *
   * @param left number of the text without counts, or -1
   * @param right likewise
   * @param otherNames a bit for each name that is another on the right
   */
  private record Alike(int left, int right, long otherNames) {}

  TraceWords(TraceComparison comparison) {
    this.comparison = comparison;
    approvedCollections = TraceComparison.collections(comparison.approved());
    receivedCollections = TraceComparison.collections(comparison.received());
  }

  List<Change> changes() {
    toldOf = new Deaths(comparison.approved(), comparison.received()).tell(tally);
    comparison.rows(this::row);
    Renaming renaming = comparison.renaming();
    other(Danger.RENAMING, renaming.objects(), "renamed object", true);
    other(Danger.ORDER, renaming.elsewhere(), "object born elsewhere", false);
    other(Danger.ORDER, renaming.places(), "instruction moved", false);
    List<Change> changes = tally.changes();
    return changes.isEmpty() ? List.of(Change.SPELLING) : changes;
  }

  private void other(Danger danger, int count, String what, boolean isConsequence) {
    if (count > 0) {
      String[] words = what.split(" ", 2);
      String many = count == 1 ? what : words[0].equals("renamed") ? what + "s" : words[0] + "s " + words[1];
      tally.add(new Change(danger, Change.Sign.OTHER, what, count + " " + many, 1, isConsequence));
    }
  }

  private void row(RowKind kind, int left, int right) {
    switch (kind) {
      case SAME, RENAMED, FOLDED -> { }
      case CHANGED -> changed(left, right);
      case REMOVED -> {
        if (comparison.movedTo(left) == Alignment.NONE) {
          lone(Change.Sign.FEWER, comparison.approved(), left);
        }
      }
      case ADDED -> {
        int from = comparison.movedFrom(right);
        if (from == Alignment.NONE) {
          lone(Change.Sign.MORE, comparison.translated(), right);
        } else {
          moved(from, right);
        }
      }
    }
  }

  private void lone(Change.Sign sign, TraceLines lines, int line) {
    int text = lines.countless(line);
    Alike alike = sign == Change.Sign.FEWER ? new Alike(text, -1, 0) : new Alike(-1, text, 0);
    told.computeIfAbsent(alike, fresh -> words(sign, lines.kind(line), event(lines, line))).forEach(tally::add);
  }

  private List<Change> words(Change.Sign sign, EventKind kind, JsonObject event) {
    if ((kind == EventKind.FREE || kind == EventKind.KEEP) && toldOf.contains(subject(kind, event))) {
      return List.of();
    }
    boolean isConsequence = kind == EventKind.SWEPT || kind == EventKind.KEEP || kind == EventKind.DONE;
    return List.of(new Change(
        DangerOf.lone(kind), sign, EventWords.what(kind, event), EventWords.place(kind, event), 1, isConsequence));
  }

  private void moved(int left, int right) {
    EventKind kind = comparison.received().kind(right);
    JsonObject event = event(comparison.approved(), left);
    if ((kind == EventKind.FREE || kind == EventKind.KEEP) && toldOf.contains(subject(kind, event))) {
      return;
    }
    int distance = receivedCollections[right] - approvedCollections[left];
    String where = distance == 0 ? " elsewhere"
        : " " + Deaths.gcs(Math.abs(distance)) + (distance > 0 ? " later" : " earlier");
    String place = EventWords.place(kind, event);
    String what = EventWords.what(kind, event);
    tally.add(new Change(Danger.ORDER, Change.Sign.OTHER, what + where,
        what + (place.isEmpty() ? "" : " at " + place) + where, 1, false));
  }

  private void changed(int left, int right) {
    Alike alike = new Alike(
        comparison.approved().countless(left), comparison.received().countless(right), otherNames(left, right));
    told.computeIfAbsent(alike, fresh -> words(left, right)).forEach(tally::add);
  }

  private long otherNames(int left, int right) {
    int count = Math.min(comparison.approved().nameCount(left), comparison.translated().nameCount(right));
    long others = 0;
    for (int i = 0; i < count; i++) {
      boolean isOther = comparison.approved().name(left, i) != comparison.translated().name(right, i);
      others |= isOther ? 1L << Math.min(i, Long.SIZE - 1) : 0;
    }
    return others;
  }

  private List<Change> words(int left, int right) {
    EventKind kind = comparison.approved().kind(left);
    JsonObject before = event(comparison.approved(), left);
    JsonObject now = event(comparison.translated(), right);
    Set<String> fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (String field : fields) {
      JsonElement was = before.get(field);
      JsonElement is = now.get(field);
      if (was == null || !was.equals(is)) {
        changes.add(EventWords.field(kind, before, field, was, is, root -> comparison.root(right, root)));
      }
    }
    return changes;
  }

  private static JsonObject event(TraceLines lines, int line) {
    return JsonParser.parseString(lines.line(line)).getAsJsonObject();
  }

  private static String subject(EventKind kind, JsonObject event) {
    return event.get(kind.wireName()).getAsString();
  }
}
