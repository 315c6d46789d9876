package lethe.harness.mutant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import lethe.vm.heap.Heap;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.interp.family.OpcodeDecoder;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** Wrong in one OCaml instruction, in static code too. */
final class InstructionMutants {
  private static final List<String> POLICIES = List.of("handle", "stub");

  private InstructionMutants() {}

  static List<Mutant> all() {
    return List.of(
        mutant("poptrap", "POPTRAP leaves the removed handler in force",
            "a later exception is handled in a frame that is gone", "H25", Opcode.POPTRAP, PopTrap::new),
        mutant("appterm2", "APPTERM2 keeps a slot too many", "a tail call leaves a word on the stack", "H22",
            Opcode.APPTERM2, AppTerm2::new),
        mutant("setvectitem", "SETVECTITEM stores without the barrier",
            "what only an old array refers to dies young", "H42", Opcode.SETVECTITEM, SetVectItem::new),
        mutant("restart-env", "RESTART leaves the partial application in env",
            "the function reads arguments for variables", "H07", Opcode.RESTART, Restart::new),
        mutant("getpubmet", "GETPUBMET believes its cache whatever the object",
            "a method of another class is called", "H75", Opcode.GETPUBMET, GetPubMet::new),
        mutantOfMachine("method-cache", "GETPUBMET has one cache for all instances of a unit",
            "one instance writes into the code of another", "H75", Opcode.GETPUBMET, SharedCache::maker));
  }

  private static Mutant mutant(
      String id, String wrong, String breaks, String hazard, Opcode opcode, Function<Insn, Instruction> make) {
    return mutantOfMachine(id, wrong, breaks, hazard, opcode, () -> make);
  }

  /** @param maker makes, for each machine, what makes its instructions */
  private static Mutant mutantOfMachine(
      String id, String wrong, String breaks, String hazard, Opcode opcode,
      Supplier<Function<Insn, Instruction>> maker) {
    return new Mutant(id, wrong, breaks, hazard, POLICIES, () -> new BoundedParts() {
      @Override
      public Decoder decoder(Policy policy, IntFunction<Primitive> primitives) {
        Function<Insn, Instruction> make = maker.get();
        return new OpcodeDecoder(policy, primitives) {
          @Override
          public Instruction decode(Insn insn) {
            return insn.operation() == opcode ? make.apply(insn) : super.decode(insn);
          }
        };
      }
    });
  }

  private static final class PopTrap extends Instruction {
    PopTrap(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.poll(this);
      m.sp += 4;
      return next;
    }
  }

  private static final class AppTerm2 extends Instruction {
    AppTerm2(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int to = m.sp + insn().operand(0) - 3;
      s[to + 1] = s[m.sp + 1];
      s[to] = s[m.sp];
      m.sp = to;
      m.extraArgs++;
      return m.enter(this, m.accu);
    }
  }

  private static final class SetVectItem extends Instruction {
    SetVectItem(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.heap.setWordAt(m.accu, Value.intOf(m.stack[m.sp]), m.stack[m.sp + 1]);
      m.sp += 2;
      m.accu = Value.UNIT;
      return next;
    }
  }

  private static final class Restart extends Instruction {
    Restart(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      int count = m.heap.sizeWords(m.env) - 3;
      m.sp -= count;
      for (int i = 0; i < count; i++) {
        m.stack[m.sp + i] = m.heap.field(m.env, 3 + i);
      }
      m.extraArgs += count;
      return next;
    }
  }

  /** The right search, but the caches lie beside the code, under the unit's name without the number of the instance. */
  private static final class SharedCache extends Instruction {
    private static final int FIRST_TAG = 3;

    private final Map<String, Integer> caches;

    private SharedCache(Insn insn, Map<String, Integer> caches) {
      super(insn);
      this.caches = caches;
    }

    /** For one machine. */
    static Function<Insn, Instruction> maker() {
      Map<String, Integer> caches = new HashMap<>();
      return insn -> new SharedCache(insn, caches);
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      m.stack[--m.sp] = m.accu;
      long table = h.field(m.accu, 0);
      long tag = Value.ofLong(insn().operand(0));
      String key = block().name().replaceFirst("#.*", "") + "+" + offset();
      int place = FIRST_TAG + (int) ((caches.getOrDefault(key, 0) & h.field(table, 1)) >> 3);
      if (h.field(table, place) != tag) {
        place = (int) h.field(table, 0);
        while (place > FIRST_TAG && tag < h.field(table, place)) {
          place -= 2;
        }
        caches.put(key, (place - FIRST_TAG) * 8);
      }
      m.accu = h.field(table, place - 1);
      return next;
    }
  }

  private static final class GetPubMet extends Instruction {
    private int cached;

    GetPubMet(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      m.stack[--m.sp] = m.accu;
      long table = h.field(m.accu, 0);
      if (cached == 0) {
        cached = 3;
        while (h.field(table, cached) != Value.ofLong(insn().operand(0))) {
          cached += 2;
        }
      }
      m.accu = h.field(table, cached - 1);
      return next;
    }
  }
}
