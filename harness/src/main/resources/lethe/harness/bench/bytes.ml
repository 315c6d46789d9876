(* Bytes read and written one by one, and a running checksum. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( * ) : int -> int -> int = "%mulint"
external ( land ) : int -> int -> int = "%andint"
external ( = ) : int -> int -> bool = "%equal"
external create : int -> bytes = "caml_create_bytes"
external get : bytes -> int -> char = "%bytes_unsafe_get"
external set : bytes -> int -> char -> unit = "%bytes_unsafe_set"
external code : char -> int = "%identity"
external char : int -> char = "%identity"

let count = 25
let size = 100_000

let checksum () =
  let text = create size in
  for i = 0 to size - 1 do
    set text i (char (i * 7 land 255))
  done;
  for i = 0 to size - 2 do
    set text i (char ((code (get text i) + code (get text (i + 1))) land 255))
  done;
  let rec sum i total =
    if i = size then total else sum (i + 1) ((total * 31 + code (get text i)) land 0xffffff)
  in
  sum 0 0

let () =
  for _ = 1 to count do
    assert (checksum () = 2_310_144)
  done
