// A plain C face of COIN-OR CBC, a solver of mixed-integer linear programs, found when it is asked
// for and not before: nothing is linked, and a program that never solves never looks.
#ifndef TUYEN_C_COIN_CBC_H
#define TUYEN_C_COIN_CBC_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What became of a program.
enum tuyen_cbc_outcome {
  /// The values are the best there are.
  TUYEN_CBC_OPTIMAL = 0,
  /// No values fit.
  TUYEN_CBC_INFEASIBLE = 1,
  /// The time was over; the values are the best so far.
  TUYEN_CBC_STOPPED = 2,
  /// The time was over before any values were found; the bound holds.
  TUYEN_CBC_NOTHING = 3,
  /// The solver is not installed.
  TUYEN_CBC_MISSING = -1,
  /// The solver broke down, or did not end when it was told to.
  TUYEN_CBC_BROKEN = -2
};

/// Whether the solver is installed, and its version, cut to the capacity and ended by a zero.
int32_t tuyen_cbc_version(char *version, size_t capacity);

/// Minimises the sum of cost times value over the columns of a program, within the limits of its
/// columns and rows, in a process of its own and on one thread: whatever the solver prints, keeps or
/// breaks stays there.
///
/// Coefficients stand by column; `starts` has one more entry than columns; `whole` has 1 for each
/// column whose value must be whole. `known` are values of some columns that are part of a solution
/// known before. After so many seconds by the clock the best so far will do. `is_called_off` is asked several
/// times a second: once it says so, the process is ended with all that it started. Fills `values` (one for
/// each column) and `bound`, below which no solution is.
int32_t tuyen_cbc_solve(int32_t columns, int32_t rows, const int32_t *starts,
                        const int32_t *indices, const double *coefficients, const double *lower,
                        const double *upper, const double *costs, const double *row_lower,
                        const double *row_upper, const uint8_t *whole, int32_t known_count,
                        const int32_t *known_columns, const double *known, double seconds,
                        int32_t (*is_called_off)(void), double *values, double *bound);

#ifdef __cplusplus
}
#endif

#endif
