(* Deep recursion: the stack grows and shrinks. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( = ) : int -> int -> bool = "%equal"

let count = 15
let rec ack m n = if m = 0 then n + 1 else if n = 0 then ack (m - 1) 1 else ack (m - 1) (ack m (n - 1))

let () =
  for _ = 1 to count do
    assert (ack 3 7 = 1021)
  done
