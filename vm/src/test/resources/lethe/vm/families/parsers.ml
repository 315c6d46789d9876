(* A parser of ocamlyacc, fixed inputs and generated ones, most of them wrong, with and without its own trace. *)
open Calculator

let seed = ref 99
let random n = seed := (!seed * 1103515245 + 12345) land 0x3FFFFFFF; (!seed lsr 8) mod n

let lexer tokens =
  let rest = ref tokens in
  fun (lexbuf : Lexing.lexbuf) ->
    lexbuf.lex_start_p <- lexbuf.lex_curr_p;
    lexbuf.lex_curr_p <- { lexbuf.lex_curr_p with pos_cnum = lexbuf.lex_curr_p.pos_cnum + 2 };
    match !rest with
    | [] -> EOF
    | t :: more -> rest := more; t

let attempt name f =
  Printf.printf "%s = %s\n" name
    (match f () with
     | s -> s
     | exception Parsing.Parse_error -> "Parse_error"
     | exception Stack_overflow -> "Stack_overflow"
     | exception Failure m -> "Failure " ^ m)

let both name tokens =
  attempt (name ^ " program") (fun () -> String.concat "; " (program (lexer tokens) (Lexing.from_string "")));
  attempt (name ^ " expression") (fun () -> expression (lexer tokens) (Lexing.from_string ""))

let token () =
  match random 14 with
  | 0 | 1 | 2 -> INT (random 3)
  | 3 -> NAME "x"
  | 4 -> REAL (float_of_int (random 9) /. 4.)
  | 5 -> LIST [ 1; 2 ]
  | 6 -> PLUS | 7 -> MINUS | 8 -> TIMES | 9 -> DIV | 10 -> LEFT | 11 -> RIGHT | _ -> SEMI

let rec good depth =
  if depth = 0 then [ INT (random 5) ]
  else match random 5 with
    | 0 -> [ NAME "y" ]
    | 1 -> (LEFT :: good (depth - 1)) @ [ RIGHT ]
    | 2 -> good (depth - 1) @ (PLUS :: good (depth - 1))
    | 3 -> good (depth - 1) @ (TIMES :: good (depth - 1))
    | _ -> MINUS :: good (depth - 1)

let () =
  both "none" [];
  both "one" [ INT 1 ];
  both "sum" [ INT 1; PLUS; INT 2; TIMES; NAME "z" ];
  both "statement" [ INT 1; PLUS; INT 2; SEMI; LEFT; PLUS; RIGHT; SEMI; SEMI; TIMES; SEMI; REAL 1.5; SEMI ];
  both "raised" [ INT 1; DIV; INT 0; SEMI; INT 3; SEMI ];
  both "end in error" [ INT 1; PLUS ];
  let deep n = List.init n (fun _ -> LEFT) @ [ INT 1 ] @ List.init n (fun _ -> RIGHT) in
  attempt "deep" (fun () -> string_of_int (String.length (expression (lexer (deep 700)) (Lexing.from_string ""))));
  for i = 1 to 60 do both (Printf.sprintf "good %d" i) (good 5 @ [ SEMI ]) done;
  for i = 1 to 300 do both (Printf.sprintf "wrong %d" i) (List.init (random 12) (fun _ -> token ())) done;
  Printf.printf "traced before: %b\n" (Parsing.set_trace true);
  both "traced" [ INT 1; PLUS; NAME "name"; SEMI; LEFT; REAL 0.1; LIST []; RIGHT; SEMI; SEMI ];
  for i = 1 to 30 do both (Printf.sprintf "traced %d" i) (List.init (random 9) (fun _ -> token ())) done;
  Printf.printf "traced before: %b\n" (Parsing.set_trace false);
  both "untraced" [ INT 1 ]
