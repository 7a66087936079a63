import Answers
import Board
import FHIR
import Facts
import HealthNetwork

/// The resources of the network that is served, with their versions, which outlive the service.
///
/// Reports and closures are no part of them: they are made anew when the network or its corrections change.
/// A network that was not seen before is compared with the newest version of every resource
/// that the store has: what differs is a new version from now on, what is gone a deletion. Two servers
/// on one store that find the same at once note the same version; the first one stays.
actor FHIRShelf {
  private let store: (any BoardStore)?
  /// Versions where there is no store: those of this process.
  private var own: [ResourceVersion] = []
  private var work: (name: String, task: Task<FHIRCatalogue, any Error>)?

  init(_ store: (any BoardStore)?) {
    self.store = store
  }

  /// The resources of a network.
  ///
  /// - Parameters:
  ///   - state: The network as it is known now.
  ///   - now: From when on versions hold that are new.
  /// - Returns: The resources with their versions.
  /// - Throws: `BoardError` where the store does not answer.
  func catalogue(of state: ServedState, now: Instant) async throws -> FHIRCatalogue {
    let (session, name) = (state.session, state.directory)
    // Who asks meanwhile waits for the same work.
    let task: Task<FHIRCatalogue, any Error>
    if let work, work.name == name {
      task = work.task
    } else {
      task = Task { try await make(session, now) }
      work = (name, task)
    }
    do {
      return try await task.value
    } catch {
      if work?.name == name { work = nil }
      throw error
    }
  }

  private func make(_ session: NetworkSession, _ now: Instant) async throws -> FHIRCatalogue {
    // The address matters only where resources stand alone: references are relative.
    var catalogue = FHIRCatalogue(FHIRDirectory(session.network, base: "fhir"))
    var known: [String: ResourceVersion] = [:]
    for version in try await newest() { known[version.type + "/" + version.id] = version }
    var fresh: [ResourceVersion] = []
    for type in FHIRSearchParameter.types {
      for resource in catalogue.resources(of: type) {
        let id = resource.resourceID ?? ""
        let bytes = resource.bytes(as: .json)
        let digest = Digest(of: bytes)
        let last = known.removeValue(forKey: type + "/" + id)
        if let last, last.digest == digest, !last.isDeleted { continue }
        fresh.append(
          ResourceVersion(
            type, id, version: (last?.version ?? 0) + 1, from: now, digest: digest, content: bytes))
      }
    }
    for gone in known.values.sorted(by: { ($0.type, $0.id) < ($1.type, $1.id) })
    where !gone.isDeleted {
      fresh.append(
        ResourceVersion(
          gone.type, gone.id, version: gone.version + 1, from: now, digest: Digest(of: []),
          isDeleted: true))
    }
    if !fresh.isEmpty { try await add(fresh) }
    catalogue.stamp(
      try await newest().filter { !$0.isDeleted }.map { version in
        FHIRVersion(
          type: version.type, id: version.id, number: version.version,
          since: version.from.shown(in: session.network.header.zone))
      })
    return catalogue
  }

  private func newest() async throws -> [ResourceVersion] {
    if let store { return try await store.newestVersions() }
    var last: [String: ResourceVersion] = [:]
    for version in own { last[version.type + "/" + version.id] = version }
    return last.values.sorted { ($0.type, $0.id) < ($1.type, $1.id) }
  }

  private func add(_ versions: [ResourceVersion]) async throws {
    if let store { try await store.add(versions) } else { own += versions }
  }

  /// Versions of resources, the newest first.
  ///
  /// - Parameters:
  ///   - type: The type; nil for all.
  ///   - id: The id; nil for all.
  ///   - since: The earliest that are wanted; nil for all.
  ///   - place: The number of the first of the page, counted from the oldest as 1; nil for the newest.
  ///   - limit: The most versions of the page, at least 1.
  /// - Returns: The versions of the page with their bytes, and how many there are on all pages.
  /// - Throws: `BoardError` where the store does not answer.
  func versions(
    _ type: String?, _ id: String?, since: Instant? = nil, from place: Int? = nil, limit: Int = .max
  ) async throws -> (page: [ResourceVersion], total: Int) {
    if let store {
      return try await store.versions(
        ofType: type, id: id, since: since, from: place, limit: limit)
    }
    let all = own.reversed().filter { version in
      (type == nil || version.type == type) && (id == nil || version.id == id)
        && since.map { version.from >= $0 } ?? true
    }
    return (Array(all.suffix(place.map { max(0, $0) } ?? all.count).prefix(limit)), all.count)
  }
}
