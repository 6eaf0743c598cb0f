/* Preloaded by the bench: fsync and fdatasync return SLOW_SYNC_US microseconds later than the disk would let
 * them, as on a kiosk's flash. What they do is left to the C library. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

static int slowly(const char *name, int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    const char *told = getenv("SLOW_SYNC_US");
    long us = told ? atol(told) : 0;
    struct timespec left = {us / 1000000, us % 1000000 * 1000};
    int result = real(fd), kept = errno;
    while (nanosleep(&left, &left) == -1 && errno == EINTR) {
    }
    errno = kept;
    return result;
}

int fsync(int fd) { return slowly("fsync", fd); }

int fdatasync(int fd) { return slowly("fdatasync", fd); }
