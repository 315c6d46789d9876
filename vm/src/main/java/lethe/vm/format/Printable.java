package lethe.vm.format;

/** Bytes of a file in a one-line message. */
final class Printable {
  private Printable() {}

  static String quoted(String latin1) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < latin1.length(); i++) {
      char c = latin1.charAt(i);
      boolean plain = c >= ' ' && c <= '~';
      text.append(plain ? String.valueOf(c) : "\\x" + Integer.toHexString(0x100 | c).substring(1));
    }
    return text.append('"').toString();
  }
}
