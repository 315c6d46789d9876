package lethe.harness.cli;

import lethe.harness.corpus.Case;
import lethe.harness.corpus.ScheduleSpec;
import lethe.vm.VmOptions;
import lethe.vm.heap.HeapOptions;
import picocli.CommandLine.Option;

/** The options that say how the machine is made. What is absent is as the case's header, or OCaml, has it. */
final class MachineChoice {
  @Option(
      names = "--schedule",
      paramLabel = "S",
      description = "When the collector runs besides: none, all, random:SEED, points:main+3.1,plugin+14.2 "
          + "(site and the count of its passing).")
  private String schedule;

  @Option(names = "--minor", paramLabel = "WORDS", description = "Size of the minor heap, 256 words or more.")
  private Integer minorWords;

  @Option(names = "--stack", paramLabel = "WORDS", description = "Limit of the stack, 512 words or more.")
  private Integer stackWords;

  /** The case, with the sizes asked for. */
  Case sized(Case c) {
    if (minorWords == null && stackWords == null) {
      return c;
    }
    VmOptions checked = sized(VmOptions.defaults());
    return new Case(
        c.id(), c.title(), c.shows(), c.hazards(), c.level(), c.tracePolicies(), c.window(), c.schedule(),
        minorWords == null ? c.minorWords() : checked.heap().minorWords(),
        stackWords == null ? c.stackWords() : checked.limits().stackWords(),
        c.observes(), c.reference(), c.expectations(), c.units(), c.file());
  }

  /** The options, with the sizes asked for. */
  VmOptions sized(VmOptions options) {
    HeapOptions heap = options.heap();
    VmOptions sized = minorWords == null ? options : options.withHeap(heap.withMinorWords(minorWords));
    return stackWords == null ? sized : sized.withStackLimitWords(stackWords);
  }

  /** The options, with the schedule asked for. */
  VmOptions scheduled(VmOptions options) {
    return schedule == null
        ? options
        : options.withSchedule(ScheduleSpec.parse("--schedule", schedule("none"))::collectAt);
  }

  /** The schedule, in the spelling of a case's header. */
  String schedule(String absent) {
    if (schedule == null) {
      return absent;
    }
    String header = schedule.replaceFirst("^random:", "random ").replaceFirst("^points:", "").replace(',', ' ');
    return ScheduleSpec.parse("--schedule", header).toString();
  }
}
