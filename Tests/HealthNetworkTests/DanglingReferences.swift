import Facts
import HealthNetwork
import TestSupport
import TravelNetwork

extension Fault {
  /// References of support, figures and travel, each into nothing.
  static let danglingSupport: [Fault] = [
    Fault("place of a party", "place \"none\"") { $0.parties[0].record.place = "none" },
    Fault("member of a party", "facility or party \"none\"") {
      $0.parties[0].record.members[0].ref = "none"
    },
    Fault("member of an agreement", "facility or party \"none\"") {
      $0.agreements[0].record.members[0].ref = "none"
    },
    Fault("programme of an agreement", "programme \"none\"") {
      $0.agreements[0].record.programme = "none"
    },
    Fault("subject of a topic", "facility or party \"none\"") {
      $0.agreements[0].record.topics[0].ref = "none"
    },
    Fault("specialty of a topic", "specialty \"none\"") {
      $0.programmes[0].record.topics[0].specialty = "none"
    },
    Fault("capability of a topic", "capabilityType \"none\"") {
      $0.trainings[0].record.topics[0].capability = "none"
    },
    Fault("specialty of a specialty network", "specialty \"none\"") {
      $0.specialtyNetworks[0].record.specialty = "none"
    },
    Fault("programme of a specialty network", "programme \"none\"") {
      $0.specialtyNetworks[0].record.programme = "none"
    },
    Fault("supporter of a rotation", "facility \"none\"") {
      $0.rotations[0].record.supporter = "none"
    },
    Fault("recipient of a rotation", "facility \"none\"") {
      $0.rotations[0].record.recipient = "none"
    },
    Fault("agreement of a rotation", "agreement \"none\"") {
      $0.rotations[0].record.agreement = "none"
    },
    Fault("facility of a technique", "facility \"none\"") {
      $0.techniques[0].record.facility = "none"
    },
    Fault("giver of a technique", "facility or party \"none\"") {
      $0.techniques[0].record.transferredBy = "none"
    },
    Fault("agreement of a technique", "agreement \"none\"") {
      $0.techniques[0].record.agreement = "none"
    },
    Fault("specialty of a technique", "specialty \"none\"") {
      $0.techniques[0].record.specialty = "none"
    },
    Fault("capability of a technique", "capabilityType \"none\"") {
      $0.techniques[0].record.capability = "none"
    },
    Fault("programme of a training", "programme \"none\"") {
      $0.trainings[0].record.programme = "none"
    },
    Fault("subject of a figure", "rotation or place \"none\"") {
      $0.figures[0].record.subject = "none"
    },
    Fault("subject of an observation", "facility or party \"none\"") {
      $0.observations[0].record.subject = "none"
    },
    Fault("place of an observation", "place \"none\"") {
      $0.observations[0].record.place = "none"
    },
    Fault("place of an outline", "place \"none\"") { $0.outlines[0].record.place = "none" },
    Fault("person of an agreement", "facility or party \"none\"") {
      $0.agreements[0].record.people[0].ref = "none"
    },
    Fault("specialty of a figure", "specialty \"none\"") {
      $0.figures[0].record.specialty = "none"
    },
    Fault("place of a node", "place \"none\"") { $0.nodes[0].record.place = "none" },
    Fault("block of a node", "block \"none\"") { $0.nodes[0].record.block = "none" },
    Fault("start of a link", "node \"none\"") { $0.links[0].record.start = "none" },
    Fault("end of a link", "node \"none\"") { $0.links[0].record.end = "none" },
    Fault("excluded vehicle", "vehicle \"none\"") {
      $0.links[0].record.excludes = "ambulance none"
    },
    Fault("block of a join", "block \"none\"") { $0.blockJoins[0].record.block = "none" },
    Fault("other block of a join", "block \"none\"") {
      $0.blockJoins[0].record.otherBlock = "none"
    },
    Fault("place of a join", "place \"none\"") { $0.blockJoins[0].record.place = "none" },
    Fault("other place of a join", "place \"none\"") {
      $0.blockJoins[0].record.otherPlace = "none"
    },
  ]
}
