package lethe.harness.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;

/**
 * One benchmark: an OCaml program that opens Stdlib if it needs it; most do not. It checks its own result (an assertion
 * that fails ends it with an exception) and has a line {@code let count = N}, how often it does its work. At scale 1 each
 * takes ocamlrun about 0.2 seconds.
 */
public record BenchProgram(String name, String source) {
  private static final List<String> NAMES =
      List.of(
          "fib", "tak", "ack", "even_odd", "nqueens", "sieve", "church", "trees", "list_sort", "bytes",
          "objects", "exceptions", "maps", "floats", "text");
  /** Those that only the comparison of policies needs. */
  private static final List<String> OF_POLICIES = List.of("closures", "boundary", "partials");
  private static final Pattern COUNT = Pattern.compile("(?m)^let count = (\\d+)$");

  /** All benchmarks. */
  public static List<BenchProgram> all() {
    return NAMES.stream().map(BenchProgram::named).toList();
  }

  /** The benchmark of that name. */
  public static BenchProgram named(String name) {
    if (!NAMES.contains(name) && !OF_POLICIES.contains(name)) {
      throw new InputError("bench", "one of " + String.join(" ", NAMES), name);
    }
    try (InputStream in = BenchProgram.class.getResourceAsStream(name + ".ml")) {
      return new BenchProgram(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same program with its count multiplied. */
  public BenchProgram scaled(int scale) {
    Matcher count = COUNT.matcher(source);
    if (!count.find()) {
      throw new InputError(name + ".ml", "a line let count = N", "none");
    }
    long scaled = Long.parseLong(count.group(1)) * scale;
    return new BenchProgram(name, count.replaceFirst("let count = " + scaled));
  }
}
