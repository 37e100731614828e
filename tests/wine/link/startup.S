# The parts of startup.cpp that C++ cannot say: stack probes, the check of the stack cookie, calls through a guard that is off.
    .intel_syntax noprefix
    .text
    .globl __chkstk
# rax = bytes to allocate (kept); touches every page between rsp and rsp-rax.
.seh_proc __chkstk
__chkstk:
    push rcx
    .seh_pushreg rcx
    push rax
    .seh_pushreg rax
    .seh_endprologue
    lea  rcx, [rsp+24]          # caller's rsp before the call
    cmp  rax, 0x1000
    jb   2f
1:  sub  rcx, 0x1000
    test byte ptr [rcx], 0
    sub  rax, 0x1000
    cmp  rax, 0x1000
    ja   1b
2:  sub  rcx, rax
    test byte ptr [rcx], 0
    pop  rax
    pop  rcx
    ret
    .seh_endproc

    .globl __security_check_cookie
# rcx = cookie; no other register may change on success
__security_check_cookie:
    cmp  rcx, [rip + __security_cookie]
    jne  1f
    rol  rcx, 16
    test cx, 0xffff
    jne  2f
    ret
2:  ror  rcx, 16
1:  jmp  __report_gsfailure

    .globl _guard_dispatch_icall_nop
_guard_dispatch_icall_nop:
    jmp  rax
    .globl _guard_check_icall_nop
_guard_check_icall_nop:
    ret
