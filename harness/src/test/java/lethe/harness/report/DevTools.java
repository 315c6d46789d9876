package lethe.harness.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The Chrome DevTools protocol: a call has a number, its answer has the same; an event has none. */
final class DevTools implements WebSocket.Listener {
  private static final int SECONDS = 60;

  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final List<JsonObject> events = new ArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;

  private DevTools() {}

  static DevTools connect(String address) {
    DevTools devTools = new DevTools();
    devTools.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(address), devTools)
        .orTimeout(SECONDS, TimeUnit.SECONDS).join();
    return devTools;
  }

  /**
   * Calls a method and waits for its result.
   *
   * @param session of a tab; empty for the browser itself
   */
  JsonObject call(String session, String method, JsonObject parameters) {
    int id = calls.incrementAndGet();
    JsonObject call = new JsonObject();
    call.addProperty("id", id);
    call.addProperty("method", method);
    call.add("params", parameters);
    if (!session.isEmpty()) {
      call.addProperty("sessionId", session);
    }
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket.sendText(call.toString(), true).join();
    JsonObject got = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (got.has("error")) {
      throw new IllegalStateException(method + ": " + got.get("error"));
    }
    return got.getAsJsonObject("result");
  }

  /** The events of a name that have come so far, as text. */
  synchronized List<String> heard(String session, String method) {
    return events.stream()
        .filter(event -> event.get("method").getAsString().equals(method))
        .filter(event -> event.has("sessionId") && event.get("sessionId").getAsString().equals(session))
        .map(event -> event.get("params").toString()).toList();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      received(JsonParser.parseString(message.toString()).getAsJsonObject());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  private synchronized void received(JsonObject json) {
    if (json.has("id")) {
      waiting.remove(json.get("id").getAsInt()).complete(json);
    } else {
      events.add(json);
    }
  }

  /** Asks the browser to end. It may be gone before it answers. */
  void end() {
    JsonObject call = new JsonObject();
    call.addProperty("id", calls.incrementAndGet());
    call.addProperty("method", "Browser.close");
    waiting.put(calls.get(), new CompletableFuture<>());
    socket.sendText(call.toString(), true).join();
  }
}
