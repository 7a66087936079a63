import CLibXML2

/// Codes of names by the address of libxml2's interned copy, so that no name is compared as text.
@safe struct NameTable: ~Copyable {
  /// Open addressing over a power of two, at most a quarter full.
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: UInt
  /// The namespace that elements must be in to have a code; `nil` means any.
  let namespace: UnsafePointer<xmlChar>?

  @safe private struct Slot: BitwiseCopyable {
    var key: UnsafePointer<xmlChar>?
    var code: Int32
  }

  init(_ names: XMLNames, namespace: String?, dictionary: xmlDictPtr) {
    var size = 16
    while size < names.names.count * 4 { size *= 2 }
    unsafe slots = UnsafeMutablePointer.allocate(capacity: size)
    unsafe slots.initialize(repeating: unsafe Slot(key: nil, code: -1), count: size)
    mask = UInt(size - 1)
    if let namespace {
      unsafe self.namespace = unsafe xmlDictLookup(dictionary, namespace, -1)
    } else {
      unsafe self.namespace = nil
    }
    for (code, name) in names.names.enumerated() {
      guard let key = unsafe xmlDictLookup(dictionary, name, -1) else { continue }
      var index = unsafe hash(key)
      while unsafe slots[Int(index)].key != nil { index = (index &+ 1) & mask }
      unsafe slots[Int(index)] = unsafe Slot(key: key, code: Int32(code))
    }
  }

  deinit {
    unsafe slots.deallocate()
  }

  /// Returns the code of an interned name, or -1.
  func code(of name: UnsafePointer<xmlChar>) -> Int32 {
    var index = unsafe hash(name)
    while let key = unsafe slots[Int(index)].key {
      if unsafe key == name { return unsafe slots[Int(index)].code }
      index = (index &+ 1) & mask
    }
    return -1
  }

  /// Returns the code of an element's interned name, or -1 also where the namespace is another.
  func code(
    of name: UnsafePointer<xmlChar>, in elementNamespace: UnsafePointer<xmlChar>?
  ) -> Int32 {
    if let expected = unsafe namespace, unsafe expected != elementNamespace { return -1 }
    return unsafe code(of: name)
  }

  private func hash(_ name: UnsafePointer<xmlChar>) -> UInt {
    let bits = UInt(bitPattern: name)
    return ((bits &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }
}
