package lethe.vm.policy;

/**
 * Frisch's stub without his stack frame, which the invariant of frames makes needless: while a fake's code runs, env is the
 * fake, and wherever a return address is saved, env is saved with it. Our reading; the thread did not see it.
 *
 * <p>Layout: {@link FakeClosures}. Promises: sound, complete, tail calls untouched; each call of a closure of loaded code runs
 * one instruction more, and reads three words of the closure and one of the handle.
 */
public class StubEnv extends FakeClosures {
  @Override
  public String id() {
    return "stub-env";
  }
}
