package lethe.vm.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Ephemerons;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.heap.Root;
import lethe.vm.inspect.Inspection.Code;
import lethe.vm.inspect.Inspection.HeapBlock;
import lethe.vm.inspect.Inspection.Held;
import lethe.vm.inspect.Inspection.Registers;
import lethe.vm.inspect.Inspection;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.prim.Predef;
import lethe.vm.trace.Names;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Puts names to all that a moment holds. In the middle of an instruction a block may have no fields yet: what lies there is
 * whatever was there before, so a word that points to no block is shown as {@code ?}.
 */
final class Inspector {
  private static final String NOTHING = "?";

  /** The name of the word that stands where a signal has no handler. */
  private static final String NO_HANDLER = "0";

  private final Machine machine;
  private final ValueNames names;
  private final Moment moment;
  private final HeapSnapshot snapshot;
  private final Set<Long> blocks = new HashSet<>();
  private final Set<Long> ephemerons = new HashSet<>();

  Inspector(Machine machine, ValueNames names, Moment moment) {
    this.machine = machine;
    this.names = names;
    this.moment = moment;
    this.snapshot = moment.snapshot();
    snapshot.forEachBlock(blocks::add);
    snapshot.ephemerons().forEach(ephemerons::add);
  }

  Inspection inspection() {
    Registers registers = new Registers(
        pc(), name(machine.accu), name(machine.env), machine.extraArgs, machine.stack.length - machine.sp);
    return new Inspection(
        registers, moment.stack().frames(), heap(),
        machine.code.live().map(this::code).toList(),
        held(Set.of(Root.HOST)), held(Set.of(Root.NAMED)),
        held(Set.of(Root.SIGNAL)).stream().filter(handler -> !handler.value().equals(NO_HANDLER)).toList(),
        held(Set.of(Root.FINALISER, Root.DUE)));
  }

  /** The roots of some kinds. */
  private List<Held> held(Set<Root> kinds) {
    return snapshot.roots().stream().filter(root -> kinds.contains(root.kind()))
        .map(root -> new Held(moment.root(root).place(), name(root.word()))).toList();
  }

  private String pc() {
    return snapshot.roots().stream().filter(root -> root.kind() == Root.PC && Value.isCode(root.word())).findFirst()
        .map(root -> machine.code.nameOf(root.word())).orElse(Names.HOST);
  }

  private Code code(CodeBlock block) {
    List<Held> slots = Arrays.stream(block.slots())
        .mapToObj(slot -> new Held(moment.slot(slot), name(machine.globals.get(slot)))).toList();
    return new Code(block.name(), block.isStatic(), block.lengthInts(), slots, moment.why(block));
  }

  private List<HeapBlock> heap() {
    List<HeapBlock> heap = new ArrayList<>();
    Set<Long> machines = new HashSet<>(Set.of(machine.globals.address()));
    for (Predef exception : Predef.values()) {
      long block = machine.globals.get(exception.slot());
      machines.add(block);
      machines.add(snapshot.field(block, 0));
    }
    snapshot.forEachBlock(block -> {
      if (!machines.contains(block)) {
        heap.add(new HeapBlock(
            names.block(block), snapshot.tag(block), snapshot.sizeWords(block), machine.heap.isYoung(block),
            moment.paths().reaches(block), fields(block)));
      }
    });
    return heap;
  }

  private List<String> fields(long block) {
    int size = snapshot.sizeWords(block);
    return switch (snapshot.tag(block)) {
      case Tag.STRING -> List.of(machine.heap.byteLength(block) + " bytes");
      case Tag.DOUBLE, Tag.DOUBLE_ARRAY -> each(size, i -> Double.toString(machine.heap.doubleField(block, (int) i)));
      case Tag.CUSTOM -> List.of(
          snapshot.field(block, 0) == CustomKind.CODE_HANDLE.word()
              ? machine.code.nameOf(snapshot.field(block, 1)) : (size - 1) + " words of its own");
      case Tag.ABSTRACT -> ephemerons.contains(block)
          ? each(size, i -> i < Ephemerons.DATA ? "link" : ephemeral(snapshot.field(block, (int) i)))
          : List.of(size + " words of bytes");
      default -> each(size, i -> name(snapshot.field(block, (int) i)));
    };
  }

  private String ephemeral(long word) {
    return word == Ephemerons.EMPTY ? "empty" : name(word);
  }

  private static List<String> each(int size, LongFunction<String> field) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      fields.add(field.apply(i));
    }
    return fields;
  }

  private String name(long word) {
    return isKnown(word) ? names.of(word) : NOTHING;
  }

  private boolean isKnown(long word) {
    if (!Value.isBlock(word) || blocks.contains(word)) {
      return true;
    }
    int index = Value.indexOf(word);
    if (index < 1 || index >= snapshot.heapWords()) {
      return false;
    }
    int tag = snapshot.tag(word);
    return word == machine.heap.atom(tag) || (tag == Tag.INFIX && blocks.contains(snapshot.blockOf(word)));
  }
}
