(* What plugins see of their host: a unit of its own, since the host is still running when they are loaded. *)

let registered : (string * (int -> int)) list ref = ref []
let register name f = registered := (name, f) :: !registered
