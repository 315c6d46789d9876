package lethe.harness.lockstep;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operand;
import lethe.vm.step.StepDigest;
import lethe.vm.step.Steps;

/** The generated half of the tracer: the table of primitives, which each bytecode runtime brings along, and that of operands. */
final class TracerSource {
  /** Primitives whose result is nobody's business ({@link Allowance}), and what the tracer has instead. */
  private static final Map<String, String> REPLACED = replaced();

  private static final int SWITCH_LIST = -1;
  private static final int CLOSURES_LIST = -2;

  private TracerSource() {}

  private static Map<String, String> replaced() {
    Map<String, String> replaced = new TreeMap<>(Map.of(
        "caml_sys_random_seed", "lethe_sys_random_seed",
        "caml_sys_time", "lethe_sys_time",
        "caml_sys_time_include_children", "lethe_sys_time",
        "caml_create_bytes", "lethe_create_bytes",
        "caml_create_string", "lethe_create_bytes",
        "caml_make_float_vect", "lethe_make_float_vect",
        "caml_floatarray_create", "lethe_make_float_vect",
        "caml_ba_create", "lethe_ba_create"));
    replaced.putAll(Map.of(
        "caml_gc_stat", "lethe_gc_stat",
        "caml_gc_quick_stat", "lethe_gc_stat",
        "caml_gc_counters", "lethe_gc_counters",
        "caml_gc_minor_words", "lethe_gc_minor_words",
        "caml_get_minor_free", "lethe_get_minor_free",
        "caml_gc_get", "lethe_gc_get",
        "caml_runtime_parameters", "lethe_runtime_text",
        "caml_runtime_variant", "lethe_runtime_text"));
    List.of("memprof_start", "final_register", "final_register_called_without_value", "obj_raw_field", "obj_set_raw_field")
        .forEach(p -> replaced.put("caml_" + p, "lethe_" + p));
    replaced.put("caml_power_float", "lethe_pow_float");
    List.of("sin", "cos", "tan", "asin", "acos", "atan", "exp", "exp2", "log", "log10", "log2", "atan2")
        .forEach(f -> replaced.put("caml_" + f + "_float", "lethe_" + f + "_float"));
    return replaced;
  }

  /** The numbers that both machines have to agree on, as options of the compiler. */
  static List<String> constants() {
    return List.of(
        "-DSLOTS=" + Steps.SLOTS, "-DFIELDS=" + Steps.FIELDS, "-DMOST_WORDS=" + Steps.MOST_WORDS,
        "-DSAMPLE=" + Steps.SAMPLE, "-DPLACES=" + StepDigest.PLACES);
  }

  /**
   * The C text.
   *
   * @param primitives the runtime's own, in its order
   */
  static String tables(List<String> primitives) {
    List<String> functions = primitives.stream().map(name -> REPLACED.getOrDefault(name, name)).toList();
    StringBuilder c = new StringBuilder("#define CAML_INTERNALS\n#include <caml/mlvalues.h>\n#include <caml/prims.h>\n");
    new TreeSet<>(functions).forEach(name -> c.append("extern value ").append(name).append("();\n"));
    c.append("c_primitive caml_builtin_cprim[] = {");
    functions.forEach(name -> c.append("(c_primitive)").append(name).append(",\n"));
    c.append("0};\nchar *caml_names_of_builtin_cprim[] = {");
    primitives.forEach(name -> c.append('"').append(name).append("\",\n"));
    return c.append("0};\n")
        .append(table("lethe_operand_counts", TracerSource::operands))
        .append(table("lethe_primitive_operand", opcode -> opcode.operands().indexOf(Operand.PRIMITIVE)))
        .toString();
  }

  private static String table(String name, ToIntFunction<Opcode> value) {
    String values = List.of(Opcode.values()).stream()
        .map(opcode -> Integer.toString(value.applyAsInt(opcode))).collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "const signed char %s[] = {%s};%n", name, values);
  }

  private static int operands(Opcode opcode) {
    if (opcode.operands().contains(Operand.TABLE)) {
      return SWITCH_LIST;
    }
    if (opcode.operands().contains(Operand.LABELS)) {
      return CLOSURES_LIST;
    }
    return (int) opcode.operands().stream().filter(kind -> kind != Operand.CACHE).count();
  }
}
