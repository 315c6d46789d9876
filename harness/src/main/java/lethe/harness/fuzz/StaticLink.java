package lethe.harness.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Constant;
import lethe.vm.format.Datum;
import lethe.vm.format.Executable;
import lethe.vm.format.MarshalWriter;
import lethe.vm.format.PredefinedException;
import lethe.vm.format.Relocation;
import lethe.vm.isa.Opcode;

/** Links units to an executable as ocamlc does: one code, one table of primitives, one array of globals. */
final class StaticLink {
  private static final int OBJECT_TAG = 248;

  private final List<Datum> globals = new ArrayList<>();
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Map<String, Integer> primitives = new LinkedHashMap<>();
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();

  private StaticLink() {
    for (PredefinedException exception : PredefinedException.values()) {
      slots.put(exception.ocamlName(), exception.slot());
      globals.add(new Datum.Block(
          OBJECT_TAG, Datum.Str.of(exception.ocamlName()), new Datum.Int(-1 - exception.slot())));
    }
  }

  /** The program of these units in order; empty if a literal is neither number, string nor block of such. */
  static Optional<byte[]> link(List<CompilationUnit> units) {
    StaticLink link = new StaticLink();
    boolean simple = units.stream().flatMap(unit -> unit.relocations().stream()).allMatch(StaticLink::isSimple);
    if (!simple) {
      return Optional.empty();
    }
    units.forEach(link::add);
    link.addCode(Opcode.STOP.number());
    Map<String, byte[]> sections = new LinkedHashMap<>();
    sections.put("CODE", link.code.toByteArray());
    sections.put("PRIM", (String.join("\0", link.primitives.keySet()) + "\0").getBytes(StandardCharsets.ISO_8859_1));
    sections.put("DATA", MarshalWriter.write(new Datum.Block(0, link.globals.toArray(new Datum[0]))));
    return Optional.of(Executable.of("linked", sections).write());
  }

  private void add(CompilationUnit unit) {
    int[] words = unit.code().clone();
    for (Relocation relocation : unit.relocations()) {
      words[relocation.offsetInts()] = resolve(relocation);
    }
    addCode(words);
  }

  private void addCode(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * words.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(words);
    code.writeBytes(bytes.array());
  }

  private int resolve(Relocation relocation) {
    if (relocation instanceof Relocation.Literal literal) {
      globals.add(datum(literal.constant()));
      return globals.size() - 1;
    } else if (relocation instanceof Relocation.GetGlobal get) {
      return slot(get.global().name());
    } else if (relocation instanceof Relocation.SetGlobal set) {
      return slot(set.global().name());
    }
    String name = ((Relocation.Primitive) relocation).name();
    return primitives.computeIfAbsent(name, n -> primitives.size());
  }

  private int slot(String name) {
    return slots.computeIfAbsent(name, n -> {
      globals.add(Datum.ZERO);
      return globals.size() - 1;
    });
  }

  private static boolean isSimple(Relocation relocation) {
    return !(relocation instanceof Relocation.Literal literal)
        || isLeaf(literal.constant())
        || (literal.constant() instanceof Constant.Block block && block.fields().stream().allMatch(StaticLink::isLeaf));
  }

  private static boolean isLeaf(Constant constant) {
    return constant instanceof Constant.Int || constant instanceof Constant.Char || constant instanceof Constant.Str;
  }

  private static Datum datum(Constant constant) {
    if (constant instanceof Constant.Int number) {
      return new Datum.Int(number.value());
    } else if (constant instanceof Constant.Char letter) {
      return new Datum.Int(letter.code());
    } else if (constant instanceof Constant.Str text) {
      return Datum.Str.of(text.latin1());
    }
    Constant.Block block = (Constant.Block) constant;
    Stream<Datum> fields = block.fields().stream().map(StaticLink::datum);
    return new Datum.Block(block.tag(), fields.toArray(Datum[]::new));
  }
}
