package lethe.vm.prim.std;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.PrimitiveTable;

/** All primitives of this package in one table. */
public final class StandardPrimitives {
  private StandardPrimitives() {}

  /** A table of what an OCaml program expects of its runtime, as far as it is offered here. */
  public static PrimitiveTable table() {
    List<Primitive> all = new ArrayList<>();
    all.addAll(Afl.primitives());
    all.addAll(Alloc.primitives());
    all.addAll(Array.primitives());
    all.addAll(Backtrace.primitives());
    all.addAll(Bigarray.primitives());
    all.addAll(BigarrayAccess.primitives());
    all.addAll(Callback.primitives());
    all.addAll(Compare.primitives());
    all.addAll(Dynlink.primitives());
    all.addAll(Eventlog.primitives());
    all.addAll(Extern.primitives());
    all.addAll(Finalise.primitives());
    all.addAll(Floats.primitives());
    all.addAll(FloatFunctions.primitives());
    all.addAll(GcCtrl.primitives());
    all.addAll(Hash.primitives());
    all.addAll(Ints.primitives());
    all.addAll(Intern.primitives());
    all.addAll(Io.primitives());
    all.addAll(Lexing.primitives());
    all.addAll(Md5.primitives());
    all.addAll(Memprof.primitives());
    all.addAll(Meta.primitives());
    all.addAll(Obj.primitives());
    all.addAll(Parsing.primitives());
    all.addAll(ReachableWords.primitives());
    all.addAll(Signals.primitives());
    all.addAll(Stacks.primitives());
    all.addAll(Str.primitives());
    all.addAll(Strstubs.primitives());
    all.addAll(Sys.primitives());
    all.addAll(SysFiles.primitives());
    all.addAll(UnboxedInts.primitives());
    all.addAll(UnixAddresses.primitives());
    all.addAll(UnixFiles.primitives());
    all.addAll(UnixDescriptors.primitives());
    all.addAll(UnixProcess.primitives());
    all.addAll(UnixTime.primitives());
    all.addAll(Weak.primitives());
    return PrimitiveTable.of(all).refusing(Builtin.refusals()).refusing(UnixRefused.REASONS);
  }
}
