package lethe.harness.testsuite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lethe.vm.host.Errno;
import lethe.vm.host.ForwardingHost;
import lethe.vm.host.Host;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;

/** The world of one program: the process's own, but with its directory and input, and both of its outputs in one. */
final class ProgramHost extends ForwardingHost {
  private final ByteArrayInputStream input;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  ProgramHost(Program program) throws IOException, HostError {
    super(Host.system(
        Stream.concat(Stream.of(program.executable().toString()), program.arguments().stream()).toArray(String[]::new)));
    this.input = new ByteArrayInputStream(Files.readAllBytes(program.input()));
    files().changeDirectory(program.directory().toString());
    setEnvironment(Child.OCAML_PARAMETERS, program.parameters());
  }

  /** What it wrote on both streams, in this order. */
  ByteArrayOutputStream printed() {
    return printed;
  }

  @Override
  public HostFile input() {
    return new HostFile() {
      @Override
      public int read(byte[] buffer, int offset, int length) {
        return Math.max(0, input.read(buffer, offset, length));
      }
    };
  }

  @Override
  public HostFile output() {
    return new HostFile() {
      @Override
      public void write(byte[] buffer, int offset, int length) {
        printed.write(buffer, offset, length);
      }
    };
  }

  @Override
  public HostFile error() {
    return output();
  }

  @Override
  public int command(String command) throws HostError {
    Map<String, String> environment = new HashMap<>();
    environment().forEach(variable -> {
      int end = variable.indexOf('=');
      environment.put(variable.substring(0, end), variable.substring(end + 1));
    });
    try {
      Path directory = Path.of(files().workingDirectory());
      Ending ending = Child.run(List.of("/bin/sh", "-c", command), directory, Program.NOTHING, environment);
      printed.writeBytes(ending.output().getBytes(ISO_8859_1));
      return ending.exitCode();
    } catch (IOException e) {
      throw new HostError(Errno.EIO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostError(Errno.EINTR);
    }
  }
}
