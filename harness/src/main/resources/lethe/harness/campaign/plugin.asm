unit plugin
  BRANCH init
closed:                         ; fun x -> x + 1
  ACC0
  OFFSETINT 1
  RETURN 1
adds:                           ; fun x -> x + k
  ACC0
  PUSHENVACC2
  ADDINT
  RETURN 1
  RESTART
both:                           ; fun x y -> x + y
  GRAB 1
  ACC1
  PUSHACC1
  ADDINT
  RETURN 2
even:                           ; let rec even n = if n = 0 then 1 else odd (n - 1)
  ACC0
  BRANCHIF even_more
  CONST1
  RETURN 1
even_more:
  ACC0
  OFFSETINT -1
  PUSHOFFSETCLOSURE3
  APPTERM1 2
odd:                            ; and odd n = if n = 0 then 0 else even (n - 1)
  ACC0
  BRANCHIF odd_more
  CONST0
  RETURN 1
odd_more:
  ACC0
  OFFSETINT -1
  PUSHOFFSETCLOSUREM3
  APPTERM1 2
fails:                          ; fun _ -> raise Not_found
  GETGLOBAL Not_found
  RAISE
late:                           ; let rec late = (effect (); fun n -> if n = 0 then 7 else late (n - 1))
  ACC0
  BRANCHIF late_more
  CONSTINT 7
  RETURN 1
late_more:
  ACC0
  OFFSETINT -1
  PUSHENVACC2
  APPTERM1 2
use:                            ; fun n -> the sum of what follows
  ACC0
  PUSHGETGLOBALFIELD Plugin 1
  APPLY1                        ; closed n
  PUSHACC1
  PUSHGETGLOBALFIELD Plugin 2
  APPLY1                        ; adds n
  ADDINT
  PUSHCONST3
  PUSHGETGLOBALFIELD Plugin 3
  APPLY1                        ; both 3, a partial application
  PUSHACC2
  PUSHACC1
  APPLY1                        ; both 3 n
  POP 1
  ADDINT
  PUSHACC1
  PUSHGETGLOBALFIELD Plugin 5
  APPLY1                        ; even n
  ADDINT
  PUSHACC1
  PUSHGETGLOBALFIELD Plugin 7
  APPLY1                        ; late n
  ADDINT
  PUSH
  PUSHTRAP handler
  ACC 5
  PUSHGETGLOBALFIELD Plugin 6
  APPLY1                        ; try fails n with _ -> 5
  POPTRAP
  BRANCH sum
handler:
  CONSTINT 5
sum:
  ADDINT
  PUSHGETGLOBAL "kept by its unit"
  C_CALL1 caml_ml_string_length
  ADDINT
  RETURN 1
init:
  CONST1
  PUSHCONST3
  C_CALL2 caml_alloc_dummy_function
  PUSHACC0
  CLOSURE 1 late
  PUSHACC1
  C_CALL2 caml_update_dummy
  CLOSURE 0 fails
  PUSH
  CLOSUREREC 2 0 even odd
  CLOSURE 0 both
  PUSHCONST2
  CLOSURE 1 adds                ; k = 2
  PUSH
  CLOSURE 0 closed
  PUSH
  CLOSURE 0 use
  MAKEBLOCK 8 0                 ; use closed adds both odd even fails late
  SETGLOBAL Plugin
