package lethe.vm.prim.std;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Digests (md5.c). */
final class Md5 {
  private Md5() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_md5_string", Md5::ofString), Primitive.of("caml_md5_chan", Md5::ofChannel));
  }

  private static long ofString(Runtime rt, long string, long offset, long length) {
    byte[] bytes = rt.heap().bytes(string, Value.intOf(offset), Value.intOf(length));
    return rt.heap().string(algorithm().digest(bytes));
  }

  /** So many bytes of a channel, or End_of_file; all that are left if length is negative. */
  private static long ofChannel(Runtime rt, long channelWord, long length) {
    InputChannel channel = Channels.input(rt, channelWord);
    MessageDigest digest = algorithm();
    long left = Value.longOf(length);
    boolean all = left < 0;
    while (all || left > 0) {
      int wanted = all ? Channel.BUFFER_BYTES : (int) Math.min(left, Channel.BUFFER_BYTES);
      byte[] bytes = SysError.guard(rt, () -> channel.get(wanted));
      if (bytes.length == 0) {
        if (all) {
          break;
        }
        throw rt.raiseConstant(Predef.END_OF_FILE);
      }
      digest.update(bytes);
      left -= bytes.length;
    }
    return rt.heap().string(digest.digest());
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
