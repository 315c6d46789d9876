(* Exceptions raised near their handler and far from it, with and without an argument. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( * ) : int -> int -> int = "%mulint"
external ( land ) : int -> int -> int = "%andint"
external ( = ) : int -> int -> bool = "%equal"
external raise : exn -> 'a = "%raise"

exception Found of int
exception Absent

let count = 25
let rec find wanted n = if n = wanted then raise (Found n) else if n = 0 then raise Absent else 1 + find wanted (n - 1)
let near n = try if n land 1 = 0 then raise Absent else n with Absent -> 0
let far n = try find n 20 with Found m -> m | Absent -> 1

let rec sum n total =
  if n = 0 then total else sum (n - 1) ((total * 3 + near n + far (n land 31)) land 0xffffff)

let () =
  for _ = 1 to count do
    assert (sum 40_000 0 = 4_846_278)
  done
