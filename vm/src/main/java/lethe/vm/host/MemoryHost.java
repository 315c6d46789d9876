package lethe.vm.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A world in memory: output is captured, input, environment and files are given; time stands still. */
public final class MemoryHost implements Host {
  private final List<String> arguments;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final TreeMap<String, MemoryFile.Content> files = new TreeMap<>();
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
    files.put(path, new MemoryFile.Content(bytes));
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
    return Optional.ofNullable(files.get(path)).map(MemoryFile.Content::bytes);
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
  public HostFile open(String path, Set<OpenFlag> flags, int permissions) throws HostError {
    MemoryFile.Content content = files.get(path);
    if (content == null) {
      if (!flags.contains(OpenFlag.CREATE)) {
        throw new HostError(HostError.NO_SUCH_FILE);
      }
      content = new MemoryFile.Content(new byte[0]);
      files.put(path, content);
    } else if (flags.contains(OpenFlag.CREATE) && flags.contains(OpenFlag.EXCLUSIVE)) {
      throw new HostError(HostError.FILE_EXISTS);
    }
    return new MemoryFile(content, flags);
  }

  @Override
  public boolean exists(String path) {
    return files.containsKey(path);
  }

  @Override
  public boolean isDirectory(String path) throws HostError {
    if (!files.containsKey(path)) {
      throw new HostError(HostError.NO_SUCH_FILE);
    }
    return false;
  }

  @Override
  public void remove(String path) throws HostError {
    if (files.remove(path) == null) {
      throw new HostError(HostError.NO_SUCH_FILE);
    }
  }

  @Override
  public void rename(String from, String to) throws HostError {
    MemoryFile.Content content = files.remove(from);
    if (content == null) {
      throw new HostError(HostError.NO_SUCH_FILE);
    }
    files.put(to, content);
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
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
