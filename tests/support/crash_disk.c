/* A disk that tells what was done to it, fails when told to, and kills the process when told to.

   Preloaded into a process (LD_PRELOAD). Every open, write, truncation, sync, rename, link and unlink below
   CRASH_DISK_ROOT is done as asked and appended to the trace CRASH_DISK_TRACE, so that crash_disk.py can work
   out what a power cut at any moment would have left. One record:

     kind (1 byte) | inode (8) | offset or length (8) | size of name (4) | size of data (4) | name | data

   The process itself arms failures: crash_disk_fail (a full or broken disk) and crash_disk_kill (SIGKILL). */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define LARGEST_FD 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_length;
static int trace = -1;
static uint64_t inode_of[LARGEST_FD];  /* 0: not below the root */
static char *folder_of[LARGEST_FD];    /* an open folder's name, to know what its sync makes durable */

static long fail_in, fail_count;       /* operations until the first failure; how many fail, < 0: all from there */
static int fail_errno, fail_short, fail_syncs;
static long kill_in;                   /* operations until SIGKILL, 0: never */
static long steps, failures;           /* what may fail, counted since the last arming; how many did */

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name)

static ssize_t real_write(int fd, const void *data, size_t size) {
  REAL(write);
  return real(fd, data, size);
}

static ssize_t real_pwrite(int fd, const void *data, size_t size, off64_t offset) {
  REAL(pwrite64);
  return real(fd, data, size, offset);
}

static void record(char kind, uint64_t inode, uint64_t offset, const char *name, const void *data, uint32_t size) {
  if (trace < 0) return;
  uint32_t name_size = name ? strlen(name) : 0;
  char head[25];
  head[0] = kind;
  memcpy(head + 1, &inode, 8);
  memcpy(head + 9, &offset, 8);
  memcpy(head + 17, &name_size, 4);
  memcpy(head + 21, &size, 4);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)name, name_size}, {(void *)data, size}};
  REAL(writev);
  if (real(trace, parts, 3) != (ssize_t)(sizeof head + name_size + size)) abort();  /* a trace with a hole lies */
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("CRASH_DISK_ROOT"), *file = getenv("CRASH_DISK_TRACE");
  if (folder && strlen(folder) < sizeof root) {
    strcpy(root, folder);
    root_length = strlen(root);
  }
  if (file) {
    REAL(open64);
    trace = real(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

/* Return the name when it is below the root. */
static int ours(const char *name) {
  return root_length && name && !strncmp(name, root, root_length) && (name[root_length] == '/' || !name[root_length]);
}

static uint64_t inode(int fd) { return fd >= 0 && fd < LARGEST_FD ? inode_of[fd] : 0; }

static void maybe_die(void) {
  if (kill_in && --kill_in == 0) kill(getpid(), SIGKILL);
}

/* Count an operation that a disk can refuse; return whether it is refused now. */
static int refused(void) {
  ++steps;
  if (fail_in > 1) --fail_in;
  else if (fail_in == 1 && fail_count != 0) {
    if (fail_count > 0) --fail_count;
    ++failures;
    errno = fail_errno;
    return 1;
  }
  return 0;
}

/* ---- what the process under test calls ---------------------------------------------------------------- */

/* From the `after`th write on (1: the next) fail `count` of them, < 0: until armed anew, with `error`.
   `half`: the first one fails by half, as a disk does that fills up; `syncs`: syncs fail as well. */
void crash_disk_fail(long after, long count, int error, int half, int syncs) {
  pthread_mutex_lock(&lock);
  fail_in = after;
  fail_count = count;
  fail_errno = error;
  fail_short = half;
  fail_syncs = syncs;
  steps = failures = 0;
  pthread_mutex_unlock(&lock);
}

/* SIGKILL at the `after`th write, sync, rename, unlink, send or receive from now; 0: never. */
void crash_disk_kill(long after) { kill_in = after; }

long crash_disk_steps(void) { return steps; }

long crash_disk_failures(void) { return failures; }

/* Put a note into the trace: what has been promised by now. */
void crash_disk_mark(const char *data, uint32_t size) {
  pthread_mutex_lock(&lock);
  record('A', 0, 0, NULL, data, size);
  pthread_mutex_unlock(&lock);
}

/* ---- files ------------------------------------------------------------------------------------------------ */

static int open_any(const char *name, int flags, mode_t mode) {
  REAL(open64);
  if (!ours(name)) return real(name, flags, mode);
  pthread_mutex_lock(&lock);
  struct stat status;
  int there = stat(name, &status) == 0, fd;
  if (!there && (flags & O_CREAT) && refused()) {
    pthread_mutex_unlock(&lock);
    return -1;
  }
  fd = real(name, flags, mode);
  if (fd >= 0 && fd < LARGEST_FD && fstat(fd, &status) == 0) {
    int error = errno;
    if (S_ISDIR(status.st_mode)) {
      folder_of[fd] = strdup(name);
    } else {
      inode_of[fd] = status.st_ino;
      record(there ? 'O' : 'C', status.st_ino, 0, name, NULL, 0);
      if (there && (flags & O_TRUNC)) record('T', status.st_ino, 0, NULL, NULL, 0);
    }
    errno = error;
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

static int open_listed(const char *name, int flags, va_list rest) {
  return open_any(name, flags, (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0);
}

#define OPEN(symbol) \
  int symbol(const char *name, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    int fd = open_listed(name, flags, rest); \
    va_end(rest); \
    return fd; \
  }

OPEN(open)
OPEN(open64)

#define OPENAT(symbol) \
  int symbol(int folder, const char *name, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    int fd; \
    if (folder == AT_FDCWD || name[0] == '/') { \
      fd = open_listed(name, flags, rest); \
    } else { \
      REAL(symbol); \
      fd = real(folder, name, flags, va_arg(rest, mode_t)); \
    } \
    va_end(rest); \
    return fd; \
  }

OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(close);
  if (fd >= 0 && fd < LARGEST_FD) {
    inode_of[fd] = 0;
    free(folder_of[fd]);
    folder_of[fd] = NULL;
  }
  return real(fd);
}

static ssize_t write_at(int fd, const void *data, size_t size, off64_t offset, int moves) {
  pthread_mutex_lock(&lock);
  ssize_t done = -1;
  size_t part = size;
  if (kill_in == 1) part = size / 2;  /* killed in the middle of it */
  int is_refused = refused();
  if (is_refused && fail_short && size > 1) {
    fail_short = 0;
    is_refused = 0;
    part = size / 2;
  }
  if (!is_refused) {
    done = moves ? real_write(fd, data, part) : real_pwrite(fd, data, part, offset);
    int error = errno;
    if (done > 0) record('W', inode_of[fd], offset, NULL, data, done);
    errno = error;
  }
  int error = errno;
  maybe_die();
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

ssize_t write(int fd, const void *data, size_t size) {
  if (!inode(fd)) return real_write(fd, data, size);
  int append = fcntl(fd, F_GETFL) & O_APPEND;
  struct stat status;
  off64_t offset = append && fstat(fd, &status) == 0 ? status.st_size : lseek64(fd, 0, SEEK_CUR);
  return write_at(fd, data, size, offset, 1);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
  return inode(fd) ? write_at(fd, data, size, offset, 0) : real_pwrite(fd, data, size, offset);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return pwrite64(fd, data, size, offset); }

int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  if (!inode(fd)) return real(fd, length);
  pthread_mutex_lock(&lock);
  int done = real(fd, length);
  if (done == 0) record('T', inode_of[fd], length, NULL, NULL, 0);
  maybe_die();
  pthread_mutex_unlock(&lock);
  return done;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int posix_fallocate64(int fd, off64_t offset, off64_t length) {
  REAL(posix_fallocate64);
  if (!inode(fd)) return real(fd, offset, length);
  pthread_mutex_lock(&lock);
  int done = refused() ? fail_errno : real(fd, offset, length);
  struct stat status;
  if (done == 0 && fstat(fd, &status) == 0) record('T', inode_of[fd], status.st_size, NULL, NULL, 0);
  maybe_die();
  pthread_mutex_unlock(&lock);
  return done;
}

int posix_fallocate(int fd, off_t offset, off_t length) { return posix_fallocate64(fd, offset, length); }

static int sync_any(int fd, int (*real)(int)) {
  const char *folder = fd >= 0 && fd < LARGEST_FD ? folder_of[fd] : NULL;
  if (!inode(fd) && !folder) return real(fd);
  pthread_mutex_lock(&lock);
  int done = -1;
  if (fail_syncs && refused()) {
    record('F', inode_of[fd], 0, folder, NULL, 0);
    errno = fail_errno;
  } else {
    done = real(fd);
    if (done == 0) record(folder ? 'D' : 'S', inode_of[fd], 0, folder, NULL, 0);
  }
  int error = errno;
  maybe_die();
  pthread_mutex_unlock(&lock);
  errno = error;
  return done;
}

int fsync(int fd) {
  REAL(fsync);
  return sync_any(fd, real);
}

int fdatasync(int fd) {
  REAL(fdatasync);
  return sync_any(fd, real);
}

int rename(const char *from, const char *to) {
  REAL(rename);
  if (!ours(from)) return real(from, to);
  pthread_mutex_lock(&lock);
  int done = real(from, to);
  if (done == 0) record('R', 0, 0, from, to, strlen(to));
  maybe_die();
  pthread_mutex_unlock(&lock);
  return done;
}

int link(const char *from, const char *to) {
  REAL(link);
  if (!ours(from)) return real(from, to);
  pthread_mutex_lock(&lock);
  int done = real(from, to);
  if (done == 0) record('L', 0, 0, from, to, strlen(to));
  maybe_die();
  pthread_mutex_unlock(&lock);
  return done;
}

int unlink(const char *name) {
  REAL(unlink);
  if (!ours(name)) return real(name);
  pthread_mutex_lock(&lock);
  int done = real(name);
  if (done == 0) record('U', 0, 0, name, NULL, 0);
  maybe_die();
  pthread_mutex_unlock(&lock);
  return done;
}

int mkdir(const char *name, mode_t mode) {
  REAL(mkdir);
  if (!ours(name)) return real(name, mode);
  pthread_mutex_lock(&lock);
  int done = refused() ? -1 : real(name, mode);
  if (done == 0) record('M', 0, 0, name, NULL, 0);
  maybe_die();
  pthread_mutex_unlock(&lock);
  return done;
}

/* ---- the network: only as moments at which to die ------------------------------------------------------ */

ssize_t send(int fd, const void *data, size_t size, int flags) {
  REAL(send);
  if (kill_in == 1) real(fd, data, size / 2, flags);
  maybe_die();
  return real(fd, data, size, flags);
}

ssize_t recv(int fd, void *data, size_t size, int flags) {
  REAL(recv);
  maybe_die();
  return real(fd, data, size, flags);
}
