package lethe.vm.inspect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A machine at one moment.
 *
 * @param stack from the top down
 * @param heap every block that is not free, young ones first, then by address; left out are those of the machine itself: atoms, the
 *     table of globals, predefined exceptions and their names
 * @param code static blocks too, in the order of their slots
 * @param cells values that the host holds
 * @param named values registered under a name (callback.c)
 * @param handlers functions that handle signals
 * @param finalisers functions that finalise, and of those that are due also the value to be finalised
 */
public record Inspection(
    Registers registers, List<Frame> stack, List<HeapBlock> heap, List<Code> code, List<Held> cells,
    List<Held> named, List<Held> handlers, List<Held> finalisers) {
  /**
   * The registers; a value by its name.
   *
   * @param pc where the running activation is or goes on: the instruction, or behind the C call that runs; {@code host} outside bytecode
   * @param extraArgs arguments beyond the first that the function was called with
   * @param depth words on the stack
   */
  public record Registers(String pc, String accu, String env, int extraArgs, int depth) {}

  /**
   * A block of the heap.
   *
   * @param name by its birth
   * @param tag as it is now
   * @param sizeWords without the header
   * @param isYoung in the minor heap
   * @param isLive whether a path leads to it from a root, as the policy would have the collector go
   * @param fields what each holds; of a weak array or ephemeron link, data and keys; of another block of bytes one text that
   *     sums them up
   */
  public record HeapBlock(String name, int tag, int sizeWords, boolean isYoung, boolean isLive, List<String> fields) {
    public HeapBlock {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A block of code.
   *
   * @param lengthInts in ints of four bytes
   * @param slots the global slots that it names
   */
  public record Code(String unit, boolean isStatic, int lengthInts, List<Held> slots, Why why) {
    public Code {
      slots = List.copyOf(slots);
    }
  }

  /** A value and what holds it: {@code cell 0}, {@code named answer}, {@code global Plugin}, {@code slot 14}. */
  public record Held(String name, String value) {}

  public Inspection {
    stack = List.copyOf(stack);
    heap = List.copyOf(heap);
    code = List.copyOf(code);
    cells = List.copyOf(cells);
    named = List.copyOf(named);
    handlers = List.copyOf(handlers);
    finalisers = List.copyOf(finalisers);
  }

  /**
   * What a root holds at this moment; empty if it is not there any more. Finalisers have no names that tell them apart, so
   * nothing is found of them.
   */
  public Optional<String> valueAt(KeepingPath.RootPlace root) {
    return switch (root.name()) {
      case "pc" -> Optional.of(registers.pc());
      case "accu" -> Optional.of(registers.accu());
      case "env" -> Optional.of(registers.env());
      default -> root.name().startsWith("stack ")
          ? stack.stream().flatMap(frame -> frame.words().stream())
              .filter(word -> root.name().equals("stack " + word.index())).map(Frame.Word::value).findFirst()
          : held(root.place());
    };
  }

  private Optional<String> held(String name) {
    List<Held> slots = code.stream().flatMap(c -> c.slots().stream()).toList();
    return Stream.of(cells, named, handlers, slots).flatMap(List::stream)
        .filter(held -> held.name().equals(name)).map(Held::value).findFirst();
  }

  /** As above, for a step of a path. */
  public Optional<String> valueAt(KeepingPath.Step step) {
    if (step.via() == KeepingPath.Via.SLOT) {
      return held(step.way());
    }
    return heap.stream().filter(block -> block.name().equals(step.block()) && step.number() < block.fields().size())
        .map(block -> block.fields().get(step.number())).findFirst();
  }
}
