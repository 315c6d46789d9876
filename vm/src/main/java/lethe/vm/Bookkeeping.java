package lethe.vm;

/**
 * How much a machine remembers beside the heap's contents. A host that loads and drops units for ever wants none of these to
 * grow.
 *
 * @param heapWords words of the heap, free ones too
 * @param codeSlots places for code blocks that have ever been in use
 * @param globalSlots places for globals and literals that have ever been in use
 * @param names of units and instances; messages of faults need some of freed blocks, a fixed number that is not counted here
 * @param sites places of births that a trace may still name; 0 if nothing is traced
 */
public record Bookkeeping(long heapWords, int codeSlots, int globalSlots, int names, int sites) {}
