package lethe.vm.interp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lethe.vm.fault.Fault;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;

/**
 * The instructions of one unit in memory: the code ints (relocated, rewritten by the policy), the decoded instructions,
 * and the global slots that the code names. A block is static (the program's own, never freed, untouched by policies) or
 * loaded.
 */
public final class CodeBlock {
  private static final String FREED = "executed after the block was freed";
  /** From the start of a CLOSUREREC to the first offset, in ints. */
  private static final int CLOSUREREC_TABLE = 3;

  private static final Insn NOWHERE = Insn.at("trap", new int[] {Opcode.STOP.number()}, 0);

  private final String name;
  private final boolean isStatic;
  private final int[] code;
  private final int[] slots;
  private final long base;
  private final Instruction[] instructions;
  private boolean runsStraight;
  /** By the offsets of a group of functions, where they stand in the code; made when it is first asked for. */
  private Map<List<Integer>, Integer> tables;

  private CodeOrigin origin;
  private DebugInfo debugInfo;
  private long handle;
  private int moduleSlot = -1;
  private List<String> publicNames = List.of();
  private boolean reached;
  private boolean freed;
  /** How often each safepoint has been passed; null until somebody counts. It goes with the block. */
  private int[] passes;

  /**
   * @param name unit, with {@code #n} behind it for the n-th instance
   * @param base the code address of offset 0
   * @param slots the global slots that the code names, each once
   */
  CodeBlock(String name, boolean isStatic, int[] code, int[] slots, long base) {
    this.name = name;
    this.isStatic = isStatic;
    this.code = code;
    this.slots = slots;
    this.base = base;
    this.instructions = new Instruction[code.length + 1];
  }

  /**
   * @param fast whether instructions may be fused and run each other; else each is a step of its own
   */
  void decode(List<Insn> insns, Decoder decoder, boolean fast) {
    runsStraight = fast;
    Arrays.fill(
        instructions, trap(NOWHERE, Fault.Kind.NOT_CODE, "jump between instructions or behind the end of the code"));
    for (Insn insn : insns) {
      instructions[insn.offset()] = decoder.decode(insn);
    }
    if (fast) {
      for (Insn insn : insns) {
        int at = insn.offset();
        instructions[at] = decoder.fuse(instructions[at], instructions[insn.nextOffset()]);
      }
    }
    for (int i = insns.size() - 1; i >= 0; i--) {
      instructions[insns.get(i).offset()].place(this);
    }
  }

  /** May its instructions run each other? */
  boolean runsStraight() {
    return runsStraight;
  }

  private Trap trap(Insn insn, Fault.Kind kind, String detail) {
    Trap trap = new Trap(insn, kind, name, detail);
    trap.place(this);
    return trap;
  }

  /**
   * Makes the block unusable: every instruction, also one that is running or waiting in some frame, now leads to a fault
   * that names this block.
   */
  void poison() {
    Instruction[] old = instructions.clone();
    Trap elsewhere = trap(NOWHERE, Fault.Kind.FREED_CODE, FREED);
    for (int i = 0; i < old.length; i++) {
      // One for each instruction, so that the fault says where the program stood.
      instructions[i] = old[i] instanceof Trap ? elsewhere : trap(old[i].insn(), Fault.Kind.FREED_CODE, FREED);
    }
    for (Instruction i : old) {
      i.link(this);
    }
  }

  /** The instruction at the offset; a trap where none starts. */
  public Instruction at(int offsetInts) {
    if (offsetInts < 0 || offsetInts >= instructions.length) {
      throw new Fault(Fault.Kind.NOT_CODE, name, "jump to offset " + offsetInts + " of " + code.length);
    }
    return instructions[offsetInts];
  }

  boolean holds(long address) {
    return CodeAddress.isIn(base, address);
  }

  /** The instruction at an address that the block {@link #holds}. */
  Instruction atAddress(long address) {
    return instructions[(int) ((address - base) >> 2)];
  }

  /** The code address of the offset. */
  public long address(int offsetInts) {
    return base + ((long) offsetInts << 2);
  }

  /** The offset in ints of an address in this block. */
  public int offsetOf(long address) {
    return CodeAddress.offsetOf(address);
  }

  /** Where the offsets of a group of functions stand, in the instruction that builds the group; empty if none builds it. */
  public OptionalInt tableOf(int[] functionOffsets) {
    if (tables == null) {
      tables = new HashMap<>();
      for (Instruction i : instructions) {
        if (i.insn().operation().plain() == Opcode.CLOSUREREC) {
          List<Integer> targets = Arrays.stream(i.insn().targets()).boxed().toList();
          tables.putIfAbsent(targets, i.offset() + CLOSUREREC_TABLE);
        }
      }
    }
    Integer table = tables.get(Arrays.stream(functionOffsets).boxed().toList());
    return table == null ? OptionalInt.empty() : OptionalInt.of(table);
  }

  /** The code address of offset 0, also the second word of the block's handle. */
  public long base() {
    return base;
  }

  public String name() {
    return name;
  }

  public boolean isStatic() {
    return isStatic;
  }

  /** The code ints themselves, not a copy: GETPUBMET writes its cache here. */
  public int[] code() {
    return code;
  }

  public int lengthInts() {
    return code.length;
  }

  /** The global slots that the code names, each once, in the order of their first use. */
  public int[] slots() {
    return slots;
  }

  /** The heap block that owns this code, or 0 if the policy gave it none. Not a root: the collector clears it. */
  public long handle() {
    return handle;
  }

  /** The global slot of the unit's module; -1 if it sets none. */
  public int moduleSlot() {
    return moduleSlot;
  }

  public void setModuleSlot(int slot) {
    moduleSlot = slot;
  }

  /** The globals of a loaded unit that other units may name now. */
  public List<String> publicNames() {
    return publicNames;
  }

  public void setPublicNames(List<String> names) {
    publicNames = List.copyOf(names);
  }

  /** Where this code was cut from; null if it has no digest, being the machine's own. */
  CodeOrigin origin() {
    return origin;
  }

  void setOrigin(CodeOrigin o) {
    origin = o;
  }

  /** Null for code that is no program's: the machine's own never stands in a backtrace. */
  public DebugInfo debugInfo() {
    return debugInfo;
  }

  public void setDebugInfo(DebugInfo info) {
    debugInfo = info;
  }

  /** A safepoint at the offset is passed; how often it has been, from 1. */
  int pass(int offsetInts) {
    if (passes == null) {
      passes = new int[code.length + 1];
    }
    return ++passes[offsetInts];
  }

  void setHandle(long h) {
    handle = h;
  }

  void setFreed() {
    freed = true;
  }

  boolean isReached() {
    return reached;
  }

  void setReached(boolean r) {
    reached = r;
  }

  public boolean isFreed() {
    return freed;
  }

  @Override
  public String toString() {
    return name;
  }
}
