#include "CCoinCbc.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The functions of Cbc_C_Interface.h (CBC 2.10, shared object version 3) that are used.
struct cbc {
  const char *(*getVersion)(void);
  void *(*newModel)(void);
  void (*loadProblem)(void *, int, int, const int *, const int *, const double *, const double *,
                      const double *, const double *, const double *, const double *);
  void (*setObjSense)(void *, double);
  void (*setInteger)(void *, int);
  void (*setMIPStartI)(void *, int, const int *, const double *);
  void (*setParameter)(void *, const char *, const char *);
  void (*setLogLevel)(void *, int);
  void (*setMaximumSeconds)(void *, double);
  int (*solve)(void *);
  const double *(*bestSolution)(void *);
  const double *(*getColSolution)(void *);
  double (*getBestPossibleObjValue)(void *);
  double (*getObjValue)(void *);
  int (*isProvenOptimal)(void *);
  int (*isProvenInfeasible)(void *);
  int (*getNumIntegers)(void *);
};

#define LOAD(name)                                            \
  do {                                                        \
    *(void **)(&cbc->name) = dlsym(library, "Cbc_" #name);    \
    if (!cbc->name) return 0;                                 \
  } while (0)

static int load(struct cbc *cbc) {
#ifdef __APPLE__
  static const char *const names[] = {"libCbcSolver.3.dylib",
                                      "/opt/homebrew/opt/cbc/lib/libCbcSolver.3.dylib",
                                      "/usr/local/opt/cbc/lib/libCbcSolver.3.dylib"};
#else
  static const char *const names[] = {"libCbcSolver.so.3", "libCbcSolver.so.3.1"};
#endif
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  LOAD(getVersion);
  LOAD(newModel);
  LOAD(loadProblem);
  LOAD(setObjSense);
  LOAD(setInteger);
  LOAD(setMIPStartI);
  LOAD(setParameter);
  LOAD(setLogLevel);
  LOAD(setMaximumSeconds);
  LOAD(solve);
  LOAD(bestSolution);
  LOAD(getColSolution);
  LOAD(getBestPossibleObjValue);
  LOAD(getObjValue);
  LOAD(isProvenOptimal);
  LOAD(isProvenInfeasible);
  LOAD(getNumIntegers);
  return 1;
}

int32_t tuyen_cbc_version(char *version, size_t capacity) {
  struct cbc cbc;
  if (!load(&cbc)) return TUYEN_CBC_MISSING;
  if (capacity > 0) {
    strncpy(version, cbc.getVersion(), capacity - 1);
    version[capacity - 1] = 0;
  }
  return TUYEN_CBC_OPTIMAL;
}

// What the caller hands over.
struct program {
  int32_t columns, rows;
  const int32_t *starts, *indices;
  const double *coefficients, *lower, *upper, *costs, *row_lower, *row_upper;
  const uint8_t *whole;
  int32_t known_count;
  const int32_t *known_columns;
  const double *known;
  double seconds;
};

// What the child sends before the values.
struct report {
  int32_t outcome;
  int32_t hasValues;
  double bound;
};

static int send_all(int pipe, const void *bytes, size_t count) {
  const char *at = bytes;
  while (count > 0) {
    ssize_t sent = write(pipe, at, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return 0;
    at += sent;
    count -= (size_t)sent;
  }
  return 1;
}

// The child: solves, sends, and is gone without tidying up.
static void solve_and_send(const struct cbc *cbc, const struct program *program, int pipe) {
  void *model = cbc->newModel();
  cbc->setLogLevel(model, 0);
  cbc->loadProblem(model, program->columns, program->rows, program->starts, program->indices,
                   program->coefficients, program->lower, program->upper, program->costs,
                   program->row_lower, program->row_upper);
  cbc->setObjSense(model, 1);
  for (int32_t column = 0; column < program->columns; column++)
    if (program->whole[column]) cbc->setInteger(model, column);
  cbc->setParameter(model, "threads", "0");
  cbc->setParameter(model, "randomSeed", "1");
  cbc->setParameter(model, "randomCbcSeed", "1");
  cbc->setParameter(model, "ratioGap", "0");
  cbc->setParameter(model, "allowableGap", "0");
  cbc->setParameter(model, "timeMode", "elapsed");
  cbc->setMaximumSeconds(model, program->seconds);
  if (program->known_count > 0)
    cbc->setMIPStartI(model, program->known_count, program->known_columns, program->known);
  cbc->solve(model);
  struct report report = {TUYEN_CBC_NOTHING, 0, cbc->getBestPossibleObjValue(model)};
  const double *values = cbc->bestSolution(model);
  if (cbc->isProvenInfeasible(model)) {
    report.outcome = TUYEN_CBC_INFEASIBLE;
  } else if (cbc->isProvenOptimal(model)) {
    if (!values) values = cbc->getColSolution(model);
    report.outcome = values ? TUYEN_CBC_OPTIMAL : TUYEN_CBC_BROKEN;
    report.bound = cbc->getObjValue(model);
  } else if (values) {
    report.outcome = TUYEN_CBC_STOPPED;
  }
  report.hasValues = values != NULL && report.outcome != TUYEN_CBC_INFEASIBLE;
  if (send_all(pipe, &report, sizeof report) && report.hasValues)
    send_all(pipe, values, sizeof(double) * (size_t)program->columns);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// Reads so many bytes before a moment; 0 when they do not come, or are no longer wanted.
static int receive_all(int pipe, void *bytes, size_t count, double end,
                       int32_t (*is_called_off)(void)) {
  char *at = bytes;
  while (count > 0) {
    double left = end - now();
    if (left <= 0 || is_called_off()) return 0;
    struct pollfd wanted = {pipe, POLLIN, 0};
    int ready = poll(&wanted, 1, left > 0.05 ? 50 : (int)(left * 1000) + 1);
    if (ready < 0 && errno != EINTR) return 0;
    if (ready <= 0) continue;
    ssize_t got = read(pipe, at, count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return 0;
    at += got;
    count -= (size_t)got;
  }
  return 1;
}

/// Closes what the child inherited and does not use, from a descriptor on: a pipe of somebody else ends
/// only when its last copy is closed, and whoever reads it would wait for the solver.
static void close_from(int first) {
#if defined(SYS_close_range)
  if (syscall(SYS_close_range, (unsigned)first, ~0U, 0) == 0) return;
#endif
  long most = sysconf(_SC_OPEN_MAX);
  for (int one = first; one < (most > 0 && most < 65536 ? most : 65536); one++) close(one);
}

int32_t tuyen_cbc_solve(int32_t columns, int32_t rows, const int32_t *starts,
                        const int32_t *indices, const double *coefficients, const double *lower,
                        const double *upper, const double *costs, const double *row_lower,
                        const double *row_upper, const uint8_t *whole, int32_t known_count,
                        const int32_t *known_columns, const double *known, double seconds,
                        int32_t (*is_called_off)(void), double *values, double *bound) {
  const struct program program = {columns,   rows,      starts, indices,     coefficients,
                                  lower,     upper,     costs,  row_lower,   row_upper,
                                  whole,     known_count, known_columns, known, seconds};
  // Found before the fork: a child of a program with threads may allocate, not load.
  struct cbc cbc;
  if (!load(&cbc)) return TUYEN_CBC_MISSING;
  int ends[2];
  if (pipe(ends) != 0) return TUYEN_CBC_BROKEN;
  pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return TUYEN_CBC_BROKEN;
  }
  if (child == 0) {
    close(ends[0]);
    setpgid(0, 0);
    int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 0);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    int out = dup2(ends[1], 3);
    close_from(4);
    // A solver that stops listening is ended by the kernel, whatever becomes of the parent.
    alarm((unsigned)(seconds > 1e6 ? 1e6 : seconds * 2 + 60));
    solve_and_send(&cbc, &program, out);
    _exit(0);
  }
  // Both set it, so that it is set whoever comes first.
  setpgid(child, child);
  close(ends[1]);
  struct report report = {TUYEN_CBC_BROKEN, 0, 0};
  // It looks at the clock between steps only: some grace, then it is taken down.
  double end = now() + seconds * 1.5 + 20;
  int32_t outcome = TUYEN_CBC_BROKEN;
  if (receive_all(ends[0], &report, sizeof report, end, is_called_off)) {
    outcome = report.outcome;
    *bound = report.bound;
    if (report.hasValues &&
        !receive_all(ends[0], values, sizeof(double) * (size_t)columns, end, is_called_off))
      outcome = TUYEN_CBC_BROKEN;
  }
  close(ends[0]);
  kill(-child, SIGKILL);
  kill(child, SIGKILL);
  int status;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return outcome;
}
