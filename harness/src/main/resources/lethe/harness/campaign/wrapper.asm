unit wrapper
  BRANCH init
handler:                        ; fun x -> former (x + 1)
  ACC0
  OFFSETINT 1
  PUSHENVACC2
  APPTERM1 2
wrap:                           ; fun former -> handler
  ACC0
  CLOSURE 1 handler
  RETURN 1
init:
  CLOSURE 0 wrap
  MAKEBLOCK1 0
  SETGLOBAL Wrapper
