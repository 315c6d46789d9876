(* The host interface of a Lethe case, version 2, over OCaml's Dynlink. Exported code reads these functions by their
   position in the module block, so their order is part of the interface. *)

val load : string -> unit
(** Loads the file [name.cmo] beside the program privately and runs its initialiser; what that raises passes on.
    Loading a unit again makes a new instance. If Dynlink refuses the file, the program says so and exits with 3. *)

val unload : string -> unit
(** Asks that the newest instance of the unit be freed. Stock OCaml never frees loaded code: does nothing. A patched
    OCaml puts its own request here. *)

val set : int -> Obj.t -> unit
(** [set n v]: cell n (0 to 15) of the host := v. *)

val get : int -> Obj.t
(** The cell's value; the integer 0 if never set. *)

val print : Obj.t -> unit
(** One line of output: the value as text. *)

val result : Obj.t -> unit
(** Prints ["result V"], the last line of a program that ends; the exporter appends this call to [main]. *)

val load_public : string -> unit
(** As [load], but units loaded later may name the unit's global. *)

val forget : string -> unit
(** Gives up the unit's public name. Stock OCaml has no such thing: does nothing. *)

val signal : int -> unit
(** The program sends itself the signal of that number, OCaml's; its handler has run when it returns. *)
