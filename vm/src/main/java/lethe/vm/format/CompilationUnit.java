package lethe.vm.format;

import java.util.List;

/**
 * One compiled unit, everything a .cmo holds (cmo_format.mli). The arrays are not copied and units are not compared.
 *
 * @param name the unit's name with a capital, also that of its global
 * @param code the instructions, 0 at relocations; they fall through the end
 * @param imports interfaces it was compiled against, its own too
 * @param requiredGlobals units that must have been initialised before it runs
 * @param primitives names its source declares; Dynlink refuses a unit that has any, unless told otherwise
 * @param forceLink linked from a library even if nobody needs it
 * @param debug marshalled debug events and directories, as they are; empty if none
 */
@SuppressWarnings("ArrayRecordComponent") // units have identity, and their arrays one owner
public record CompilationUnit(
    String name,
    int[] code,
    List<Relocation> relocations,
    List<Import> imports,
    List<GlobalName> requiredGlobals,
    List<String> primitives,
    boolean forceLink,
    byte[] debug) {

  /**
   * An interface, by the digest of its .cmi.
   *
   * @param digestHex 32 lower-case hexadecimal digits, or "" if unknown
   */
  public record Import(String name, String digestHex) {}

  public CompilationUnit {
    relocations = List.copyOf(relocations);
    imports = List.copyOf(imports);
    requiredGlobals = List.copyOf(requiredGlobals);
    primitives = List.copyOf(primitives);
  }
}
