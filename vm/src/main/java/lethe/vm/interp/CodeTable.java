package lethe.vm.interp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lethe.vm.fault.Fault;
import lethe.vm.heap.CodeReferences;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.heap.Marker;
import lethe.vm.isa.Insn;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * All code blocks, by slot. To the collector it is what code refers to: marking a handle marks the block, and a marked
 * block marks the global slots that its code names. A collectable block that no marking has reached is freed.
 *
 * <p>Slots are reused last in, first out; each reuse raises the slot's generation, and a slot whose generations are used
 * up is retired.
 */
public final class CodeTable implements CodeReferences {
  /** How many names of freed blocks are remembered for the messages of faults. */
  private static final int REMEMBERED = 1024;

  private static final CodeBlock NOWHERE = new CodeBlock("", true, new int[0], new int[0], Value.UNIT);

  private final Heap heap;
  private final Globals globals;
  private final Policy policy;
  private final CodeSeams seams;
  private CodeBlock[] blocks = new CodeBlock[16];
  private int[] generations = new int[16];
  private int used;
  private int live;
  private final CodeDigests digests = new CodeDigests();
  private final List<Integer> freeSlots = new ArrayList<>();
  private final Map<Long, String> freedNames = new LinkedHashMap<>();
  private final Deque<Long> freedOrder = new ArrayDeque<>();
  private final List<CodeBlock> found = new ArrayList<>();
  private CodeObserver observer = CodeObserver.NONE;
  private boolean fast = true;
  private Runnable beforeMarking = () -> {};

  /** The block in which an address was found last: most returns and calls stay in it. */
  private CodeBlock recent = NOWHERE;

  CodeTable(Heap heap, Globals globals, Policy policy, CodeSeams seams) {
    this.heap = heap;
    this.globals = globals;
    this.policy = policy;
    this.seams = seams;
  }

  /** May the instructions of blocks that are added from now on be fused and run each other? */
  void setFast(boolean on) {
    fast = on;
  }

  /** Runs at the start of each full marking. */
  void setBeforeMarking(Runnable check) {
    beforeMarking = check;
  }

  public void setObserver(CodeObserver o) {
    observer = o;
  }

  /**
   * Adds a block; a loaded one gets its handle here if the policy has handles, and the caller must reach the handle
   * before the next collection.
   *
   * @param code relocated and rewritten; kept, not copied
   * @param slots the global slots that the code names
   */
  public CodeBlock add(
      String name, boolean isStatic, int[] code, int[] slots, List<Insn> insns, Decoder decoder) {
    if (code.length >= CodeAddress.MAX_OFFSET) {
      throw new Fault(Fault.Kind.LIMIT, name, code.length + " ints of code, at most " + (CodeAddress.MAX_OFFSET - 1));
    }
    int slot = freeSlots.isEmpty() ? newSlot() : freeSlots.remove(freeSlots.size() - 1);
    CodeBlock block =
        new CodeBlock(name, isStatic, code, slots, CodeAddress.of(slot, generations[slot], 0));
    block.decode(insns, decoder, fast);
    blocks[slot] = block;
    live++;
    globals.retain(slots);
    if (isStatic) {
      Arrays.stream(slots).forEach(globals::pin);
    } else {
      heap.wordsOutside(code.length / 2);
      if (policy.usesHandles()) {
        long handle = heap.allocateMajor(2, Tag.CUSTOM);
        heap.init(handle, 0, CustomKind.CODE_HANDLE.word());
        heap.init(handle, 1, block.base());
        block.setHandle(handle);
      }
    }
    return block;
  }

  private int newSlot() {
    if (used == CodeAddress.MAX_SLOTS) {
      throw new Fault(Fault.Kind.LIMIT, "", "more than " + CodeAddress.MAX_SLOTS + " code blocks");
    }
    if (used == blocks.length) {
      blocks = Arrays.copyOf(blocks, used * 2);
      generations = Arrays.copyOf(generations, used * 2);
    }
    return used++;
  }

  /** The instruction at a code address; a fault if the word is no code address or its block has been freed. */
  public Instruction at(long address) {
    CodeBlock block = recent;
    return block.holds(address) ? block.atAddress(address) : lookUp(address);
  }

  private Instruction lookUp(long address) {
    CodeBlock block = blocks[CodeAddress.slotOf(address) & (blocks.length - 1)];
    if (block == null || !block.holds(address)) {
      throw stale(address);
    }
    recent = block;
    return block.atAddress(address);
  }

  /** The block that a code address lies in, null if there is none (any more). */
  public CodeBlock find(long address) {
    CodeBlock block = Value.isCode(address) ? blocks[CodeAddress.slotOf(address) & (blocks.length - 1)] : null;
    return block != null && block.holds(address) ? block : null;
  }

  /** Gives a block its digest, by which marshalled closures find it. */
  public void identify(CodeBlock block, CodeOrigin origin) {
    digests.add(block, origin);
  }

  CodeDigests digests() {
    return digests;
  }

  /** The block that a handle owns. */
  public CodeBlock ofHandle(long handle) {
    long base = heap.field(handle, 1);
    CodeBlock block = blocks[CodeAddress.slotOf(base) & (blocks.length - 1)];
    if (block == null || block.base() != base) {
      throw stale(base);
    }
    return block;
  }

  private Fault stale(long address) {
    if (!Value.isCode(address)) {
      return new Fault(Fault.Kind.NOT_CODE, "", "a word that is no code address was called");
    }
    long base = CodeAddress.of(CodeAddress.slotOf(address), CodeAddress.generationOf(address), 0);
    String name = freedNames.get(base);
    int offset = CodeAddress.offsetOf(address);
    return name == null
        ? new Fault(Fault.Kind.NOT_CODE, "", "no block has the code address with offset " + offset)
        : new Fault(Fault.Kind.FREED_CODE, name, "offset " + offset + " used after the block was freed");
  }

  /** How an address is written as a value: {@code unit+offset}, or {@code freed unit+offset}. */
  public String nameOf(long address) {
    CodeBlock block = blocks[CodeAddress.slotOf(address) & (blocks.length - 1)];
    return block != null && block.holds(address) ? siteOf(address) : "freed " + siteOf(address);
  }

  /** The place that an address means, whether or not its block has been freed. */
  public String siteOf(long address) {
    CodeBlock block = blocks[CodeAddress.slotOf(address) & (blocks.length - 1)];
    long base = CodeAddress.of(CodeAddress.slotOf(address), CodeAddress.generationOf(address), 0);
    String unit =
        block != null && block.holds(address) ? block.name() : freedNames.getOrDefault(base, "code");
    return unit + "+" + CodeAddress.offsetOf(address);
  }

  /** The name of the unit, freed or not, whose code runs when the closure is applied. Copies the heap: for observers. */
  public String unitOf(long closure) {
    String site = siteOf(policy.codeOf(heap.snapshot(), closure));
    return site.substring(0, site.lastIndexOf('+'));
  }

  /** Frees the block now, whoever refers to it. */
  public void free(CodeBlock block, String why) {
    int slot = CodeAddress.slotOf(block.base());
    blocks[slot] = null;
    recent = NOWHERE;
    live--;
    digests.remove(block);
    block.setFreed();
    if (seams.poisons(block)) {
      block.poison();
    }
    remember(block);
    int slots = globals.release(block.slots());
    if (seams.raisesGeneration(block)) {
      generations[slot]++;
    }
    if (generations[slot] <= CodeAddress.MAX_GENERATION) {
      freeSlots.add(slot);
    }
    observer.freed(block, why, slots);
  }

  private void remember(CodeBlock block) {
    freedNames.put(block.base(), block.name());
    freedOrder.add(block.base());
    if (freedOrder.size() > REMEMBERED) {
      freedNames.remove(freedOrder.remove());
    }
  }

  @Override
  public boolean wantsAddresses() {
    return policy.looksUpAddresses();
  }

  @Override
  public void roots(Marker m) {
    beforeMarking.run();
    observer.marking();
    globals.markPinned(m);
    for (int i = 0; i < used; i++) {
      CodeBlock block = blocks[i];
      if (block != null && !block.isStatic()) {
        block.setReached(false);
        if (policy.pins(block)) {
          reach(block, m);
        }
      }
    }
  }

  @Override
  public void address(long codeAddress, Marker m) {
    CodeBlock block = blocks[CodeAddress.slotOf(codeAddress) & (blocks.length - 1)];
    if (block != null && block.holds(codeAddress)) {
      reach(block, m);
    }
  }

  @Override
  public void handle(long handle, Marker m) {
    reach(ofHandle(handle), m);
  }

  private void reach(CodeBlock block, Marker m) {
    if (!block.isReached() && !block.isStatic()) {
      block.setReached(true);
      if (block.handle() != 0) {
        m.mark(block.handle()); // found by its address, it must not lose its handle
      }
      for (int slot : block.slots()) {
        if (!globals.isPinned(slot) && seams.marksSlot(slot)) {
          m.mark(globals.get(slot));
        }
      }
    }
  }

  @Override
  public void marked(Marker m) {
    found.clear();
    for (int i = 0; i < used; i++) {
      CodeBlock block = blocks[i];
      if (block != null && !block.isStatic()) {
        if (block.isReached()) {
          observer.kept(block);
        } else {
          found.add(block);
        }
      }
    }
    for (CodeBlock block : found) {
      free(block, "unreachable");
    }
    observer.decided();
  }

  /** The policy that decides which blocks live. */
  public String policyId() {
    return policy.id();
  }

  /** Does the policy keep this loaded block whoever refers to it? */
  public boolean isPinned(CodeBlock block) {
    return !block.isStatic() && policy.pins(block);
  }

  /** The live blocks in the order of their slots. */
  public Stream<CodeBlock> live() {
    return Arrays.stream(blocks, 0, used).filter(b -> b != null);
  }

  /** Slots that have ever been in use. */
  public int slots() {
    return used;
  }

  /** How many blocks are live, static ones too. */
  public int liveCount() {
    return live;
  }
}
