// libxml2 as this package sees it. After an edit here: rm -rf .build (SwiftPM does not notice).
#ifndef TUYEN_LIBXML2_SHIM_H
#define TUYEN_LIBXML2_SHIM_H

// ICU's headers would clash with Foundation's own ICU; nothing used here depends on them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#endif
