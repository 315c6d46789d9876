package lethe.harness.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lethe.harness.corpus.Case;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.format.Datum;
import lethe.vm.format.MarshalWriter;
import lethe.vm.format.ObjectFile;

/** Right inputs of each kind, made of the corpus, in its order. */
final class Seeds {
  private final Map<InputKind, List<byte[]>> byKind = new EnumMap<>(InputKind.class);

  Seeds(List<Case> cases) {
    for (InputKind kind : InputKind.values()) {
      byKind.put(kind, new ArrayList<>());
    }
    cases.forEach(this::add);
    addValues();
  }

  List<byte[]> of(InputKind kind) {
    return byKind.get(kind);
  }

  private void add(Case c) {
    byte[] text = bytes(c);
    add(InputKind.CASE, text);
    String units = new String(text, StandardCharsets.UTF_8).replaceAll("(?m)^;;.*\\R", "");
    add(InputKind.ASM, units.getBytes(StandardCharsets.UTF_8));
    for (AssembledUnit unit : c.units()) {
      add(InputKind.CMO, ObjectFile.write(unit.unit()));
    }
    StaticLink.link(c.units().stream().map(AssembledUnit::unit).toList())
        .ifPresent(program -> add(InputKind.EXECUTABLE, program));
  }

  private void add(InputKind kind, byte[] seed) {
    byKind.get(kind).add(seed);
  }

  private static byte[] bytes(Case c) {
    try {
      return Files.readAllBytes(c.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every form that marshalling has, sharing and a cycle. */
  private void addValues() {
    Datum.Str shared = Datum.Str.of("shared");
    Datum.Block cycle = new Datum.Block(0, Datum.ZERO, shared);
    cycle.setField(0, cycle);
    Datum numbers = new Datum.Block(
        3, new Datum.Int(63), new Datum.Int(-1), new Datum.Int(1000), new Datum.Int(1L << 40),
        new Datum.Dbl(Double.doubleToRawLongBits(1.5)), new Datum.DblArray(0, 1, -1),
        new Datum.Custom(Datum.Custom.Kind.INT32, 7), new Datum.Custom(Datum.Custom.Kind.INT64, -7),
        new Datum.Custom(Datum.Custom.Kind.NATIVEINT, 1L << 50));
    Datum texts = new Datum.Block(
        20, shared, Datum.Str.of("x".repeat(300)), new Datum.Block(7), new Datum.Block(248, shared, Datum.ZERO));
    for (Datum value : List.of(cycle, numbers, texts, new Datum.Block(1, numbers, texts, cycle, numbers))) {
      add(InputKind.MARSHAL, MarshalWriter.write(value));
    }
  }
}
