package lethe.vm.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lethe.vm.trace.Names;
import lethe.vm.value.Value;

/**
 * Where each block of the heap was born, by the index of its field 0: a site, the tag it was born with (a
 * dummy's changes later, its name does not), and the count of blocks born there. Eight bytes a heap word, and only in traced
 * runs.
 */
final class Births {
  private static final int TAG_BITS = 8;
  private static final int COUNT_BITS = 36;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  private long[] births = new long[1 << 16];
  private final List<String> sites = new ArrayList<>(List.of(""));
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<long[]> counts = new ArrayList<>(List.of(new long[1]));

  /** The block was born at the site. */
  void born(long block, int tag, String site) {
    int number = numbers.computeIfAbsent(site, s -> {
      sites.add(s);
      counts.add(new long[1]);
      return sites.size() - 1;
    });
    long where = ((long) number << TAG_BITS) | tag;
    put(Value.indexOf(block), (where << COUNT_BITS) | ++counts.get(number)[0]);
  }

  void moved(long from, long to) {
    put(Value.indexOf(to), of(Value.indexOf(from)));
  }

  private void put(int index, long birth) {
    if (index >= births.length) {
      births = Arrays.copyOf(births, Math.max(index + 1, births.length * 2));
    }
    births[index] = birth;
  }

  private long of(int index) {
    return index < births.length ? births[index] : 0;
  }

  /** Did nobody see the block's birth? */
  boolean isUnseen(long block) {
    return of(Value.indexOf(block)) == 0;
  }

  /** The block's name; one whose birth nobody saw was made by the host. */
  String name(long block) {
    long birth = of(Value.indexOf(block));
    int tag = (int) (birth >>> COUNT_BITS) & 0xFF;
    String site = sites.get((int) (birth >>> (COUNT_BITS + TAG_BITS)));
    if (site.startsWith("lit@")) {
      return Names.literal(site.substring(4), birth & COUNT_MASK);
    }
    return Names.birth(tag, site.isEmpty() ? Names.HOST : site, birth & COUNT_MASK);
  }
}
