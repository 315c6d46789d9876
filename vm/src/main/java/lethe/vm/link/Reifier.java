package lethe.vm.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.CodeOrigin;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.isa.CodeCheck;
import lethe.vm.prim.DebugEvent;
import lethe.vm.prim.ProgramLinker;
import lethe.vm.value.Value;

/**
 * Code that a program makes itself, through the policy like any loaded code.
 *
 * <p>What it keeps alive is what the program can reach. Dynlink and toplevel store modules and literals in the global table by
 * number, and look there for the modules that a later unit names, so every slot is a root; a closure that a module exports
 * keeps its code for ever. A unit whose module holds no function (all that it does is register some) is freed when the last of
 * them is dropped. Dynlink also keeps the names and digests of all that it has loaded, and one literal slot for each literal.
 */
public final class Reifier implements ProgramLinker {
  private static final String NAME = "fragment";

  /** What lies above the caller's frame: that of the C call, its arguments on the stack, the function's arguments. */
  private static final int CALL_WORDS = 2 + 2 + 3;

  private final Machine machine;
  private final Policy policy;
  private final Loader loader;
  private final Predicate<String> present;
  private final ProgramCode programCode;
  private final List<String> primitives = new ArrayList<>();
  private int libraries;

  /**
   * @param present does this machine have a primitive of that name?
   */
  public Reifier(Machine machine, Policy policy, Loader loader, Predicate<String> present) {
    this.machine = machine;
    this.policy = policy;
    this.loader = loader;
    this.present = present;
    this.programCode = new ProgramCode(machine, loader);
  }

  /**
   * What the program was linked with.
   *
   * @param names the table of primitives: the operands of calls are numbers in it
   * @param libraries how many libraries define some of them
   */
  void setPrimitives(List<String> names, int libraries) {
    primitives.clear();
    primitives.addAll(names);
    this.libraries = libraries;
  }

  @Override
  public long globalData() {
    machine.globals.expose();
    return machine.globals.address();
  }

  @Override
  public void growGlobals(int slots) {
    machine.globals.reallocate(slots);
  }

  @Override
  public Reified reify(int[] code, String digest, List<DebugEvent> events) {
    CodeCheck.check(NAME, code, new CodeCheck.Limits(machine.globals.highest(), primitives.size(), false));
    programCode.renumber(NAME, code, primitives);
    CodeBlock block = programCode.addLoaded(NAME, code);
    block.setDebugInfo(new SourceMap(() -> events).from(0));
    if (!digest.isEmpty()) {
      machine.code.identify(block, new CodeOrigin(digest, 0));
    }
    return new Reified(block.address(0), policy.initialiser(machine, block));
  }

  @Override
  public void release(long address) {
    CodeBlock block = machine.code.find(address);
    if (block != null) {
      loader.requestUnload(block);
    }
  }

  @Override
  public int libraries() {
    return libraries;
  }

  @Override
  public long environment() {
    return machine.env;
  }

  @Override
  public void runOnReturn(long address, long closure, long argument) {
    long[] inserted = {address, closure, Value.ofLong(0), argument};
    machine.ensureStack(inserted.length);
    int top = machine.sp - inserted.length;
    System.arraycopy(machine.stack, machine.sp, machine.stack, top, CALL_WORDS);
    System.arraycopy(inserted, 0, machine.stack, top + CALL_WORDS, inserted.length);
    machine.sp = top;
  }

  @Override
  public boolean hasPrimitive(String name) {
    return present.test(name);
  }

  @Override
  public int addPrimitive(String name) {
    primitives.add(name);
    return primitives.size() - 1;
  }
}
