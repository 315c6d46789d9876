let seed = ref 5
let random n = seed := (!seed * 1103515245 + 12345) land 0x3FFFFFFF; (!seed lsr 8) mod n
let lexbuf text size =
  let at = ref 0 in
  Lexing.from_function (fun buffer n ->
      let n = min (min n size) (String.length text - !at) in
      Bytes.blit_string text !at buffer 0 n;
      at := !at + n;
      n)
let all name rule lexbuf =
  let rec go n =
    if n > 0 then
      match rule lexbuf with
      | t -> Printf.printf "%s: %s %s\n" name t (Tokens.at lexbuf); if t <> "eof" then go (n - 1)
      | exception Failure m -> Printf.printf "%s: Failure %s %s\n" name m (Tokens.at lexbuf) in
  go 30
let () =
  let texts =
    [ ""; "12 3.5e-7 x_1 (* a (* b *) *) \"s\\\"t\" + 4."; "1.e5e5"; "!"; "a!b"; "(* open"; "aaab"; "aaa"; "abac"; "abacxd"; "abacx"; "\255\000"; "\"open" ]
    @ List.init 60 (fun _ -> String.init (random 40) (fun _ -> "01.e+a_z (*)\"\\bcd!".[random 18])) in
  List.iter (fun text ->
      List.iter (fun size ->
          let name rule = Printf.sprintf "%s %S by %d" rule text size in
          all (name "token") Tokens.token (lexbuf text size);
          all (name "backtracked") Tokens.backtracked (lexbuf text size)) [ 1; 3; 1000 ];
      all (Printf.sprintf "shortest %S" text) Tokens.least (Lexing.from_string (text ^ " "))) texts;
  all "long" Tokens.token (lexbuf (String.concat " " (List.init 20 (fun i -> String.make 600 (Char.chr (97 + i))))) 100)
