package lethe.vm.record;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.heap.Paths;
import lethe.vm.heap.RootEntry;
import lethe.vm.heap.WhyPath;
import lethe.vm.inspect.Inspection;
import lethe.vm.inspect.KeepingPath;
import lethe.vm.inspect.KeepingPath.RootPlace;
import lethe.vm.inspect.KeepingPath.Step;
import lethe.vm.inspect.KeepingPath.Via;
import lethe.vm.inspect.Why;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;

/**
 * A machine as it stands, for as long as it stands so. Also inside a collection that has marked: nothing has been swept, so the
 * heap still is what the marking saw.
 */
public final class Moment {
  private final Machine machine;
  private final ValueNames names;
  private HeapSnapshot snapshot;
  private Paths paths;
  private StackNames stack;

  Moment(Machine machine, ValueNames names) {
    this.machine = machine;
    this.names = names;
  }

  /** Of a machine that is not traced: blocks are then named by their kind alone. */
  public static Moment untraced(Machine machine) {
    return new Moment(machine, new ValueNames(machine.heap, machine.code, null));
  }

  /** Why the code of this name is in memory; of two of one name, the first. */
  public Why why(String unit) {
    return machine.code.live().filter(block -> block.name().equals(unit)).findFirst()
        .map(this::why)
        .orElseGet(() -> Why.of(unit, Why.Reason.ABSENT, machine.code.policyId()));
  }

  Why why(CodeBlock block) {
    String policy = machine.code.policyId();
    if (block.isStatic()) {
      return Why.of(block.name(), Why.Reason.STATIC, policy);
    }
    if (block.handle() == 0 || machine.code.isPinned(block)) {
      return Why.of(block.name(), Why.Reason.PINNED, policy);
    }
    return paths().to(block.handle())
        .map(path -> Why.of(block.name(), named(path, block), policy))
        .orElseGet(() -> Why.of(block.name(), Why.Reason.UNREACHABLE, policy));
  }

  /** Everything that can be seen. */
  public Inspection inspection() {
    return new Inspector(machine, names, this).inspection();
  }

  HeapSnapshot snapshot() {
    if (snapshot == null) {
      snapshot = machine.heap.snapshot();
    }
    return snapshot;
  }

  Paths paths() {
    if (paths == null) {
      paths = new Paths(snapshot(), new CodeEdges(machine, snapshot()));
    }
    return paths;
  }

  StackNames stack() {
    if (stack == null) {
      stack = new StackNames(machine, names);
    }
    return stack;
  }

  private KeepingPath named(WhyPath path, CodeBlock block) {
    List<Step> steps = new ArrayList<>();
    for (WhyPath.Step step : path.steps()) {
      String name = names.block(step.block());
      int n = step.number();
      steps.add(
          switch (step.via()) {
            case FIELD -> new Step(name, Via.FIELD, n, "field " + n);
            case SLOT -> new Step(name, Via.SLOT, n, slot(n));
            case CODE -> new Step(name, Via.CODE, n, "code word " + n);
            case DATA -> new Step(name, Via.DATA, n, "data");
          });
    }
    return new KeepingPath(root(path.root()), steps, "handle of " + block.name());
  }

  RootPlace root(RootEntry root) {
    return switch (root.kind()) {
      case PC -> new RootPlace("pc", "pc");
      case ACCU -> new RootPlace("accu", "accu");
      case ENV -> new RootPlace("env", "env");
      case STACK -> new RootPlace("stack " + root.index(), stack().place(root.index()));
      case GLOBAL -> {
        String name = machine.globals.nameOf(root.index());
        yield new RootPlace(name.isEmpty() ? "global" : "global " + name, slot(root.index()));
      }
      case HOST -> alike(machine.hostCells().get(root.index()).label());
      case NAMED -> alike("named " + machine.names().get(root.index()));
      case SIGNAL -> alike("handler of signal " + root.index());
      case FINALISER -> alike("finaliser");
      case DUE -> alike("due finaliser");
      case FINALISED -> alike("finalised value");
    };
  }

  private static RootPlace alike(String name) {
    return new RootPlace(name, name);
  }

  /** What a person calls a global slot. */
  String slot(int slot) {
    String name = machine.globals.nameOf(slot);
    return name.isEmpty()
        ? machine.code.live().filter(block -> block.moduleSlot() == slot).findFirst()
            .map(block -> "module of " + block.name()).orElse("slot " + slot)
        : "global " + name;
  }
}
