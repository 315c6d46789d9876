package lethe.harness.change;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lethe.vm.trace.EventKind;

/** Puts what differs between two aligned traces into words. */
final class TraceWords {
  private final TraceComparison comparison;
  private final Tally tally = new Tally();
  private final int[] approvedCollections;
  private final int[] receivedCollections;
  private Set<String> toldOf;

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
    EventKind kind = lines.kind(line);
    JsonObject event = event(lines, line);
    if ((kind == EventKind.FREE || kind == EventKind.KEEP) && toldOf.contains(subject(kind, event))) {
      return;
    }
    boolean isConsequence = kind == EventKind.SWEPT || kind == EventKind.KEEP || kind == EventKind.DONE;
    tally.add(new Change(
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
    EventKind kind = comparison.approved().kind(left);
    JsonObject before = event(comparison.approved(), left);
    JsonObject now = event(comparison.translated(), right);
    Set<String> fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(now.keySet());
    for (String field : fields) {
      JsonElement was = before.get(field);
      JsonElement is = now.get(field);
      if (was == null || !was.equals(is)) {
        tally.add(EventWords.field(kind, before, field, was, is));
      }
    }
  }

  private static JsonObject event(TraceLines lines, int line) {
    return JsonParser.parseString(lines.line(line)).getAsJsonObject();
  }

  private static String subject(EventKind kind, JsonObject event) {
    return event.get(kind.wireName()).getAsString();
  }
}
