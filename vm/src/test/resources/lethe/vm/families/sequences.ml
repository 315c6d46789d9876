(* Strings, bytes and arrays: every index in and out of bounds, every overlap. *)
let attempt name f =
  Printf.printf "%s = %s\n" name
    (try f () with Failure m -> "Failure " ^ m | Invalid_argument m -> "Invalid_argument " ^ m | Out_of_memory -> "Out_of_memory")
let s = string_of_int
external str_get16 : string -> int -> int = "caml_string_get16"
external str_get32 : string -> int -> int32 = "caml_string_get32"
external str_get64 : string -> int -> int64 = "caml_string_get64"
external set16 : bytes -> int -> int -> unit = "caml_bytes_set16"
external set32 : bytes -> int -> int32 -> unit = "caml_bytes_set32"
external set64 : bytes -> int -> int64 -> unit = "caml_bytes_set64"
external array_get : 'a array -> int -> 'a = "caml_array_get"
external array_set : 'a array -> int -> 'a -> unit = "caml_array_set"
external get_addr : 'a array -> int -> 'a = "caml_array_get_addr"
external set_addr : 'a array -> int -> 'a -> unit = "caml_array_set_addr"
external unsafe_get : 'a array -> int -> 'a = "caml_array_unsafe_get"
external unsafe_set : 'a array -> int -> 'a -> unit = "caml_array_unsafe_set"
external make_vect : int -> 'a -> 'a array = "caml_make_vect"
external make_float : int -> float array = "caml_make_float_vect"
external string_set : bytes -> int -> char -> unit = "caml_string_set"
external create_string : int -> bytes = "caml_create_string"
external fill_string : bytes -> int -> int -> char -> unit = "caml_fill_string"

let indices = [ -1; 0; 1; 4; 5; 6; 7; 8; 9; 10; 11; 12; max_int; min_int; 1 lsl 32 ]
let strings = [ ""; "a"; "b"; "ab"; "abcdefg"; "abcdefgh"; "abcdefghi"; "abcdefgx"; "abcdefghijklmnop"; "abcdefghijklmnoq"; "\000"; "\000\000"; "a\000"; "\127"; "\128"; "\255\255\255\255\255\255\255\255"; String.make 40 'z' ]

let () =
  let text = "\001\200\003\254\005\006\255\128\009\010\011" in
  List.iter (fun i ->
      let case n f = attempt (Printf.sprintf "%s %d" n i) f in
      case "get" (fun () -> s (Char.code text.[i])); case "get16" (fun () -> s (str_get16 text i));
      case "get32" (fun () -> Int32.to_string (str_get32 text i)); case "get64" (fun () -> Int64.to_string (str_get64 text i));
      let b () = Bytes.of_string text in
      case "set" (fun () -> let b = b () in Bytes.set b i 'x'; Bytes.to_string b |> String.escaped);
      case "string_set" (fun () -> let b = b () in string_set b i 'x'; Bytes.to_string b |> String.escaped);
      case "set16" (fun () -> let b = b () in set16 b i (-3); Bytes.to_string b |> String.escaped);
      case "set32" (fun () -> let b = b () in set32 b i 0x12345678l; Bytes.to_string b |> String.escaped);
      case "set64" (fun () -> let b = b () in set64 b i 0x123456789abcdef0L; Bytes.to_string b |> String.escaped);
      case "int8" (fun () -> s (Bytes.get_int8 (b ()) i) ^ " " ^ s (Bytes.get_uint8 (b ()) i));
      case "int16" (fun () -> s (Bytes.get_int16_be (b ()) i) ^ " " ^ s (Bytes.get_uint16_le (b ()) i));
      case "int32" (fun () -> Int32.to_string (Bytes.get_int32_be (b ()) i)); case "int64" (fun () -> Int64.to_string (Bytes.get_int64_be (b ()) i));
      List.iter (fun n ->
          let case m f = case (Printf.sprintf "%s %d" m n) f in
          case "sub" (fun () -> String.escaped (String.sub text i n));
          case "fill" (fun () -> let b = b () in Bytes.fill b i n 'q'; String.escaped (Bytes.to_string b));
          List.iter (fun j ->
              attempt (Printf.sprintf "blit %d %d %d" i j n) (fun () -> let b = b () in Bytes.blit b i b j n; String.escaped (Bytes.to_string b));
              attempt (Printf.sprintf "blit_string %d %d %d" i j n) (fun () -> let b = b () in Bytes.blit_string "0123456789" i b j n; String.escaped (Bytes.to_string b)))
            [ 0; 1; 2; 5; 8 ])
        [ 0; 1; 3; 8; 11; -1 ])
    indices;
  List.iter (fun a -> List.iter (fun b ->
      Printf.printf "%S %S: %d %b %b %b %b %b %b\n" a b (String.compare a b) (String.equal a b) (a <> b) (a < b) (a <= b) (a > b) (a >= b);
      let a = Bytes.of_string a and b = Bytes.of_string b in
      Printf.printf "bytes: %d %b %b %b %b %b %b\n" (Bytes.compare a b) (Bytes.equal a b) (a <> b) (a < b) (a <= b) (a > b) (a >= b)) strings) strings;
  List.iter (fun n -> attempt (Printf.sprintf "create %d" n) (fun () -> s (Bytes.length (Bytes.create n)) ^ s (Bytes.length (create_string n)))) [ 0; 1; 7; 8; 9; -1; min_int; max_int; 1 lsl 57; 1 lsl 58 ];
  attempt "fill_string" (fun () -> let b = Bytes.make 5 'a' in fill_string b 1 2 'z'; Bytes.to_string b);
  (* Arrays of each representation *)
  let case_of : type a. string -> (a -> string) -> (int -> a) -> unit = fun name show make ->
    let case op f = attempt (name ^ " " ^ op) f in
    let all a = String.concat "," (List.map show (Array.to_list a)) in
    let a n = Array.init n make in
    List.iter (fun i ->
        case (Printf.sprintf "get %d" i) (fun () -> show (a 10).(i));
        case (Printf.sprintf "prim get %d" i) (fun () -> show (array_get (a 10) i));
        case (Printf.sprintf "set %d" i) (fun () -> let a = a 10 in a.(i) <- make 77; all a);
        case (Printf.sprintf "prim set %d" i) (fun () -> let a = a 10 in array_set a i (make 77); all a);
        List.iter (fun n ->
            case (Printf.sprintf "sub %d %d" i n) (fun () -> all (Array.sub (a 10) i n));
            case (Printf.sprintf "fill %d %d" i n) (fun () -> let a = a 10 in Array.fill a i n (make 88); all a);
            List.iter (fun j ->
                case (Printf.sprintf "blit %d %d %d" i j n) (fun () -> let a = a 10 in Array.blit a i a j n; all a);
                case (Printf.sprintf "blit other %d %d %d" i j n) (fun () -> let b = Array.make 10 (make 99) in Array.blit (a 10) i b j n; all b))
              [ 0; 1; 4; 9 ])
          [ 0; 1; 5; 10; -1 ])
      [ -1; 0; 1; 5; 9; 10; 11; max_int; min_int ];
    List.iter (fun n -> case (Printf.sprintf "make %d" n) (fun () -> all (make_vect n (make 3)) ^ s (Obj.tag (Obj.repr (make_vect n (make 3))))))
      [ 0; 1; 5; 300; -1; min_int; max_int; 1 lsl 54; 1 lsl 53 ];
    case "append" (fun () -> all (Array.append (a 3) (a 4)) ^ all (Array.append [||] (a 2)) ^ all (Array.append (a 2) [||]) ^ s (Array.length (Array.append [||] [||])));
    case "concat" (fun () -> all (Array.concat [ a 1; [||]; a 3; a 2 ]) ^ s (Array.length (Array.concat [ [||]; [||] ])));
    case "empty" (fun () -> string_of_bool (a 0 == [||]) ^ string_of_bool (Array.sub (a 3) 1 0 == [||]) ^ string_of_bool (Array.append [||] [||] == [||]));
    case "unsafe" (fun () -> let a = a 3 in unsafe_set a 1 (make 5); show (unsafe_get a 1) ^ show (unsafe_get a 2));
    case "sorted" (fun () -> let a = Array.init 50 (fun i -> make (i * 7919 mod 53)) in Array.stable_sort compare a; all a);
    case "literal" (fun () -> all [| make 1; make 2 |] ^ s (Obj.tag (Obj.repr [| make 1; make 2 |]))) in
  case_of "int" s (fun i -> i);
  case_of "float" (Printf.sprintf "%h") (fun i -> float_of_int i /. 4.);
  case_of "string" (fun s -> s) (fun i -> String.make (i mod 5) 'x');
  List.iter (fun i ->
      attempt (Printf.sprintf "addr %d" i) (fun () -> let a = [| "a"; "b" |] in set_addr a i "c"; get_addr a i);
      attempt (Printf.sprintf "floatarray %d" i) (fun () ->
          let a = Float.Array.init 4 float_of_int in Float.Array.set a i 9.; Printf.sprintf "%g %g" (Float.Array.get a i) (Float.Array.fold_left ( +. ) 0. a)))
    [ -1; 0; 1; 2; 3; 4; max_int ];
  List.iter (fun n ->
      attempt (Printf.sprintf "create_float %d" n) (fun () -> s (Array.length (make_float n)));
      attempt (Printf.sprintf "Float.Array.create %d" n) (fun () -> s (Float.Array.length (Float.Array.create n)) ^ s (Obj.tag (Obj.repr (Float.Array.create n)))))
    [ 0; 1; 10; -1; max_int; 1 lsl 54 ];
  attempt "Float.Array.blit" (fun () -> let a = Float.Array.init 6 float_of_int in Float.Array.blit a 0 a 2 4; String.concat "," (List.map string_of_float (Float.Array.to_list a)));
  attempt "Float.Array.append" (fun () -> let a = Float.Array.init 3 float_of_int in s (Float.Array.length (Float.Array.concat [ a; Float.Array.append a a; Float.Array.create 0 ])))
