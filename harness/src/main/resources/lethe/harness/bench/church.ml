(* Church numerals: short-lived closures and partial applications. *)
external ( + ) : int -> int -> int = "%addint"
external ( = ) : int -> int -> bool = "%equal"

let count = 60
let zero _ x = x
let succ n f x = f (n f x)
let add m n f x = m f (n f x)
let mul m n f = m (n f)
let to_int n = n (fun i -> i + 1) 0

let () =
  for _ = 1 to count do
    let two = succ (succ zero) in
    let five = add two (succ two) in
    let ten = mul two five in
    let thousand = mul ten (mul ten ten) in
    assert (to_int (add (mul thousand (mul ten (mul ten two))) five) = 200_005)
  done
