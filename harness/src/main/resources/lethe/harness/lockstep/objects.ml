(* Objects: public methods through the cache of each call and past it, private and inherited ones, copies. *)

let rounds = if Array.length Sys.argv > 1 then int_of_string Sys.argv.(1) else 1

class virtual shape name =
  object (self)
    val mutable moved = 0
    method virtual area : float
    method name : string = name
    method private log = moved <- moved + 1
    method move = self#log; moved
    method describe = Printf.sprintf "%s %.2f %d" self#name self#area moved
  end

class square side =
  object
    inherit shape "square"
    method area = side *. side
    method side = side
  end

class circle radius =
  object (self)
    inherit shape "circle" as super
    method area = 3.14159 *. radius *. radius
    method! move = self#log; super#move
    method! describe = "round " ^ super#describe
  end

class counter start =
  object (self : 'self)
    val count = start
    method count = count
    method next = {< count = count + 1 >}
    method equal (other : 'self) = other#count = self#count
  end

class ['a] stack =
  object
    val mutable items : 'a list = []
    method push x = items <- x :: items
    method pop = match items with [] -> None | x :: rest -> items <- rest; Some x
    method fold : 'b. ('b -> 'a -> 'b) -> 'b -> 'b = fun f init -> List.fold_left f init items
  end

(* Many methods, so that the search in the table has something to do; called on objects of many classes at one place. *)
let anonymous n =
  object
    method m0 = n
    method m1 = n + 1
    method m2 = n + 2
    method m3 = n + 3
    method m4 = n + 4
    method name = "anonymous"
  end

let other n =
  object
    method m1 = n * 10
    method m4 = n * 40
    method name = "other"
    method zzz = 0
  end

let one_place o = o#m4 + o#m1

let once () =
  let shapes = [ (new square 2.0 :> shape); (new circle 1.5 :> shape); (new square 0.5 :> shape) ] in
  let moves = List.fold_left (fun n s -> n + s#move + s#move) 0 shapes in
  let text = String.concat "; " (List.map (fun s -> s#describe) shapes) in
  let c = new counter 3 in
  let d = c#next#next in
  let s = new stack in
  for i = 1 to 5 do s#push (i * i) done;
  let top = match s#pop with None -> 0 | Some x -> x in
  let mixed = ref 0 in
  for i = 1 to 6 do
    mixed := !mixed + (if i mod 2 = 0 then one_place (anonymous i) else one_place (other i))
  done;
  let copy = Oo.copy c in
  (text, moves + d#count + top + s#fold ( + ) 0 + !mixed + if c#equal copy && not (d#equal c) then 1 else 0)

let () =
  let sum = ref 0 in
  for _ = 1 to rounds do sum := !sum + snd (once ()) done;
  Printf.printf "%s\n%d\n" (fst (once ())) !sum
