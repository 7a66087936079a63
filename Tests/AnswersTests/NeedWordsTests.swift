import Formats
import HealthNetwork
import Referral
import Testing

@testable import Answers

/// The words that people use for needs, on the shipped vocabulary.
@Suite struct NeedWordsTests {
  @Test(arguments: [
    ("đột quị", "stroke.lysis"), ("đột quỵ", "stroke.lysis"), ("nhồi máu não", "stroke.lysis"),
    ("STEMI", "cardiology.pci"), ("heart attack", "cardiology.pci"),
    ("nhồi máu cơ tim", "cardiology.pci"), ("sơ sinh", "paediatrics.nicu"),
    ("newborn", "paediatrics.nicu"), ("lấy huyết khối", "stroke.thrombectomy"),
    ("sản", "obstetrics.cemonc"), ("mổ đẻ", "obstetrics.caesarean"),
    ("chấn thương chỉnh hình", "trauma.ortho"), ("đa chấn thương", "trauma.multi"),
    ("chấn thương sọ não", "trauma.neuro"), ("xuất huyết não", "neurosurgery.craniotomy"),
    ("brain haemorrhage", "neurosurgery.craniotomy"), ("STROKE.LYSIS", "stroke.lysis"),
    ("Stroke", "stroke.lysis"), ("bỏng", "trauma.burns"), ("ECMO", "cardiology.ecmo"),
    ("đau đẻ", "obstetrics.cemonc"), ("VỠ ỐI", "obstetrics.cemonc"), ("labor", "obstetrics.cemonc"),
    ("liệt nửa người", "stroke.lysis"), ("meo mieng", "stroke.lysis"),
    ("facial droop", "stroke.lysis"),
  ])
  func `a word that people use names a need`(text: String, code: String) throws {
    let network = try SharedSession.mekong.get().network
    #expect(try FieldReader.need(text, in: network).capability == code, "\(text)")
  }

  @Test func `a need that may have been meant is told in the language asked for`() throws {
    let network = try SharedSession.mekong.get().network
    let error = #expect(throws: QuestionError.self) { try FieldReader.need("strok", in: network) }
    let vi = try #require(error?.message(in: .vi))
    #expect(vi.contains("stroke.lysis (Đột quỵ") && !vi.contains("(Stroke)"), "\(vi)")
    #expect(error?.message(in: .en).contains("stroke.lysis (Stroke)") == true)
    let none = #expect(throws: QuestionError.self) { try FieldReader.need("xyzzy", in: network) }
    #expect(none?.message(in: .en).contains("obstetrics (Obstetrics") == true)
  }

  @Test func `every code and every own name of a capability is exactly that capability`() throws {
    let vocabulary = try SharedSession.mekong.get().network.vocabulary
    for type in vocabulary.capabilityTypes.values {
      for text in [type.code, type.name] + [type.nameEn].compactMap(\.self) {
        #expect(Need(text, in: vocabulary)?.capability == type.code, "\(text)")
      }
      for name in type.names where name.kind != .excluded {
        #expect(Need(name.value, in: vocabulary)?.capability == type.code, "\(name.value)")
      }
    }
    for specialty in vocabulary.specialties.values {
      for name in specialty.names where name.kind != .excluded {
        #expect(Need(name.value, in: vocabulary)?.capability == specialty.entry, "\(name.value)")
      }
    }
  }

  @Test func `a bleeding is told not to be a case for thrombolysis`() throws {
    let network = try SharedSession.mekong.get().network
    let need = try FieldReader.need("xuất huyết não", in: network)
    #expect(need.excluded == ["stroke.lysis", "stroke.thrombectomy"])
    #expect(try FieldReader.need("mở sọ", in: network).excluded.isEmpty)
  }

  @Test func `an unknown need gets near names, not a list of all`() throws {
    let network = try SharedSession.mekong.get().network
    let error = #expect(throws: QuestionError.self) {
      try FieldReader.need("nhồi máu", in: network)
    }
    let codes = error?.choices.map(\.value) ?? []
    #expect(codes.contains("stroke.lysis") && codes.contains("cardiology.pci"))
    #expect(codes.count <= 8)
    let misspelt = #expect(throws: QuestionError.self) {
      try FieldReader.need("thrombectmy", in: network)
    }
    #expect(misspelt?.choices.first?.value == "stroke.thrombectomy")
    let other = #expect(throws: QuestionError.self) {
      try FieldReader.need("qwertyuiop", in: network)
    }
    #expect(other?.choices.count == network.vocabulary.specialties.count)
  }
}
