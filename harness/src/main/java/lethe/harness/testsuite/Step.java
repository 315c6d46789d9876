package lethe.harness.testsuite;

import java.util.List;

/**
 * A step of a test: an action such as {@code ocamlc.byte}, or a condition such as {@code hasunix}.
 *
 * @param settings made for it and for what follows below it
 * @param next the steps below it, in the order of the text
 */
record Step(String action, List<Setting> settings, List<Step> next) {
  Step {
    settings = List.copyOf(settings);
    next = List.copyOf(next);
  }
}
