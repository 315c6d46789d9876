(* Lists, closures over the board, backtracking. *)
external ( + ) : int -> int -> int = "%addint"
external ( - ) : int -> int -> int = "%subint"
external ( > ) : int -> int -> bool = "%greaterthan"
external ( = ) : int -> int -> bool = "%equal"
external ( <> ) : int -> int -> bool = "%notequal"
external ( && ) : bool -> bool -> bool = "%sequand"

let count = 40

let rec safe column distance = function
  | [] -> true
  | queen :: queens ->
    queen <> column && queen <> column + distance && queen <> column - distance && safe column (distance + 1) queens

let solutions size =
  let rec place row queens =
    if row = 0 then 1
    else
      let rec try_column column =
        if column > size then 0
        else
          (if safe column 1 queens then place (row - 1) (column :: queens) else 0) + try_column (column + 1)
      in
      try_column 1
  in
  place size []

let () =
  for _ = 1 to count do
    assert (solutions 8 = 92)
  done
