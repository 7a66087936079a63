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

// libxml2 2.12 made the error argument const; this is the one signature Swift sees.
typedef void (*tuyenXMLErrorHandler)(void *user, const xmlError *error);

// The last '<' before a place, which is where the tag that ends there begins. Declared here because
// <string.h> has it only under _GNU_SOURCE.
extern void *memrchr(const void *bytes, int byte, size_t count);
static inline const unsigned char *tuyenXMLLastOpen(
    const unsigned char *base, const unsigned char *end) {
  return (const unsigned char *)memrchr(base, '<', (size_t)(end - base));
}

// XML_SAX2_MAGIC does not fit the Int32 that Swift would import it as.
static inline void tuyenXMLMarkSAX2(xmlSAXHandler *handler) {
  handler->initialized = XML_SAX2_MAGIC;
}

// Errors reach the handler with the parser's user data, which a schema plug replaces: look at
// error->ctxt instead. To be called again after tuyenXMLPlug, which replaces the SAX handler.
static inline void tuyenXMLSetErrorHandler(xmlParserCtxtPtr context, tuyenXMLErrorHandler handler) {
  context->sax->serror = (xmlStructuredErrorFunc)handler;
}

static inline void tuyenXMLSchemaSetParserErrorHandler(
    xmlSchemaParserCtxtPtr context, tuyenXMLErrorHandler handler, void *user) {
  xmlSchemaSetParserStructuredErrors(context, (xmlStructuredErrorFunc)handler, user);
}

static inline void tuyenXMLSchemaSetErrorHandler(
    xmlSchemaValidCtxtPtr context, tuyenXMLErrorHandler handler, void *user) {
  xmlSchemaSetValidStructuredErrors(context, (xmlStructuredErrorFunc)handler, user);
}

// The plug keeps both addresses until it is pulled, so they must be the fields' own.
static inline xmlSchemaSAXPlugPtr tuyenXMLPlug(
    xmlSchemaValidCtxtPtr validator, xmlParserCtxtPtr context) {
  return xmlSchemaSAXPlug(validator, &context->sax, &context->userData);
}

#endif
