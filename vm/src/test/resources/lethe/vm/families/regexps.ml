(* The library str: regular expressions fixed and generated, against texts fixed and generated. *)
let seed = ref 4711
let random n = seed := (!seed * 1103515245 + 12345) land 0x3FFFFFFF; (!seed lsr 8) mod n

let attempt name f =
  Printf.printf "%s = %s\n" name
    (try f () with
     | Not_found -> "Not_found"
     | Invalid_argument m -> "Invalid_argument " ^ m
     | Failure m -> "Failure " ^ m)

let groups s =
  let group i =
    match Str.matched_group i s with
    | g -> Printf.sprintf "%d-%d %S" (Str.group_beginning i) (Str.group_end i) g
    | exception Not_found -> "none"
    | exception Invalid_argument m -> m in
  String.concat "; " (List.map group [ 0; 1; 2; 3 ])

let all re_text re s =
  let n = String.length s in
  let case op f = attempt (Printf.sprintf "%S %S %s" re_text s op) f in
  List.iter (fun at ->
      case ("string_match " ^ string_of_int at) (fun () -> if Str.string_match re s at then groups s else "no");
      case ("partial " ^ string_of_int at) (fun () -> if Str.string_partial_match re s at then groups s else "no");
      case ("forward " ^ string_of_int at) (fun () -> string_of_int (Str.search_forward re s at) ^ " " ^ groups s);
      case ("backward " ^ string_of_int at) (fun () -> string_of_int (Str.search_backward re s at) ^ " " ^ groups s))
    [ -1; 0; n / 2; n; n + 1 ];
  List.iter (fun t -> case ("global " ^ t) (fun () -> Str.global_replace re t s)) [ "x"; "<\\0>"; "\\1\\\\"; "\\2"; "\\"; "\\q\\9" ];
  case "first" (fun () -> Str.replace_first re "[\\0]" s);
  case "substitute" (fun () -> Str.global_substitute re (fun s -> String.uppercase_ascii (Str.matched_string s)) s);
  case "split" (fun () -> String.concat "|" (Str.split re s));
  case "split_delim" (fun () -> String.concat "|" (Str.split_delim re s));
  case "bounded" (fun () -> String.concat "|" (Str.bounded_split re s 2));
  case "full" (fun () ->
      String.concat "|" (List.map (function Str.Text t -> "T" ^ t | Str.Delim d -> "D" ^ d) (Str.full_split re s)))

let fixed =
  [ ""; "a"; "abc"; "a*"; "a+"; "a?"; "[a-c]+"; "[^a-c]"; "."; ".*"; "^a"; "a$"; "^$"; "\\bab\\b"; "\\(a\\|b\\)*c";
    "\\(a*\\)*"; "\\(a\\)?\\(b\\)?"; "\\(.\\)\\1"; "\\(a+\\)\\(a*\\)"; "a\\|bc\\|"; "\\(\\(a\\)\\(b\\)\\|c\\)+"; "[]a]+"; "[a-]"; "x*y*z*";
    "\\(ab*\\)*b"; "^\\(.*\\)\n\\(.*\\)$"; "\\."; "\\\\"; "[0-9]+\\.[0-9]*"; "\\([a-z]+\\)@\\([a-z.]+\\)"; "\\b"; "\000"; "a\000b"; "\\(a?\\)*b"; "aa*?b+?"; "[^\n]*" ]

let texts = [ ""; "a"; "abc"; "aabbcc"; "xyz"; "ab ab\nab"; "caab\ncab"; "me@host.org, you@x.y"; "1.5 .5 10."; "a\000b\000"; "\xe9t\xe9 \xd7 \xf7_9"; "aaaaaaaaaab" ]

let rec generated depth =
  match random (if depth = 0 then 4 else 10) with
  | 0 | 1 -> String.make 1 "abcAB ".[random 6]
  | 2 -> "[a-bX]"
  | 3 -> "."
  | 4 | 5 -> generated (depth - 1) ^ generated (depth - 1)
  | 6 -> "\\(" ^ generated (depth - 1) ^ "\\)" ^ [| "*"; "+"; "?"; "" |].(random 4)
  | 7 -> "\\(" ^ generated (depth - 1) ^ "\\|" ^ generated (depth - 1) ^ "\\)"
  | 8 -> [| "^"; "$"; "\\b"; "" |].(random 4) ^ generated (depth - 1)
  | _ -> "\\(" ^ generated (depth - 1) ^ "\\)\\1"

let text () = String.init (random 12) (fun _ -> "abcAB \nX".[random 8])

let () =
  List.iteri (fun i re_text ->
      let re = Str.regexp re_text and folded = Str.regexp_case_fold re_text in
      List.iteri (fun j s -> if (i + j) land 1 = 0 then all re_text re s) texts;
      all re_text folded "AbC aBc") fixed;
  for i = 1 to 30 do
    let re_text = generated 4 in
    match Str.regexp re_text with
    | re -> for j = 1 to 3 do all re_text re (text ()) done; all re_text (Str.regexp_case_fold re_text) (text ())
    | exception Failure m -> Printf.printf "%S: %s\n" re_text m
  done;
  all "quoted" (Str.regexp_string "a.b*") "xa.b*a.b*";
  all "quoted folded" (Str.regexp_string_case_fold "A.b*") "xa.B*a.b*";
  print_endline (Str.quote "a.b*[c]\\^$");
  (* Every character on either side of a word boundary *)
  for c = 0 to 255 do
    let s = Printf.sprintf " %c " (Char.chr c) in
    attempt (Printf.sprintf "boundary %d" c) (fun () -> string_of_int (Str.search_forward (Str.regexp "\\b") s 0))
  done;
  (* Deep backtracking *)
  let long = String.concat "" (List.init 1500 (fun i -> if i mod 7 = 0 then "b" else "a")) in
  attempt "deep" (fun () -> string_of_bool (Str.string_match (Str.regexp "\\(a\\|b\\)*c") long 0));
  attempt "deep match" (fun () -> string_of_bool (Str.string_match (Str.regexp "\\(a\\|b\\)*c") (long ^ "c") 0))
