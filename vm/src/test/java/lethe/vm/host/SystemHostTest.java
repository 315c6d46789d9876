package lethe.vm.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files through the host, and what a host denies. */
final class SystemHostTest {
  private final Host host = Host.system("program", "argument");

  @TempDir Path folder;

  @Test
  void fileIsWrittenSoughtAndRead() throws Exception {
    String path = folder.resolve("file").toString();
    HostFile out = host.files().open(path, EnumSet.of(OpenFlag.WRITE, OpenFlag.CREATE, OpenFlag.TRUNCATE), 0x1A4);
    out.write("xhello".getBytes(StandardCharsets.UTF_8), 1, 5);
    out.close();
    assertEquals("hello", Files.readString(Path.of(path)));
    HostFile in = host.files().open(path, EnumSet.of(OpenFlag.READ), 0);
    assertEquals(5, in.length());
    in.seek(3);
    byte[] buffer = new byte[8];
    assertEquals(2, in.read(buffer, 0, 8));
    assertEquals(0, in.read(buffer, 0, 8));
    assertEquals(Errno.EBADF, refused(() -> in.write(buffer, 0, 1)));
    in.close();
  }

  @Test
  void directoriesAreMadeListedAndRemoved() throws Exception {
    String path = folder.resolve("directory").toString();
    host.files().makeDirectory(path, 0x1FF);
    Files.writeString(folder.resolve("directory/b"), "");
    Files.writeString(folder.resolve("directory/a"), "");
    assertEquals(Set.of("a", "b"), Set.copyOf(host.files().list(path)));
    assertTrue(host.files().status(path, true).isDirectory());
    assertEquals(Errno.ENOTEMPTY, refused(() -> host.files().removeDirectory(path)));
    assertEquals(Errno.EISDIR, refused(() -> host.files().remove(path)));
    host.files().remove(path + "/a");
    host.files().rename(path + "/b", folder.resolve("c").toString());
    host.files().removeDirectory(path);
    assertFalse(host.files().exists(path));
  }

  @Test
  void whatIsMissingIsRefused() {
    String path = folder.resolve("gone").toString();
    assertEquals(
        Errno.ENOENT, refused(() -> host.files().open(path, EnumSet.of(OpenFlag.READ), 0)));
    assertEquals(Errno.ENOENT, refused(() -> host.files().remove(path)));
    assertEquals(Errno.ENOENT, refused(() -> host.files().open("nul\0", EnumSet.of(OpenFlag.READ), 0)));
  }

  @Test
  void closedHostDeniesAndSwallows() throws Exception {
    Host closed = Host.closed();
    closed.output().write(new byte[1], 0, 1);
    assertEquals(0, closed.input().read(new byte[1], 0, 1));
    assertFalse(closed.files().exists(folder.toString()));
    assertTrue(closed.environment("PATH").isEmpty());
    assertEquals(
        Errno.EACCES, refused(() -> closed.files().open("any", EnumSet.of(OpenFlag.READ), 0)));
  }

  private static Errno refused(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(HostError.class, action).errno();
  }
}
