(* Binary trees: allocation that survives the minor collector for a while. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( = ) : int -> int -> bool = "%equal"

type tree = Leaf | Node of tree * tree

let count = 40
let rec make depth = if depth = 0 then Leaf else Node (make (depth - 1), make (depth - 1))
let rec size = function Leaf -> 1 | Node (left, right) -> size left + size right

let () =
  for _ = 1 to count do
    let kept = make 14 in
    for _ = 1 to 8 do
      assert (size (make 13) = 8192)
    done;
    assert (size kept = 16384)
  done
