package lethe.vm.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Executable;
import lethe.vm.format.ObjectFile;

/** What identifies code in marshalled closures, as 32 upper-case hexadecimal digits. */
final class CodeDigest {
  private CodeDigest() {}

  /** Of a program: MD5 of its section CODE, as it stands in the file (startup_byt.c). */
  static String ofProgram(Executable file) {
    return hex(md5(file.section("CODE")));
  }

  /**
   * Of a unit, linked or loaded: MD5 of the MD5 of its object file and its name, as OCaml's Dynlink does. A member of a library
   * counts as if it stood alone in a file; there Dynlink takes the whole library.
   */
  static String ofUnit(CompilationUnit unit) {
    MessageDigest digest = algorithm();
    digest.update(md5(ObjectFile.write(unit)));
    digest.update(unit.name().getBytes(StandardCharsets.ISO_8859_1));
    return hex(digest.digest());
  }

  private static byte[] md5(byte[] bytes) {
    return algorithm().digest(bytes);
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().withUpperCase().formatHex(digest);
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
