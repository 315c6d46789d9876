package lethe.harness.testsuite;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/** A report for programs: by test what differs, {@code ""} for a way that passes; by test left out the reason. */
public final class SuiteJson {
  private SuiteJson() {}

  /** The whole report. */
  public static String of(SuiteReport report) {
    JsonObject programs = new JsonObject();
    for (Verdict verdict : report.verdicts()) {
      JsonObject modes = new JsonObject();
      verdict.differences().forEach((mode, difference) -> modes.addProperty(mode, difference.orElse("")));
      programs.add(verdict.program(), modes);
    }
    JsonObject leftOut = new JsonObject();
    report.leftOut().forEach(leftOut::addProperty);
    JsonObject all = new JsonObject();
    all.add("programs", programs);
    all.add("leftOut", leftOut);
    return new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(all) + "\n";
  }
}
