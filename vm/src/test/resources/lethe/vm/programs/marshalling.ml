(* Marshals a variety of values and prints the bytes; what it reads back it compares. With an argument it reads what another
   run wrote. *)

type t = A | B of int | C of t * string | D of { mutable m : t; f : float } | E of float array

let hex s = String.concat "" (List.map (fun c -> Printf.sprintf "%02x" (Char.code c)) (List.of_seq (String.to_seq s)))

let show name v flags =
  match Marshal.to_string v flags with
  | s ->
      Printf.printf "%s %d %s\n" name (Marshal.total_size (Bytes.of_string s) 0)
        (if String.length s < 400 then hex s else Digest.to_hex (Digest.string s));
      if not (List.mem Marshal.Closures flags) then begin
        let back = Marshal.from_string s 0 in
        if compare back v <> 0 then Printf.printf "%s: not the same\n" name
      end
  | exception Failure e -> Printf.printf "%s Failure %s\n" name e
  | exception Invalid_argument e -> Printf.printf "%s Invalid_argument %s\n" name e

let all name v =
  show name (Obj.repr v) [];
  show name (Obj.repr v) [ Marshal.No_sharing ];
  show name (Obj.repr v) [ Marshal.Compat_32 ]

(* A generator of its own: no seed, the same values everywhere. *)
let state = ref 12345

let next bound =
  state := ((!state * 1103515245) + 12345) land 0x3FFFFFFF;
  (!state lsr 7) mod bound

let rec generated depth : Obj.t =
  match if depth = 0 then next 9 else next 14 with
  | 0 -> Obj.repr (next 64)
  | 1 -> Obj.repr (next 1000 - 500)
  | 2 -> Obj.repr ((next 1_000_000 * next 1_000_000) - (next 1000 * 1_000_000_000))
  | 3 -> Obj.repr (String.init (next 40) (fun i -> Char.chr ((i * 7) land 255)))
  | 4 -> Obj.repr (float_of_int (next 1000) /. 7.)
  | 5 -> Obj.repr (Int32.of_int (next 1_000_000 - 500_000))
  | 6 -> Obj.repr (Int64.shift_left (Int64.of_int (next 1_000_000)) (next 60))
  | 7 -> Obj.repr (Nativeint.shift_left (Nativeint.of_int (next 1_000_000)) (next 60))
  | 8 -> Obj.repr (Array.init (next 20) (fun i -> float_of_int i /. 3.))
  | 9 | 10 ->
      let size = 1 + next 12 in
      let block = Obj.new_block (next 240) size in
      let last = ref (Obj.repr 0) in
      for i = 0 to size - 1 do
        (* now and then the same as before: something shared *)
        if next 4 > 0 then last := generated (depth - 1);
        Obj.set_field block i !last
      done;
      block
  | 11 -> Obj.repr (List.init (next 6) (fun _ -> generated (depth - 1)))
  | 12 -> Obj.repr (B (next 100), C (A, "x"), D { m = A; f = 1.5 }, E [| 0.; nan |])
  | _ -> Obj.repr (lazy (next 10))

exception Mine of int

let () =
  all "ints" [ 0; 63; 64; -1; -128; -129; 127; 128; 32767; 32768; -32768; -32769; 1 lsl 30; -(1 lsl 30); max_int; min_int ];
  all "strings" (List.map (fun n -> String.make n 'a') [ 0; 1; 7; 8; 31; 32; 255; 256 ]);
  all "long string" (String.make 70_000 'b');
  all "floats" [ 0.; -0.; 1.5; infinity; neg_infinity; nan; Int64.float_of_bits 0x7ff0000000000001L ];
  all "float arrays" [ [||]; [| 1. |]; Array.make 255 2.; Array.make 256 3. ];
  all "boxed" (Int32.min_int, Int64.max_int, Nativeint.min_int, 5n, 1_000_000_000_000n);
  all "big block" (Array.init 300 (fun i -> i));
  all "atoms" ([||], Obj.repr (Obj.new_block 0 0), [ [||] ]);
  all "variants" [ A; B 1; C (B 2, "s"); D { m = A; f = 0.5 }; E [| 1.; 2. |] ];
  all "polymorphic" [ `A; `B; `A ];
  all "list" (List.init 300 (fun i -> i));
  show "far references" (Obj.repr (let x = ref 1 in (x, List.init 66_000 (fun i -> i), x))) [];
  let forced = lazy (String.make 2 'z') in
  ignore (Lazy.force forced);
  show "forced" (Obj.repr forced) [];
  let boxed = Lazy.from_val 2.5 in
  show "forced float" (Obj.repr boxed) [];
  let rec cycle = D { m = C (B 0, "in a cycle"); f = 1. } in
  (match cycle with D d -> d.m <- cycle | _ -> ());
  print_endline (hex (Marshal.to_string cycle []));
  (match Marshal.from_string (Marshal.to_string cycle []) 0 with
  | D d as c -> Printf.printf "cycle %b\n" (d.m == c)
  | _ -> ());
  for i = 1 to 300 do
    all (string_of_int i) (generated 4)
  done;
  (* refused *)
  List.iter
    (fun v -> show "refused" v [])
    [ Obj.repr stdout; Obj.repr (fun x -> x); Obj.repr (Obj.new_block Obj.abstract_tag 1); Obj.repr (1, stdout, fun x -> x);
      Obj.repr ((fun x -> x), stdout) ];
  show "refused" (Obj.repr ((fun x -> x), stdout)) [ Marshal.Closures ];
  (* identities *)
  let o = object method m = 1 end in
  let again : < m : int > = Marshal.from_string (Marshal.to_string o [ Marshal.Closures ]) 0 in
  Printf.printf "object %d fresh %b\n" again#m (Oo.id again <> Oo.id o);
  (match Marshal.from_string (Marshal.to_string [ Not_found; Mine 3 ] []) 0 with
  | [ a; b ] -> Printf.printf "exceptions %b %b %b\n" (a = Not_found) (a == Not_found) (b = Mine 3)
  | _ -> ());
  (* closures: bytes and behaviour *)
  let y = Array.length Sys.argv in
  let f x = (10 * x) + y in
  let rec even n = n = 0 || odd (n - 1) and odd n = n > 0 && even (n - 1) in
  let partial = List.fold_left (fun a b -> a + b + y) 5 in
  let again v = Marshal.from_string (Marshal.to_string v [ Marshal.Closures ]) 0 in
  show "f" (Obj.repr f) [ Marshal.Closures ];
  show "even, odd" (Obj.repr (even, odd)) [ Marshal.Closures ];
  show "odd" (Obj.repr odd) [ Marshal.Closures; Marshal.No_sharing ];
  show "partial" (Obj.repr partial) [ Marshal.Closures ];
  show "of Stdlib" (Obj.repr (List.map, Printf.sprintf)) [ Marshal.Closures ];
  Printf.printf "%d %b %b %d\n" (again f 4) ((again odd) 7) (fst (again (even, odd)) 7) ((again partial) [ 1; 2 ]);
  let g = again (fun a b c -> a + b + c + y) in
  Printf.printf "%d %d\n" (again (g 1) 2 3) (again (again (g 1) 2) 3);
  (* channel, buffer, wrong input *)
  let s = Marshal.to_string (1, "two", [ 3. ]) [] in
  let b = Bytes.make 100 '-' in
  Printf.printf "to_buffer %d\n" (Marshal.to_buffer b 10 90 (1, "two", [ 3. ]) []);
  (match Marshal.to_buffer b 90 10 (1, "two", [ 3. ]) [] with
  | n -> print_int n
  | exception Failure e -> print_endline e);
  Printf.printf "%b\n" (Marshal.from_bytes b 10 = (1, "two", [ 3. ]));
  let header = String.sub s 0 20 in
  let wrong name s =
    match Marshal.from_string s 0 with
    | v -> Printf.printf "%s read\n" name
    | exception Failure e -> Printf.printf "%s Failure %s\n" name e
    | exception Invalid_argument e -> Printf.printf "%s Invalid_argument %s\n" name e
  in
  wrong "magic" (String.make 30 'x');
  wrong "short" "abc";
  wrong "cut" (String.sub s 0 (String.length s - 1));
  (* one object of so many words with its header *)
  let data ?(words = 0) s =
    let n = Char.chr words in
    Printf.sprintf "\x84\x95\xA6\xBE\x00\x00\x00%c\x00\x00\x00%c\x00\x00\x00%c\x00\x00\x00%c%s"
      (Char.chr (String.length s)) (Char.chr (min words 1)) n n s
  in
  wrong "code" (data "\x1a");
  wrong "custom" (data "\x19_q\x00abc");
  wrong "module" (data ~words:2 ("\x90\x10\x00\x00\x00\x08" ^ String.make 16 '\xab'));
  wrong "not a multiple" (data ~words:3 ("\x08\x00\x00\x08\xf7\x10\x00\x00\x00\x03" ^ String.make 16 '\xab' ^ "\x42"));
  wrong "header alone" header
