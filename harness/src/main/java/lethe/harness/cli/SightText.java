package lethe.harness.cli;

import java.io.PrintStream;
import java.util.List;
import lethe.harness.why.Sight;
import lethe.vm.inspect.Frame;
import lethe.vm.inspect.Inspection.Code;
import lethe.vm.inspect.Inspection.HeapBlock;
import lethe.vm.inspect.Inspection.Held;
import lethe.vm.inspect.Inspection;
import lethe.vm.trace.Event;

/** A machine at an event, as text. */
final class SightText {
  private static final int SHOWN_FIELDS = 24;

  private final PrintStream out;

  SightText(PrintStream out) {
    this.out = out;
  }

  void tell(Sight sight) {
    out.println("event " + sight.number() + ": " + sight.event());
    out.println("  " + when(sight.event()));
    Inspection i = sight.inspection();
    out.println("registers");
    out.println("  pc " + i.registers().pc() + "  accu " + i.registers().accu() + "  env " + i.registers().env()
        + "  extra_args " + i.registers().extraArgs());
    out.println("stack, top first: " + i.registers().depth() + " words");
    i.stack().forEach(this::frame);
    heap(i.heap());
    out.println("code");
    i.code().forEach(this::code);
    held("host cells", i.cells());
    held("named values", i.named());
    held("signal handlers", i.handlers());
    held("finalisers", i.finalisers());
  }

  /** What an event leaves to be seen. */
  private static String when(Event event) {
    return switch (event.kind()) {
      case LETHE -> "nothing has been linked yet";
      case STEP -> "the instruction is about to run";
      case GC -> "the collection is about to start";
      case KEEP, FREE -> "inside a collection: it has marked, and not swept; live is what it found so";
      case SWEPT -> "the collection is over";
      case END -> "the run is over";
      default -> "inside an instruction: of blocks that nothing leads to yet, fields may not be filled (?)";
    };
  }

  private void frame(Frame frame) {
    out.println("  " + frame.title());
    for (Frame.Word word : frame.words()) {
      out.println("    stack " + word.index() + "  " + (word.role().isEmpty() ? "" : word.role() + " ") + word.value());
    }
  }

  private void heap(List<HeapBlock> blocks) {
    long live = blocks.stream().filter(HeapBlock::isLive).count();
    out.println("heap: " + blocks.size() + " blocks, " + live + " live");
    for (HeapBlock block : blocks) {
      out.println("  " + (block.isLive() ? "live " : "dead ") + block.name() + (block.isYoung() ? ", young" : "") + ", tag "
          + block.tag() + ", size " + block.sizeWords() + ": " + fields(block.fields()));
    }
  }

  private static String fields(List<String> fields) {
    String shown = String.join(" | ", fields.subList(0, Math.min(fields.size(), SHOWN_FIELDS)));
    return fields.size() <= SHOWN_FIELDS ? shown : shown + " | … " + (fields.size() - SHOWN_FIELDS) + " more";
  }

  private void code(Code code) {
    String why = code.isStatic() || !code.why().isKept() ? code.why().toString() : "kept: " + code.why();
    out.println("  " + code.unit() + ", " + code.lengthInts() + " ints, " + why);
    code.slots().forEach(slot -> out.println("    " + slot.name() + ": " + slot.value()));
  }

  private void held(String title, List<Held> values) {
    out.println(title + (values.isEmpty() ? ": none" : ""));
    values.forEach(held -> out.println("  " + held.name() + ": " + held.value()));
  }
}
