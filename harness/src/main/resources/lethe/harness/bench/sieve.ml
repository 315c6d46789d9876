(* An array of words written in loops. *)
external ( + ) : int -> int -> int = "%addint"
external ( * ) : int -> int -> int = "%mulint"
external ( <= ) : int -> int -> bool = "%lessequal"
external ( = ) : int -> int -> bool = "%equal"
external make : int -> bool -> bool array = "caml_make_vect"
external get : bool array -> int -> bool = "%array_unsafe_get"
external set : bool array -> int -> bool -> unit = "%array_unsafe_set"

let count = 10

let primes limit =
  let prime = make (limit + 1) true in
  let rec cross i step = if i <= limit then (set prime i false; cross (i + step) step) in
  let rec each i found =
    if i <= limit then
      if get prime i then (cross (i * i) i; each (i + 1) (found + 1)) else each (i + 1) found
    else found
  in
  each 2 0

let () =
  for _ = 1 to count do
    assert (primes 300_000 = 25_997)
  done
