/**
 * The heap of tagged words and its collector: a minor area filled by bumping a pointer down and emptied by copying, and
 * a major area collected by mark and sweep without moving. {@link lethe.vm.heap.Heap} is the whole interface of the
 * machine; {@link lethe.vm.heap.Roots} and {@link lethe.vm.heap.CodeReferences} are what the collector
 * asks of others; {@link lethe.vm.heap.Ephemerons} and {@link lethe.vm.heap.Finalisers} observe what dies; {@link lethe.vm.heap.HeapCheck} verifies, {@link
 * lethe.vm.heap.HeapSnapshot} and {@link lethe.vm.heap.Paths} look; {@link lethe.vm.heap.CollectorSeams} lets a test
 * build a collector that is wrong on purpose.
 *
 * <p>Collections happen only inside the three {@code collect…} methods: an allocation never collects. Nothing here
 * depends on a clock, a thread, a host object's lifetime or the numbers of addresses. Unlike OCaml's collector this one
 * does not short-circuit blocks of tag FORWARD: what a program sees of a forced lazy value then depends on no schedule.
 *
 * <p>Must not know: instructions, code blocks, policies, primitives. Code is visible only through {@link
 * lethe.vm.heap.CodeReferences}.
 */
package lethe.vm.heap;
