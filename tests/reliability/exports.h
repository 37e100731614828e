/*
 * All functions of the library, by their declarations in battery.abi, each called with arguments that it accepts. All
 * arguments are passed as numbers; functions that return a float are called the same way, and their result is not used.
 * A float is passed in a register of its own, wherever it stands among the arguments: every function gets one.
 */
#ifndef EXPORTS_H
#define EXPORTS_H

#include <battery.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_EXPORTS 200
#define MAX_ARGUMENTS 5
#define PERCENTAGE 50
#define START 40
#define END 60

/* What the functions are called with. One of them changes the tree of the root: give a copy. */
struct objects {
    battery *one;
    battery_manager *manager;
    battery_iterator *iterator;
    battery_adapter_iterator *adapters;
    battery_adapter *adapter;
    const char *root, *file;
};

static struct {
    char name[64], result[64], arguments[MAX_ARGUMENTS][64];
    long (*call)(long first, long second, long third, long fourth, long fifth, float percentage);
} exports[MAX_EXPORTS];
static int export_count;

static inline void fail(const char *what)
{
    char message[512] = "";

    battery_last_error_message(message, sizeof message);
    fprintf(stderr, "%s: %s\n", what, message);
    exit(1);
}

/* A line is the type of the result, the name, and the arguments in parentheses. */
static inline int read_export(char *line)
{
    char *arguments = strchr(line, '('), *name, *argument;
    int count = 0;

    if (arguments == NULL || line[0] == '#')
        return 0;
    *arguments++ = 0;
    name = strrchr(line, ' ') + 1;
    name += *name == '*';
    snprintf(exports[export_count].name, sizeof exports[0].name, "%s", name);
    snprintf(exports[export_count].result, sizeof exports[0].result, "%.*s", (int)(name - line), line);
    for (argument = strtok(arguments, ",)\n"); argument != NULL; argument = strtok(NULL, ",)\n")) {
        if (count == MAX_ARGUMENTS)
            fail("a function has too many arguments");
        snprintf(exports[export_count].arguments[count++], sizeof exports[0].arguments[0], "%s", argument + (*argument == ' '));
    }
    *(void **)&exports[export_count].call = dlsym(RTLD_DEFAULT, name);
    if (exports[export_count].call == NULL)
        fail(name);
    return 1;
}

/* The program is linked with the library, and with -ldl. */
static inline void find_exports(const char *abi)
{
    char line[512];
    FILE *file = fopen(abi, "r");

    if (file == NULL)
        fail(abi);
    while (fgets(line, sizeof line, file) != NULL) {
        if (read_export(line) && ++export_count == MAX_EXPORTS)
            fail("battery.abi has too many functions");
    }
    fclose(file);
    if (export_count < 50)
        fail("battery.abi has too few functions");
}

static inline battery_manager_options options_of(const char *root)
{
    battery_manager_options options;

    memset(&options, 0, sizeof options);
    options.size = sizeof options;
    options.sysfs_root = root;
    return options;
}

static inline battery_manager *open_root(const char *root)
{
    battery_manager_options options = options_of(root);

    return battery_manager_new_with(&options);
}

/* The value for an argument, which is its type and its name. */
static inline long value_of(const char *argument, const struct objects *objects, battery_manager_options *options, void *buffer, size_t size)
{
    const char *name = strrchr(argument, ' ');

    name = name == NULL ? argument : name + 1 + (name[1] == '*');
    if (strcmp(name, "battery") == 0)
        return (long)objects->one;
    if (strcmp(name, "manager") == 0)
        return (long)objects->manager;
    if (strncmp(argument, "battery_adapter_iterator ", strlen("battery_adapter_iterator ")) == 0)
        return (long)objects->adapters;
    if (strcmp(name, "iterator") == 0)
        return (long)objects->iterator;
    if (strcmp(name, "adapter") == 0)
        return (long)objects->adapter;
    if (strcmp(name, "options") == 0)
        return (long)options;
    if (strcmp(name, "path") == 0)
        return (long)objects->file;
    if (strcmp(name, "info") == 0 || strcmp(name, "estimate") == 0 || strcmp(name, "buffer") == 0 || strcmp(name, "summary") == 0
        || strcmp(name, "batteries") == 0)
        return (long)buffer;
    if (strcmp(name, "count") == 0)
        return 1;
    if (strcmp(name, "info_size") == 0)
        return sizeof(battery_info);
    if (strcmp(name, "format") == 0)
        return BATTERY_METRIC_FORMAT_PROMETHEUS;
    if (strcmp(name, "size") == 0 || strcmp(name, "length") == 0)
        return (long)size;
    if (strcmp(name, "field") == 0)
        return BATTERY_FIELD_TEMPERATURE;
    if (strcmp(name, "flags") == 0)
        return BATTERY_RECORDING_FLAGS_OVERWRITE;
    if (strcmp(name, "code") == 0)
        return BATTERY_ERROR_NOT_FOUND;
    if (strcmp(name, "start") == 0)
        return START;
    if (strcmp(name, "end") == 0)
        return END;
    if (strcmp(name, "effective_start") == 0 || strcmp(name, "effective_end") == 0)
        return (long)buffer;
    if (strcmp(argument, "float percentage") == 0)
        return 0;
    if (strcmp(name, "text") == 0 || strcmp(name, "timeout_ms") == 0 || strcmp(name, "void") == 0)
        return 0;
    fail(argument);
    return 0;
}

/* With the manager that is open. */
static inline void list_objects(struct objects *objects)
{
    objects->iterator = battery_manager_iter(objects->manager);
    objects->one = battery_iterator_next(objects->iterator);
    objects->adapters = battery_manager_iter_adapters(objects->manager);
    objects->adapter = battery_adapter_iterator_next(objects->adapters);
    if (objects->one == NULL || objects->adapter == NULL)
        fail("open");
}

static inline void open_objects(struct objects *objects)
{
    objects->manager = open_root(objects->root);
    list_objects(objects);
}

static inline void free_objects(const struct objects *objects)
{
    battery_adapter_free(objects->adapter);
    battery_adapter_iterator_free(objects->adapters);
    battery_free(objects->one);
    battery_iterator_free(objects->iterator);
    battery_manager_free(objects->manager);
}

/* Calls a function, frees what it returns, and gives its error: the negative result or the last error. */
static inline int call_export(int index, const struct objects *objects)
{
    union { double number; char bytes[512]; } buffer = {0};
    battery_manager_options options = options_of(objects->root);
    const char *type = exports[index].result;
    long values[MAX_ARGUMENTS] = {0}, result;
    int i, error;

    for (i = 0; i < MAX_ARGUMENTS && exports[index].arguments[i][0] != 0; i++)
        values[i] = value_of(exports[index].arguments[i], objects, &options, &buffer, sizeof buffer);
    result = exports[index].call(values[0], values[1], values[2], values[3], values[4], PERCENTAGE);
    error = strcmp(type, "int ") == 0 && (int)result < 0 ? (int)result : (int)battery_last_error_code();
    if (strcmp(type, "char *") == 0)
        battery_str_free((char *)result);
    else if (strcmp(type, "battery *") == 0)
        battery_free((battery *)result);
    else if (strcmp(type, "battery_iterator *") == 0)
        battery_iterator_free((battery_iterator *)result);
    else if (strcmp(type, "battery_adapter *") == 0)
        battery_adapter_free((battery_adapter *)result);
    else if (strcmp(type, "battery_adapter_iterator *") == 0)
        battery_adapter_iterator_free((battery_adapter_iterator *)result);
    else if (strcmp(type, "battery_manager *") == 0)
        battery_manager_free((battery_manager *)result);
    return error;
}

static inline int is_free(int index)
{
    return strstr(exports[index].name, "_free") != NULL;
}

#endif
