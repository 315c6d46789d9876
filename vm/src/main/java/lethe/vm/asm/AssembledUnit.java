package lethe.vm.asm;

import lethe.vm.format.CompilationUnit;

/**
 * A unit and where it stands in its source.
 *
 * @param name as written behind {@code unit}; the unit's own name has a capital
 * @param isStatic linked before main, not loaded
 * @param lineOfOffset for each code int the line of the source, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record AssembledUnit(String name, CompilationUnit unit, boolean isStatic, int[] lineOfOffset) {}
