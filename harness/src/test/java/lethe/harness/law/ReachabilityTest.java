package lethe.harness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lethe.harness.subject.Delay;
import org.junit.jupiter.api.Test;

/** Small heaps, drawn by hand: what is followed and what is not. */
class ReachabilityTest {
  private final FakeMemory memory = new FakeMemory();

  @Test
  void aClosureInARootKeepsItsCode() {
    memory.root("cell 0", memory.closure("plugin"));
    assertEquals(Set.of("plugin"), units());
    assertEquals(Optional.of("cell 0, closure"), Reachability.of(memory, memory.code()).pathTo("plugin"));
  }

  @Test
  void aClosureDeepInDataKeepsItsCodeAndTellsTheWay() {
    long closure = memory.closure("plugin");
    memory.root("cell 0", memory.block(0, 1, memory.block(0, closure)));
    assertEquals(Optional.of("cell 0, field 1, field 0, closure"),
        Reachability.of(memory, memory.code()).pathTo("plugin"));
  }

  @Test
  void aCodeAddressCountsInAFrameAndNotInData() {
    memory.root("cell 0", memory.block(0, FakeMemory.codeOf("plugin")));
    assertEquals(Set.of(), units());
    memory.root("stack 3", FakeMemory.codeOf("plugin"));
    assertEquals(Set.of("plugin"), units());
  }

  @Test
  void everyFunctionOfAGroupCountsAndAnInfixPointerReachesThemAll() {
    long group = memory.group("plugin", "other");
    memory.root("accu", FakeMemory.inside(group));
    assertEquals(Set.of("plugin", "other"), units());
  }

  @Test
  void aHandleIsNoCode() {
    long handle = memory.block(255, FakeMemory.codeOf("plugin"));
    memory.root("cell 0", memory.block(0, handle));
    assertEquals(Set.of(), units());
  }

  @Test
  void aFakeClosureIsDecoded() {
    memory.root("cell 0", memory.fake("plugin"));
    assertEquals(Set.of("plugin"), units());
  }

  @Test
  void slotsLiveWithTheCodeThatNamesThem() {
    memory.slot("plugin", memory.closure("other"));
    assertEquals(Set.of(), units());
    memory.root("cell 0", memory.closure("plugin"));
    assertEquals(Set.of("plugin", "other"), units());
  }

  @Test
  void pinnedCodeIsARootAndACycleIsNone() {
    memory.slot("plugin", memory.closure("plugin"));
    assertEquals(Set.of(), units());
    memory.pin("plugin");
    assertEquals(Set.of("plugin"), units());
  }

  @Test
  void aLongListIsTraversedWithoutRecursionAndItsPathIsShort() {
    long list = memory.closure("plugin");
    for (int i = 0; i < 100_000; i++) {
      list = memory.block(0, list);
    }
    memory.root("cell 0", list);
    String path = Reachability.of(memory, memory.code()).pathTo("plugin").orElseThrow();
    assertEquals(true, path.startsWith("cell 0, …") && path.length() < 120, path);
  }

  @Test
  void aWeakPointerKeepsNothing() {
    memory.root("cell 0", memory.ephemeron(0, memory.closure("plugin")));
    assertEquals(Set.of(), units());
  }

  @Test
  void dataLivesIfItsKeysAndTheEphemeronDo() {
    long key = memory.block(0, 1);
    long other = memory.block(0, 2);
    long ephemeron = memory.ephemeron(memory.closure("plugin"), key, 0, other);
    memory.root("cell 0", key);
    memory.root("cell 1", ephemeron);
    assertEquals(Set.of(), units());
    memory.root("cell 2", other);
    assertEquals(Optional.of("cell 1, data, closure"), Reachability.of(memory, memory.code()).pathTo("plugin"));
  }

  @Test
  void dataOfADeadEphemeronDies() {
    long key = memory.block(0, 1);
    memory.ephemeron(memory.closure("plugin"), key);
    memory.root("cell 0", key);
    assertEquals(Set.of(), units());
  }

  @Test
  void ephemeronsReachEachOtherInAnyOrder() {
    int count = 20_000;
    long[] keys = new long[count + 1];
    for (int i = 0; i <= count; i++) {
      keys[i] = i == count ? memory.closure("plugin") : memory.block(0, i);
    }
    for (int i = count - 1; i >= 0; i--) {
      memory.root("cell 0", memory.ephemeron(keys[i + 1], keys[i]));
    }
    assertEquals(Set.of(), units());
    memory.root("cell 1", keys[0]);
    assertEquals(Set.of("plugin"), units());
  }

  @Test
  void aKeyThatOnlyItsDataReachesIsNotReached() {
    long closure = memory.closure("plugin");
    memory.root("cell 0", memory.ephemeron(memory.block(0, closure), closure));
    assertEquals(Set.of(), units());
  }

  @Test
  void aValueWithAFinaliserIsKeptForIt() {
    memory.finalised(memory.block(0, memory.closure("plugin")));
    assertEquals(Optional.of("finalised value, field 0, closure"),
        Reachability.of(memory, memory.code()).pathTo("plugin"));
  }

  @Test
  void theWitnessTellsWhatWasWronglyFreedAndWronglyKept() {
    memory.root("cell 0", memory.closure("plugin"));
    LivenessWitness witness = new LivenessWitness();
    witness.judge(memory, memory.code(), List.of("plugin"), true);
    assertEquals(List.of("plugin: cell 0, closure"), witness.wronglyFreed());
    assertEquals(List.of("other"), witness.wronglyKept());
    assertEquals(List.of(new Delay("other", 1, false)), witness.delays());
    witness.judge(memory, memory.code(), List.of("other"), true);
    assertEquals(List.of(), witness.wronglyKept());
    assertEquals(List.of(new Delay("other", 1, true)), witness.delays());
  }

  @Test
  void aDelayBeginsAnewWhenTheInstanceHasBeenReachableMeanwhile() {
    FakeMemory revived = new FakeMemory();
    revived.root("cell 0", revived.closure("other"));
    LivenessWitness witness = new LivenessWitness();
    witness.judge(memory, memory.code(), List.of("plugin"), true);
    witness.judge(revived, revived.code(), List.of(), true);
    witness.judge(memory, memory.code(), List.of("other"), false);
    assertEquals(List.of(new Delay("plugin", 0, true), new Delay("other", 0, true)), witness.delays().stream()
        .filter(Delay::freed).toList());
  }

  private Set<String> units() {
    return Reachability.of(memory, memory.code()).units();
  }
}
