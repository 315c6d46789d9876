package lethe.harness.report;

import java.util.List;
import lethe.vm.inspect.Frame;
import lethe.vm.inspect.Inspection;

/**
 * The machine at the start of an instruction, as far as a debugger would show it at once; accu and depth stand in the event.
 *
 * @param event index of the {@code step} among the events of the run
 * @param stack the topmost words, from the top down
 * @param cells that the host holds
 */
record Glance(int event, String env, int extraArgs, List<Frame.Word> stack, List<Inspection.Held> cells) {
  private static final int WORDS = 12;

  static Glance of(int event, Inspection machine) {
    List<Frame.Word> top = machine.stack().stream().flatMap(frame -> frame.words().stream()).limit(WORDS).toList();
    return new Glance(event, machine.registers().env(), machine.registers().extraArgs(), top, machine.cells());
  }
}
