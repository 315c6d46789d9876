package lethe.vm.trace;

import java.util.List;

/** How an event is spelt: the one canonical line of JSON, no blanks outside strings. */
final class Line {
  private static final String HEX = "0123456789abcdef";

  private Line() {}

  static void append(StringBuilder out, Event event) {
    List<Field> fields = event.kind().fields();
    List<Object> values = event.values();
    char before = '{';
    for (int i = 0; i < fields.size(); i++) {
      Object value = values.get(i);
      if (value == null) {
        continue;
      }
      out.append(before).append('"').append(fields.get(i).name()).append("\":");
      before = ',';
      appendValue(out, value);
    }
    out.append('}');
  }

  private static void appendValue(StringBuilder out, Object value) {
    if (value instanceof Long number) {
      out.append(number.longValue());
    } else if (value instanceof String text) {
      appendString(out, text);
    } else {
      char before = '[';
      for (Object item : (List<?>) value) {
        out.append(before);
        before = ',';
        appendString(out, (String) item);
      }
      out.append(before == '[' ? "[]" : "]");
    }
  }

  /**
   * A JSON string. Escaped are quote, backslash and control characters; a lone half of a surrogate pair, which has no
   * UTF-8, becomes U+FFFD. Written here, not by Gson: a step must cost less than a microsecond.
   */
  private static void appendString(StringBuilder out, String text) {
    out.append('"');
    int plainFrom = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && c < 0x7f) {
        continue;
      }
      if (c > 0x9f && !isLoneSurrogate(text, i)) {
        continue;
      }
      out.append(text, plainFrom, i);
      plainFrom = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> appendOther(out, c);
      }
    }
    out.append(text, plainFrom, length).append('"');
  }

  private static void appendOther(StringBuilder out, char c) {
    if (Character.isSurrogate(c)) {
      out.append('\ufffd');
    } else {
      out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
