package lethe.harness.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a report as one HTML file that needs nothing else: no server, no network. Each module of ours is a file among the resources;
 * the page's import map gives its text under the name {@code lethe/…}, so that browsers load them as they stand, in any order.
 */
public final class Page {
  static final List<String> STYLES =
      List.of("colours", "base", "tables", "cases", "case", "source", "events", "timeline", "graph", "changes");
  static final List<String> MODULES = List.of(
      "main", "frame", "route", "data", "theme", "keys", "links", "prose", "search", "overview", "matrix", "hazards", "costs",
      "case-list", "coverage", "case", "outcomes", "stepping", "source", "ocaml", "event-list", "event-words", "event-detail",
      "keepers", "timeline", "more", "scale", "curves", "bars", "objects", "layers", "graph", "changes", "change-groups", "notices");

  private static final Library UPLOT = new Library("org.webjars.npm", "uplot", "META-INF/resources/webjars/uplot/%s/");
  private static final Library HTM = new Library("org.mvnpm", "htm", "META-INF/resources/_static/htm/%s/");
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}\n?");

  private final Report report;
  private final Writer out;

  private Page(Report report, Writer out) {
    this.report = report;
    this.out = out;
  }

  /** Writes the page; the writer stays open. */
  public static void write(Report report, Writer out) throws IOException {
    new Page(report, out).write();
  }

  private void write() throws IOException {
    String template = ours("page.html");
    Matcher place = PLACE.matcher(template);
    int from = 0;
    while (place.find()) {
      out.append(template, from, place.start());
      fill(place.group(1));
      from = place.end();
    }
    out.append(template, from, template.length());
  }

  private void fill(String place) throws IOException {
    switch (place) {
      case "styles" -> styles();
      case "index" -> out.append(ReportJson.text(report.index()));
      case "charts" -> out.append(UPLOT.text("dist/uPlot.iife.min.js"));
      case "modules" -> modules();
      case "notices" -> notices();
      case "stories" -> stories();
      default -> throw new IllegalStateException("page.html has an unknown place " + place);
    }
  }

  private void styles() throws IOException {
    out.append(UPLOT.text("dist/uPlot.min.css")).append('\n');
    for (String name : STYLES) {
      out.append(ours("style/" + name + ".css"));
    }
  }

  private void modules() throws IOException {
    out.append(MODULES.stream()
        .map(name -> entry("lethe/" + name, ours("script/" + name + ".js")))
        .collect(Collectors.joining(",\n", "", ",\n")));
    out.append(entry("htm/preact", HTM.text("preact/standalone.module.js"))).append('\n');
  }

  private static String entry(String name, String module) {
    String text = Base64.getEncoder().encodeToString(module.getBytes(StandardCharsets.UTF_8));
    return "\"" + name + "\": \"data:text/javascript;base64," + text + "\"";
  }

  private void notices() throws IOException {
    out.append("uPlot\n\n").append(UPLOT.text("LICENSE"))
        .append("\n\nPreact\n\n").append(ours("preact-licence.txt"))
        .append("\n\nhtm\n\n").append(HTM.text("LICENSE").replace("<", "&lt;"));
  }

  private void stories() throws IOException {
    for (Map.Entry<String, String> story : report.stories().entrySet()) {
      out.append("<script type=\"application/gzip\" data-case=\"").append(story.getKey()).append("\">")
          .append(story.getValue()).append("</script>\n");
    }
  }

  private static String ours(String name) {
    return Library.read(Page.class, name);
  }
}
