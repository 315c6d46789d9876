package lethe.vm.host;

/** How a file is opened: first in the order of OCaml's type open_flag, then what only Unix.open_flag has. */
public enum OpenFlag {
  READ,
  WRITE,
  APPEND,
  CREATE,
  TRUNCATE,
  EXCLUSIVE,
  BINARY,
  TEXT,
  NON_BLOCKING,
  /** Each write comes back when content and status are safe. */
  SYNC,
  /** Each write comes back when the content is safe. */
  DATA_SYNC
}
