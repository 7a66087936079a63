import CCrypto

/// The SHA-256 digest of bytes that come in pieces.
@safe public struct RunningDigest: ~Copyable {
  private let context: OpaquePointer

  /// Begins with no bytes.
  public init() {
    guard let context = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else { preconditionFailure("libcrypto has no SHA-256") }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds a piece.
  public mutating func add(_ piece: [UInt8]) {
    let isDone = unsafe piece.withUnsafeBytes { piece in
      unsafe EVP_DigestUpdate(context, piece.baseAddress, piece.count) == 1
    }
    precondition(isDone, "libcrypto adds no bytes to a SHA-256")
  }

  /// The digest of all pieces.
  public consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    var written: UInt32 = 0
    let isDone = unsafe bytes.withUnsafeMutableBufferPointer { digest in
      unsafe EVP_DigestFinal_ex(context, digest.baseAddress, &written) == 1
    }
    guard isDone, written == 32, let digest = Digest(bytes: bytes) else {
      preconditionFailure("libcrypto ends no SHA-256")
    }
    return digest
  }
}
