package lethe.vm.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.PredefinedException;
import lethe.vm.format.Relocation;
import lethe.vm.format.SourceEvent;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.CodeOrigin;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.isa.CodeCheck;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operand;
import lethe.vm.isa.Operation;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/**
 * Places compiled units in a machine: checks the code, gives out global slots, builds literals, fills in the relocated ints,
 * lets the policy rewrite. All that can be wrong with a unit is found before anything is changed.
 *
 * <p>A unit loaded privately is known to itself alone, and a second load of it is an independent instance. One loaded publicly can be
 * named by units that come later; its name keeps its module, and so the code of what that exports, until it is {@linkplain
 * #forget forgotten}. A static unit is public and stays for ever.
 */
public final class Loader {
  private final Machine machine;
  private final Policy policy;
  private final Function<String, Primitive> table;
  private final List<Primitive> primitives = new ArrayList<>();
  private final Map<String, Integer> primitiveNumbers = new HashMap<>();
  private final InstanceNames instances = new InstanceNames();
  private final Decoder decoder;
  private final Values values;
  private LoadObserver observer = LoadObserver.NONE;

  /**
   * @param table the primitive of a name
   * @param decoders makes the decoder for a policy and numbered primitives
   */
  public Loader(
      Machine machine,
      Policy policy,
      Function<String, Primitive> table,
      BiFunction<Policy, IntFunction<Primitive>, Decoder> decoders) {
    this.machine = machine;
    this.policy = policy;
    this.table = table;
    this.decoder = decoders.apply(policy, primitives::get);
    this.values = new Values(machine.heap);
    machine.setDecoder(decoder);
    policy.install(machine, decoder);
    defineExceptions();
  }

  public void setObserver(LoadObserver o) {
    observer = o;
  }

  private void defineExceptions() {
    for (PredefinedException e : PredefinedException.values()) {
      int slot = machine.globals.allocate();
      machine.globals.pin(slot);
      machine.globals.set(slot, values.exception(e));
    }
  }

  Decoder decoder() {
    return decoder;
  }

  /** The number of a primitive in this machine's table; a name that is not there yet is added. */
  int primitiveNumber(String name) {
    return primitiveNumbers.computeIfAbsent(name, n -> {
      primitives.add(table.apply(n));
      return primitives.size() - 1;
    });
  }

  /** Links a unit statically: public, never freed, untouched by the policy. Its code ends with STOP. */
  public CodeBlock addStatic(String name, CompilationUnit unit) {
    check(name, unit, Set.of());
    return place(name, unit, Linkage.STATIC, Map.of());
  }

  /**
   * Loads a unit privately as collectable code. Nothing refers to the block yet: the caller must run it, or root what {@link
   * Policy#initialiser} gives, before the next collection.
   *
   * @param name of the unit; a later instance gets {@code #2} and so on
   */
  public CodeBlock addLoaded(String name, CompilationUnit unit) {
    check(name, unit, Set.of());
    return place(name, unit, Linkage.PRIVATE, Map.of());
  }

  /** As {@link #addLoaded}, for a unit that has been checked and sees the globals of others by name. */
  CodeBlock addMember(CompilationUnit unit, Map<String, Integer> slotsOfOthers) {
    return place(unit.name(), unit, Linkage.PRIVATE, slotsOfOthers);
  }

  /**
   * Loads a unit as collectable code whose globals later units may name.
   *
   * @throws InputError also if one of its globals is public already; nothing has changed then
   */
  public CodeBlock addPublic(String name, CompilationUnit unit) {
    for (Relocation r : unit.relocations()) {
      if (r instanceof Relocation.SetGlobal set && machine.globals.slotOf(set.global().name()).isPresent()) {
        throw new InputError(name, "a unit whose global is not public yet", set.global().name());
      }
    }
    check(name, unit, Set.of());
    return place(name, unit, Linkage.PUBLIC, Map.of());
  }

  /** Gives up the public names of a block; what its module keeps goes with a later collection, if nothing else leads there. */
  public void forget(CodeBlock block) {
    block.publicNames().forEach(machine.globals::forget);
    block.setPublicNames(List.of());
  }

  /** Who may name a unit's globals, and for how long. */
  private enum Linkage { STATIC, PUBLIC, PRIVATE }

  private CodeBlock place(
      String name, CompilationUnit unit, Linkage linkage, Map<String, Integer> slotsOfOthers) {
    boolean isStatic = linkage == Linkage.STATIC;
    String instance = instance(name);
    observer.placing(instance);
    int[] code = terminated(unit.code(), isStatic);
    Map<Integer, String> links = new LinkedHashMap<>();
    Set<Integer> slots = new LinkedHashSet<>();
    Map<String, Integer> own = new LinkedHashMap<>();
    Map<String, Integer> visible = new LinkedHashMap<>(slotsOfOthers);
    List<Long> literals = new ArrayList<>();
    for (Relocation r : unit.relocations()) {
      if (r instanceof Relocation.SetGlobal set) {
        own.computeIfAbsent(set.global().name(), g -> define(g, linkage != Linkage.PRIVATE));
        visible.putAll(own);
      }
    }
    for (Relocation r : unit.relocations()) {
      code[r.offsetInts()] = resolve(r, visible, slots, literals, links);
    }
    List<Insn> plain = insns(instance, code);
    if (!isStatic) {
      rewrite(plain, code);
    }
    List<Insn> insns = isStatic ? plain : rewrittenInsns(instance, code);
    int[] slotArray = slots.stream().mapToInt(Integer::intValue).toArray();
    CodeBlock block = machine.code.add(instance, isStatic, code, slotArray, insns, decoder);
    machine.code.identify(block, new CodeOrigin(CodeDigest.ofUnit(unit), 0));
    byte[] debug = unit.debug();
    block.setDebugInfo(SourceMap.ofFile(() -> SourceEvent.ofUnit(name, debug)).from(0));
    block.setModuleSlot(own.values().stream().findFirst().orElse(-1));
    if (linkage == Linkage.PUBLIC) {
      block.setPublicNames(List.copyOf(own.keySet()));
    }
    observer.placed();
    report(block, plain, insns, links, literals.size(), own.size());
    return block;
  }

  /** The name of the next instance of a unit. */
  String instance(String name) {
    return instances.next(name);
  }

  private static int[] terminated(int[] code, boolean isStatic) {
    int[] ended = Arrays.copyOf(code, code.length + (isStatic ? 1 : 2));
    if (isStatic) {
      ended[code.length] = Opcode.STOP.number();
    } else {
      ended[code.length] = Opcode.RETURN.number();
      ended[code.length + 1] = 1;
    }
    return ended;
  }

  private int define(String global, boolean isPublic) {
    int slot = machine.globals.allocate();
    if (isPublic) {
      machine.globals.name(global, slot);
    }
    return slot;
  }

  private int resolve(
      Relocation r, Map<String, Integer> visible, Set<Integer> slots, List<Long> literals, Map<Integer, String> links) {
    if (r instanceof Relocation.Primitive p) {
      links.put(r.offsetInts(), "primitive " + p.name());
      return primitiveNumber(p.name());
    }
    int slot;
    if (r instanceof Relocation.Literal literal) {
      slot = machine.globals.allocate();
      long value = values.of(literal.constant());
      machine.globals.define(slot, value);
      literals.add(value);
      links.put(r.offsetInts(), "literal " + literals.size());
    } else if (r instanceof Relocation.SetGlobal set) {
      slot = visible.get(set.global().name());
      links.put(r.offsetInts(), "global " + set.global().name());
    } else {
      Relocation.GetGlobal get = (Relocation.GetGlobal) r;
      slot = globalSlot(get, visible);
      links.put(r.offsetInts(), "global " + get.global().name());
    }
    slots.add(slot);
    return slot;
  }

  private int globalSlot(Relocation.GetGlobal get, Map<String, Integer> visible) {
    String name = get.global().name();
    if (get.global().predefined()) {
      return PredefinedException.named(name).slot();
    }
    Integer slot = visible.get(name);
    return slot != null ? slot : machine.globals.slotOf(name).orElseThrow();
  }

  /**
   * Finds all that can be wrong with a unit.
   *
   * @param others globals that it sees besides public ones and its own
   */
  void check(String name, CompilationUnit unit, Set<String> others) {
    CodeCheck.check(name, unit.code(), CodeCheck.Limits.UNLINKED);
    Set<String> defined = new LinkedHashSet<>(others);
    for (Relocation r : unit.relocations()) {
      if (r.offsetInts() < 0 || r.offsetInts() >= unit.code().length) {
        throw new InputError(
            name, "relocations inside " + unit.code().length + " ints of code", "one at " + r.offsetInts());
      }
      if (r instanceof Relocation.SetGlobal set) {
        defined.add(set.global().name());
      }
    }
    for (Relocation r : unit.relocations()) {
      if (r instanceof Relocation.GetGlobal get) {
        String global = get.global().name();
        boolean known =
            get.global().predefined()
                ? PredefinedException.named(global) != null
                : defined.contains(global) || machine.globals.slotOf(global).isPresent();
        if (!known) {
          throw new InputError(name + "+" + r.offsetInts(), "a global that is linked", global);
        }
      }
    }
  }

  private static List<Insn> insns(String where, int[] code) {
    List<Insn> insns = new ArrayList<>();
    Insn.all(where, code).forEach(insns::add);
    return insns;
  }

  /** Lets the policy replace operations of collectable code. */
  void rewrite(List<Insn> insns, int[] code) {
    for (Insn insn : insns) {
      code[insn.offset()] = policy.rewrite(insn, primitiveName(insn)).number();
    }
  }

  /** The instructions after rewriting. */
  List<Insn> rewrittenInsns(String where, int[] code) {
    List<Insn> insns = new ArrayList<>();
    Insn.all(where, code, policy::operation).forEach(insns::add);
    return insns;
  }

  private String primitiveName(Insn insn) {
    List<Operand> operands = insn.operation().operands();
    int i = operands.indexOf(Operand.PRIMITIVE);
    return i < 0 ? "" : primitives.get(insn.operand(i)).name();
  }

  private void report(
      CodeBlock block, List<Insn> plain, List<Insn> insns, Map<Integer, String> links, int literals, int slots) {
    if (block.isStatic()) {
      return;
    }
    observer.loaded(block, literals, slots);
    links.forEach((offset, to) -> observer.linked(block, offset, to));
    reportRewriting(block, plain, insns);
  }

  /** A unit cut out of an executable, whose literals and links nobody knows any more. */
  void reportLoaded(CodeBlock block, List<Insn> plain, List<Insn> insns) {
    observer.loaded(block, 0, 0);
    reportRewriting(block, plain, insns);
  }

  private void reportRewriting(CodeBlock block, List<Insn> plain, List<Insn> insns) {
    for (int i = 0; i < plain.size(); i++) {
      Operation from = plain.get(i).operation();
      Operation to = insns.get(i).operation();
      if (from != to) {
        observer.rewritten(block, plain.get(i).offset(), from, to);
      }
    }
  }

  /**
   * Runs the initialiser of a block that has just been added; gives the unit's module, unit if it sets none.
   *
   * @throws OcamlException if it raises; the block then lives as long as something refers to it, and its names are forgotten
   */
  public long initialise(CodeBlock block) {
    return initialise(block, policy.initialiser(machine, block));
  }

  long initialise(CodeBlock block, long initialiser) {
    observer.started(block);
    try {
      machine.callback(initialiser, Value.UNIT);
      machine.accu = Value.UNIT; // what it gave back is nobody's: an empty unit gives its own closure
    } catch (OcamlException e) {
      forget(block);
      finish(block);
      throw e;
    }
    // A policy that frees the code now gives the slot back, too.
    boolean hasModule = block.moduleSlot() >= 0 && !block.isFreed();
    long module = hasModule ? machine.globals.get(block.moduleSlot()) : Value.UNIT;
    finish(block);
    observer.initialised(block);
    return module;
  }

  private void finish(CodeBlock block) {
    if (!block.isFreed()) {
      observer.finishing(block);
      policy.finished(machine, block);
      observer.finished(block);
    }
  }

  /**
   * The block is gone.
   *
   * @param told has a trace or an outcome told its name? Then it is not given again
   */
  public void gone(CodeBlock block, boolean told) {
    instances.gone(block.name(), told);
  }

  /** Names of units and live instances that are remembered. */
  public int names() {
    return instances.size();
  }

  /** Asks that the block be freed; does the policy obey? */
  public boolean requestUnload(CodeBlock block) {
    observer.unloadRequested(block);
    boolean obeys = policy.freesOnRequest() && !block.isFreed() && !block.isStatic();
    if (obeys) {
      machine.code.free(block, "asked");
    }
    return obeys;
  }
}
