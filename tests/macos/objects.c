/*
 * CoreFoundation's objects, with its ownership: what a function with Create or Copy in its name returns must be released
 * once, what a function with Get in its name returns must not. A released object is kept for a while, so that its use is seen.
 */
#include "standin.h"

#include <stdlib.h>
#include <string.h>

enum { ALIVE = 0x43464f42, DEAD = 0x64656164, KEPT = 4096, SIGNED_INTEGER_64 = 4 };

struct object {
    uint32_t state;
    int type;
    int references; /* all */
    int owned;      /* of these, the ones that the caller of the library must release */
    int is_constant;
    UniChar *text;
    char *class_name;
    object **keys, **values;
    CFIndex count; /* of a string: characters; of an array or dictionary: entries */
    int64_t number;
    int is_real;
};

static int made, alive, owned;
static object *released[KEPT];
static int next_released;

/* The roots of what a test builds. */
static object *built[KEPT];
static int built_count;

int objects_made(void) { return made; }
int objects_alive(void) { return alive; }
int references_owned(void) { return owned; }

static object *new_object(int type)
{
    object *result = calloc(1, sizeof *result);
    result->state = ALIVE;
    result->type = type;
    result->references = 1;
    made++;
    alive++;
    return result;
}

static void destroy(object *dead)
{
    for (CFIndex i = 0; dead->values != NULL && i < dead->count; i++) {
        if (dead->keys != NULL)
            object_drop(dead->keys[i]);
        object_drop(dead->values[i]);
    }
    free(dead->keys);
    free(dead->values);
    free(dead->text);
    free(dead->class_name);
    dead->state = DEAD;
    alive--;
    free(released[next_released]);
    released[next_released] = dead;
    next_released = (next_released + 1) % KEPT;
}

void object_drop(object *dropped)
{
    if (--dropped->references == 0)
        destroy(dropped);
}

void object_give(object *given)
{
    given->owned++;
    owned++;
}

void object_take(object *taken, const char *function)
{
    if (taken->is_constant || taken->owned == 0) {
        standin_violation(function, "the caller does not own the object");
        return;
    }
    taken->owned--;
    owned--;
    object_drop(taken);
}

void object_make_constant(object *constant)
{
    constant->is_constant = 1;
}

object *object_live(CFTypeRef reference, int type, const char *function)
{
    object *found = (object *)reference;
    if (found == NULL)
        standin_violation(function, "NULL instead of an object");
    else if (found->state != ALIVE)
        standin_violation(function, "the object was released");
    else if (type != 0 && found->type != type)
        standin_violation(function, "the object is of another type");
    else
        return found;
    return NULL;
}

static void append(object *container, object *key, object *value)
{
    size_t size = (size_t)(container->count + 1) * sizeof(object *);
    if (key != NULL) {
        container->keys = realloc(container->keys, size);
        container->keys[container->count] = key;
    }
    container->values = realloc(container->values, size);
    container->values[container->count++] = value;
}

static object *deep_copy(const object *original)
{
    object *copy = new_object(original->type);
    copy->number = original->number;
    copy->is_real = original->is_real;
    if (original->text != NULL) {
        copy->count = original->count;
        copy->text = malloc((size_t)(original->count + 1) * sizeof(UniChar));
        memcpy(copy->text, original->text, (size_t)original->count * sizeof(UniChar));
    }
    for (CFIndex i = 0; original->values != NULL && i < original->count; i++)
        append(copy, original->keys == NULL ? NULL : deep_copy(original->keys[i]), deep_copy(original->values[i]));
    return copy;
}

object *object_copy(const object *original)
{
    object *copy = deep_copy(original);
    object_give(copy);
    return copy;
}

object *object_array_copy(object *array)
{
    object *copy = new_object(ARRAY);
    for (CFIndex i = 0; i < array->count; i++) {
        array->values[i]->references++;
        append(copy, NULL, array->values[i]);
    }
    object_give(copy);
    return copy;
}

object *object_matching(const char *class_name)
{
    object *matching = new_object(DICTIONARY);
    matching->class_name = strdup(class_name);
    object_give(matching);
    return matching;
}

const char *object_class(const object *matching)
{
    return matching->class_name;
}

/* ---- What tests build answers of; the objects belong to the stand-in until standin_reset. */

static object *build(object *root)
{
    built[built_count++ % KEPT] = root;
    return root;
}

void objects_reset(void)
{
    while (built_count > 0)
        object_drop(built[--built_count]);
}

object *standin_dictionary(void) { return build(new_object(DICTIONARY)); }
object *standin_array(void) { return build(new_object(ARRAY)); }
object *standin_data(void) { return build(new_object(DATA)); }

object *standin_integer(int64_t number)
{
    object *result = build(new_object(NUMBER));
    result->number = number;
    return result;
}

object *standin_real(void)
{
    object *result = build(new_object(NUMBER));
    result->is_real = 1;
    return result;
}

object *standin_boolean(int value)
{
    object *result = build(new_object(BOOLEAN));
    result->number = value;
    return result;
}

object *standin_string(const UniChar *text, int length)
{
    object *result = build(new_object(STRING));
    result->count = length;
    result->text = malloc((size_t)(length + 1) * sizeof(UniChar));
    memcpy(result->text, text, (size_t)length * sizeof(UniChar));
    return result;
}

/* Moves a value, which was built last but for its key, into a container. */
void standin_put(object *container, object *key, object *value)
{
    built_count -= key == NULL ? 1 : 2;
    append(container, key, value);
}

/* ---- CoreFoundation */

void CFRelease(CFTypeRef reference)
{
    object *found;
    ENTER();
    found = object_live(reference, 0, __func__);
    if (found != NULL)
        object_take(found, __func__);
    LEAVE();
}

#define TYPE_ID(name, type) CFTypeID name(void) { ENTER(); LEAVE(); return type; }
TYPE_ID(CFDictionaryGetTypeID, DICTIONARY)
TYPE_ID(CFArrayGetTypeID, ARRAY)
TYPE_ID(CFStringGetTypeID, STRING)
TYPE_ID(CFNumberGetTypeID, NUMBER)
TYPE_ID(CFBooleanGetTypeID, BOOLEAN)

/* A function that reads one property of an object, and 0 of what is not one. */
#define READER(result, name, object_type, expression) \
    result name(CFTypeRef reference) \
    { \
        object *found; \
        result value = 0; \
        ENTER(); \
        found = object_live(reference, object_type, __func__); \
        if (found != NULL) \
            value = (result)(expression); \
        LEAVE(); \
        return value; \
    }
READER(CFTypeID, CFGetTypeID, 0, found->type)
READER(CFIndex, CFDictionaryGetCount, DICTIONARY, found->count)
READER(CFIndex, CFArrayGetCount, ARRAY, found->count)
READER(CFIndex, CFStringGetLength, STRING, found->count)
READER(Boolean, CFNumberIsFloatType, NUMBER, found->is_real)
READER(Boolean, CFBooleanGetValue, BOOLEAN, found->number != 0)

void CFDictionaryGetKeysAndValues(CFTypeRef reference, CFTypeRef *keys, CFTypeRef *values)
{
    object *found;
    ENTER();
    found = object_live(reference, DICTIONARY, __func__);
    for (CFIndex i = 0; found != NULL && i < found->count; i++) {
        keys[i] = found->keys[i];
        values[i] = found->values[i];
    }
    LEAVE();
}

CFTypeRef CFArrayGetValueAtIndex(CFTypeRef reference, CFIndex index)
{
    object *found;
    CFTypeRef value = NULL;
    ENTER();
    found = object_live(reference, ARRAY, __func__);
    if (found != NULL && (index < 0 || index >= found->count))
        standin_violation(__func__, "the index is out of range");
    else if (found != NULL)
        value = found->values[index];
    LEAVE();
    return value;
}

void CFStringGetCharacters(CFTypeRef reference, CFRange range, UniChar *buffer)
{
    object *found;
    ENTER();
    found = object_live(reference, STRING, __func__);
    if (found != NULL && (range.location < 0 || range.length < 0 || range.location + range.length > found->count))
        standin_violation(__func__, "the range exceeds the string");
    else if (found != NULL)
        memcpy(buffer, found->text + range.location, (size_t)range.length * sizeof(UniChar));
    LEAVE();
}

Boolean CFNumberGetValue(CFTypeRef reference, CFIndex type, void *value)
{
    object *found;
    ENTER();
    found = object_live(reference, NUMBER, __func__);
    if (type != SIGNED_INTEGER_64)
        standin_violation(__func__, "the stand-in has 64-bit integers only");
    else if (found != NULL)
        memcpy(value, &found->number, sizeof found->number);
    LEAVE();
    return found != NULL;
}
