package lethe.harness.lockstep;

/**
 * One step of a run, to be shown.
 *
 * @param number from 1
 * @param site unit and offset, empty for the reference's, which knows no names
 * @param instruction in words, empty for the reference's
 * @param source where it comes from, empty if that is not known
 */
record Step(long number, Shapes shapes, String site, String instruction, String source) {
  String name() {
    return site.isEmpty() ? shapes.place() : site;
  }

  String text() {
    return instruction.isEmpty() ? shapes.opcode().mnemonic() : instruction;
  }
}
