package lethe.vm.record;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import lethe.vm.heap.Barrier;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.GcFigures;
import lethe.vm.heap.GcKind;
import lethe.vm.heap.Heap;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.MachineObserver;
import lethe.vm.interp.family.PrimitiveCalls;
import lethe.vm.isa.Disassembler;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operand;
import lethe.vm.prim.Primitive;
import lethe.vm.step.Detail;
import lethe.vm.step.StepText;
import lethe.vm.step.Steps;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Writes each step in the words of {@link lethe.vm.step}. The reference's counterpart is tracer.c in the harness; the two are
 * kept line by line alike.
 */
public final class StepEncoder implements MachineObserver, StepText {
  private static final int AREA_SHIFT = 48;
  private static final int OFFSET_SHIFT = 24;
  private static final long CODE_MARK = 2;
  private static final long BLOCK_MARK = 4;
  private static final long MARKS = 7;

  /** Tags of what is never put in the place of the block that forwards to it. */
  private static final Set<Integer> STAYS = Set.of(Tag.FORWARD, Tag.LAZY, Tag.DOUBLE);

  /** A block of code as the words name it. */
  private static final class Area {
    private final long number;
    /** By offset, 0 where not yet computed. */
    private final long[] instructions;

    Area(long number, int lengthInts) {
      this.number = number;
      this.instructions = new long[lengthInts + 1];
    }
  }

  private final Machine machine;
  private final Heap heap;
  private final Steps steps;
  private final Map<CodeBlock, Area> areas = new WeakHashMap<>();
  private final long[] words = new long[Steps.MOST_WORDS];
  private long number;
  private long areasSeen;
  private CodeBlock recent;
  private Area recentArea;
  private Instruction current;

  public StepEncoder(Machine machine, Steps steps) {
    this.machine = machine;
    this.heap = machine.heap;
    this.steps = steps;
  }

  @Override
  public void step(Instruction i) {
    Area area = areaOf(i.block());
    if (++number < steps.from()) {
      return;
    }
    int depth = machine.stack.length - machine.sp;
    words[0] = area.number << AREA_SHIFT | (long) i.offset() << OFFSET_SHIFT | depth;
    words[1] = instruction(area, i);
    int count = steps.detail() == Detail.PLACE ? 2 : values(2, depth);
    current = i;
    steps.sink().step(words, count, this);
  }

  // What gets where to write gives where to go on.

  private int values(int from, int depth) {
    boolean all = steps.detail() == Detail.ALL || number % Steps.SAMPLE == 0;
    int at = all ? value(from, machine.env) : from;
    at = value(at, machine.accu);
    int slots = all ? Math.min(depth, Steps.SLOTS) : 0;
    for (int slot = 0; slot < slots; slot++) {
      at = value(at, machine.stack[machine.sp + slot]);
    }
    return at;
  }

  // Code.

  private Area areaOf(CodeBlock block) {
    if (block != recent) {
      recentArea = areas.computeIfAbsent(block, this::newArea);
      recent = block;
    }
    return recentArea;
  }

  /** The machine's own code, which is no program's, has no debug information; not even the information that there is none. */
  private Area newArea(CodeBlock block) {
    return new Area(block.debugInfo() == null ? Steps.STUB : areasSeen++, block.lengthInts());
  }

  private static long instruction(Area area, Instruction i) {
    long known = area.instructions[i.offset()];
    if (known == 0) {
      known = instruction(i);
      area.instructions[i.offset()] = known;
    }
    return known;
  }

  private static long instruction(Instruction i) {
    Insn insn = i.insn().plain();
    Opcode opcode = insn.operation().plain();
    long h = opcode.number();
    for (int k = 0; k < insn.operandCount(); k++) {
      Operand kind = opcode.operands().get(Math.min(k, opcode.operands().size() - 1));
      switch (kind) {
        case CACHE -> {}
        case PRIMITIVE -> {
          for (byte b : PrimitiveCalls.nameIn(i).getBytes(StandardCharsets.ISO_8859_1)) {
            h = Steps.mix(h, b & 0xFF);
          }
        }
        default -> h = Steps.mix(h, insn.operand(k) & 0xFFFF_FFFFL);
      }
    }
    return (h & ~0xFFL) | opcode.number();
  }

  // Values.

  /** The word of a value whose content is not looked at. */
  private long wordOf(long v) {
    if (Value.isInt(v)) {
      return v;
    }
    return Value.isBlock(v) ? blockWord(v) : codeWord(v);
  }

  private long codeWord(long v) {
    CodeBlock block = machine.code.find(v);
    return block == null ? 0 : areaOf(block).number << 40 | (long) block.offsetOf(v) << 8 | CODE_MARK;
  }

  private long blockWord(long block) {
    int tag = heap.tag(block);
    if (tag == Tag.FORWARD) {
      long seen = forwarded(block);
      if (seen != block) {
        return wordOf(seen);
      }
    }
    long size = tag == Tag.CUSTOM ? boxedKind(block) : tag == Tag.ABSTRACT ? 0 : heap.sizeWords(block);
    return size << 16 | (long) tag << 8 | BLOCK_MARK;
  }

  /** What a forwarding block forwards to, where OCaml's collector might have put that in its place; else the value itself. */
  private long forwarded(long v) {
    long seen = v;
    while (Value.isBlock(seen) && heap.tag(seen) == Tag.FORWARD) {
      long next = heap.field(seen, 0);
      if (!Value.isInt(next) && (!Value.isBlock(next) || STAYS.contains(heap.tag(next)))) {
        break;
      }
      seen = next;
    }
    return seen;
  }

  private int value(int at, long v) {
    long word = wordOf(v);
    words[at] = word;
    return (word & MARKS) == BLOCK_MARK ? content(at + 1, v) : at + 1;
  }

  private int content(int from, long given) {
    long v = heap.tag(given) == Tag.FORWARD ? forwarded(given) : given;
    int tag = heap.tag(v);
    if (tag == Tag.INFIX || tag >= Tag.NO_SCAN) {
      return unscanned(from, v);
    }
    int shown = Math.min(heap.sizeWords(v), Steps.FIELDS);
    for (int i = 0; i < shown; i++) {
      words[from + i] = wordOf(heap.field(v, i));
    }
    return from + shown;
  }

  private int unscanned(int from, long v) {
    int size = heap.sizeWords(v);
    int at = from;
    switch (heap.tag(v)) {
      case Tag.INFIX -> words[at++] = wordOf(heap.field(v, 0));
      case Tag.CUSTOM -> {
        if (boxedKind(v) != 0) {
          words[at++] = heap.wordAt(v, 1);
        }
      }
      case Tag.STRING, Tag.DOUBLE, Tag.DOUBLE_ARRAY -> {
        if (heap.tag(v) == Tag.STRING && size > Steps.FIELDS) {
          words[at++] = heap.wordAt(v, size - 1); // tells the length
        }
        for (int i = 0; i < Math.min(size, Steps.FIELDS); i++) {
          words[at++] = heap.wordAt(v, i);
        }
      }
      default -> {} // of what is abstract, nothing
    }
    return at;
  }

  private int boxedKind(long block) {
    return switch (CustomKind.of(heap.wordAt(block, 0))) {
      case INT32 -> 1;
      case INT64 -> 2;
      case NATIVEINT -> 3;
      default -> 0;
    };
  }

  // For people.

  @Override
  public String site() {
    return current.site();
  }

  @Override
  public String instruction() {
    return Disassembler.line(current.insn(), new CodeSymbols(machine.globals, current));
  }

  @Override
  public String source() {
    CodeBlock block = current.block();
    if (block.debugInfo() == null) {
      return "";
    }
    return block.debugInfo().at(current.offset())
        .map(l -> l.file() + ", line " + l.line() + ", characters " + l.startChar() + "-" + l.endChar()
            + ", in " + l.definition())
        .orElse("");
  }

  // What is no step.

  @Override
  public void primitive(Primitive p, long... args) {}

  @Override
  public void returned(Primitive p, long result) {}

  @Override
  public void interrupted() {}

  @Override
  public void resumed() {}

  @Override
  public void finalising(long function, long value) {}

  @Override
  public void raised(long exn, long handler) {}

  @Override
  public void allocated(long block) {}

  @Override
  public void stored(long block, int field, long value, Barrier decision) {}

  @Override
  public void moved(long from, long to) {}

  @Override
  public void begin(GcKind kind, GcCause cause) {}

  @Override
  public void end(GcKind kind, GcFigures figures) {}
}
