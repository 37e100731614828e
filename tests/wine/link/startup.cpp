/*
 * For tests in Wine alone: what a NativeAOT library for win-x64 needs of Microsoft's static C runtime (LIBCMT and
 * libvcruntime) to start, so that it can be linked on Linux. Releases are linked by MSVC with the real one.
 * Freestanding, for clang --target=x86_64-pc-windows-msvc without Windows headers. malloc, memcpy and the like come
 * from the system's ucrtbase.dll.
 */

typedef unsigned long long u64;
typedef unsigned int u32;
typedef unsigned short u16;
typedef unsigned char u8;
typedef long long i64;
typedef decltype(sizeof(0)) size_t;
typedef void (*PVFV)();
typedef int (*PIFV)();
typedef void (*TLSCB)(void *, u32, void *);

#define KEEP __attribute__((used))

extern "C" {

// ---- imported from the OS -------------------------------------------------
__declspec(dllimport) void *malloc(size_t);
__declspec(dllimport) void *calloc(size_t, size_t);
__declspec(dllimport) void *realloc(void *, size_t);
__declspec(dllimport) void free(void *);
__declspec(dllimport) void GetSystemTimeAsFileTime(u64 *);
__declspec(dllimport) u32 GetCurrentThreadId(void);
__declspec(dllimport) u32 GetCurrentProcessId(void);
__declspec(dllimport) int QueryPerformanceCounter(i64 *);

// ---- float marker ---------------------------------------------------------
int _fltused = 0x9875;

// ---- stack cookie (/GS) ---------------------------------------------------
#define DEFAULT_COOKIE 0x00002B992DDFA232ull
u64 __security_cookie = DEFAULT_COOKIE;
u64 __security_cookie_complement = ~DEFAULT_COOKIE;

static void init_cookie() {
  if (__security_cookie != DEFAULT_COOKIE) { // loader already did it (load config)
    __security_cookie_complement = ~__security_cookie;
    return;
  }
  u64 t = 0, v; i64 q = 0;
  GetSystemTimeAsFileTime(&t);
  QueryPerformanceCounter(&q);
  v = t ^ ((u64)GetCurrentThreadId() << 13) ^ GetCurrentProcessId() ^ ((u64)q << 32) ^ (u64)q ^ (u64)&v;
  v &= 0x0000FFFFFFFFFFFFull;
  if (v == DEFAULT_COOKIE || v == 0) v = DEFAULT_COOKIE + 1;
  __security_cookie = v;
  __security_cookie_complement = ~v;
}

__declspec(noreturn) static void fastfail(u32 code) {
  __asm__ volatile("int $0x29" ::"c"(code) : "memory");
  __builtin_unreachable();
}
__declspec(noreturn) void __report_rangecheckfailure(void) { fastfail(8); } // FAST_FAIL_RANGE_CHECK_FAILURE
__declspec(noreturn) void __report_gsfailure(u64) { fastfail(2); }          // FAST_FAIL_STACK_COOKIE_CHECK_FAILURE

// __GSHandlerCheck: personality routine of /GS functions without their own EH.
struct RUNTIME_FUNCTION { u32 Begin, End, UnwindData; };
struct DISPATCHER_CONTEXT {
  u64 ControlPc, ImageBase; RUNTIME_FUNCTION *FunctionEntry; u64 EstablisherFrame, TargetIp;
  void *ContextRecord, *LanguageHandler; void *HandlerData; /* ... */
};
struct GS_HANDLER_DATA { int CookieOffset, AlignedBaseOffset, Alignment; };
void __security_check_cookie(u64);
int __GSHandlerCheck(void *, u8 *frame, void *, DISPATCHER_CONTEXT *dc) {
  const GS_HANDLER_DATA *d = (const GS_HANDLER_DATA *)dc->HandlerData;
  u8 *base = frame;
  if (d->CookieOffset & 4) base = (u8 *)((i64)(frame + d->AlignedBaseOffset) & -(i64)d->Alignment);
  u64 cookie = *(u64 *)(base + (d->CookieOffset & ~7));
  const u8 *ui = (const u8 *)(dc->ImageBase + dc->FunctionEntry->UnwindData);
  u64 x = (u64)frame;
  if (ui[3] & 0x0F) x += ui[3] & 0xF0; // functions with a frame register xor with it
  __security_check_cookie(cookie ^ x);
  return 1; // ExceptionContinueSearch
}

// ---- control-flow-guard pointers (inert, image is not marked GUARD_CF) ------
void _guard_dispatch_icall_nop(void);
void _guard_check_icall_nop(void);
__declspec(allocate(".00cfg")) extern void (*const __guard_dispatch_icall_fptr)(void);
__declspec(allocate(".00cfg")) extern void (*const __guard_check_icall_fptr)(void);
#pragma section(".00cfg", read)
__declspec(allocate(".00cfg")) void (*const __guard_check_icall_fptr)(void) = _guard_check_icall_nop;
__declspec(allocate(".00cfg")) void (*const __guard_dispatch_icall_fptr)(void) = _guard_dispatch_icall_nop;

// ---- initializer tables ------------------------------------------------------
#pragma section(".CRT$XIA", read)
#pragma section(".CRT$XIZ", read)
#pragma section(".CRT$XCA", read)
#pragma section(".CRT$XCZ", read)
#pragma section(".CRT$XPA", read)
#pragma section(".CRT$XPZ", read)
#pragma section(".CRT$XTA", read)
#pragma section(".CRT$XTZ", read)
#pragma section(".CRT$XDA", read)
#pragma section(".CRT$XDZ", read)
#pragma section(".CRT$XLA", read)
#pragma section(".CRT$XLC", read)
#pragma section(".CRT$XLZ", read)
__declspec(allocate(".CRT$XIA")) KEEP const PIFV __xi_a = 0;
__declspec(allocate(".CRT$XIZ")) KEEP const PIFV __xi_z = 0;
__declspec(allocate(".CRT$XCA")) KEEP const PVFV __xc_a = 0;
__declspec(allocate(".CRT$XCZ")) KEEP const PVFV __xc_z = 0;
__declspec(allocate(".CRT$XPA")) KEEP const PVFV __xp_a = 0;
__declspec(allocate(".CRT$XPZ")) KEEP const PVFV __xp_z = 0;
__declspec(allocate(".CRT$XTA")) KEEP const PVFV __xt_a = 0;
__declspec(allocate(".CRT$XTZ")) KEEP const PVFV __xt_z = 0;
__declspec(allocate(".CRT$XDA")) KEEP const PVFV __xd_a = 0;
__declspec(allocate(".CRT$XDZ")) KEEP const PVFV __xd_z = 0;
__declspec(allocate(".CRT$XLA")) KEEP const TLSCB __xl_a = 0;
__declspec(allocate(".CRT$XLZ")) KEEP const TLSCB __xl_z = 0;

// volatile reads: the compiler must not reason about distinct objects here
static void walk(const PVFV *a, const PVFV *z) {
  const PVFV *volatile p0 = a; const PVFV *volatile z0 = z;
  for (const PVFV *p = p0, *e = z0; p < e; ++p) if (*p) (*p)();
}

// ---- TLS -------------------------------------------------------------------------
u32 _tls_index = 0;
#pragma section(".tls", read, write)
#pragma section(".tls$ZZZ", read, write)
__declspec(allocate(".tls")) char _tls_start = 0;
__declspec(allocate(".tls$ZZZ")) char _tls_end = 0;
struct IMAGE_TLS_DIRECTORY64 { u64 Start, End, Index, CallBacks; u32 ZeroFill, Characteristics; };
#pragma section(".rdata$T", read)
extern __declspec(allocate(".rdata$T")) const IMAGE_TLS_DIRECTORY64 _tls_used;
__declspec(allocate(".rdata$T")) const IMAGE_TLS_DIRECTORY64 _tls_used = {
    (u64)&_tls_start, (u64)&_tls_end, (u64)&_tls_index, (u64)(&__xl_a + 1), 0, 0};

__declspec(thread) bool __tls_guard = false;
void __dyn_tls_init(void *, u32 reason, void *) {
  if (reason != 2 /* DLL_THREAD_ATTACH */ || __tls_guard) return;
  __tls_guard = true;
  walk(&__xd_a, &__xd_z);
}
void __dyn_tls_on_demand_init(void) { __dyn_tls_init(0, 2, 0); }
__declspec(allocate(".CRT$XLC")) KEEP const TLSCB __xl_c = __dyn_tls_init;

// ---- atexit (per image, run at DLL_PROCESS_DETACH) ----------------------------------
static PVFV *exit_tab; static u32 exit_n, exit_cap; static volatile char exit_lock;
int atexit(PVFV f) {
  while (__atomic_test_and_set(&exit_lock, __ATOMIC_ACQUIRE)) __builtin_ia32_pause();
  int rc = 0;
  if (exit_n == exit_cap) {
    u32 c = exit_cap ? exit_cap * 2 : 32;
    PVFV *t = (PVFV *)realloc(exit_tab, c * sizeof(PVFV));
    if (!t) rc = 1; else { exit_tab = t; exit_cap = c; }
  }
  if (!rc) exit_tab[exit_n++] = f;
  __atomic_clear(&exit_lock, __ATOMIC_RELEASE);
  return rc;
}
static void run_atexit() { while (exit_n) exit_tab[--exit_n](); free(exit_tab); exit_tab = 0; exit_cap = 0; }

// ---- DLL entry -------------------------------------------------------------------------
int DllMain(void *, u32, void *);
static int attached;
static int dll_entry(void *inst, u32 reason, void *reserved) {
  switch (reason) {
  case 1: { // DLL_PROCESS_ATTACH
    const PIFV *volatile a = &__xi_a; const PIFV *volatile z = &__xi_z;
    for (const PIFV *p = a, *e = z; p < e; ++p) if (*p && (*p)()) return 0;
    walk(&__xc_a, &__xc_z);
    __dyn_tls_init(0, 2, 0); // the loading thread gets no THREAD_ATTACH
    if (!DllMain(inst, reason, reserved)) { run_atexit(); return 0; }
    attached = 1;
    return 1; }
  case 0: // DLL_PROCESS_DETACH
    if (!attached) return 1;
    attached = 0;
    DllMain(inst, reason, reserved);
    run_atexit();
    walk(&__xp_a, &__xp_z);
    walk(&__xt_a, &__xt_z);
    return 1;
  default:
    return DllMain(inst, reason, reserved);
  }
}
__attribute__((no_stack_protector)) int _DllMainCRTStartup(void *inst, u32 reason, void *reserved) {
  if (reason == 1) init_cookie();
  return dll_entry(inst, reason, reserved);
}

// ---- load configuration: lets the Windows loader seed the cookie ------------------------
struct LOAD_CONFIG { u32 Size; u32 pad[21]; u64 SecurityCookie; u64 SEHTable, SEHCount; u64 GuardCheck, GuardDispatch, GuardFidTable, GuardFidCount;
    u32 GuardFlags; u32 pad2[3]; };
static_assert(__builtin_offsetof(LOAD_CONFIG, SecurityCookie) == 0x58, "");
static_assert(__builtin_offsetof(LOAD_CONFIG, GuardFlags) == 0x90, "");
extern const LOAD_CONFIG _load_config_used;
const LOAD_CONFIG _load_config_used = {sizeof(LOAD_CONFIG), {}, (u64)&__security_cookie, 0, 0,
    0, 0, 0, 0, 0 /* no control-flow guard */, {}};

#pragma comment(linker, "/include:_tls_used")
#pragma comment(linker, "/include:_load_config_used")
#pragma comment(linker, "/merge:.CRT=.rdata")
#pragma comment(linker, "/merge:.00cfg=.rdata")
} // extern "C"

extern "C" int _purecall(void) { fastfail(7); } // FAST_FAIL_FATAL_APP_EXIT

// ---- C++ allocation ------------------------------------------------------------------------
namespace std { struct nothrow_t { explicit nothrow_t() = default; }; extern const nothrow_t nothrow; const nothrow_t nothrow{}; }
void *operator new(size_t n, const std::nothrow_t &) noexcept { return malloc(n ? n : 1); }
void *operator new[](size_t n, const std::nothrow_t &) noexcept { return malloc(n ? n : 1); }
void operator delete(void *p) noexcept { free(p); }
void operator delete(void *p, size_t) noexcept { free(p); }
void operator delete[](void *p) noexcept { free(p); }
void operator delete[](void *p, size_t) noexcept { free(p); }
