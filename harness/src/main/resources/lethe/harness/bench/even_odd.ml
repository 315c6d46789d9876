(* Mutual recursion by tail calls: OFFSETCLOSURE within one recursive closure. *)
external ( - ) : int -> int -> int = "%subint"
external ( = ) : int -> int -> bool = "%equal"

let count = 15

let () =
  let rec even n = if n = 0 then true else odd (n - 1)
  and odd n = if n = 0 then false else even (n - 1) in
  for _ = 1 to count do
    assert (even 1_500_000)
  done
