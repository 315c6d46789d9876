package lethe.vm.heap;

import java.util.Arrays;
import lethe.vm.value.Header;

/**
 * The free blocks of the major area in lists by size class. A size up to 64 words has a class of its own; above, each
 * power of two has eight classes. A request takes the first block of its own class if that fits, else the first block
 * of the smallest higher class, where every block fits: no list is ever searched, so many small free blocks cannot make
 * an allocation slow. A block's surplus goes back to the front of its class.
 *
 * <p>A free block is blue; its field 0 holds the index of the next block's field 0 (0 at the end). A single free word
 * is a fragment: a blue header of size 0, in no list. After a sweep each list is in address order.
 */
final class FreeLists {
  private static final int EXACT = 64;
  private static final int CLASSES = 320;

  private final int[] first = new int[CLASSES];
  private final int[] last = new int[CLASSES];
  /** Bit c is set when class c is not empty. */
  private final long[] occupied = new long[CLASSES / 64];

  static int classOf(int sizeWords) {
    if (sizeWords <= EXACT) {
      return sizeWords - 1;
    }
    int log = 31 - Integer.numberOfLeadingZeros(sizeWords);
    return EXACT + (log - 6) * 8 + ((sizeWords >>> (log - 3)) & 7);
  }

  void clear() {
    Arrays.fill(first, 0);
    Arrays.fill(last, 0);
    Arrays.fill(occupied, 0);
  }

  /** Makes {@code totalWords} words, of which the first becomes the header, a free block at the end of its list. */
  void append(long[] words, int headerIndex, int totalWords) {
    words[headerIndex] = Header.of(totalWords - 1, Header.BLUE, 0);
    if (totalWords == 1) {
      return;
    }
    int index = headerIndex + 1;
    int c = classOf(totalWords - 1);
    words[index] = 0;
    if (first[c] == 0) {
      first[c] = index;
      occupied[c >>> 6] |= 1L << c;
    } else {
      words[last[c]] = index;
    }
    last[c] = index;
  }

  private void prepend(long[] words, int headerIndex, int totalWords) {
    words[headerIndex] = Header.of(totalWords - 1, Header.BLUE, 0);
    if (totalWords == 1) {
      return;
    }
    int index = headerIndex + 1;
    int c = classOf(totalWords - 1);
    words[index] = first[c];
    if (first[c] == 0) {
      last[c] = index;
      occupied[c >>> 6] |= 1L << c;
    }
    first[c] = index;
  }

  /** Takes a block of that size out of the lists and returns the index of its field 0, or 0 if none is large enough. */
  int take(long[] words, int sizeWords) {
    int c = classOf(sizeWords);
    int index = first[c];
    if (index == 0 || Header.sizeWords(words[index - 1]) < sizeWords) {
      c = nextOccupied(c + 1);
      if (c < 0) {
        return 0;
      }
      index = first[c];
    }
    int next = (int) words[index];
    first[c] = next;
    if (next == 0) {
      last[c] = 0;
      occupied[c >>> 6] &= ~(1L << c);
    }
    int surplus = Header.sizeWords(words[index - 1]) - sizeWords;
    if (surplus > 0) {
      prepend(words, index + sizeWords, surplus);
    }
    return index;
  }

  private int nextOccupied(int from) {
    int w = from >>> 6;
    long bits = occupied[w] & (-1L << from);
    while (bits == 0) {
      if (++w == occupied.length) {
        return -1;
      }
      bits = occupied[w];
    }
    return (w << 6) + Long.numberOfTrailingZeros(bits);
  }

  int classes() {
    return CLASSES;
  }

  /** Index of field 0 of the first block of the class, 0 if there is none. */
  int first(int c) {
    return first[c];
  }
}
