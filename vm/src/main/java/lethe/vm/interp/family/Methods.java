package lethe.vm.interp.family;

import lethe.vm.heap.Heap;
import lethe.vm.heap.MethodTable;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;
import lethe.vm.value.Value;

/** Methods of objects, from their {@link MethodTable}. A method that is not there is not noticed, as in OCaml. */
final class Methods {
  private Methods() {}

  /** By label: the index of the method in the table. */
  static final class GetMethod extends Straight {
    GetMethod(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.heap.field(m.heap.field(m.stack[m.sp], 0), Value.intOf(m.accu));
      return next.execute(m);
    }
  }

  /** By tag, which is in accu. */
  static final class GetDynMet extends Straight {
    GetDynMet(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long table = m.heap.field(m.stack[m.sp], 0);
      m.accu = m.heap.field(table, MethodTable.find(m.heap, table, m.accu) - 1);
      return next.execute(m);
    }
  }

  /** By constant tag, with a cache in the code itself: the byte offset of the tag found last, from field 3. */
  static final class GetPubMet extends Straight {
    private final long tag;
    private int[] code;

    GetPubMet(Insn insn) {
      super(insn);
      tag = Value.ofLong(insn.operand(0));
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      code = b.code();
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      long object = m.accu;
      m.stack[--m.sp] = object;
      long table = h.field(object, 0);
      int cacheOffset = offset() + 2;
      int cached = MethodTable.FIRST_TAG + (int) ((code[cacheOffset] & h.field(table, 1)) >> 3);
      if (h.field(table, cached) == tag) {
        m.accu = h.field(table, cached - 1);
        return next.execute(m);
      }
      int found = MethodTable.find(h, table, tag);
      code[cacheOffset] = (found - MethodTable.FIRST_TAG) * 8;
      m.accu = h.field(table, found - 1);
      return next.execute(m);
    }
  }
}
