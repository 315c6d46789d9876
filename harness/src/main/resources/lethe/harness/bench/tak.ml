(* Calls with three arguments, among them a tail call. *)
external ( - ) : int -> int -> int = "%subint"
external ( < ) : int -> int -> bool = "%lessthan"
external ( = ) : int -> int -> bool = "%equal"
external not : bool -> bool = "%boolnot"

let count = 40

let rec tak x y z =
  if not (y < x) then z else tak (tak (x - 1) y z) (tak (y - 1) z x) (tak (z - 1) x y)

let () =
  for _ = 1 to count do
    assert (tak 18 12 6 = 7);
    assert (tak 18 13 6 = 13);
    assert (tak 19 12 6 = 12)
  done
