package lethe.vm.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files through the host, and what a host denies. */
final class SystemHostTest {
  private final Host host = Host.system("program", "argument");

  @TempDir Path folder;

  @Test
  void fileIsWrittenSoughtAndRead() throws Exception {
    String path = folder.resolve("file").toString();
    HostFile out = host.open(path, EnumSet.of(OpenFlag.WRITE, OpenFlag.CREATE, OpenFlag.TRUNCATE), 0x1A4);
    out.write("xhello".getBytes(StandardCharsets.UTF_8), 1, 5);
    out.close();
    assertEquals("hello", Files.readString(Path.of(path)));
    HostFile in = host.open(path, EnumSet.of(OpenFlag.READ), 0);
    assertEquals(5, in.length());
    in.seek(3);
    byte[] buffer = new byte[8];
    assertEquals(2, in.read(buffer, 0, 8));
    assertEquals(0, in.read(buffer, 0, 8));
    assertEquals(HostError.BAD_DESCRIPTOR, refused(() -> in.write(buffer, 0, 1)));
    in.close();
  }

  @Test
  void directoriesAreMadeListedAndRemoved() throws Exception {
    String path = folder.resolve("directory").toString();
    host.makeDirectory(path, 0x1FF);
    Files.writeString(folder.resolve("directory/b"), "");
    Files.writeString(folder.resolve("directory/a"), "");
    assertEquals(List.of("a", "b"), host.list(path));
    assertTrue(host.isDirectory(path));
    assertEquals(HostError.NOT_EMPTY, refused(() -> host.removeDirectory(path)));
    assertEquals(HostError.IS_DIRECTORY, refused(() -> host.remove(path)));
    host.remove(path + "/a");
    host.rename(path + "/b", folder.resolve("c").toString());
    host.removeDirectory(path);
    assertFalse(host.exists(path));
  }

  @Test
  void whatIsMissingIsRefused() {
    String path = folder.resolve("gone").toString();
    assertEquals(
        HostError.NO_SUCH_FILE, refused(() -> host.open(path, EnumSet.of(OpenFlag.READ), 0)));
    assertEquals(HostError.NO_SUCH_FILE, refused(() -> host.remove(path)));
    assertEquals(HostError.NO_SUCH_FILE, refused(() -> host.open("nul\0", EnumSet.of(OpenFlag.READ), 0)));
  }

  @Test
  void closedHostDeniesAndSwallows() throws Exception {
    Host closed = Host.closed();
    closed.output().write(new byte[1], 0, 1);
    assertEquals(0, closed.input().read(new byte[1], 0, 1));
    assertFalse(closed.exists(folder.toString()));
    assertTrue(closed.environment("PATH").isEmpty());
    assertEquals(
        HostError.PERMISSION_DENIED, refused(() -> closed.open("any", EnumSet.of(OpenFlag.READ), 0)));
  }

  private static String refused(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(HostError.class, action).getMessage();
  }
}
