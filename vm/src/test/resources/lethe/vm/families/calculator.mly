/* Expressions with errors to recover from, positions, and enough nesting to grow the stacks. */
%{
let at n = Printf.sprintf "%d-%d" (Parsing.rhs_start n) (Parsing.rhs_end n)
%}
%token <int> INT
%token <string> NAME
%token <float> REAL
%token <int list> LIST
%token PLUS MINUS TIMES DIV LEFT RIGHT SEMI EOF
%left PLUS MINUS
%left TIMES DIV
%nonassoc NEGATION
%start program
%type <string list> program
%start expression
%type <string> expression
%%
program:
    EOF { [] }
  | statement program { $1 :: $2 }
;
statement:
    expr SEMI { Printf.sprintf "%s @%d-%d" $1 (Parsing.symbol_start ()) (Parsing.symbol_end ()) }
  | error SEMI { Printf.sprintf "error @%s" (at 1) }
  | SEMI { "nothing" }
;
expression: expr EOF { $1 };
empty: { Printf.sprintf "empty@%d" (Parsing.symbol_start ()) };
expr:
    INT { string_of_int $1 }
  | NAME { $1 }
  | REAL { string_of_float $1 }
  | LIST { String.concat "," (List.map string_of_int $1) }
  | LEFT empty expr RIGHT { "(" ^ $2 ^ $3 ^ ")" }
  | LEFT error RIGHT { "(error " ^ at 2 ^ ")" }
  | expr PLUS expr { Printf.sprintf "[%s+%s %s %s]" $1 $3 (at 1) (at 3) }
  | expr MINUS expr { Printf.sprintf "[%s-%s]" $1 $3 }
  | expr TIMES expr { Printf.sprintf "[%s*%s]" $1 $3 }
  | expr DIV expr { if $3 = "0" then raise Parsing.Parse_error else Printf.sprintf "[%s/%s]" $1 $3 }
  | MINUS expr %prec NEGATION { "-" ^ $2 }
;
