package lethe.harness.corpus;

import lethe.vm.fault.InputError;

/**
 * Why stock OCaml is not asked about a case, or rightly answers otherwise.
 *
 * @param differs true: it runs the case, with another result; false: it cannot run it
 * @param reason one line
 */
public record Reference(boolean differs, String reason) {
  static Reference parse(String where, String text) {
    int colon = text.indexOf(": ");
    String kind = colon < 0 ? text : text.substring(0, colon);
    if (colon < 0 || !(kind.equals("none") || kind.equals("differs"))) {
      throw new InputError(where, "none: REASON or differs: REASON", text);
    }
    return new Reference(kind.equals("differs"), text.substring(colon + 2).strip());
  }
}
