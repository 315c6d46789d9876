package lethe.vm;

import lethe.vm.host.Host;

/**
 * What the environment asks of a program's machine, in OCAMLRUNPARAM or CAMLRUNPARAM: letters with values, between commas
 * (startup_aux.c). Sizes are not read: a machine's are options.
 *
 * @param backtrace letter {@code b}: are backtraces recorded from the start?
 */
record RuntimeParameters(boolean backtrace) {
  static RuntimeParameters of(Host host) {
    String text = host.environment("OCAMLRUNPARAM").or(() -> host.environment("CAMLRUNPARAM")).orElse("");
    boolean backtrace = false;
    for (String parameter : text.split(",", -1)) {
      if (parameter.equals("b") || parameter.startsWith("b=")) {
        backtrace = !parameter.equals("b=0");
      }
    }
    return new RuntimeParameters(backtrace);
  }
}
