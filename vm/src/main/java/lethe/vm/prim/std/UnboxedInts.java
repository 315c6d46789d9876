package lethe.vm.prim.std;

import java.util.List;
import java.util.function.LongBinaryOperator;
import lethe.vm.fault.Fault;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/**
 * The functions of ints.c that native code calls with unboxed numbers. The table of primitives has them too; bytecode
 * that calls them passes its words as they are and takes the resulting word for a value, so it must be an integer.
 */
final class UnboxedInts {
  private UnboxedInts() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_int64_neg_native", (rt, a) -> value(rt, "caml_int64_neg_native", -a)),
        binary("caml_int64_add_native", (a, b) -> a + b),
        binary("caml_int64_sub_native", (a, b) -> a - b),
        binary("caml_int64_mul_native", (a, b) -> a * b),
        binary("caml_int64_and_native", (a, b) -> a & b),
        binary("caml_int64_or_native", (a, b) -> a | b),
        binary("caml_int64_xor_native", (a, b) -> a ^ b),
        division("caml_int64_div_native", (a, b) -> a / b),
        division("caml_int64_mod_native", (a, b) -> a % b));
  }

  private static Primitive binary(String name, LongBinaryOperator operation) {
    return Primitive.of(name, (rt, a, b) -> value(rt, name, operation.applyAsLong(a, b)));
  }

  private static Primitive division(String name, LongBinaryOperator operation) {
    return Primitive.of(
        name,
        (rt, a, b) -> {
          if (b == 0) {
            throw rt.raiseConstant(Predef.DIVISION_BY_ZERO);
          }
          return value(rt, name, operation.applyAsLong(a, b));
        });
  }

  private static long value(Runtime rt, String name, long word) {
    if (!Value.isInt(word)) {
      throw new Fault(
          Fault.Kind.MEMORY, "", name + " of words gives " + word + ", which is no value, at " + rt.siteName());
    }
    return word;
  }
}
