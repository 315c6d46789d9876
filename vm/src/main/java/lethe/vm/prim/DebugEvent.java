package lethe.vm.prim;

/**
 * What the compiler tells of an offset in code (instruct.mli).
 *
 * @param offsetInts from the start of the code that the events belong to
 */
public record DebugEvent(int offsetInts, SourceLocation location) {}
