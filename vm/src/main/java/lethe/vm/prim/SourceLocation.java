package lethe.vm.prim;

/**
 * A place in a source file, as a debug event has it.
 *
 * @param line from 1
 * @param startChar from the start of that line, in bytes
 * @param endChar from the start of that line, in bytes; the place may end in a later one
 * @param definition the function or value around it, {@code Module.f}
 */
public record SourceLocation(String file, int line, int startChar, int endChar, String definition) {}
