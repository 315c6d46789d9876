package lethe.vm.link;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives each instance of a unit a name of its own: the unit's for the first, then {@code plugin#2} and so on. A name that a trace
 * or an outcome has told is never given twice, so the unit is remembered when its last instance is gone; one that nobody has
 * heard of may be.
 */
final class InstanceNames {
  private static final class Unit {
    private int given;
    private int live;
  }

  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, String> unitOfInstance = new HashMap<>();

  /** The name of a new instance of the unit. */
  String next(String unit) {
    Unit u = units.computeIfAbsent(unit, name -> new Unit());
    u.given++;
    u.live++;
    String instance = u.given == 1 ? unit : unit + "#" + u.given;
    unitOfInstance.put(instance, unit);
    return instance;
  }

  /**
   * The instance is gone.
   *
   * @param told has its name been told, so that it may not be given again?
   */
  void gone(String instance, boolean told) {
    String unit = unitOfInstance.remove(instance);
    if (unit != null && --units.get(unit).live == 0 && !told) {
      units.remove(unit);
    }
  }

  /** Names that are remembered, of units and of live instances. */
  int size() {
    return units.size() + unitOfInstance.size();
  }
}
