package lethe.vm.prim.std;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What of the unix library a JVM does not give honestly: called, it is a fault with the reason. */
final class UnixRefused {
  /** The reason by the primitive's name. */
  static final Map<String, String> REASONS;

  static {
    Map<String, String> reasons = new LinkedHashMap<>();
    refuse(
        reasons,
        "a JVM cannot fork, replace or wait for processes",
        "unix_execv unix_execve unix_execvp unix_execvpe unix_fork unix_spawn unix_wait "
          + "unix_waitpid unix_setsid unix_nice unix_chroot");
    refuse(
        reasons,
        "a JVM cannot be woken by the system's timers, nor block signals or wait for them",
        "unix_alarm unix_getitimer unix_setitimer unix_sigpending unix_sigprocmask "
          + "unix_sigsuspend");
    refuse(
        reasons,
        "a host offers files, environment and clock, no network",
        "unix_accept unix_bind unix_connect unix_getaddrinfo unix_gethostbyaddr "
          + "unix_gethostbyname unix_getnameinfo unix_getpeername unix_getprotobyname "
          + "unix_getprotobynumber unix_getservbyname unix_getservbyport unix_getsockname "
          + "unix_getsockopt unix_listen unix_recv unix_recvfrom unix_send "
          + "unix_sendto unix_setsockopt unix_shutdown unix_socket unix_socketpair");
    refuse(
        reasons,
        "one thread runs the machine: nobody could fill a pipe or end the wait",
        "unix_pipe unix_mkfifo unix_select unix_set_nonblock unix_clear_nonblock");
    refuse(
        reasons,
        "the JVM does not know the system's users and groups, nor may it become another",
        "unix_getgrgid unix_getgrnam unix_getlogin unix_getpwnam unix_getpwuid unix_initgroups "
          + "unix_setgid unix_setgroups unix_setuid unix_umask unix_fchown");
    refuse(
        reasons,
        "the JVM locks whole files for itself, not regions for a process",
        "unix_lockf");
    refuse(
        reasons,
        "a JVM cannot ask or set a terminal",
        "unix_tcdrain unix_tcflow unix_tcflush unix_tcgetattr unix_tcsendbreak unix_tcsetattr");
    refuse(
        reasons,
        "a heap of Java arrays cannot be mapped to a file",
        "caml_unix_map_file_bytecode");
    REASONS = Collections.unmodifiableMap(reasons);
  }

  private UnixRefused() {}

  private static void refuse(Map<String, String> reasons, String reason, String names) {
    for (String name : names.split(" ", -1)) {
      reasons.put(name, reason);
    }
  }
}
