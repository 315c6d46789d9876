(* Merge sort of a list, the order given as a closure. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( * ) : int -> int -> int = "%mulint"
external ( land ) : int -> int -> int = "%andint"
external ( <= ) : int -> int -> bool = "%lessequal"
external ( = ) : int -> int -> bool = "%equal"

let count = 15
let rec reverse_onto list = function [] -> list | x :: rest -> reverse_onto (x :: list) rest

let merge ordered left right =
  let rec go merged left right =
    match left, right with
    | [], rest | rest, [] -> reverse_onto rest merged
    | x :: left', y :: right' ->
      if ordered x y then go (x :: merged) left' right else go (y :: merged) left right'
  in
  go [] left right

let rec split left right = function
  | [] -> left, right
  | x :: rest -> split (x :: right) left rest

let rec sort ordered = function
  | ([] | [ _ ]) as sorted -> sorted
  | list ->
    let left, right = split [] [] list in
    merge ordered (sort ordered left) (sort ordered right)

let rec random n seed list =
  if n = 0 then list else random (n - 1) ((seed * 1103515245 + 12345) land 0x3fffffff) (seed :: list)

let rec is_sorted n = function
  | x :: (y :: _ as rest) -> if x <= y then is_sorted (n + 1) rest else 0
  | [ _ ] -> n + 1
  | [] -> n

let () =
  for _ = 1 to count do
    assert (is_sorted 0 (sort (fun (x : int) y -> x <= y) (random 10_000 42 [])) = 10_000)
  done
