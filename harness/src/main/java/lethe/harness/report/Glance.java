package lethe.harness.report;

import java.util.List;
import lethe.vm.inspect.Frame;
import lethe.vm.inspect.Inspection;

/**
 * A look at the machine at the start of an instruction.
 *
 * @param event index of the {@code step} among the events of the run
 */
record Glance(int event, Top top) {
  private static final int WORDS = 12;

  /**
   * What a debugger would show at once, but for accu and depth, which stand in the event.
   *
   * @param stack the topmost words, from the top down
   * @param cells that the host holds
   */
  record Top(String env, int extraArgs, List<Frame.Word> stack, List<Inspection.Held> cells) {}

  static Glance of(int event, Inspection machine) {
    List<Frame.Word> words = machine.stack().stream().flatMap(frame -> frame.words().stream()).limit(WORDS).toList();
    return new Glance(
        event, new Top(machine.registers().env(), machine.registers().extraArgs(), words, machine.cells()));
  }
}
