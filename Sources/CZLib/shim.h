// zlib as this package sees it.
#ifndef TUYEN_ZLIB_SHIM_H
#define TUYEN_ZLIB_SHIM_H

#include <zlib.h>

// deflateInit2 is a macro. The sum of 15 and 16 asks for the header of gzip.
static inline int tuyenGzipInit(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
