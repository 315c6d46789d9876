package lethe.harness.golden;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import lethe.harness.corpus.Fate;
import lethe.harness.subject.Counts;
import lethe.harness.subject.Recording;

/** {@code outcomes.approved.json}: what a case did under every policy, a JSON array of one line a policy. */
public final class Outcomes {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private Outcomes() {}

  /** The file's text. */
  public static String text(List<Recording> recordings) {
    return recordings.stream().map(Outcomes::line).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String line(Recording recording) {
    Counts counts = recording.run().counts();
    JsonObject line = new JsonObject();
    line.addProperty("policy", recording.policy());
    line.addProperty("result", recording.run().outcome().result());
    line.addProperty("units", recording.run().outcome().fates().stream().map(Fate::toString)
        .collect(Collectors.joining(", ")));
    line.addProperty("verdict", Verdict.of(recording.run()).toString());
    line.addProperty("words", counts.words());
    line.addProperty("depth", counts.depth());
    line.addProperty("steps", counts.steps());
    line.addProperty("minor", counts.minor());
    line.addProperty("full", counts.full());
    line.addProperty("effects_sha256", recording.effectsSha256());
    return GSON.toJson(line);
  }
}
