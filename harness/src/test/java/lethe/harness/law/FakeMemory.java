package lethe.harness.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lethe.vm.value.Tag;

/** Blocks in a list, code of two units; block i has the address 1000 + 8 i, its inside the address plus 4. */
final class FakeMemory implements MemoryView {
  private static final long BASE = 1000;
  private static final int INSIDE = 4;
  private static final long STUB = 2;
  private static final List<String> UNITS = List.of("plugin", "other");

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(int tag, long[] fields) {}

  private final List<Block> blocks = new ArrayList<>();
  private final List<RootWord> roots = new ArrayList<>();
  private final List<Long> ephemerons = new ArrayList<>();
  private final List<Long> finalised = new ArrayList<>();
  private final List<String> pinned = new ArrayList<>();
  private final Map<String, List<Long>> slots = new LinkedHashMap<>();

  /** The code address of a unit's only function: negative, so that it is no block. */
  static long codeOf(String unit) {
    return -2 - 4L * UNITS.indexOf(unit);
  }

  static long inside(long block) {
    return block + INSIDE;
  }

  long block(int tag, long... fields) {
    blocks.add(new Block(tag, fields));
    return BASE + 8L * (blocks.size() - 1);
  }

  /** A plain closure with the variable 7. */
  long closure(String unit) {
    return block(Tag.CLOSURE, codeOf(unit), information(2), 7);
  }

  /** A closure whose code field holds a stub; its last field says which code it stands for. */
  long fake(String unit) {
    return block(Tag.CLOSURE, STUB, information(2), codeOf(unit));
  }

  /** Two functions in one block. */
  long group(String first, String second) {
    return block(Tag.CLOSURE, codeOf(first), information(5), 0, codeOf(second), information(2), 7);
  }

  private static long information(int environmentStart) {
    return ((long) environmentStart << 1) | 1;
  }

  /** An ephemeron; 0 stands for an empty field. */
  long ephemeron(long data, long... keys) {
    long[] fields = new long[2 + keys.length];
    fields[1] = data;
    System.arraycopy(keys, 0, fields, 2, keys.length);
    long ephemeron = block(Tag.ABSTRACT, fields);
    ephemerons.add(ephemeron);
    return ephemeron;
  }

  void finalised(long word) {
    finalised.add(word);
  }

  void root(String name, long word) {
    roots.add(new RootWord(name, word));
  }

  void pin(String unit) {
    pinned.add(unit);
  }

  void slot(String unit, long word) {
    slots.computeIfAbsent(unit, name -> new ArrayList<>()).add(word);
  }

  CodeView code() {
    return new CodeView() {
      @Override
      public List<String> loaded() {
        return UNITS;
      }

      @Override
      public List<String> pinned() {
        return pinned;
      }

      @Override
      public Optional<String> unitAt(long word) {
        return UNITS.stream().filter(unit -> codeOf(unit) == word).findFirst();
      }

      @Override
      public long codeOf(long closure) {
        return field(closure, 0) == STUB ? field(closure, sizeWords(closure) - 1) : field(closure, 0);
      }

      private long codeOf(String unit) {
        return FakeMemory.codeOf(unit);
      }

      @Override
      public List<Long> slotsOf(String unit) {
        return slots.getOrDefault(unit, List.of());
      }
    };
  }

  @Override
  public List<RootWord> roots() {
    return roots;
  }

  @Override
  public List<Long> ephemerons() {
    return ephemerons;
  }

  @Override
  public List<Long> finalised() {
    return finalised;
  }

  @Override
  public boolean isBlock(long word) {
    return word >= BASE && word < BASE + 8L * blocks.size();
  }

  @Override
  public long blockOf(long address) {
    return address - (address - BASE) % 8;
  }

  @Override
  public int tag(long block) {
    return at(block).tag();
  }

  @Override
  public int sizeWords(long block) {
    return at(block).fields().length;
  }

  @Override
  public long field(long block, int index) {
    return at(block).fields()[index];
  }

  private Block at(long block) {
    return blocks.get((int) ((block - BASE) / 8));
  }
}
