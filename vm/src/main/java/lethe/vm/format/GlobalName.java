package lethe.vm.format;

/**
 * What a relocation names: a unit's global, or a predefined exception.
 *
 * @param predefined true for one of {@link PredefinedException}; a unit may have the same name
 */
public record GlobalName(String name, boolean predefined) {
  /** The global of a unit. */
  public static GlobalName unit(String name) {
    return new GlobalName(name, false);
  }

  @Override
  public String toString() {
    return name;
  }
}
