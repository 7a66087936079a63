// libzip as this package sees it.
#ifndef TUYEN_LIBZIP_SHIM_H
#define TUYEN_LIBZIP_SHIM_H

#include <zip.h>

// Archives that are written are the same bytes each time: every entry bears the first moment that a
// zip can name, 1 January 1980.
static inline int tuyenZipAdd(zip_t *archive, const char *name, zip_source_t *source) {
  zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) return 0;
  if (zip_file_set_dostime(archive, (zip_uint64_t)index, 0, 0x21, 0) != 0) return 0;
  return zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_DEFLATE, 6) == 0;
}

#endif
