#include "COpenStreetMap.h"

#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <system_error>

// Only the formats that are offered: what is not compiled in cannot be attacked.
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/object.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

namespace {

osmium::osm_entity_bits::type entities(int32_t kind) {
  switch (kind) {
    case TUYEN_OSM_NODES: return osmium::osm_entity_bits::node;
    case TUYEN_OSM_WAYS: return osmium::osm_entity_bits::way;
    default: return osmium::osm_entity_bits::relation;
  }
}

/// The kind of a member of a relation.
int32_t kind(osmium::item_type type) {
  switch (type) {
    case osmium::item_type::node: return TUYEN_OSM_NODES;
    case osmium::item_type::way: return TUYEN_OSM_WAYS;
    case osmium::item_type::relation: return TUYEN_OSM_RELATIONS;
    default: return 0;
  }
}

/// Whether a member is a hole in an area, and so says nothing of where the area is.
bool is_hole(const osmium::RelationMember &member) {
  return std::strcmp(member.role(), "inner") == 0;
}

/// What a failure is called: no file, or a file that is not what it should be.
int32_t outcome(const std::exception &error) {
  return dynamic_cast<const std::system_error *>(&error) ? TUYEN_OSM_UNREADABLE
                                                         : TUYEN_OSM_DAMAGED;
}

void copy(const char *text, char *message, size_t capacity) {
  if (capacity == 0) return;
  std::strncpy(message, text, capacity - 1);
  message[capacity - 1] = 0;
}

/// Walks the tags of an object within their bytes.
///
/// The library's own iterator trusts that keys and values alternate; a zero inside a text of a
/// hostile file breaks that, and it would read past their end.
struct TagWalk {
  const char *next = nullptr;
  const char *end = nullptr;

  TagWalk() = default;

  explicit TagWalk(const osmium::TagList &tags)
      : next(reinterpret_cast<const char *>(&*tags.cbegin())),
        end(reinterpret_cast<const char *>(tags.data()) + tags.byte_size()) {}

  /// The next text; null when there is no whole one.
  const char *text() {
    if (next >= end) return nullptr;
    const void *zero = std::memchr(next, 0, static_cast<size_t>(end - next));
    if (!zero) return nullptr;
    const char *text = next;
    next = static_cast<const char *>(zero) + 1;
    return text;
  }

  bool pair(const char *&key, const char *&value) {
    key = text();
    value = key ? text() : nullptr;
    return value != nullptr;
  }
};

}  // namespace

struct tuyen_osm_reader {
  osmium::io::Reader reader;
  osmium::io::Header header;
  osmium::memory::Buffer buffer;
  osmium::memory::Buffer::t_iterator<osmium::OSMObject> next;
  osmium::memory::Buffer::t_iterator<osmium::OSMObject> end;
  const osmium::OSMObject *object = nullptr;
  TagWalk tags;
  std::string text;

  tuyen_osm_reader(const char *path, const char *format, int32_t kind)
      : reader(osmium::io::File{path, format}, entities(kind)), header(reader.header()) {}

  /// Moves to the next object; false at the end.
  bool move() {
    while (!buffer || next == end) {
      buffer = reader.read();
      if (!buffer) return false;
      next = buffer.begin<osmium::OSMObject>();
      end = buffer.end<osmium::OSMObject>();
    }
    object = &*next;
    tags = TagWalk{object->tags()};
    ++next;
    return true;
  }

  const osmium::Node *node() const {
    return object->type() == osmium::item_type::node ? static_cast<const osmium::Node *>(object)
                                                     : nullptr;
  }

  const osmium::Way *way() const {
    return object->type() == osmium::item_type::way ? static_cast<const osmium::Way *>(object)
                                                    : nullptr;
  }

  const osmium::Relation *relation() const {
    return object->type() == osmium::item_type::relation
               ? static_cast<const osmium::Relation *>(object)
               : nullptr;
  }
};

tuyen_osm_reader *tuyen_osm_open(const char *path, const char *format, int32_t kind,
                                 int32_t *result, char *message, size_t capacity) {
  try {
    auto *reader = new tuyen_osm_reader(path, format, kind);
    if (reader->header.has_multiple_object_versions()) {
      delete reader;
      *result = TUYEN_OSM_HISTORY;
      copy("several versions of the same objects", message, capacity);
      return nullptr;
    }
    return reader;
  } catch (const std::exception &error) {
    *result = outcome(error);
    copy(error.what(), message, capacity);
  } catch (...) {
    *result = TUYEN_OSM_DAMAGED;
    copy("unknown error", message, capacity);
  }
  return nullptr;
}

void tuyen_osm_close(tuyen_osm_reader *reader) {
  try {
    delete reader;
  } catch (...) {
    // Nothing that has been read depends on it.
  }
}

int32_t tuyen_osm_next(tuyen_osm_reader *reader) {
  try {
    if (reader->move()) return TUYEN_OSM_OBJECT;
    reader->reader.close();
    return TUYEN_OSM_END;
  } catch (const std::exception &error) {
    try {
      reader->text = error.what();
    } catch (...) {
      reader->text.clear();
    }
    return outcome(error);
  } catch (...) {
    reader->text.clear();
    return TUYEN_OSM_DAMAGED;
  }
}

const char *tuyen_osm_message(const tuyen_osm_reader *reader) { return reader->text.c_str(); }

const char *tuyen_osm_header(tuyen_osm_reader *reader, const char *key) {
  try {
    reader->text = reader->header.get(key);
  } catch (...) {
    reader->text.clear();
  }
  return reader->text.c_str();
}

int64_t tuyen_osm_offset(const tuyen_osm_reader *reader) {
  return static_cast<int64_t>(reader->reader.offset());
}

int64_t tuyen_osm_size(const tuyen_osm_reader *reader) {
  return static_cast<int64_t>(reader->reader.file_size());
}

int64_t tuyen_osm_id(const tuyen_osm_reader *reader) { return reader->object->id(); }

int64_t tuyen_osm_timestamp(const tuyen_osm_reader *reader) {
  return reader->object->timestamp().seconds_since_epoch();
}

int32_t tuyen_osm_location(const tuyen_osm_reader *reader, int32_t *latitude,
                           int32_t *longitude) {
  const osmium::Node *node = reader->node();
  if (!node || !node->location().valid()) return 0;
  *latitude = node->location().y();
  *longitude = node->location().x();
  return 1;
}

const char *tuyen_osm_tag(const tuyen_osm_reader *reader, const char *key) {
  TagWalk tags{reader->object->tags()};
  const char *name = nullptr;
  const char *value = nullptr;
  while (tags.pair(name, value)) {
    if (std::strcmp(name, key) == 0) return value;
  }
  return nullptr;
}

int32_t tuyen_osm_next_tag(tuyen_osm_reader *reader, const char **key, const char **value) {
  return reader->tags.pair(*key, *value) ? 1 : 0;
}

size_t tuyen_osm_node_count(const tuyen_osm_reader *reader) {
  const osmium::Way *way = reader->way();
  return way ? way->nodes().size() : 0;
}

void tuyen_osm_copy_nodes(const tuyen_osm_reader *reader, int64_t *ids, size_t capacity) {
  const osmium::Way *way = reader->way();
  if (!way) return;
  size_t count = 0;
  for (const osmium::NodeRef &node : way->nodes()) {
    if (count == capacity) return;
    ids[count++] = node.ref();
  }
}

size_t tuyen_osm_member_count(const tuyen_osm_reader *reader) {
  const osmium::Relation *relation = reader->relation();
  size_t count = 0;
  if (!relation) return count;
  for (const osmium::RelationMember &member : relation->members()) {
    if (!is_hole(member)) ++count;
  }
  return count;
}

void tuyen_osm_copy_members(const tuyen_osm_reader *reader, int32_t *kinds, int64_t *ids,
                            size_t capacity) {
  const osmium::Relation *relation = reader->relation();
  if (!relation) return;
  size_t count = 0;
  for (const osmium::RelationMember &member : relation->members()) {
    if (is_hole(member)) continue;
    if (count == capacity) return;
    kinds[count] = kind(member.type());
    ids[count++] = member.ref();
  }
}
