package lethe.harness.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Equal texts get equal numbers, from 0: two traces that are compared share one of these. */
final class Texts {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  private final Map<Integer, Integer> topics = new HashMap<>();

  int number(String text) {
    return numbers.computeIfAbsent(text, fresh -> {
      texts.add(fresh);
      return texts.size() - 1;
    });
  }

  /** The number of what a text is about, which is found out once. */
  int topicOf(int text, Supplier<String> topic) {
    Integer known = topics.get(text);
    if (known == null) {
      known = number(topic.get());
      topics.put(text, known);
    }
    return known;
  }

  String text(int number) {
    return texts.get(number);
  }
}
