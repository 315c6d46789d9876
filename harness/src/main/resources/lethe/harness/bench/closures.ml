(* Closures with one variable, made, kept in a list and called. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( = ) : int -> int -> bool = "%equal"

let count = 400

let rec make n = if n = 0 then [] else (fun x -> x + n) :: make (n - 1)
let rec sum x = function [] -> 0 | f :: rest -> f x + sum x rest

let () =
  for _ = 1 to count do
    assert (sum 1 (make 1000) = 501500)
  done
