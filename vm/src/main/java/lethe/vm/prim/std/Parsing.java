package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Parsers made by ocamlyacc (parsing.c): the step of their automaton, and whether it tells what it does. */
final class Parsing {
  private boolean traced;

  private Parsing() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of(
            "caml_parse_engine",
            (rt, tables, environment, command, argument) ->
                new ParseEngine(rt, tables, environment, of(rt).traced).run(Value.intOf(command), argument)),
        Primitive.of("caml_set_parser_trace", Parsing::trace));
  }

  private static Parsing of(Runtime rt) {
    return rt.state(Parsing.class, Parsing::new);
  }

  /** Whether it did before. */
  private static long trace(Runtime rt, long on) {
    Parsing parsing = of(rt);
    boolean before = parsing.traced;
    parsing.traced = on != Value.FALSE;
    return Value.ofBoolean(before);
  }
}
