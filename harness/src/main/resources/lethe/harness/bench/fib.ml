(* Calls with one argument, no allocation. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( < ) : int -> int -> bool = "%lessthan"
external ( = ) : int -> int -> bool = "%equal"

let count = 30
let rec fib n = if n < 2 then n else fib (n - 1) + fib (n - 2)

let () =
  for _ = 1 to count do
    assert (fib 27 = 196418)
  done
