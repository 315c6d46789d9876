package lethe.harness.mutant;

import java.util.List;
import java.util.function.Supplier;
import lethe.vm.VmParts;
import lethe.vm.heap.Heap;
import lethe.vm.host.Host;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.CodeSeams;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;

/** Wrong in what goes, or stays, with a code block: its slots, its instructions, its addresses. */
final class CodeMutants {
  private static final List<String> POLICIES = List.of("handle", "stub");
  private static final List<String> FORCE = List.of("force");

  private CodeMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant("slots-unmarked", "marking code does not mark what its global slots hold",
            "literals and module of a live unit are freed", "H70", POLICIES, () -> new CodeSeams() {
              @Override
              public boolean marksSlot(int slot) {
                return false;
              }
            }),
        mutant("slots-early", "a public slot goes with the last loaded code that names it",
            "what static code and exceptions are found by is cleared", "H70", POLICIES, () -> new CodeSeams() {
              @Override
              public boolean freesSlot(int slot, boolean isPublic) {
                return true;
              }
            }),
        mutant("slots-leak", "the slots of freed code are never given back",
            "the global table grows with each load", "H71", POLICIES, () -> new CodeSeams() {
              @Override
              public boolean freesSlot(int slot, boolean isPublic) {
                return false;
              }
            }),
        mutant("generation", "code addresses of a freed block are those of the next one in its place",
            "a stale closure runs another unit's code", "H56", FORCE, () -> new CodeSeams() {
              @Override
              public boolean raisesGeneration(CodeBlock freed) {
                return false;
              }
            }),
        mutant("poison", "freed code is not poisoned", "a function goes on running in freed code", "H19", FORCE,
            () -> new CodeSeams() {
              @Override
              public boolean poisons(CodeBlock freed) {
                return false;
              }
            }));
  }

  private static Mutant mutant(
      String id, String wrong, String breaks, String hazard, List<String> policies, Supplier<CodeSeams> seams) {
    return new Mutant(id, wrong, breaks, hazard, policies, () -> parts(seams.get()));
  }

  private static VmParts parts(CodeSeams seams) {
    return new VmParts() {
      @Override
      public Machine machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
        return new BoundedMachine(heap, host, policy, stackLimitWords, seams);
      }
    };
  }
}
