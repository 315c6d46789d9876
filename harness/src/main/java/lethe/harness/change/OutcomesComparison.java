package lethe.harness.change;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lethe.vm.fault.InputError;

/** Two versions of a case's outcomes: an array of one object a policy, each on its line. */
final class OutcomesComparison implements Comparison {
  private static final Set<String> COUNTED = Set.of("words", "depth", "steps", "minor", "full");
  private static final String DIGEST = "effects_sha256";

  private final List<String> approved;
  private final List<String> received;
  private final Tally tally = new Tally();

  /** @throws InputError if the approved text is not an array of such objects */
  OutcomesComparison(String path, String approvedText, String receivedText) {
    approved = approvedText.lines().toList();
    received = receivedText.lines().toList();
    Map<String, JsonObject> before = read(path, approvedText);
    Map<String, JsonObject> now = read(path, receivedText);
    Set<String> policies = new LinkedHashSet<>(before.keySet());
    policies.addAll(now.keySet());
    policies.forEach(policy -> compare(policy, before.get(policy), now.get(policy)));
  }

  private static Map<String, JsonObject> read(String path, String text) {
    try {
      Map<String, JsonObject> lines = new LinkedHashMap<>();
      for (JsonElement line : JsonParser.parseString(text).getAsJsonArray()) {
        lines.put(line.getAsJsonObject().get("policy").getAsString(), line.getAsJsonObject());
      }
      return lines;
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new InputError(path, "an array of one object a policy", text.lines().findFirst().orElse("an empty file"));
    }
  }

  private void compare(String policy, JsonObject before, JsonObject now) {
    if (before == null || now == null) {
      tally.add(new Change(Danger.RESULT, before == null ? Change.Sign.MORE : Change.Sign.FEWER, "policy", policy, 1, false));
      return;
    }
    for (String field : now.keySet()) {
      JsonElement was = before.get(field);
      JsonElement is = now.get(field);
      if (!is.equals(was)) {
        field(policy, field, was, is);
      }
    }
  }

  private void field(String policy, String field, JsonElement was, JsonElement is) {
    if (was == null) {
      add(Danger.ORDER, "a field " + field, policy + ": a field " + field, false);
    } else if (COUNTED.contains(field)) {
      String what = (is.getAsLong() > was.getAsLong() ? "more " : "fewer ") + field;
      add(Danger.COST, what, policy + ": " + field + " " + was + " → " + is, false);
    } else if (field.equals(DIGEST)) {
      add(Danger.ORDER, "other events (digest)", policy + ": other events (digest)", true);
    } else if (field.equals("units")) {
      fates(policy, was.getAsString(), is.getAsString());
    } else {
      String spelt = was.getAsString() + " → " + is.getAsString();
      boolean followsFates = field.equals("verdict") && !spelt.contains("unsound");
      add(followsFates ? Danger.ORDER : Danger.RESULT, spelt, policy + ": " + spelt, followsFates);
    }
  }

  private void fates(String policy, String was, String is) {
    Map<String, String> before = FateWords.ends(was);
    Map<String, String> now = FateWords.ends(is);
    Set<String> units = new LinkedHashSet<>(before.keySet());
    units.addAll(now.keySet());
    int told = 0;
    for (String unit : units) {
      String end = before.getOrDefault(unit, "never loaded");
      String newEnd = now.getOrDefault(unit, "never loaded");
      if (!end.equals(newEnd)) {
        told++;
        String what = end + " → " + newEnd;
        add(FateWords.danger(end, newEnd), what, policy + ": " + unit + " " + what, false);
      }
    }
    if (told == 0) {
      add(Danger.ORDER, "units end in another order", policy + ": units end in another order", false);
    }
  }

  private void add(Danger danger, String what, String detail, boolean isConsequence) {
    tally.add(new Change(danger, Change.Sign.OTHER, what, detail, 1, isConsequence));
  }

  @Override
  public List<Change> changes() {
    List<Change> changes = tally.changes();
    return changes.isEmpty() ? List.of(Change.SPELLING) : changes;
  }

  @Override
  public List<DiffLine> lines(View view) {
    Folding folding = new Folding(view, approved::get, received::get, (left, right) -> "", right -> null);
    for (int i = 0; i < Math.max(approved.size(), received.size()); i++) {
      boolean isLeft = i < approved.size();
      boolean isRight = i < received.size();
      RowKind kind = !isRight ? RowKind.REMOVED : !isLeft ? RowKind.ADDED
          : approved.get(i).equals(received.get(i)) ? RowKind.SAME : RowKind.CHANGED;
      folding.row(kind, isLeft ? i : Alignment.NONE, isRight ? i : Alignment.NONE);
    }
    return folding.lines();
  }
}
