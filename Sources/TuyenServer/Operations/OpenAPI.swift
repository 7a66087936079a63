import Answers
import Board
import Formats
import HTTPTypes
import HealthNetwork

/// The table of operations as a document of OpenAPI 3.1.
enum OpenAPI {
  /// The document.
  ///
  /// - Parameters:
  ///   - operations: The table.
  ///   - network: The network whose names parameters may be.
  /// - Returns: The document.
  static func document(of operations: Operations, in network: Network) -> JSONValue {
    var paths: [String: [String: JSONValue?]] = [:]
    for operation in operations.all {
      paths[operation.path.text, default: [:]][operation.method.rawValue.lowercased()] =
        entry(operation)
    }
    return .object([
      "openapi": .string("3.1.0"),
      "info": .object([
        "title": .string("Tuyến"), "version": .string("1"),
        "summary": .string(
          "The nearest facility able to treat the patient on arrival, and why not the nearer ones."),
        "description": .string(
          "Parameters are the fields of the questions of the command line, and answers are its bytes. "
            + "A parameter that is unknown or given twice is refused."),
        "license": .object(["name": .string("Apache-2.0")]),
      ]),
      "servers": .array([.object(["url": .string("/")])]),
      "paths": .object(paths.mapValues { .object($0) }),
      "components": .object([
        "schemas": .object(
          Parameter.Names.schemas(in: network).merging(["Problem": problem]) { $1 }),
        "securitySchemes": .object([
          "key": .object([
            "type": .string("http"), "scheme": .string("bearer"),
            "description": .string("The key of a machine: tuyen_ID_SECRET."),
          ]),
          "session": .object([
            "type": .string("apiKey"), "in": .string("cookie"), "name": .string(Service.cookie),
            "description": .string("The session of somebody who signed in."),
          ]),
        ]),
        "responses": .object([
          "Problem": .object([
            "description": .string("Why there is no answer: a problem document (RFC 9457)."),
            "content": .object([
              MediaType.problem: .object([
                "schema": .object(["$ref": .string("#/components/schemas/Problem")])
              ])
            ]),
          ])
        ]),
      ]),
    ])
  }

  private static func entry(_ operation: Operation) -> JSONValue {
    let refusal = JSONValue.object(["$ref": .string("#/components/responses/Problem")])
    var responses: [String: JSONValue?] = [
      "\(operation.success.code)": .object([
        "description": .string(operation.isStream ? "The answer, line by line." : "The answer."),
        "content": .object(content(operation)),
      ])
    ]
    if operation.mayBeInTheMaking {
      responses["202"] = .object([
        "description": .string("It is being made: ask again after the seconds of `Retry-After`."),
        "content": .object(content(operation)),
      ])
    }
    if !operation.isStream, operation.body == nil, operation.isPure {
      responses["304"] = .object(["description": .string("The client holds the answer.")])
    }
    for status in operation.refusals { responses["\(status)"] = refusal }
    return .object([
      "operationId": .string(operation.identifier),
      "summary": .string(operation.summary),
      "parameters": .array(operation.allParameters.map { $0.json }),
      "requestBody": operation.body.map(body),
      "responses": .object(responses),
      "security": operation.access.security,
    ])
  }

  private static func body(_ body: Operation.Body) -> JSONValue {
    var content: [String: JSONValue?] = [:]
    // Documents are not described by a schema of JSON: an example stands for them. Workbooks and
    // bytes of no type are tables, too.
    let document = JSONValue.object([
      "type": .string("string"), "enum": .array([.string(body.example)]),
    ])
    for type in body.mediaTypes where !undescribed.contains(type) {
      switch type {
      case MediaType.json: content[type] = .object(["schema": body.schema])
      case MediaType.form:
        let name = body.documents.first ?? "body"
        content[type] = .object([
          "schema": .object([
            "type": .string("object"), "additionalProperties": .bool(false),
            "required": .array([.string(name)]),
            "properties": .object([name: document]),
          ])
        ])
      default: content[type] = .object(["schema": document])
      }
    }
    return .object([
      "required": .bool(true), "description": .string(body.summary), "content": .object(content),
    ])
  }

  private static let undescribed = [MediaType.workbook, "application/octet-stream"]

  private static func content(_ operation: Operation) -> [String: JSONValue?] {
    guard !operation.formats.isEmpty else { return [operation.mediaType: .object([:])] }
    var content: [String: JSONValue?] = [:]
    for format in operation.formats {
      let isText = format != .json && format != .geojson
      let type =
        operation.isStream && format == .json
        ? MediaType.lines : MediaType.essence(format.mediaType)
      content[type] = .object([
        "schema": .object([
          "type": .string(
            isText || operation.isStream
              ? "string" : operation.isList && format == .json ? "array" : "object")
        ])
      ])
    }
    return content
  }

  private static let problem = JSONValue.object([
    "type": .string("object"),
    "required": .array(["type", "title", "status", "detail", "requestId"].map { .string($0) }),
    "properties": .object([
      "type": text("The kind of problem: urn:tuyen:problem:unknown-value."),
      "title": text("The kind of problem, in words."),
      "status": .object(["type": .string("integer")]),
      "detail": text("This problem, in a sentence."),
      "requestId": text("The id of the request, by which the log is searched."),
      "field": text("The field that is wrong."), "value": text("The value that was given."),
      "nearest": text("The allowed value that is spelt most like it."),
      "choices": list([
        "value": text("What to write."), "name": text("What people call it."),
      ]),
      "errors": list([
        "document": text("The document."), "line": .object(["type": .string("integer")]),
        "message": text("What is wrong."),
      ]),
    ]),
  ])

  private static func text(_ description: String) -> JSONValue {
    .object(["type": .string("string"), "description": .string(description)])
  }

  private static func list(_ properties: [String: JSONValue?]) -> JSONValue {
    .object([
      "type": .string("array"),
      "items": .object(["type": .string("object"), "properties": .object(properties)]),
    ])
  }
}

extension Operation {
  /// The statuses of refusals that clients may meet.
  var refusals: [Int] {
    var all = [400, 404, 405, 409, 421, 422, 429, 500, 503]
    if body != nil { all += [408, 413, 415] }
    if path.text.hasPrefix("/v1/") { all += [401, 403] }
    all = Set(all).sorted()
    return all
  }
}

extension Access {
  /// The proofs of a right, as OpenAPI has them; nil where everybody may.
  fileprivate var security: JSONValue? {
    let session = JSONValue.object(["session": .array([])])
    let key = JSONValue.object(["key": .array([])])
    switch self {
    case .everybody: return nil
    case .session: return .array([session])
    // Nobody need be signed in to read where the operator says so.
    case .needs(.read): return .array([.object([:]), key, session])
    case .needs: return .array([key, session])
    }
  }
}
