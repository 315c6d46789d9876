package lethe.harness.report;

import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A page in the browser, used as a person would: keys, clicks, and looking. */
final class Tab {
  private static final long PATIENCE_NANOS = 40_000_000_000L;
  private static final Map<String, Integer> KEY_CODES = Map.of("Enter", 13, "Escape", 27, "Tab", 9, "ArrowDown", 40, "ArrowRight", 39);

  /** A promise: what the page does after it has drawn is over. */
  static final String SETTLED =
      "new Promise((over) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(over)))))";

  private final DevTools devTools;
  private final String session;

  private Tab(DevTools devTools, String session) {
    this.devTools = devTools;
    this.session = session;
  }

  static Tab open(DevTools devTools, int width, int height) {
    String target = devTools.call("", "Target.createTarget", with("url", "about:blank")).get("targetId").getAsString();
    JsonObject attach = with("targetId", target);
    attach.addProperty("flatten", true);
    Tab tab = new Tab(devTools, devTools.call("", "Target.attachToTarget", attach).get("sessionId").getAsString());
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      tab.call(domain + ".enable", new JsonObject());
    }
    JsonObject size = with("width", width);
    size.addProperty("height", height);
    size.addProperty("deviceScaleFactor", 1);
    size.addProperty("mobile", false);
    tab.call("Emulation.setDeviceMetricsOverride", size);
    return tab;
  }

  /** Lets the system want light or dark colours. */
  void prefers(String scheme) {
    JsonObject feature = with("name", "prefers-color-scheme");
    feature.addProperty("value", scheme);
    JsonArray features = new JsonArray();
    features.add(feature);
    JsonObject media = new JsonObject();
    media.add("features", features);
    call("Emulation.setEmulatedMedia", media);
  }

  private static JsonObject with(String name, Object value) {
    JsonObject parameters = new JsonObject();
    if (value instanceof Number number) {
      parameters.addProperty(name, number);
    } else {
      parameters.addProperty(name, value.toString());
    }
    return parameters;
  }

  private JsonObject call(String method, JsonObject parameters) {
    return devTools.call(session, method, parameters);
  }

  /** Opens a file at a fragment and waits until it can be used. */
  void go(Path file, String fragment) {
    call("Page.navigate", with("url", "about:blank")); // or only the fragment would change
    call("Page.navigate", with("url", file.toUri() + fragment));
    until("document.documentElement?.dataset.ready");
  }

  /** The value of an expression, or of its promise. */
  JsonElement value(String expression) {
    JsonObject evaluate = with("expression", expression);
    evaluate.addProperty("returnByValue", true);
    evaluate.addProperty("awaitPromise", true);
    JsonObject answer = call("Runtime.evaluate", evaluate);
    if (answer.has("exceptionDetails")) {
      fail(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.getAsJsonObject("result").get("value");
  }

  /** The text of an element. */
  String text(String selector) {
    until("document.querySelector(" + quoted(selector) + ")");
    return value("document.querySelector(" + quoted(selector) + ").textContent").getAsString();
  }

  /** Waits until an element has this text. */
  void sees(String selector, String text) {
    until("document.querySelector(" + quoted(selector) + ")?.textContent.trim() === " + quoted(text));
  }

  int count(String selector) {
    return value("document.querySelectorAll(" + quoted(selector) + ").length").getAsInt();
  }

  /** Waits until an expression is true. */
  void until(String condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!value("!!(" + condition + ")").getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("in vain: " + condition + "\n" + value("document.body.innerText").getAsString());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Clicks the middle of an element. */
  void click(String selector) {
    until("document.querySelector(" + quoted(selector) + ")");
    JsonObject place = value(SETTLED + ".then(() => { const e = document.querySelector(" + quoted(selector) + "); "
        + "e.scrollIntoView({ block: 'center', behavior: 'instant' }); const r = e.getBoundingClientRect(); "
        + "return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })").getAsJsonObject();
    for (String type : List.of("mousePressed", "mouseReleased")) {
      JsonObject mouse = place.deepCopy();
      mouse.addProperty("type", type);
      mouse.addProperty("button", "left");
      mouse.addProperty("clickCount", 1);
      call("Input.dispatchMouseEvent", mouse);
    }
  }

  /** Presses a key: a letter, or one with a name. */
  void press(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      JsonObject event = with("key", key);
      event.addProperty("type", type);
      if (KEY_CODES.containsKey(key)) {
        event.addProperty("windowsVirtualKeyCode", KEY_CODES.get(key));
      } else if (type.equals("keyDown")) {
        event.addProperty("text", key);
      }
      call("Input.dispatchKeyEvent", event);
    }
  }

  void type(String text) {
    text.chars().forEach(c -> press(String.valueOf((char) c)));
  }

  /** A picture of what is seen, for people. */
  void screenshot(Path file) throws IOException {
    String data = call("Page.captureScreenshot", new JsonObject()).get("data").getAsString();
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(data));
  }

  /** What went wrong in the page so far, and what it or the browser wrote to the console. */
  List<String> errors() {
    return Stream.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded", "Network.loadingFailed")
        .flatMap(event -> devTools.heard(session, event).stream()).toList();
  }

  /** The addresses that it has asked for, but for those of data. */
  List<String> requests() {
    return devTools.heard(session, "Network.requestWillBeSent").stream()
        .map(event -> event.replaceAll("(?s).*\"url\":\"([^\"]*)\".*", "$1"))
        .filter(url -> !url.startsWith("data:")).toList();
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
