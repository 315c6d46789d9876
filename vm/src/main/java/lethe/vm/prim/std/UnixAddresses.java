package lethe.vm.prim.std;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;

/** Internet addresses as text, of the unix library (addrofstr.c, strofaddr.c); a value is 4 or 16 bytes. No network is asked. */
final class UnixAddresses {
  private static final String V4 = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}";
  private static final int V6_BYTES = 16;
  private static final int GROUPS = 8;

  private UnixAddresses() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("unix_inet_addr_of_string", UnixAddresses::parse),
        Primitive.of("unix_string_of_inet_addr", (rt, address) ->
            Text.ofLatin(rt.heap(), text(rt.heap().bytes(address)))));
  }

  /** A text with a colon is never looked up as a name. */
  private static long parse(Runtime rt, long word) {
    String text = Text.latin(rt.heap(), word);
    Heap heap = rt.heap();
    try {
      if (text.matches(V4)) {
        return heap.string(InetAddress.getByName(text).getAddress());
      } else if (text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
        return heap.string(wide(InetAddress.getByName(text).getAddress()));
      }
    } catch (UnknownHostException e) {
      throw failure(rt);
    }
    throw failure(rt);
  }

  private static RuntimeException failure(Runtime rt) {
    return rt.raiseWithString(Predef.FAILURE, "inet_addr_of_string");
  }

  /** Java tells an IPv4 address in IPv6's clothes by its four bytes. */
  private static byte[] wide(byte[] address) {
    if (address.length == V6_BYTES) {
      return address;
    }
    byte[] wide = new byte[V6_BYTES];
    wide[10] = (byte) 0xFF;
    wide[11] = (byte) 0xFF;
    System.arraycopy(address, 0, wide, 12, address.length);
    return wide;
  }

  private static String text(byte[] a) {
    if (a.length != V6_BYTES) {
      return dotted(a, 0);
    }
    int[] group = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      group[i] = (a[2 * i] & 0xFF) << 8 | (a[2 * i + 1] & 0xFF);
    }
    int best = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && group[end] == 0) {
        end++;
      }
      if (end - i > length) {
        best = i;
        length = end - i;
      }
      i = Math.max(i, end - 1);
    }
    return joined(a, group, best, length);
  }

  /** The longest run of zeros, two at least, is left out; an IPv4 address at the end is dotted (inet_ntop). */
  private static String joined(byte[] a, int[] group, int best, int length) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (best >= 0 && i >= best && i < best + length) {
        out.append(i == best ? ":" : "");
        continue;
      }
      out.append(i == 0 ? "" : ":");
      boolean v4 = i == 6 && best == 0 && (length == 6 || (length == 5 && group[5] == 0xFFFF));
      if (v4) {
        return out.append(dotted(a, 12)).toString();
      }
      out.append(Integer.toHexString(group[i]));
    }
    return out.append(best >= 0 && best + length == GROUPS ? ":" : "").toString();
  }

  private static String dotted(byte[] a, int at) {
    return (a[at] & 0xFF) + "." + (a[at + 1] & 0xFF) + "." + (a[at + 2] & 0xFF) + "." + (a[at + 3] & 0xFF);
  }
}
