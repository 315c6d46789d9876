package lethe.harness.mutant;

import java.util.List;
import lethe.vm.heap.CollectorSeams;
import lethe.vm.heap.Heap;
import lethe.vm.heap.Root;
import lethe.vm.heap.RootVisitor;
import lethe.vm.host.Host;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.value.Value;

/** Wrong where only policy {@code scan} looks: at code addresses. */
final class ScanMutants {
  private static final List<String> SCAN = List.of("scan");

  private ScanMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant("scan-addresses", "a code address in a closure or root is not looked up",
            "no code is found by its address", "H91", SCAN, () -> new BoundedParts() {
              @Override
              public CollectorSeams collector() {
                return new CollectorSeams() {
                  @Override
                  public boolean reportsAddress(long codeAddress) {
                    return false;
                  }
                };
              }
            }),
        blind("scan-frames", "return addresses on the stack are not looked up",
            "a caller whose closure has been overwritten is freed while it waits", "H21", Root.STACK),
        blind("scan-pc", "the address that is running is not looked up",
            "a function that has overwritten its closure is freed while it runs", "H21", Root.PC));
  }

  private static Mutant blind(String id, String wrong, String breaks, String hazard, Root kind) {
    return new Mutant(id, wrong, breaks, hazard, SCAN, () -> new BoundedParts() {
      @Override
      public Machine machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
        return new AddressBlindMachine(heap, host, policy, stackLimitWords, kind);
      }
    });
  }

  /** Does not show the collector the code addresses among roots of one kind. */
  private static final class AddressBlindMachine extends BoundedMachine {
    private final Root blind;

    AddressBlindMachine(Heap heap, Host host, Policy policy, int stackLimitWords, Root blind) {
      super(heap, host, policy, stackLimitWords);
      this.blind = blind;
    }

    @Override
    public void visit(RootVisitor v) {
      super.visit((kind, index, word) ->
          kind == blind && Value.isCode(word) ? word : v.visit(kind, index, word));
    }
  }
}
