(* Methods called through objects of several classes, some inherited. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( * ) : int -> int -> int = "%mulint"
external ( land ) : int -> int -> int = "%andint"
external ( = ) : int -> int -> bool = "%equal"

let count = 36

class virtual shape =
  object (self)
    method virtual area : int
    method scaled n = self#area * n
  end

class square side =
  object
    inherit shape
    method area = side * side
  end

class rectangle width height =
  object
    inherit shape
    val mutable asked = 0
    method area = asked <- asked + 1; width * height
    method asked = asked
  end

let rec total shapes scale sum =
  match shapes with [] -> sum | (s : shape) :: rest -> total rest scale ((sum + s#scaled scale) land 0xffffff)

let rec make n shapes =
  if n = 0 then shapes
  else
    let s = if n land 1 = 0 then new square n else (new rectangle n (n + 1) :> shape) in
    make (n - 1) (s :: shapes)

let () =
  for _ = 1 to count do
    let shapes = make 1000 [] in
    let rec again n sum = if n = 0 then sum else again (n - 1) ((sum + total shapes n 0) land 0xffffff) in
    assert (again 150 0 = 15_325_692)
  done
