{
(* Lexers of ocamllex, with and without names for parts, on refills of every size. *)
let at (l : Lexing.lexbuf) = Printf.sprintf "%d-%d" (Lexing.lexeme_start l) (Lexing.lexeme_end l)
}
let digit = ['0'-'9']
rule token = parse
  | [' ' '\n']+ { token lexbuf }
  | (digit+ as whole) '.' (digit* as part) (['e' 'E'] (['+' '-']? digit+ as power))? {
      Printf.sprintf "real %s.%s^%s" whole part (match power with None -> "none" | Some p -> p) }
  | digit+ { "int " ^ Lexing.lexeme lexbuf }
  | (['a'-'z'] as first) ['a'-'z' '0'-'9' '_']* { Printf.sprintf "name %c %s" first (Lexing.lexeme lexbuf) }
  | "(*" { comment 1 lexbuf }
  | '"' ([^ '"' '\\'] | '\\' _)* '"' { "string " ^ String.escaped (Lexing.lexeme lexbuf) }
  | eof { "eof" }
  | _ # ['!'] as c { Printf.sprintf "char %C" c }
and comment depth = parse
  | "(*" { comment (depth + 1) lexbuf }
  | "*)" { if depth = 1 then token lexbuf else comment (depth - 1) lexbuf }
  | eof { "open comment" }
  | _ { comment depth lexbuf }
and least = shortest
  | ('a'* as a) 'b' { "shortest " ^ a }
  | _ | eof { "none" }
and backtracked = parse
  | ('a' | 'b')* 'c' ((_ as x) 'd')? { Printf.sprintf "c %s" (match x with None -> "-" | Some c -> String.make 1 c) }
  | ['a' 'b']+ { "letters" }
  | eof { "eof" }
  | _ { "other" }
