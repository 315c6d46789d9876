(* Nothing of Stdlib but externals: what a runtime must offer to the barest program. *)
external output_line : out_channel -> string -> int -> int -> unit = "caml_ml_output"
external open_descriptor : int -> out_channel = "caml_ml_open_descriptor_out"
external flush_channel : out_channel -> unit = "caml_ml_flush"
external format : string -> int -> string = "caml_format_int"
external length : string -> int = "%string_length"

let out = open_descriptor 1
let show n =
  let text = format "%d" n in
  output_line out text 0 (length text);
  output_line out "\n" 0 1

let rec fib n = if n < 2 then n else fib (n - 1) + fib (n - 2)
let rec even n = n = 0 || odd (n - 1) and odd n = n <> 0 && even (n - 1)
let compose f g x = f (g x)
let add a b c d e = a + b + c + d + e
let rec fold f acc = function [] -> acc | x :: rest -> fold f (f acc x) rest
let rec upto n = if n = 0 then [] else n :: upto (n - 1)

type shape = Point | Circle of int | Box of int * int | Named of { name : string; size : int }
let area = function Point -> 0 | Circle r -> 3 * r * r | Box (a, b) -> a * b | Named { size; _ } -> size

exception Found of int
let search p list = try fold (fun () x -> if p x then raise (Found x)) () list; -1 with Found x -> x

let () =
  show (fib 18);
  show (if even 1000 then 1 else 0);
  show (compose (add 1 2 3 4) (fun x -> x * x) 7);
  show (fold (fun a b -> a + b) 0 (upto 500));
  show (fold (fun a s -> a + area s) 0 [ Point; Circle 2; Box (3, 4); Named { name = "n"; size = 5 } ]);
  show (search (fun x -> x * x < 50) (upto 20));
  show (search (fun x -> x > 50) (upto 20));
  show (try 1 / (fib 0) with Division_by_zero -> 42);
  let cell = ref [] in
  for i = 1 to 2000 do cell := (fun x -> x + i) :: (if i mod 100 = 0 then [] else !cell) done;
  show (fold (fun acc f -> f acc) 0 !cell);
  flush_channel out
