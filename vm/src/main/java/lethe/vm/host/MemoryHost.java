package lethe.vm.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A world in memory: output is captured, input, environment and files are given; time stands still. */
public final class MemoryHost implements Host {
  private final List<String> arguments;
  private final Map<String, String> environment = new TreeMap<>();
  private final MemoryFiles files = new MemoryFiles();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();
  private HostFile input = ClosedHost.EMPTY;

  /** A host whose Sys.argv is the arguments given, "program" if there are none. */
  public MemoryHost(String... arguments) {
    this.arguments = arguments.length == 0 ? List.of("program") : List.of(arguments);
  }

  public MemoryHost withInput(byte[] bytes) {
    input = reader(new ByteArrayInputStream(bytes));
    return this;
  }

  public MemoryHost withEnvironment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public MemoryHost withFile(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  public byte[] outputBytes() {
    return output.toByteArray();
  }

  public byte[] errorBytes() {
    return error.toByteArray();
  }

  /** What was written on standard output, read as UTF-8. */
  public String outputText() {
    return output.toString(StandardCharsets.UTF_8);
  }

  public String errorText() {
    return error.toString(StandardCharsets.UTF_8);
  }

  /** The bytes of a file, given or written; empty if there is none of that name. */
  public Optional<byte[]> file(String path) {
    return files.bytes(path);
  }

  @Override
  public HostFile input() {
    return input;
  }

  @Override
  public HostFile output() {
    return writer(output);
  }

  @Override
  public HostFile error() {
    return writer(error);
  }

  @Override
  public HostFiles files() {
    return files;
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public List<String> environment() {
    return environment.entrySet().stream().map(variable -> variable.getKey() + "=" + variable.getValue()).toList();
  }

  @Override
  public void setEnvironment(String name, String value) {
    environment.put(name, value);
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }

  @Override
  public String executableName() {
    return arguments.get(0);
  }

  private static HostFile reader(ByteArrayInputStream bytes) {
    return new HostFile() {
      @Override
      public int read(byte[] buffer, int offset, int length) {
        return Math.max(0, bytes.read(buffer, offset, length));
      }
    };
  }

  private static HostFile writer(ByteArrayOutputStream sink) {
    return new HostFile() {
      @Override
      public void write(byte[] buffer, int offset, int length) {
        sink.write(buffer, offset, length);
      }
    };
  }
}
