package lethe.harness.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import lethe.harness.golden.LetheRoot;
import lethe.vm.fault.InputError;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command. */
public final class Main {
  private static final int BUFFER_BYTES = 1 << 16;

  private Main() {}

  /** The process: standard streams, and the exit code to the system. */
  public static void main(String[] args) {
    PrintStream out = standard(FileDescriptor.out);
    PrintStream err = standard(FileDescriptor.err);
    int code = run(args, out, err);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintStream standard(FileDescriptor descriptor) {
    var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES);
    return new PrintStream(buffered, false, StandardCharsets.UTF_8);
  }

  /** Runs the command and returns its exit code; prints nowhere else, and never exits. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    return run(args, out, err, LetheRoot::find, System.getenv("CI") != null);
  }

  /** The same with another folder for corpus and golden, by a person or not. */
  static int run(
      String[] args, PrintStream out, PrintStream err, Supplier<Path> root, boolean inContinuousIntegration) {
    return run(args, new Session(out, err, root, inContinuousIntegration));
  }

  /** The same in a session that is there. */
  static int run(String[] args, Session session) {
    PrintStream out = session.out();
    PrintStream err = session.err();
    CommandLine lethe = LetheCommand.create(session, args.length == 0 ? "" : args[0]);
    PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
    lethe.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    lethe.setErr(errors);
    lethe.setParameterExceptionHandler((wrong, given) -> wrongUsage(wrong, errors));
    lethe.setExecutionExceptionHandler((e, command, parsed) -> failed(e, errors, isVerbose(parsed)));
    try {
      return lethe.execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return internal(e, errors, List.of(args).contains("--verbose"));
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static boolean isVerbose(ParseResult parsed) {
    return parsed.hasMatchedOption("--verbose")
        || (parsed.hasSubcommand() && isVerbose(parsed.subcommand()));
  }

  private static int wrongUsage(ParameterException wrong, PrintWriter err) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    err.println("lethe: " + oneLine(wrong.getMessage()) + " (see " + command + " --help)");
    return ExitCode.WRONG_INPUT;
  }

  private static int failed(Exception e, PrintWriter err, boolean verbose) {
    if (e instanceof InputError) {
      err.println("lethe: " + oneLine(e.getMessage()));
      return ExitCode.WRONG_INPUT;
    }
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (cause instanceof FileSystemException file) {
      err.println("lethe: " + file.getFile() + ": " + reason(file));
      return ExitCode.WRONG_INPUT;
    }
    if (cause instanceof CharacterCodingException || cause instanceof InvalidPathException) {
      err.println("lethe: input: expected text in UTF-8 and names that the system has, found "
          + oneLine(cause.toString()));
      return ExitCode.WRONG_INPUT;
    }
    return internal(e, err, verbose);
  }

  private static String reason(FileSystemException e) {
    String kind = e.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll("(?<=.)([A-Z])", " $1");
    return e.getReason() == null ? kind.toLowerCase(Locale.ROOT) : e.getReason();
  }

  private static int internal(Throwable e, PrintWriter err, boolean verbose) {
    err.println("lethe: internal error: " + oneLine(e.toString()) + (verbose ? "" : " (--verbose shows where)"));
    if (verbose) {
      e.printStackTrace(err);
    }
    return ExitCode.INTERNAL_ERROR;
  }

  private static String oneLine(String message) {
    return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
  }
}
