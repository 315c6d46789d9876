package lethe.harness.review;

import java.util.Arrays;
import java.util.Optional;

/** What a reviewer can do, with its key, which is its word's first letter wherever that is free. */
enum Action {
  ACCEPT("a", "accept"),
  ACCEPT_GROUP("A", "accept group"),
  REJECT("r", "reject"),
  REJECT_GROUP("R", "reject group"),
  SKIP("s", "skip"),
  SKIP_GROUP("S", "skip group"),
  NEXT("n", "next"),
  PREVIOUS("p", "previous"),
  WHOLE("d", "whole"),
  NAMES("i", "names"),
  SPLIT("v", "split"),
  WHY("w", "why"),
  OPEN("o", "open"),
  HELP("?", "help"),
  QUIT("q", "quit"),
  DOWN("j", "down"),
  UP("k", "up"),
  PAGE_DOWN(" ", "page down"),
  PAGE_UP("b", "page up"),
  LEFT("<", "left"),
  RIGHT(">", "right");

  private final String key;
  private final String word;

  Action(String key, String word) {
    this.key = key;
    this.word = word;
  }

  String key() {
    return key;
  }

  String word() {
    return word;
  }

  /** What somebody typed: the key or the word. */
  static Optional<Action> typed(String text) {
    return Arrays.stream(values())
        .filter(action -> action.key.equals(text) || action.word.equalsIgnoreCase(text)).findFirst();
  }
}
