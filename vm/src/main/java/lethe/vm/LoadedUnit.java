package lethe.vm;

import lethe.vm.interp.CodeBlock;

/**
 * A unit that the host has loaded. It holds the unit's module, and so the code while an exported closure leads there; closing
 * it lets go. What the host took out of it is held by values of its own.
 */
public final class LoadedUnit implements AutoCloseable {
  private final Vm vm;
  private final CodeBlock block;
  private final VmValue module;

  LoadedUnit(Vm vm, CodeBlock block, VmValue module) {
    this.vm = vm;
    this.block = block;
    this.module = module;
  }

  /** The instance, {@code plugin#2} for the second of that name. */
  public String name() {
    return block.name();
  }

  /** The unit's module block: its exported values, in the order of its interface. */
  public VmValue module() {
    return module;
  }

  /** An exported value. */
  public VmValue field(int i) {
    return module.field(i);
  }

  /** Has the code been freed? */
  public boolean isFreed() {
    return block.isFreed();
  }

  /**
   * Gives up the public name of a unit loaded by {@link Vm#loadPublic}: no later unit can name it. Those that do name it keep
   * its module as long as their own code lives.
   */
  public void forget() {
    vm.forget(block);
  }

  /** Asks that the code be freed now, whoever refers to it; only policy {@code force} obeys. Did it? */
  public boolean forceUnload() {
    return vm.unload(block);
  }

  /** Drops the module. The code goes with a later collection if nothing else leads to it. */
  @Override
  public void close() {
    module.close();
  }
}
