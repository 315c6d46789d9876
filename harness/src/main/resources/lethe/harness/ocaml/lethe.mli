(* What the OCaml source of a case opens in place of Stdlib: the host interface of corpus/README.md, and the operators and
   primitives that programs are made of. Only externals: no code belongs to this module. Float operators have a point. *)

(* The host *)
external load : string -> unit = "lethe_load"
external load_public : string -> unit = "lethe_load_public"
external forget : string -> unit = "lethe_forget"
external unload : string -> unit = "lethe_unload"
external set : int -> 'a -> unit = "lethe_set"
external get : int -> 'a = "lethe_get"
external print : 'a -> unit = "lethe_print"
external signal : int -> unit = "lethe_signal"
external full_major : unit -> unit = "caml_gc_full_major"
external major : unit -> unit = "caml_gc_major"
external minor : unit -> unit = "caml_gc_minor"

(* Control *)
external raise : exn -> 'a = "%raise"
external ignore : 'a -> unit = "%ignore"
external not : bool -> bool = "%boolnot"
external ( && ) : bool -> bool -> bool = "%sequand"
external ( || ) : bool -> bool -> bool = "%sequor"
external ( |> ) : 'a -> ('a -> 'b) -> 'b = "%revapply"
external ( @@ ) : ('a -> 'b) -> 'a -> 'b = "%apply"

(* Comparison *)
external ( = ) : 'a -> 'a -> bool = "%equal"
external ( <> ) : 'a -> 'a -> bool = "%notequal"
external ( < ) : 'a -> 'a -> bool = "%lessthan"
external ( > ) : 'a -> 'a -> bool = "%greaterthan"
external ( <= ) : 'a -> 'a -> bool = "%lessequal"
external ( >= ) : 'a -> 'a -> bool = "%greaterequal"
external ( == ) : 'a -> 'a -> bool = "%eq"
external ( != ) : 'a -> 'a -> bool = "%noteq"
external compare : 'a -> 'a -> int = "%compare"

(* Integers *)
external ( ~- ) : int -> int = "%negint"
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( * ) : int -> int -> int = "%mulint"
external ( / ) : int -> int -> int = "%divint"
external ( mod ) : int -> int -> int = "%modint"
external succ : int -> int = "%succint"
external pred : int -> int = "%predint"

(* Floats *)
external ( +. ) : float -> float -> float = "%addfloat"
external ( *. ) : float -> float -> float = "%mulfloat"

(* Pairs and references *)
external fst : 'a * 'b -> 'a = "%field0"
external snd : 'a * 'b -> 'b = "%field1"

type 'a ref = { mutable contents : 'a }

external ref : 'a -> 'a ref = "%makemutable"
external ( ! ) : 'a ref -> 'a = "%field0"
external ( := ) : 'a ref -> 'a -> unit = "%setfield0"
external incr : int ref -> unit = "%incr"
external decr : int ref -> unit = "%decr"

(* a.(i) and s.[i] *)
module Array : sig
  external make : int -> 'a -> 'a array = "caml_make_vect"
  external length : 'a array -> int = "%array_length"
  external get : 'a array -> int -> 'a = "%array_safe_get"
  external set : 'a array -> int -> 'a -> unit = "%array_safe_set"
end

module String : sig
  external length : string -> int = "%string_length"
  external get : string -> int -> char = "%string_safe_get"
end

(* Needs a unit camlinternalLazy in the case *)
external force : 'a lazy_t -> 'a = "%lazy_force"
