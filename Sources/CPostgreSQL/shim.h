// libpq as this package sees it. After an edit here: rm -rf .build (SwiftPM does not notice).
#ifndef TUYEN_POSTGRESQL_SHIM_H
#define TUYEN_POSTGRESQL_SHIM_H

#include <libpq-fe.h>

// A macro of a character is not imported.
static const int TUYEN_PQ_SQLSTATE = PG_DIAG_SQLSTATE;

#endif
