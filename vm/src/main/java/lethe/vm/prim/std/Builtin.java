package lethe.vm.prim.std;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the 401 primitives that every executable of OCaml 4.13.1 names, and how it stands with it here: a line of the
 * resource builtins.tsv, in the order of {@code ocamlrun -p}.
 *
 * @param cFile the file of OCaml's runtime that it comes from
 * @param reason why it is refused; "" for the others
 */
record Builtin(String name, String cFile, Standing standing, String reason) {
  /** What a program that calls it meets. */
  enum Standing {
    OFFERED,
    /** It makes no sense here. */
    REFUSED
  }

  /** All 401. */
  static List<Builtin> all() {
    try (InputStream lines = Builtin.class.getResourceAsStream("builtins.tsv")) {
      return new String(lines.readAllBytes(), StandardCharsets.US_ASCII).lines().map(Builtin::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Builtin parse(String line) {
    String[] parts = line.split("\t", -1);
    Standing standing = Standing.valueOf(parts[2].toUpperCase(Locale.ROOT));
    return new Builtin(parts[0], parts[1], standing, parts.length > 3 ? parts[3] : "");
  }

  /** The reasons of those that are refused, by name. */
  static Map<String, String> refusals() {
    return all().stream()
        .filter(builtin -> builtin.standing == Standing.REFUSED)
        .collect(Collectors.toMap(Builtin::name, Builtin::reason));
  }
}
