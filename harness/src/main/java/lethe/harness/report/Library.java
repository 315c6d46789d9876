package lethe.harness.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A library for browsers in a jar of the class path. Its version stands in the build alone, and in the jar.
 *
 * @param folder where its files lie in the jar; {@code %s} is the version
 */
record Library(String group, String artifact, String folder) {
  /** The text of one of its files. */
  String text(String file) {
    return read(Library.class, "/" + folder.formatted(version()) + file);
  }

  private String version() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(
          read(Library.class, "/META-INF/maven/" + group + "/" + artifact + "/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** A resource as text. */
  static String read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
