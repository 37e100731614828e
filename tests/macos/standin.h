/* What the files of the stand-in share. The prototypes of the stood-in functions are those of Apple's headers. */
#ifndef STANDIN_H
#define STANDIN_H

#include <stddef.h>
#include <stdint.h>

typedef const void *CFTypeRef;
typedef long CFIndex;
typedef unsigned long CFTypeID;
typedef unsigned char Boolean;
typedef uint16_t UniChar;
typedef struct { CFIndex location, length; } CFRange;
typedef int32_t kern_return_t;
typedef uint32_t mach_port_t;

enum { OUT_OF_MEMORY = -1, BAD_ARGUMENT = (int)0xe00002c2 };

/* Types of objects; the numbers mean nothing. */
enum { STRING = 7, DICTIONARY = 18, ARRAY, DATA, BOOLEAN, NUMBER };

typedef struct object object;

/* control.c: every stood-in function begins with ENTER and ends with LEAVE, also when it fails. */
#define ENTER() standin_enter(__func__)
#define LEAVE() standin_leave()

/* Counts a call and takes the lock. Returns the error that a test demands of this call, else 0. */
int standin_enter(const char *function);
void standin_leave(void);

/* Counts a violation of the rules of a function, and keeps its description. */
void standin_violation(const char *function, const char *what);

/* objects.c; the lock is held. */
object *object_live(CFTypeRef reference, int type, const char *function); /* NULL and a violation if it is not one; type 0: any */
object *object_copy(const object *original);                             /* deep, with a reference of the caller of the library */
object *object_array_copy(object *array);                                /* shallow, as CFArrayCreateCopy */
object *object_matching(const char *class_name);
const char *object_class(const object *matching);
void object_give(object *given);                                         /* the caller of the library gets a reference */
void object_take(object *taken, const char *function);                   /* a function consumes the caller's reference */
void object_drop(object *dropped);                                       /* the stand-in's own reference */
void object_make_constant(object *constant);

/* What the tests read: see control.c, objects.c, registry.c and notify.c. */
int objects_alive(void);
int objects_made(void);
int references_owned(void);
int ports_alive(void);
int subscriptions_alive(void);
void registry_reset(void);
void objects_reset(void);

#endif
