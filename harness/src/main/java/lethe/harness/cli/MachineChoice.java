package lethe.harness.cli;

import lethe.harness.corpus.Case;
import lethe.harness.corpus.ScheduleSpec;
import lethe.vm.Limits;
import lethe.vm.VmOptions;
import lethe.vm.heap.HeapOptions;
import picocli.CommandLine.Option;

/** The options that say how the machine is made. What is absent is as the case's header, or OCaml, has it. */
final class MachineChoice {
  @Option(
      names = "--schedule",
      paramLabel = "S",
      description = "At which safepoints the collector runs besides: none, all, random:SEED (about one in 8), or "
          + "main+3.1,plugin+14.2 (site and the count of its passing), with points: before it or not; "
          + "if absent, as the case's header says, of an executable none.")
  private String schedule;

  @Option(
      names = "--minor",
      paramLabel = "WORDS",
      description = "Size of the minor heap, 256 words or more. If absent, as the case's header says (4096), of an executable 32768.")
  private Integer minorWords;

  @Option(
      names = "--stack",
      paramLabel = "WORDS",
      description = "Limit of the stack, 512 words or more. If absent, as the case's header says (65536), of an executable 1048576.")
  private Integer stackWords;

  @Option(
      names = "--max-heap",
      paramLabel = "WORDS",
      description = "Greatest size of an executable's heap, beyond it is Out_of_memory; 2^28 if absent.")
  private Integer heapWords;

  @Option(names = "--max-steps", paramLabel = "N", description = "How many instructions an executable may run, one more is a fault; any number if absent.")
  private Long steps;

  @Option(names = "--max-output", paramLabel = "BYTES", description = "How much an executable may write, more is a fault; any amount if absent.")
  private Long outputBytes;

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
        c.observes(), c.reference(), c.cost(), c.expectations(), c.units(), c.sources(), c.file());
  }

  /** The options, with the sizes asked for. */
  VmOptions sized(VmOptions options) {
    HeapOptions heap = options.heap();
    heap = heapWords == null ? heap : heap.withMaxWords(heapWords);
    heap = minorWords == null ? heap : heap.withMinorWords(minorWords);
    Limits limits = options.limits();
    return options.withHeap(heap).withLimits(new Limits(
        steps == null ? limits.steps() : steps,
        stackWords == null ? limits.stackWords() : stackWords,
        outputBytes == null ? limits.outputBytes() : outputBytes));
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
    return ScheduleSpec.parse("--schedule", schedule).toString();
  }
}
