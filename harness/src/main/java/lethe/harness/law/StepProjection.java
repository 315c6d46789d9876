package lethe.harness.law;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;

/**
 * The instructions of a program as the compiler wrote them, and what it tells the world. The trace itself says which opcodes the
 * policy has replaced ({@code rewrite}), so they are mapped back without knowing the policy. For one trace, from its first event on.
 *
 * <p>Left out: the steps of the machine's own unit {@code stub}, which no program wrote (CALL_DYN, POP_DYN); the depth of the stack
 * beside policy {@code stub}, whose frames lie on it; the size of a dummy of {@code let rec}, and what the collector, the loader and
 * the allocation of blocks tell, since sizes are the policy's business and a step has the names of the blocks.
 */
final class StepProjection {
  static final String NAME = "steps as compiled";

  private static final String STUB_CODE = "stub+";
  private static final String DUMMIES = "caml_alloc_dummy";

  private final boolean comparesDepth;
  private final Map<String, String> compiled = new HashMap<>();

  /** @param comparesDepth false where one of the two policies has frames of its own on the stack */
  StepProjection(boolean comparesDepth) {
    this.comparesDepth = comparesDepth;
  }

  Optional<String> of(Event event) {
    return switch (event.kind()) {
      case REWRITE -> {
        compiled.put(event.text(EventKind.REWRITE.wireName()), event.text("from"));
        yield Optional.empty();
      }
      case STEP -> step(event);
      case RAISE -> Optional.of("raise " + event.text("raise") + " to " + event.get("to") + ", " + event.text("value"));
      case END -> Optional.of("end " + event.text("end"));
      case PRIM -> Optional.of(event.text("prim").startsWith(DUMMIES) ? event.text("prim") : event.toString());
      case DONE, OUT, RUN, READY, FAULT -> Optional.of(event.toString());
      default -> Optional.empty();
    };
  }

  private Optional<String> step(Event event) {
    String site = event.text(EventKind.STEP.wireName());
    if (site.startsWith(STUB_CODE)) {
      return Optional.empty();
    }
    String op = event.text("op");
    String from = compiled.get(site);
    if (from != null) {
      int operands = op.indexOf(' ');
      op = operands < 0 ? from : from + op.substring(operands);
    }
    return Optional.of(site + " " + op + ", accu " + event.text("accu")
        + (comparesDepth ? ", depth " + event.text("depth") : ""));
  }
}
