import Answers
import Files
import Formats
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Service {
  /// Reads the documents that come with a request, within a length and a time.
  ///
  /// - Parameters:
  ///   - body: What may come.
  ///   - request: The request, whose body is read.
  ///   - channel: Its channel.
  ///   - connection: Its connection.
  /// - Returns: The documents by name.
  /// - Throws: `Problem` where there is no body, or one that is too long, too slow, or of another type.
  func documents(
    _ body: Operation.Body, _ request: inout Request, on channel: any Channel,
    _ connection: Connection?
  ) async throws -> [String: [DataSource]] {
    let type = request.headers[.contentType] ?? ""
    let essence = MediaType.essence(type)
    guard body.mediaTypes.contains(essence) else {
      throw Problem.wrongType(essence, known: body.mediaTypes)
    }
    let bytes = try await bytes(of: request, on: channel, connection)
    guard essence == MediaType.form else {
      guard let name = body.documents.first, !bytes.isEmpty else { throw Problem.noBody }
      let disposition = request.headers[.contentDisposition] ?? ""
      let file = MultipartForm.parameter("filename", of: disposition).map(MultipartForm.fileName)
      return [name: [.bytes(bytes, name: file ?? name)]]
    }
    var documents: [String: [DataSource]] = [:]
    for part in try MultipartForm(bytes, contentType: type).parts {
      guard body.documents.contains(part.name) else {
        throw Problem(
          QuestionError(
            field: part.name.withoutControls, .unknownField,
            choices: body.documents.map { .init($0) }))
      }
      documents[part.name, default: []].append(.bytes(part.bytes, name: part.file ?? part.name))
    }
    guard !documents.isEmpty else { throw Problem.noBody }
    return documents
  }

  /// Reads the body of a request, within a length and a time.
  func bytes(
    of request: Request, on channel: any Channel, _ connection: Connection?
  ) async throws -> [UInt8] {
    let most = limits.bodyLength
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
      throw Problem.tooLong(most)
    }
    let body = request.body
    do {
      let buffer = try await within(limits.bodySeconds, nil, channel) {
        try await body.collect(upTo: most)
      }
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      throw Problem.tooLong(most)
    } catch let problem as Problem where problem.status == .serviceUnavailable {
      throw Problem.slowBody
    } catch let problem as Problem {
      throw problem
    } catch is CancellationError {
      throw Problem.cancelled
    } catch {
      // The connection ended before the body did, or the body was no chunks.
      throw Problem.brokenBody
    }
  }
}

extension Problem {
  /// A body of another type.
  static func wrongType(_ type: String, known: [String]) -> Problem {
    let list = known.joined(separator: ", ")
    var problem = Problem(
      .unsupportedMediaType, "media-type", Bilingual("kiểu thân sai", "the body's type is wrong"),
      Bilingual("Content-Type phải là một trong: \(list)", "Content-Type must be one of: \(list)"))
    problem.field = "Content-Type"
    problem.value = type.isEmpty ? nil : String(type.withoutControls.prefix(200))
    problem.choices = known.map { .init($0) }
    problem.closesConnection = true
    return problem
  }

  /// No body where one belongs.
  static let noBody = Problem(
    .badRequest, "no-body", Bilingual("thiếu thân yêu cầu", "the body is missing"),
    Bilingual("yêu cầu này cần một tài liệu", "this request needs a document"))

  /// A body that is too long.
  static func tooLong(_ most: Int) -> Problem {
    var problem = Problem(
      .contentTooLarge, "too-long", Bilingual("thân quá dài", "the body is too long"),
      Bilingual("nhiều nhất \(most) byte", "\(most) bytes at most"))
    problem.closesConnection = true
    return problem
  }

  /// A body that ends too early, or is not written as HTTP has it.
  static let brokenBody: Problem = {
    var problem = Problem(
      .badRequest, "broken-body", Bilingual("thân yêu cầu hỏng", "the body is broken"),
      Bilingual(
        "thân hết sớm hoặc sai dạng; hãy gửi lại",
        "the body ends too early or is not well-formed; send it again"))
    problem.closesConnection = true
    return problem
  }()

  /// A body that does not arrive.
  static let slowBody: Problem = {
    var problem = Problem(
      .requestTimeout, "slow-body", Bilingual("thân đến quá chậm", "the body came too slowly"),
      Bilingual("hãy gửi lại", "send it again"))
    problem.closesConnection = true
    return problem
  }()
}
