(* Input of ocamllex. *)
{
  type token = Word of string | Number of int | Symbol of char | Text of string | End
}

let letter = ['a'-'z' 'A'-'Z' '_']
let digit = ['0'-'9']

rule token = parse
  | [' ' '\t' '\n']+ { token lexbuf }
  | letter (letter | digit)* as w { Word w }
  | digit+ as n { Number (int_of_string n) }
  | "0x" (digit | ['a'-'f'])+ as n { Number (int_of_string n) }
  | '"' { Text (text (Buffer.create 16) lexbuf) }
  | "(*" { comment 1 lexbuf; token lexbuf }
  | eof { End }
  | _ as c { Symbol c }

and text buffer = parse
  | '"' { Buffer.contents buffer }
  | '\\' (_ as c) { Buffer.add_char buffer c; text buffer lexbuf }
  | [^ '"' '\\']+ as s { Buffer.add_string buffer s; text buffer lexbuf }

and comment depth = parse
  | "(*" { comment (depth + 1) lexbuf }
  | "*)" { if depth > 1 then comment (depth - 1) lexbuf }
  | eof { failwith "comment not closed" }
  | _ { comment depth lexbuf }
