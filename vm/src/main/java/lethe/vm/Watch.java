package lethe.vm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.CodeObserver;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.isa.Operation;
import lethe.vm.link.LoadObserver;
import lethe.vm.link.Loader;
import lethe.vm.record.Recorder;

/** Keeps the fates of loaded units, shows collections to the witness, and passes everything on to the recorder. */
final class Watch implements CodeObserver, LoadObserver {
  private final Machine machine;
  private final Policy policy;
  private final CollectionWitness witness;
  private final Recorder recorder;
  private final CodeObserver codeEvents;
  private final LoadObserver loadEvents;
  private final Set<String> alive = new LinkedHashSet<>();
  private final Map<String, String> ended = new LinkedHashMap<>();
  private final List<String> freedNow = new ArrayList<>();
  private HeapSnapshot before;
  private CodeMap map;
  private int asked;
  private boolean telling;
  /** A policy may be freeing the code of an initialiser that is over. */
  private boolean finishing;
  private String how = "";
  private Loader loader;

  /**
   * @param witness may be null
   * @param recorder may be null
   */
  Watch(Machine machine, Policy policy, CollectionWitness witness, Recorder recorder) {
    this.machine = machine;
    this.policy = policy;
    this.witness = witness;
    this.recorder = recorder;
    this.codeEvents = recorder == null ? CodeObserver.NONE : recorder;
    this.loadEvents = recorder == null ? LoadObserver.NONE : recorder;
  }

  /** Who gave the blocks their names. */
  void setLoader(Loader l) {
    loader = l;
  }

  /** The recorder; null if nothing is traced. */
  Recorder recorder() {
    return recorder;
  }

  /** A program starts whose outcome tells the fate of each unit; a host that loads units for ever does not want them kept. */
  void tellFates() {
    telling = true;
  }

  /** The collection that ends a run is next. */
  void closing() {
    how = "freed at end";
  }

  /** What becomes of each unit, in the order of the ends; those still alive last. */
  List<VmOutcome.UnitFate> fates() {
    List<VmOutcome.UnitFate> fates = new ArrayList<>();
    ended.forEach((unit, end) -> fates.add(new VmOutcome.UnitFate(unit, end)));
    alive.forEach(unit -> fates.add(new VmOutcome.UnitFate(unit, "kept")));
    return fates;
  }

  /** Asks for the block to be freed, with the witness looking. Was it? */
  boolean unload(CodeBlock block) {
    look();
    how = "freed at request";
    boolean obeyed = loader.requestUnload(block);
    if (obeyed) {
      show(false);
    }
    return obeyed;
  }

  private void look() {
    freedNow.clear();
    if (witness != null) {
      before = machine.heap.snapshot();
      map = new CodeMap(machine, policy);
    }
  }

  private void show(boolean collected) {
    if (witness != null) {
      witness.decided(before, map, List.copyOf(freedNow), collected);
      before = null;
      map = null;
    }
  }

  @Override
  public void marking() {
    look();
    int now = machine.heap.counts().fullCollectionsAsked();
    if (!how.equals("freed at end")) {
      how = now > asked ? "freed at gc " + now : "freed unasked";
    }
    asked = now;
    codeEvents.marking();
  }

  @Override
  public void kept(CodeBlock block) {
    codeEvents.kept(block);
  }

  @Override
  public void freed(CodeBlock block, String why, int slots) {
    if (alive.remove(block.name())) {
      ended.put(block.name(), finishing ? "freed when finished" : how);
    }
    freedNow.add(block.name());
    codeEvents.freed(block, why, slots);
    loader.gone(block, telling || recorder != null);
    if (finishing) {
      show(false);
    }
  }

  @Override
  public void decided() {
    show(true);
    codeEvents.decided();
  }

  @Override
  public void placing(String unit) {
    loadEvents.placing(unit);
  }

  @Override
  public void placed() {
    loadEvents.placed();
  }

  @Override
  public void loaded(CodeBlock block, int literals, int slots) {
    if (telling) {
      alive.add(block.name());
    }
    loadEvents.loaded(block, literals, slots);
  }

  @Override
  public void linked(CodeBlock block, int offsetInts, String to) {
    loadEvents.linked(block, offsetInts, to);
  }

  @Override
  public void rewritten(CodeBlock block, int offsetInts, Operation from, Operation to) {
    loadEvents.rewritten(block, offsetInts, from, to);
  }

  @Override
  public void started(CodeBlock block) {
    loadEvents.started(block);
  }

  @Override
  public void finishing(CodeBlock block) {
    look();
    finishing = true;
    loadEvents.finishing(block);
  }

  @Override
  public void finished(CodeBlock block) {
    finishing = false;
    before = null;
    map = null;
    loadEvents.finished(block);
  }

  @Override
  public void initialised(CodeBlock block) {
    loadEvents.initialised(block);
  }

  @Override
  public void unloadRequested(CodeBlock block) {
    loadEvents.unloadRequested(block);
  }
}
