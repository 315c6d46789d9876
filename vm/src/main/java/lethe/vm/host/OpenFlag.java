package lethe.vm.host;

/** How a file is opened, in the order of OCaml's type open_flag. */
public enum OpenFlag {
  READ,
  WRITE,
  APPEND,
  CREATE,
  TRUNCATE,
  EXCLUSIVE,
  BINARY,
  TEXT,
  NON_BLOCKING
}
