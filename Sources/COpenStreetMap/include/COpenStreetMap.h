// A plain C face of libosmium's reader: a cursor over the nodes, the ways or the relations of an
// OpenStreetMap file. No C++ type and no C++ exception gets through it.
#ifndef TUYEN_C_OPEN_STREET_MAP_H
#define TUYEN_C_OPEN_STREET_MAP_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// An open file, and the object at which the cursor stands.
typedef struct tuyen_osm_reader tuyen_osm_reader;

/// What to read.
enum tuyen_osm_kind { TUYEN_OSM_NODES = 1, TUYEN_OSM_WAYS = 2, TUYEN_OSM_RELATIONS = 3 };

/// What became of a call.
enum tuyen_osm_outcome {
  TUYEN_OSM_END = 0,
  TUYEN_OSM_OBJECT = 1,
  TUYEN_OSM_UNREADABLE = -1,
  TUYEN_OSM_DAMAGED = -2,
  TUYEN_OSM_HISTORY = -3
};

/// Opens a file. Format: "pbf", "osm", "osm.gz" or "osm.bz2". Returns NULL when that fails; then
/// the outcome and the message, cut to the capacity and always ended by a zero, say why.
tuyen_osm_reader *tuyen_osm_open(const char *path, const char *format, int32_t kind,
                                 int32_t *outcome, char *message, size_t capacity);

/// Closes the file; NULL is allowed.
void tuyen_osm_close(tuyen_osm_reader *reader);

/// Moves to the next object. Returns an outcome; after a negative one only `tuyen_osm_message` and
/// `tuyen_osm_close` may be called.
int32_t tuyen_osm_next(tuyen_osm_reader *reader);

/// Why the last move failed.
const char *tuyen_osm_message(const tuyen_osm_reader *reader);

/// A value of the file's header; the empty text when there is none. Valid until the next call.
const char *tuyen_osm_header(tuyen_osm_reader *reader, const char *key);

/// Bytes of the file that were read so far, and bytes in all (0 when that is not known).
int64_t tuyen_osm_offset(const tuyen_osm_reader *reader);
int64_t tuyen_osm_size(const tuyen_osm_reader *reader);

// The object at which the cursor stands. Texts are valid until the next move, end in a zero, and
// may be any bytes.

int64_t tuyen_osm_id(const tuyen_osm_reader *reader);
/// Seconds since 1970 of its last change; 0 when the file does not say.
int64_t tuyen_osm_timestamp(const tuyen_osm_reader *reader);
/// Whether it is a node with a place on the globe; degrees times ten million.
int32_t tuyen_osm_location(const tuyen_osm_reader *reader, int32_t *latitude, int32_t *longitude);
/// The value of a tag; NULL when there is none.
const char *tuyen_osm_tag(const tuyen_osm_reader *reader, const char *key);
/// Walks the tags from the first one on; 0 when there is no further one.
int32_t tuyen_osm_next_tag(tuyen_osm_reader *reader, const char **key, const char **value);
/// How many nodes a way refers to, and their ids; copies at most so many.
size_t tuyen_osm_node_count(const tuyen_osm_reader *reader);
void tuyen_osm_copy_nodes(const tuyen_osm_reader *reader, int64_t *ids, size_t capacity);
/// How many members a relation has besides those of the role "inner", and what they are: kinds (0
/// for what is no node, way or relation) and ids; copies at most so many.
size_t tuyen_osm_member_count(const tuyen_osm_reader *reader);
void tuyen_osm_copy_members(const tuyen_osm_reader *reader, int32_t *kinds, int64_t *ids,
                            size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
