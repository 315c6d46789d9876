(* A program that uses Stdlib as programs do. *)
module Ints = Map.Make (Int)

class counter start = object
  val n = start
  method step k = {< n = n + k >}
  method value = n
end

let rec ones = 1 :: ones
let rec tree d = if d = 0 then `Leaf else `Node (tree (d - 1), d, tree (d - 1))
let rec sum = function `Leaf -> 0 | `Node (l, d, r) -> sum l + d + sum r

let () =
  let words = [ "pear"; "apple"; "fig"; "apple"; "date" ] in
  let counts = Hashtbl.create 7 in
  List.iter (fun w -> Hashtbl.replace counts w (1 + try Hashtbl.find counts w with Not_found -> 0)) words;
  Hashtbl.fold (fun w n acc -> (w, n) :: acc) counts []
  |> List.sort compare
  |> List.iter (fun (w, n) -> Printf.printf "%-6s %d\n" w n);
  let map = List.fold_left (fun m i -> Ints.add (i * 7919 mod 101) i m) Ints.empty (List.init 100 Fun.id) in
  Printf.printf "%d %d\n" (Ints.cardinal map) (fst (Ints.min_binding map));
  Printf.printf "%s %.3f %h %g\n" (String.uppercase_ascii "text") (sqrt 2.) 0.1 1e22;
  Printf.printf "%d\n" (((new counter 40)#step 1)#step 1)#value;
  Printf.printf "%d %d\n" (List.hd (List.tl ones)) (sum (tree 10));
  let memo = Array.init 50 (fun i -> lazy (i * i)) in
  Printf.printf "%d\n" (Array.fold_left (fun a l -> a + Lazy.force l) 0 memo);
  Buffer.(let b = create 4 in for i = 0 to 300 do add_char b (Char.chr (97 + i mod 26)) done; print_endline (contents b));
  (try ignore (List.find (fun x -> x > 3) [ 1; 2 ]) with Not_found -> print_endline "none");
  let rec deep n = if n = 0 then 0 else 1 + deep (n - 1) in
  Printf.printf "%d\n" (deep 20000);
  at_exit (fun () -> print_endline "bye");
  ignore (int_of_string "not a number")
