(* A workshop: a typed language with its checker and its machine, a store with its orders, shapes that draw themselves.
   It uses what the language has, so that a compiler that compiles it has done most of what it can do. *)

(* Signatures and functors *)

module type ORDERED = sig
  type t

  val compare : t -> t -> int
end

module type SHOWN = sig
  type t

  val show : t -> string
end

module type MAP = sig
  type key
  type +'a t

  exception Absent of key

  val empty : 'a t
  val is_empty : 'a t -> bool
  val add : key -> 'a -> 'a t -> 'a t
  val find : key -> 'a t -> 'a
  val find_opt : key -> 'a t -> 'a option
  val fold : (key -> 'a -> 'acc -> 'acc) -> 'a t -> 'acc -> 'acc
  val of_list : (key * 'a) list -> 'a t
  val height : 'a t -> int
end

module Make_map (Key : ORDERED) : MAP with type key = Key.t = struct
  type key = Key.t
  type 'a t = Leaf | Node of { left : 'a t; key : key; value : 'a; right : 'a t; height : int }

  exception Absent of key

  let empty = Leaf
  let is_empty = function Leaf -> true | Node _ -> false
  let height = function Leaf -> 0 | Node { height; _ } -> height

  let node left key value right =
    Node { left; key; value; right; height = 1 + max (height left) (height right) }

  let balanced left key value right =
    match left, right with
    | Node { left = ll; key = lk; value = lv; right = lr; height = h }, _ when h > height right + 1 -> begin
        match lr with
        | Node { left = lrl; key = lrk; value = lrv; right = lrr; _ } when height ll < height lr ->
            node (node ll lk lv lrl) lrk lrv (node lrr key value right)
        | _ -> node ll lk lv (node lr key value right)
      end
    | _, Node { left = rl; key = rk; value = rv; right = rr; height = h } when h > height left + 1 -> begin
        match rl with
        | Node { left = rll; key = rlk; value = rlv; right = rlr; _ } when height rr < height rl ->
            node (node left key value rll) rlk rlv (node rlr rk rv rr)
        | _ -> node (node left key value rl) rk rv rr
      end
    | _ -> node left key value right

  let rec add key value = function
    | Leaf -> node Leaf key value Leaf
    | Node n -> begin
        match Key.compare key n.key with
        | 0 -> Node { n with value }
        | c when c < 0 -> balanced (add key value n.left) n.key n.value n.right
        | _ -> balanced n.left n.key n.value (add key value n.right)
      end

  let rec find_opt key = function
    | Leaf -> None
    | Node n ->
        let c = Key.compare key n.key in
        if c = 0 then Some n.value else find_opt key (if c < 0 then n.left else n.right)

  let find key map = match find_opt key map with Some value -> value | None -> raise (Absent key)

  let rec fold f map acc =
    match map with Leaf -> acc | Node n -> fold f n.right (f n.key n.value (fold f n.left acc))

  let of_list pairs = List.fold_left (fun map (key, value) -> add key value map) empty pairs
end

module Names = Make_map (String)

module Pair_order (A : ORDERED) (B : ORDERED) = struct
  type t = A.t * B.t

  let compare (a, b) (a', b') = match A.compare a a' with 0 -> B.compare b b' | c -> c
end

module Places = Make_map (Pair_order (Int) (Int))

(* A typed language: its types are a GADT *)

module Language = struct
  type _ ty =
    | Int : int ty
    | Bool : bool ty
    | Pair : 'a ty * 'b ty -> ('a * 'b) ty
    | Fun : 'a ty * 'b ty -> ('a -> 'b) ty

  type (_, _) equal = Refl : ('a, 'a) equal

  type ('env, _) term =
    | Const : 'a ty * 'a -> ('env, 'a) term
    | Var : ('env, 'a) var -> ('env, 'a) term
    | Lam : 'a ty * ('a * 'env, 'b) term -> ('env, 'a -> 'b) term
    | App : ('env, 'a -> 'b) term * ('env, 'a) term -> ('env, 'b) term
    | If : ('env, bool) term * ('env, 'a) term * ('env, 'a) term -> ('env, 'a) term
    | Both : ('env, 'a) term * ('env, 'b) term -> ('env, 'a * 'b) term
    | Prim : 'a prim * ('env, 'a) term * ('env, 'a) term -> ('env, 'a) term
    | Less : ('env, int) term * ('env, int) term -> ('env, bool) term

  and (_, _) var =
    | Zero : ('a * 'env, 'a) var
    | Succ : ('env, 'a) var -> ('b * 'env, 'a) var

  and _ prim =
    | Add : int prim
    | Mul : int prim
    | And : bool prim

  type _ environment = Nil : unit environment | Cons : 'a * 'env environment -> ('a * 'env) environment

  let rec equal : type a b. a ty -> b ty -> (a, b) equal option =
   fun left right ->
    match left, right with
    | Int, Int -> Some Refl
    | Bool, Bool -> Some Refl
    | Pair (a, b), Pair (c, d) -> begin
        match equal a c, equal b d with Some Refl, Some Refl -> Some Refl | _ -> None
      end
    | Fun (a, b), Fun (c, d) -> begin
        match equal a c, equal b d with Some Refl, Some Refl -> Some Refl | _ -> None
      end
    | _ -> None

  let rec look_up : type env a. (env, a) var -> env environment -> a =
   fun var environment ->
    match var, environment with
    | Zero, Cons (value, _) -> value
    | Succ var, Cons (_, rest) -> look_up var rest

  let prim : type a. a prim -> a -> a -> a = function Add -> ( + ) | Mul -> ( * ) | And -> ( && )

  let rec eval : type env a. env environment -> (env, a) term -> a =
   fun environment -> function
    | Const (_, value) -> value
    | Var var -> look_up var environment
    | Lam (_, body) -> fun argument -> eval (Cons (argument, environment)) body
    | App (f, argument) -> (eval environment f) (eval environment argument)
    | If (c, yes, no) -> if eval environment c then eval environment yes else eval environment no
    | Both (left, right) ->
        let left = eval environment left in
        left, eval environment right
    | Prim (p, left, right) -> prim p (eval environment left) (eval environment right)
    | Less (left, right) -> eval environment left < eval environment right

  let rec show : type a. a ty -> a -> string =
   fun ty value ->
    match ty with
    | Int -> string_of_int value
    | Bool -> if value then "yes" else "no"
    | Pair (a, b) -> "(" ^ show a (fst value) ^ ", " ^ show b (snd value) ^ ")"
    | Fun _ -> "<fun>"

  (* What is written, without types; `typed` makes typed terms of it. *)
  type raw =
    | Number of int
    | Truth of bool
    | Name of string
    | Function of string * packed_ty * raw
    | Apply of raw * raw
    | Choice of { condition : raw; yes : raw; no : raw }
    | Operation of [ `Add | `Mul | `And | `Less ] * raw * raw

  and packed_ty = Type : 'a ty -> packed_ty

  type 'env packed_term = Term : 'a ty * ('env, 'a) term -> 'env packed_term

  type _ scope =
    | Empty : unit scope
    | Bound : string * 'a ty * 'env scope -> ('a * 'env) scope

  type 'env packed_var = Variable : 'a ty * ('env, 'a) var -> 'env packed_var

  exception Ill_typed of string

  let ill fmt = Printf.ksprintf (fun message -> raise (Ill_typed message)) fmt

  let rec resolve : type env. string -> env scope -> env packed_var =
   fun name -> function
    | Empty -> ill "%s is not bound" name
    | Bound (bound, ty, _) when String.equal bound name -> Variable (ty, Zero)
    | Bound (_, _, outer) ->
        let (Variable (ty, var)) = resolve name outer in
        Variable (ty, Succ var)

  let rec typed : type env. env scope -> raw -> env packed_term =
   fun scope -> function
    | Number n -> Term (Int, Const (Int, n))
    | Truth b -> Term (Bool, Const (Bool, b))
    | Name name ->
        let (Variable (ty, var)) = resolve name scope in
        Term (ty, Var var)
    | Function (name, Type ty, body) ->
        let (Term (result, body)) = typed (Bound (name, ty, scope)) body in
        Term (Fun (ty, result), Lam (ty, body))
    | Apply (f, argument) -> begin
        match typed scope f, typed scope argument with
        | Term (Fun (expected, result), f), Term (given, argument) -> begin
            match equal expected given with
            | Some Refl -> Term (result, App (f, argument))
            | None -> ill "an argument is of another type"
          end
        | _ -> ill "what is applied is no function"
      end
    | Choice { condition; yes; no } -> begin
        match typed scope condition, typed scope yes, typed scope no with
        | Term (Bool, c), Term (ty, yes), Term (ty', no) -> begin
            match equal ty ty' with Some Refl -> Term (ty, If (c, yes, no)) | None -> ill "branches differ"
          end
        | _ -> ill "a condition is no truth"
      end
    | Operation (operation, left, right) -> begin
        match operation, typed scope left, typed scope right with
        | `Add, Term (Int, l), Term (Int, r) -> Term (Int, Prim (Add, l, r))
        | `Mul, Term (Int, l), Term (Int, r) -> Term (Int, Prim (Mul, l, r))
        | `Less, Term (Int, l), Term (Int, r) -> Term (Bool, Less (l, r))
        | `And, Term (Bool, l), Term (Bool, r) -> Term (Bool, Prim (And, l, r))
        | (`Add | `Mul | `Less), _, _ -> ill "no numbers"
        | `And, _, _ -> ill "no truths"
      end

  let run raw =
    match typed Empty raw with
    | Term (ty, term) -> Ok (show ty (eval Nil term))
    | exception Ill_typed message -> Error message
end

(* Polymorphic variants and recursion left open *)

module Formula = struct
  type 'a basic = [ `Num of float | `Plus of 'a * 'a | `Times of 'a * 'a ]
  type 'a more = [ 'a basic | `Var of string | `Neg of 'a ]

  let basic recur : 'a basic -> float = function
    | `Num x -> x
    | `Plus (a, b) -> recur a +. recur b
    | `Times (a, b) -> recur a *. recur b

  let more variables recur : 'a more -> float = function
    | #basic as formula -> basic recur formula
    | `Var name -> Names.find name variables
    | `Neg a -> -.recur a

  let rec value variables (formula : ('a more as 'a)) = more variables (value variables) formula

  let rec derive by : ('a more as 'a) -> 'a = function
    | `Num _ -> `Num 0.
    | `Var name -> `Num (if name = by then 1. else 0.)
    | `Neg a -> `Neg (derive by a)
    | `Plus (a, b) -> `Plus (derive by a, derive by b)
    | `Times (a, b) -> `Plus (`Times (derive by a, b), `Times (a, derive by b))
end

(* Classes *)

class type drawn = object
  method area : float
  method name : string
  method describe : ?digits:int -> unit -> string
end

class virtual shape (name : string) =
  object (self)
    val mutable moves = 0
    val name = name
    method virtual area : float
    method name = name
    method moved = moves <- moves + 1; self
    method moves = moves

    method describe ?(digits = 2) () =
      Printf.sprintf "%s of %.*f, moved %d" self#name digits self#area moves

    method private secret = String.length name
    method renamed name = {< name; moves = 0 >}
    initializer if self#secret = 0 then invalid_arg "shape"
  end

class square side =
  object
    inherit shape "square"
    method area = side *. side
    method side : float = side
  end

class counted_square side =
  object
    inherit square side as super
    val mutable asked = 0
    method! area = asked <- asked + 1; super#area
    method asked = asked
  end

class ['a] stack (first : 'a) =
  object
    val mutable items = [ first ]
    method push item = items <- item :: items
    method top = match items with item :: _ -> Some item | [] -> None
    method fold : 'acc. ('acc -> 'a -> 'acc) -> 'acc -> 'acc = fun f acc -> List.fold_left f acc items
  end

let round radius : drawn =
  object (self)
    method area = Float.pi *. (radius ** 2.)
    method name = "circle"
    method describe ?(digits = 1) () = Printf.sprintf "%s of %.*f" self#name digits self#area
  end

(* First-class modules, extensible variants, recursive modules *)

type command = ..
type command += Say of string | Repeat of int * command

module type HANDLER = sig
  val name : string
  val handle : (command -> string) -> command -> string option
end

let handlers : (module HANDLER) list ref = ref []
let register (module H : HANDLER) = handlers := (module H : HANDLER) :: !handlers

let rec obey command =
  let rec first = function
    | [] -> "?"
    | (module H : HANDLER) :: rest -> begin
        match H.handle obey command with Some answer -> H.name ^ ":" ^ answer | None -> first rest
      end
  in
  first !handlers

let () =
  register
    (module struct
      let name = "say"
      let handle _ = function Say text -> Some text | _ -> None
    end);
  register
    (module struct
      let name = "repeat"

      let handle obey = function
        | Repeat (n, command) -> Some (String.concat "," (List.init n (fun _ -> obey command)))
        | _ -> None
    end)

module rec Tree : sig
  type t = Tip of string | Fork of Forest.t

  val leaves : t -> int
end = struct
  type t = Tip of string | Fork of Forest.t

  let leaves = function Tip _ -> 1 | Fork forest -> Forest.leaves forest
end

and Forest : sig
  type t = Tree.t list

  val leaves : t -> int
end = struct
  type t = Tree.t list

  let leaves forest = List.fold_left (fun sum tree -> sum + Tree.leaves tree) 0 forest
end

(* Labels, options, operators, private types, records with mutable and polymorphic fields *)

module Percent : sig
  type t = private int

  val of_int : int -> t
end = struct
  type t = int

  let of_int n = if n < 0 || n > 100 then raise (Invalid_argument (Printf.sprintf "%d %%" n)) else n
end

type item = { label : string; mutable stock : int; price : float; discount : Percent.t }
type order = { item : item; pieces : int }
type polymorphic = { map : 'a 'b. ('a -> 'b) -> 'a list -> 'b list }

let ( let* ) option f = Option.bind option f
let ( let+ ) option f = Option.map f option
let ( and+ ) a b = match a, b with Some a, Some b -> Some (a, b) | _ -> None
let ( |>> ) pair f = f (fst pair) (snd pair)
let item ?(stock = 10) ?(discount = 0) ~price label = { label; stock; price; discount = Percent.of_int discount }

let total ~rounding orders =
  let cost { item = { price; discount; _ }; pieces } =
    price *. float_of_int (pieces * (100 - (discount :> int))) /. 100.
  in
  rounding (List.fold_left (fun sum order -> sum +. cost order) 0. orders)

let take ({ item; pieces } as order) =
  if item.stock < pieces then None
  else begin
    item.stock <- item.stock - pieces;
    Some { order with pieces }
  end

let both_or_none first second =
  let* first = take first in
  let+ second = take second in
  [ first; second ]

(* Patterns: strings, ranges, arrays, alternatives, guards, lazy, exceptions *)

let classify = function
  | "" -> `Empty
  | "begin" | "end" | "let" | "in" -> `Keyword
  | word when String.for_all (function '0' .. '9' -> true | _ -> false) word -> `Number (int_of_string word)
  | word -> `Word (word.[0], String.length word)

type 'a stream = 'a cell lazy_t
and 'a cell = Cell of 'a * 'a stream

let sign = function 0 -> 0 | n when n < 0 -> -1 | _ -> 1

let shape_of = function
  | [||] -> "none"
  | [| x |] -> string_of_int x
  | [| x; y |] | [| x; _; y |] -> Printf.sprintf "%d..%d" x y
  | a -> Printf.sprintf "%d of them" (Array.length a)

let boxed = function 0l -> "zero" | 1l | 2l -> "few" | n -> Int32.to_string n
let wide = function 0L -> "zero" | n -> Printf.sprintf "%Lx" n
let rec firsts n (lazy (Cell (value, rest))) = if n = 0 then [] else value :: firsts (n - 1) rest
let rec from n = lazy (Cell (n, from (n + 1)))
let rec ones = 1 :: ones
let rec even n = n = 0 || odd (n - 1)
and odd n = n <> 0 && even (n - 1)

exception Stop of { at : int; why : string }

let search ~f limit =
  try
    for i = 0 to limit do
      match f i with
      | Some why -> raise_notrace (Stop { at = i; why })
      | None -> ()
      | exception Not_found -> ()
    done;
    None
  with Stop { at; why } -> Some (at, why)

let collatz n =
  let n = ref n and steps = ref 0 in
  while !n > 1 do
    n := if !n land 1 = 0 then !n lsr 1 else (3 * !n) + 1;
    incr steps
  done;
  !steps

module type MONOID = sig
  type t

  val zero : t
  val plus : t -> t -> t
end

module Added = struct
  type t = int

  let zero = 0
  let plus = ( + )
end

let sum (type a) (module M : MONOID with type t = a) (values : a list) : a = List.fold_left M.plus M.zero values

(* What it all comes to *)

let check name condition = if not condition then failwith ("workshop: " ^ name)

let () =
  let squares = Names.of_list (List.init 100 (fun i -> string_of_int i, i * i)) in
  check "map" (Names.find "12" squares = 144 && Names.height squares <= 9 && not (Names.is_empty squares));
  check "absent" (match Names.find "x" squares with _ -> false | exception Names.Absent key -> key = "x");
  let grid = Places.of_list [ (0, 1), 'a'; (0, 0), 'b'; (-1, 7), 'c' ] in
  check "order" (Places.fold (fun _ c text -> text ^ String.make 1 c) grid "" = "cba");
  let open Language in
  let twice = Function ("x", Type Int, Operation (`Add, Name "x", Name "x")) in
  check "eval" (run (Apply (twice, Number 21)) = Ok "42");
  check "closure" (run twice = Ok "<fun>");
  check "branches" (run (Choice { condition = Truth true; yes = Number 1; no = Truth false }) = Error "branches differ");
  check "scope" (run (Name "y") = Error "y is not bound");
  check "pair" (show (Pair (Int, Bool)) (eval Nil (Both (Const (Int, 1), Less (Const (Int, 1), Const (Int, 2))))) = "(1, yes)")

let () =
  let open Formula in
  let x_squared_and_3 = `Plus (`Times (`Var "x", `Var "x"), `Num 3.) in
  let variables = Names.of_list [ "x", 5. ] in
  check "formula" (value variables x_squared_and_3 = 28.);
  check "derivative" (value variables (derive "x" x_squared_and_3) = 10.)

let () =
  let square = new counted_square 1.5 in
  let shapes = [ (square :> drawn); round 1.; (new square 2. :> drawn) ] in
  check "objects" (List.map (fun (s : drawn) -> s#describe ()) shapes
                   = [ "square of 2.25, moved 0"; "circle of 3.1"; "square of 4.00, moved 0" ]);
  check "moved" (square#moved#moved#describe ~digits:0 () = "square of 2, moved 2" && square#asked = 2);
  check "copied" ((square#renamed "tile")#describe ~digits:1 () = "tile of 2.2, moved 0");
  let stack = new stack 'x' in
  stack#push 'y';
  check "class of a parameter" (stack#top = Some 'y' && stack#fold (fun n _ -> n + 1) 0 = 2)

let () =
  check "commands" (obey (Repeat (2, Say "hi")) = "repeat:say:hi,say:hi");
  check "recursive modules" Tree.(leaves (Fork [ Tip "a"; Fork [ Tip "b"; Tip "c" ] ]) = 3);
  let nail = item ~price:0.25 "nail" and saw = item ~stock:1 ~discount:20 ~price:30. "saw" in
  let orders = both_or_none { item = nail; pieces = 4 } { item = saw; pieces = 1 } in
  check "orders" (Option.map (total ~rounding:Float.round) orders = Some 25. && nail.stock = 6);
  check "refused" (both_or_none { item = saw; pieces = 1 } { item = nail; pieces = 1 } = None);
  check "together" ((let+ a = Some 1 and+ b = Some 2 in a + b) = Some 3 && ((1, 2) |>> ( + )) = 3);
  check "percent" (match Percent.of_int 101 with _ -> false | exception Invalid_argument m -> m = "101 %");
  let { map } = { map = List.map } in
  check "polymorphic field" (map string_of_int [ 1; 2 ] = [ "1"; "2" ] && map not [ true ] = [ false ])

let () =
  check "strings" (List.map classify [ ""; "let"; "17"; "word" ] = [ `Empty; `Keyword; `Number 17; `Word ('w', 4) ]);
  check "arrays" (List.map shape_of [ [||]; [| 1 |]; [| 1; 2; 3 |]; [| 1; 2; 3; 4 |] ] = [ "none"; "1"; "1..3"; "4 of them" ]);
  check "boxed" (boxed 2l = "few" && boxed (-1l) = "-1" && wide 255L = "ff" && sign (-3) = -1);
  check "lazy" (firsts 3 (from 1) = [ 1; 2; 3 ] && List.nth ones 5 = 1 && even 10 && odd 7);
  check "search" (search ~f:(fun i -> if i = 3 then raise Not_found else if i > 5 then Some "big" else None) 9 = Some (6, "big"));
  check "loops" (collatz 27 = 111);
  let module Join = struct
    type t = string

    let zero = ""
    let plus = ( ^ )
  end in
  check "sum" (sum (module Join) [ "a"; "b" ] = "ab" && sum (module Added) [ 1; 2 ] = 3);
  Format.printf "@[<v 2>workshop:@,%a@]@." (Format.pp_print_list Format.pp_print_string) [ "all"; "is well" ]
