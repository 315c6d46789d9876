package lethe.vm.prim.std;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.heap.CustomKind;
import lethe.vm.prim.Runtime;

/** The channels of a machine. A block of kind CHANNEL holds a channel's place in the list as an OCaml integer. */
final class Channels {
  private final List<Channel> channels = new ArrayList<>();

  static Channels of(Runtime rt) {
    return rt.state(Channels.class, Channels::new);
  }

  /** Adds a channel, and makes the block that stands for it. */
  long add(Runtime rt, Channel channel) {
    channels.add(channel);
    return block(rt, channels.size() - 1);
  }

  static InputChannel input(Runtime rt, long block) {
    return (InputChannel) channel(rt, block);
  }

  static OutputChannel output(Runtime rt, long block) {
    return (OutputChannel) channel(rt, block);
  }

  static Channel channel(Runtime rt, long block) {
    return of(rt).channels.get((int) Boxed.longOf(rt.heap(), block));
  }

  /** Fresh blocks for the open output channels, oldest first. */
  List<Long> openOutputs(Runtime rt) {
    List<Long> blocks = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i) instanceof OutputChannel && !channels.get(i).isClosed()) {
        blocks.add(block(rt, i));
      }
    }
    return blocks;
  }

  private static long block(Runtime rt, int place) {
    return Boxed.custom(rt.heap(), CustomKind.CHANNEL, place);
  }
}
