package lethe.vm;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import lethe.vm.heap.Heap;
import lethe.vm.host.HostError;
import lethe.vm.interp.HostCell;
import lethe.vm.interp.Machine;
import lethe.vm.prim.Backtraces;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.SourceLocation;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** What the runtime does with an exception that nobody caught (printexc.c): at_exit first, then the message. */
final class FatalError {
  private final Machine machine;
  private final Heap heap;

  FatalError(Machine machine) {
    this.machine = machine;
    this.heap = machine.heap;
  }

  /** Tells it; gives the exception, which functions that run at exit may have moved. */
  long tell(long exn) {
    HostCell cell = machine.addHostCell("uncaught exception", exn);
    machine.pending().dropAdded(); // a profile's functions could raise again while this is told
    try {
      long handler = machine.named("Printexc.handle_uncaught_exception");
      if (handler != 0) {
        machine.callback(handler, cell.get(), Value.FALSE);
        return cell.get();
      }
      // Functions that run at exit may raise: what is told is the first exception's backtrace.
      String message = "Fatal error: exception " + text(exn) + "\n" + backtrace();
      long atExit = machine.named("Pervasives.do_at_exit");
      if (atExit != 0) {
        machine.callback(atExit, Value.UNIT);
      }
      byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
      machine.host().error().write(bytes, 0, bytes.length);
    } catch (OcamlException | HostError e) {
      // A second exception, or a closed standard error: there is nobody left to tell.
    } finally {
      machine.dropHostCell(cell);
    }
    return cell.get();
  }

  /** A line for each address recorded; none if backtraces are off. */
  private String backtrace() {
    Backtraces backtraces = machine.backtraces();
    StringBuilder lines = new StringBuilder();
    if (backtraces.isActive()) {
      long[] addresses = backtraces.recorded();
      for (int i = 0; i < addresses.length; i++) {
        lines.append(line(i == 0, backtraces.isRaise(addresses[i]), backtraces.location(addresses[i])));
      }
    }
    return lines.toString();
  }

  private static String line(boolean first, boolean isRaise, Optional<SourceLocation> location) {
    if (location.isEmpty() && isRaise) {
      return ""; // a RAISE that the compiler put there
    }
    String how;
    if (isRaise) {
      how = first ? "Raised at" : "Re-raised at";
    } else {
      how = first ? "Raised by primitive operation at" : "Called from";
    }
    return how
        + location
            .map(l -> String.format(
                Locale.ROOT, " %s in file \"%s\", line %d, characters %d-%d",
                l.definition(), l.file(), l.line(), l.startChar(), l.endChar()))
            .orElse(" unknown location")
        + "\n";
  }

  private String text(long exn) {
    if (heap.tag(exn) != 0) {
      return latin1(heap.field(exn, 0));
    }
    String name = latin1(heap.field(heap.field(exn, 0), 0));
    long arguments = exn;
    int first = 1;
    boolean tuple =
        heap.sizeWords(exn) == 2
            && Value.isBlock(heap.field(exn, 1))
            && heap.tag(heap.field(exn, 1)) == 0
            && (name.equals("Match_failure")
                || name.equals("Assert_failure")
                || name.equals("Undefined_recursive_module"));
    if (tuple) {
      arguments = heap.field(exn, 1);
      first = 0;
    }
    StringBuilder out = new StringBuilder(name).append('(');
    for (int i = first; i < heap.sizeWords(arguments); i++) {
      out.append(i == first ? "" : ", ").append(argument(heap.field(arguments, i)));
    }
    return out.append(')').toString();
  }

  private String argument(long word) {
    if (Value.isInt(word)) {
      return Long.toString(Value.longOf(word));
    }
    return heap.tag(word) == Tag.STRING ? '"' + latin1(word) + '"' : "_";
  }

  private String latin1(long string) {
    return new String(heap.bytes(string), StandardCharsets.ISO_8859_1);
  }
}
