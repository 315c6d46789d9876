(* Calls from one unit into another and back: the list functions are Stdlib's. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( = ) : int -> int -> bool = "%equal"

let count = 400

let rec numbers n = if n = 0 then [] else n :: numbers (n - 1)
let thousand = numbers 1000

let () =
  for _ = 1 to count do
    assert (Stdlib.List.fold_left (fun a x -> a + x) 0 (Stdlib.List.rev_map (fun x -> x + 1) thousand) = 501500)
  done
