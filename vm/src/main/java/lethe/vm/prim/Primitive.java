package lethe.vm.prim;

import lethe.vm.fault.Fault;

/**
 * A function that C_CALL instructions call. One method per number of arguments, so that a call is one virtual call and
 * builds no array. A call with another number of arguments than {@link #arity} is a fault.
 */
public abstract class Primitive {
  /** Body of one argument. */
  public interface Body1 {
    long call(Runtime rt, long a);
  }

  /** Body of two arguments. */
  public interface Body2 {
    long call(Runtime rt, long a, long b);
  }

  /** Body of three arguments. */
  public interface Body3 {
    long call(Runtime rt, long a, long b, long c);
  }

  /** Body of four arguments. */
  public interface Body4 {
    long call(Runtime rt, long a, long b, long c, long d);
  }

  /** Body of five arguments. */
  public interface Body5 {
    long call(Runtime rt, long a, long b, long c, long d, long e);
  }

  /** Body of more than five arguments. */
  public interface BodyN {
    long call(Runtime rt, long[] args);
  }

  private final String name;
  private final int arity;

  protected Primitive(String name, int arity) {
    this.name = name;
    this.arity = arity;
  }

  public final String name() {
    return name;
  }

  /** Number of arguments, 1 or more; 0 if any number is accepted. */
  public final int arity() {
    return arity;
  }

  public long call1(Runtime rt, long a) {
    throw wrongArity(rt, 1);
  }

  public long call2(Runtime rt, long a, long b) {
    throw wrongArity(rt, 2);
  }

  public long call3(Runtime rt, long a, long b, long c) {
    throw wrongArity(rt, 3);
  }

  public long call4(Runtime rt, long a, long b, long c, long d) {
    throw wrongArity(rt, 4);
  }

  public long call5(Runtime rt, long a, long b, long c, long d, long e) {
    throw wrongArity(rt, 5);
  }

  /** C_CALLN: any number of arguments; up to five are passed on to the method of that number. */
  public long callN(Runtime rt, long[] args) {
    return switch (args.length) {
      case 1 -> call1(rt, args[0]);
      case 2 -> call2(rt, args[0], args[1]);
      case 3 -> call3(rt, args[0], args[1], args[2]);
      case 4 -> call4(rt, args[0], args[1], args[2], args[3]);
      case 5 -> call5(rt, args[0], args[1], args[2], args[3], args[4]);
      default -> throw wrongArity(rt, args.length);
    };
  }

  /** What a call with the wrong number of arguments is answered with. */
  protected RuntimeException wrongArity(Runtime rt, int given) {
    return new Fault(
        Fault.Kind.ILLEGAL_INSTRUCTION,
        "",
        name + " takes " + arity + " arguments, called with " + given + " at " + rt.siteName());
  }

  @Override
  public final String toString() {
    return name + "/" + arity;
  }

  public static Primitive of(String name, Body1 body) {
    return new Primitive(name, 1) {
      @Override
      public long call1(Runtime rt, long a) {
        return body.call(rt, a);
      }
    };
  }

  public static Primitive of(String name, Body2 body) {
    return new Primitive(name, 2) {
      @Override
      public long call2(Runtime rt, long a, long b) {
        return body.call(rt, a, b);
      }
    };
  }

  public static Primitive of(String name, Body3 body) {
    return new Primitive(name, 3) {
      @Override
      public long call3(Runtime rt, long a, long b, long c) {
        return body.call(rt, a, b, c);
      }
    };
  }

  public static Primitive of(String name, Body4 body) {
    return new Primitive(name, 4) {
      @Override
      public long call4(Runtime rt, long a, long b, long c, long d) {
        return body.call(rt, a, b, c, d);
      }
    };
  }

  public static Primitive of(String name, Body5 body) {
    return new Primitive(name, 5) {
      @Override
      public long call5(Runtime rt, long a, long b, long c, long d, long e) {
        return body.call(rt, a, b, c, d, e);
      }
    };
  }

  /** A primitive of more than five arguments, which come in an array. */
  public static Primitive of(String name, int arity, BodyN body) {
    return new Primitive(name, arity) {
      @Override
      public long callN(Runtime rt, long[] args) {
        if (args.length != arity) {
          throw wrongArity(rt, args.length);
        }
        return body.call(rt, args);
      }
    };
  }
}
