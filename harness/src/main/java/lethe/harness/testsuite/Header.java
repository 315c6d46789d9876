package lethe.harness.testsuite;

import java.util.List;

/**
 * What the comment {@code (* TEST … *)} at the beginning of a program says.
 *
 * @param settings made for all steps
 * @param steps those with one star; none means that the program is compiled and run
 */
record Header(List<Setting> settings, List<Step> steps) {
  Header {
    settings = List.copyOf(settings);
    steps = List.copyOf(steps);
  }
}
