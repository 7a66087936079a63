import Testing

@testable import Board

@Suite struct CryptoTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `Digests are those that FIPS 180-4 gives as examples`(text: String, digest: String) {
    #expect(Digest(of: Array(text.utf8)).description == digest)
    #expect(Digest(digest)?.description == digest)
  }

  @Test(arguments: [
    "", "00", String(repeating: "g", count: 64), String(repeating: "+1", count: 32),
  ])
  func `A text that is no digest is refused`(text: String) {
    #expect(Digest(text) == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
    ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
  ])
  func `Base64url is that of RFC 4648 without padding`(plain: String, text: String) {
    #expect(base64URL(Array(plain.utf8)) == text)
    #expect(base64URLBytes(text) == Array(plain.utf8))
  }

  @Test(arguments: ["Zg==", "Zh", "Z", "Zm9v\n", "Zm+v", "é"])
  func `Base64url that nobody writes so is refused`(text: String) {
    #expect(base64URLBytes(text) == nil)
  }

  @Test func `A secret is read back from its text, and every other text is another secret`() throws
  {
    let (one, other) = (try Secret(), try Secret())
    #expect(Secret(one.text)?.digest == one.digest)
    #expect(one.digest != other.digest)
    #expect(Secret(one.text + "A") == nil)
    #expect(Secret(String(one.text.dropLast())) == nil)
  }

  @Test func `Bytes are compared whole`() {
    #expect(areEqual([1, 2, 3], [1, 2, 3]))
    #expect(!areEqual([1, 2, 3], [1, 2, 4]))
    #expect(!areEqual([1, 2, 3], [1, 2]))
    #expect(areEqual([], []))
  }

  @Test func `A password matches its hash and nothing else, each hash with a salt of its own`()
    async throws
  {
    let cost = PasswordHash.Cost(exponent: 10)
    let hash = try await PasswordHash(of: "mười hai ký tự", cost: cost)
    let again = try await PasswordHash(of: "mười hai ký tự", cost: cost)
    #expect(hash != again)
    let read = try #require(PasswordHash(hash.text))
    #expect(read == hash)
    #expect(try await read.matches("mười hai ký tự"))
    #expect(try await !read.matches("mười hai ký từ"))
    #expect(try await !read.matches(""))
  }

  @Test(arguments: ["ngắn", String(repeating: "a", count: 129)])
  func `A password that is too short or too long is refused`(password: String) async {
    await #expect(throws: BoardError.self) {
      _ = try await PasswordHash(of: password, cost: .init(exponent: 10))
    }
  }

  @Test(arguments: [
    "", "scrypt$17$8$1$AA$AA", "scrypt$63$8$1$AAAAAAAAAAAAAAAAAAAAAA$AA", "bcrypt$17$8$1$x$y",
  ])
  func `A hash that is none is refused`(text: String) {
    #expect(PasswordHash(text) == nil)
  }

  @Test(arguments: [
    "password1234", "P@ssw0rd!2024", "matkhau123456", "Mật khẩu 2026!!", "123456789012",
    "aaaaaaaaaaaaaaa", "Benhvien@CaMau2026", "qwertyuiop123", "capcuu115capcuu", "iloveyou!!!!1",
    "Sở Y tế Cần Thơ 1", "Tuyen-Tuyen-Tuyen", "1q2w3e4r5t6y", "abcabcabcabc",
  ])
  func `A password of words that everybody guesses is refused`(_ password: String) {
    #expect(PasswordWords.makeUp(password))
  }

  @Test(arguments: [
    "một câu dài để nhớ", "mật khẩu đủ dài", "đoán mò một câu", "correct horse battery staple",
    "x7#kQ9v!mZp2Lr", "chiều nay trời mưa to", "Ба́бушка пекла пироги",
  ])
  func `A sentence of one's own is a password`(_ password: String) {
    #expect(!PasswordWords.makeUp(password))
  }
}
