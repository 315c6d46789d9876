(* Partial applications, completed later and one argument at a time. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( = ) : int -> int -> bool = "%equal"

let count = 400

let add a b c = a + b + c
let rec sum n = if n = 0 then 0 else (let first = add n in let second = first 1 in second 2) + sum (n - 1)

let () =
  for _ = 1 to count do
    assert (sum 500 = 126750)
  done
