(* A value as text. Strings: printable ASCII as it is but \' and \\; other bytes as \xHH. Floats: the shortest of %.15g,
   %.16g, %.17g that reads back, with a point if it would look like an integer. *)

let quoted s =
  let b = Buffer.create (String.length s + 2) in
  Buffer.add_char b '\'';
  String.iter
    (function
      | ('\'' | '\\') as c -> Buffer.add_char b '\\'; Buffer.add_char b c
      | ' ' .. '~' as c -> Buffer.add_char b c
      | c -> Printf.bprintf b "\\x%02X" (Char.code c))
    s;
  Buffer.add_char b '\'';
  Buffer.contents b

let float_text x =
  let reads_back s = Float.equal (float_of_string s) x in
  let digits15 = Printf.sprintf "%.15g" x in
  let digits16 = Printf.sprintf "%.16g" x in
  let s =
    if reads_back digits15 then digits15 else if reads_back digits16 then digits16 else Printf.sprintf "%.17g" x
  in
  if String.for_all (function '0' .. '9' | '-' -> true | _ -> false) s then s ^ "." else s

(* An exception constructor is a block of Object_tag: its name and a number. *)
let constructor_name v =
  if Obj.is_block v && Obj.tag v = Obj.object_tag && Obj.size v = 2 then
    let name = Obj.field v 0 in
    if Obj.is_block name && Obj.tag name = Obj.string_tag then Some (Obj.obj name : string) else None
  else None

let depth_limit = 8

let rec text depth v =
  if Obj.is_int v then string_of_int (Obj.obj v)
  else
    let tag = Obj.tag v in
    if tag = Obj.string_tag then quoted (Obj.obj v)
    else if tag = Obj.double_tag then float_text (Obj.obj v)
    else if tag = Obj.closure_tag || tag = Obj.infix_tag then "<fun>"
    else if tag = Obj.abstract_tag || tag = Obj.custom_tag || tag > Obj.custom_tag then "<abstr>"
    else
      match constructor_name v with
      | Some name -> name
      | None -> if depth >= depth_limit then "…" else block depth tag v

and block depth tag v =
  if tag = Obj.double_array_tag then
    let item i = float_text (Array.get (Obj.obj v : float array) i) in
    Printf.sprintf "[%d:%s]" tag (items item 0 (Obj.size v))
  else
    let item i = text (depth + 1) (Obj.field v i) in
    match if tag = 0 && Obj.size v >= 2 then constructor_name (Obj.field v 0) else None with
    | Some name -> Printf.sprintf "%s(%s)" name (String.trim (items item 1 (Obj.size v)))
    | None -> Printf.sprintf "[%d:%s]" tag (items item 0 (Obj.size v))

and items item first size =
  String.concat "" (List.init (size - first) (fun i -> " " ^ item (first + i)))

let print v = print_endline (text 0 v)
let result v = print_endline ("result " ^ text 0 v)

let () =
  Dynlink.allow_unsafe_modules true;
  Printexc.set_uncaught_exception_handler (fun exn _ -> print_endline ("raised " ^ text 0 (Obj.repr exn)))

let directory = Filename.dirname Sys.executable_name

let load_by loadfile name =
  match loadfile (Filename.concat directory (name ^ ".cmo")) with
  | () -> ()
  | exception Dynlink.Error (Dynlink.Library's_module_initializers_failed exn) -> raise exn
  | exception Dynlink.Error refusal ->
    prerr_endline ("dynlink: " ^ Dynlink.error_message refusal);
    exit 3

let load = load_by Dynlink.loadfile_private
let load_public = load_by Dynlink.loadfile

let forget (_ : string) = ()
let unload (_ : string) = ()

let cells = Array.make 16 (Obj.repr 0)
let set n v = cells.(n) <- v
let get n = cells.(n)
let signal n = Unix.kill (Unix.getpid ()) n
