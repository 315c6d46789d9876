package lethe.harness.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes an input: by bytes and ints, and a text by lines and words too. */
final class Mutation {
  private static final int[] EDGES = {
    0, 1, 2, -1, 3, 127, 128, 255, 256, 1023, 1 << 16, (1 << 22) - 1, 1 << 24, 1 << 30, Integer.MAX_VALUE,
    Integer.MIN_VALUE
  };
  private static final List<String> WORDS = List.of(
      "0", "-1", "4611686018427387903", "99999999999999999999", "main", "\"", "\"\\", ";", ":", "[0:", "]", "C_CALL1",
      "APPLY", "SWITCH", "CLOSUREREC", "lethe_load", "caml_", "\t", "unit", "static", "é");

  private final Random random;
  private final List<byte[]> seeds;
  private final boolean isText;

  Mutation(Random random, List<byte[]> seeds, boolean isText) {
    this.random = random;
    this.seeds = seeds;
    this.isText = isText;
  }

  /** A seed with a change, mostly; more, seldom: what is wrong in two places is refused at the first. */
  byte[] next() {
    byte[] input = seed().clone();
    do {
      input = isText && random.nextInt(4) != 0 ? changeText(input) : changeBytes(input);
    } while (random.nextInt(3) == 0);
    return input;
  }

  private byte[] seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] changeBytes(byte[] input) {
    if (input.length == 0) {
      return seed().clone();
    }
    int at = random.nextInt(input.length);
    int length = Math.min(1 + random.nextInt(16), input.length - at);
    return switch (random.nextInt(16)) {
      case 0 -> Arrays.copyOf(input, at);
      case 1 -> splice(input, at, at + length, new byte[0]);
      case 2 -> splice(input, at, at, Arrays.copyOfRange(input, at, at + length));
      case 3 -> splice(input, at, at + length, part(seed()));
      case 4, 5, 6, 7, 8, 9 -> withInt(input, at);
      default -> {
        input[at] = (byte) (random.nextBoolean() ? random.nextInt() : input[at] ^ (1 << random.nextInt(8)));
        yield input;
      }
    };
  }

  /** Code words are little-endian, everything else is big-endian. */
  private byte[] withInt(byte[] input, int at) {
    int place = random.nextBoolean() ? at & ~3 : at;
    if (place + Integer.BYTES <= input.length) {
      ByteOrder order = random.nextInt(3) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      int value = random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextInt(150);
      ByteBuffer.wrap(input).order(order).putInt(place, value);
    }
    return input;
  }

  private byte[] part(byte[] other) {
    int from = random.nextInt(other.length);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + random.nextInt(32)));
  }

  private static byte[] splice(byte[] input, int from, int to, byte[] middle) {
    byte[] output = new byte[from + middle.length + input.length - to];
    System.arraycopy(input, 0, output, 0, from);
    System.arraycopy(middle, 0, output, from, middle.length);
    System.arraycopy(input, to, output, from + middle.length, input.length - to);
    return output;
  }

  private static List<String> lines(byte[] text) {
    return new ArrayList<>(List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1)));
  }

  private byte[] changeText(byte[] input) {
    List<String> lines = lines(input);
    int at = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
      case 2 -> {
        List<String> others = lines(seed());
        lines.add(at, others.get(random.nextInt(others.size())));
      }
      default -> lines.set(at, changeLine(lines.get(at)));
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private String changeLine(String line) {
    String[] words = line.split(" ", -1);
    int at = random.nextInt(words.length);
    List<String> others = List.of(new String(part(seed()), StandardCharsets.ISO_8859_1).split("\\s", -1));
    words[at] = switch (random.nextInt(4)) {
      case 0 -> Integer.toString(EDGES[random.nextInt(EDGES.length)]);
      case 1 -> WORDS.get(random.nextInt(WORDS.size()));
      case 2 -> others.get(random.nextInt(others.size()));
      default -> words[at] + words[random.nextInt(words.length)];
    };
    return String.join(" ", words);
  }
}
