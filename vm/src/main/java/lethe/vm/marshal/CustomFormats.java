package lethe.vm.marshal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lethe.vm.format.Datum;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;

/**
 * The kinds of custom blocks that can be marshalled. A kind with a representation of its own is written as {@link
 * Datum.Serialized} and registers here, under the identifier that stands in marshalled bytes; all others are abstract.
 */
public final class CustomFormats {
  private final Map<CustomKind, CustomFormat> byKind = new EnumMap<>(CustomKind.class);
  private final Map<String, CustomFormat> byId = new HashMap<>();

  private CustomFormats() {
    for (Datum.Custom.Kind kind : Datum.Custom.Kind.values()) {
      add(heapKind(kind), kind.id(), new BoxedInteger(kind));
    }
  }

  /** Those of a machine; boxed integers are there from the start. */
  public static CustomFormats of(Runtime rt) {
    return rt.state(CustomFormats.class, CustomFormats::new);
  }

  /** Makes a kind marshallable. */
  public void add(CustomKind kind, String id, CustomFormat format) {
    byKind.put(kind, format);
    byId.put(id, format);
  }

  /** Empty for kinds that are abstract. */
  Optional<CustomFormat> of(CustomKind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** Empty for an identifier that no kind has here. */
  Optional<CustomFormat> of(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static CustomKind heapKind(Datum.Custom.Kind kind) {
    return switch (kind) {
      case INT32 -> CustomKind.INT32;
      case INT64 -> CustomKind.INT64;
      case NATIVEINT -> CustomKind.NATIVEINT;
    };
  }

  /** An int32, int64 or nativeint: its second word is the number. */
  private record BoxedInteger(Datum.Custom.Kind kind) implements CustomFormat {
    @Override
    public Datum write(Runtime rt, long block) {
      return new Datum.Custom(kind, rt.heap().wordAt(block, 1));
    }

    @Override
    public long read(Runtime rt, Datum datum) {
      Heap heap = rt.heap();
      long block = heap.allocate(2, Tag.CUSTOM);
      heap.setWordAt(block, 0, heapKind(kind).word());
      heap.setWordAt(block, 1, ((Datum.Custom) datum).value());
      return block;
    }
  }
}
