(* Two million calls in tail position: constant stack, but under a stub that waits on the stack. *)
let rec ping n = if n = 0 then "done" else pong (n - 1)
and pong n = ping n
let () = print_endline (try ping 1_000_000 with Stack_overflow -> "Stack_overflow")
