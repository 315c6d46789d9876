package lethe.vm.prim;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The primitives of a machine by name; immutable. */
public final class PrimitiveTable {
  private final Map<String, Primitive> byName;
  private final Map<String, String> refused;

  private PrimitiveTable(Map<String, Primitive> byName, Map<String, String> refused) {
    this.byName = byName;
    this.refused = refused;
  }

  /** A table of the primitives given, in their order. */
  public static PrimitiveTable of(Collection<Primitive> primitives) {
    return new PrimitiveTable(Map.of(), Map.of()).with(primitives);
  }

  /** A copy with more primitives; one of a name that is there already takes its place. */
  public PrimitiveTable with(Collection<Primitive> extra) {
    Map<String, Primitive> copy = new LinkedHashMap<>(byName);
    for (Primitive primitive : extra) {
      copy.put(primitive.name(), primitive);
    }
    return new PrimitiveTable(copy, refused);
  }

  /** A copy that says why it lacks those names. */
  public PrimitiveTable refusing(Map<String, String> reasonByName) {
    Map<String, String> copy = new LinkedHashMap<>(refused);
    copy.putAll(reasonByName);
    return new PrimitiveTable(byName, copy);
  }

  public PrimitiveTable with(Primitive... extra) {
    return with(List.of(extra));
  }

  /** The primitive of that name; if this machine lacks it, one that faults by name when it is called. */
  public Primitive lookup(String name) {
    Primitive primitive = byName.get(name);
    return primitive != null ? primitive : new Missing(name, refused.getOrDefault(name, ""));
  }

  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Names of the primitives, in the order of the table. */
  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }
}
