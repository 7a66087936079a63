extension FHIRDefinitions {
  /// The types of a directory, as FHIR R4 (4.0.1) defines them: after the name its base, then its
  /// elements in order.
  ///
  /// `*` marks what may repeat; after the colon stands the type, where it is not a primitive that
  /// JSON writes as a text.
  static let table = """
    Resource: id meta:Meta implicitRules language
    DomainResource < Resource: text:Narrative contained* extension*:Extension
      modifierExtension*:Extension
    Element: extension*:Extension
    BackboneElement < Element: modifierExtension*:Extension
    Extension < Element: valueBase64Binary valueBoolean:boolean valueCanonical valueCode valueDate
      valueDateTime valueDecimal:number valueId valueInstant valueInteger:number valueMarkdown
      valueOid valuePositiveInt:number valueString valueTime valueUnsignedInt:number valueUri
      valueUrl valueUuid valueAddress:Address valueCodeableConcept:CodeableConcept
      valueCoding:Coding valueContactPoint:ContactPoint valueHumanName:HumanName
      valueIdentifier:Identifier valueMoney:Money valuePeriod:Period valueQuantity:Quantity
      valueRange:Range valueRatio:Ratio valueReference:Reference valueSignature:Signature
      valueContactDetail:ContactDetail valueUsageContext:UsageContext valueMeta:Meta
    Location < DomainResource: identifier*:Identifier status operationalStatus:Coding name alias*
      description mode type*:CodeableConcept telecom*:ContactPoint address:Address
      physicalType:CodeableConcept position:Location.Position managingOrganization:Reference
      partOf:Reference hoursOfOperation*:Location.HoursOfOperation availabilityExceptions
      endpoint*:Reference
    Organization < DomainResource: identifier*:Identifier active:boolean type*:CodeableConcept
      name alias* telecom*:ContactPoint address*:Address partOf:Reference
      contact*:Organization.Contact endpoint*:Reference
    HealthcareService < DomainResource: identifier*:Identifier active:boolean providedBy:Reference
      category*:CodeableConcept type*:CodeableConcept specialty*:CodeableConcept
      location*:Reference name comment extraDetails photo telecom*:ContactPoint coverageArea*:Reference
      serviceProvisionCode*:CodeableConcept eligibility*:HealthcareService.Eligibility
      program*:CodeableConcept characteristic*:CodeableConcept communication*:CodeableConcept
      referralMethod*:CodeableConcept appointmentRequired:boolean
      availableTime*:HealthcareService.AvailableTime notAvailable*:HealthcareService.NotAvailable
      availabilityExceptions endpoint*:Reference
    OrganizationAffiliation < DomainResource: identifier*:Identifier active:boolean period:Period
      organization:Reference participatingOrganization:Reference network*:Reference
      code*:CodeableConcept specialty*:CodeableConcept location*:Reference
      healthcareService*:Reference telecom*:ContactPoint endpoint*:Reference
    Endpoint < DomainResource: identifier*:Identifier status connectionType:Coding name
      managingOrganization:Reference contact*:ContactPoint period:Period
      payloadType*:CodeableConcept payloadMimeType* address header*
    Bundle < Resource: identifier:Identifier type timestamp total:number link*:Bundle.Link
      entry*:Bundle.Entry signature:Signature
    OperationOutcome < DomainResource: issue*:OperationOutcome.Issue
    CapabilityStatement < DomainResource: url version name title status experimental:boolean date
      publisher contact*:ContactDetail description useContext*:UsageContext
      jurisdiction*:CodeableConcept purpose copyright kind instantiates* imports*
      software:CapabilityStatement.Software implementation:CapabilityStatement.Implementation
      fhirVersion format* patchFormat* implementationGuide* rest*:CapabilityStatement.Rest
      messaging*:CapabilityStatement.Messaging document*:CapabilityStatement.Document
    Meta < Element: versionId lastUpdated source profile* security*:Coding tag*:Coding
    Narrative < Element: status div
    Address < Element: use type text line* city district state postalCode country period:Period
    CodeableConcept < Element: coding*:Coding text
    Coding < Element: system version code display userSelected:boolean
    ContactPoint < Element: system value use rank:number period:Period
    HumanName < Element: use text family given* prefix* suffix* period:Period
    Identifier < Element: use type:CodeableConcept system value period:Period assigner:Reference
    Money < Element: value:number currency
    Period < Element: start end
    Quantity < Element: value:number comparator unit system code
    Range < Element: low:Quantity high:Quantity
    Ratio < Element: numerator:Quantity denominator:Quantity
    Reference < Element: reference type identifier:Identifier display
    Signature < Element: type*:Coding when who:Reference onBehalfOf:Reference targetFormat
      sigFormat data
    ContactDetail < Element: name telecom*:ContactPoint
    UsageContext < Element: code:Coding valueCodeableConcept:CodeableConcept
      valueQuantity:Quantity valueRange:Range valueReference:Reference
    Location.Position < BackboneElement: longitude:number latitude:number altitude:number
    Location.HoursOfOperation < BackboneElement: daysOfWeek* allDay:boolean openingTime
      closingTime
    Organization.Contact < BackboneElement: purpose:CodeableConcept name:HumanName
      telecom*:ContactPoint address:Address
    HealthcareService.Eligibility < BackboneElement: code:CodeableConcept comment
    HealthcareService.AvailableTime < BackboneElement: daysOfWeek* allDay:boolean
      availableStartTime availableEndTime
    HealthcareService.NotAvailable < BackboneElement: description during:Period
    Bundle.Link < BackboneElement: relation url
    Bundle.Entry < BackboneElement: link*:Bundle.Link fullUrl resource search:Bundle.Search
      request:Bundle.Request response:Bundle.Response
    OperationOutcome.Issue < BackboneElement: severity code details:CodeableConcept diagnostics
      location* expression*
    CapabilityStatement.Software < BackboneElement: name version releaseDate
    CapabilityStatement.Implementation < BackboneElement: description url custodian:Reference
    CapabilityStatement.Rest < BackboneElement: mode documentation
      security:CapabilityStatement.Security resource*:CapabilityStatement.Resource
      interaction*:CapabilityStatement.SystemInteraction
      searchParam*:CapabilityStatement.SearchParam
      operation*:CapabilityStatement.Operation compartment*
    CapabilityStatement.Messaging < BackboneElement: endpoint*:CapabilityStatement.Endpoint
      reliableCache:number documentation supportedMessage*:CapabilityStatement.SupportedMessage
    CapabilityStatement.Document < BackboneElement: mode documentation profile
    Bundle.Search < BackboneElement: mode score:number
    Bundle.Request < BackboneElement: method url ifNoneMatch ifModifiedSince ifMatch ifNoneExist
    Bundle.Response < BackboneElement: status location etag lastModified outcome
    CapabilityStatement.Security < BackboneElement: cors:boolean service*:CodeableConcept
      description
    CapabilityStatement.Resource < BackboneElement: type profile supportedProfile* documentation
      interaction*:CapabilityStatement.Interaction versioning readHistory:boolean
      updateCreate:boolean conditionalCreate:boolean conditionalRead conditionalUpdate:boolean
      conditionalDelete referencePolicy* searchInclude* searchRevInclude*
      searchParam*:CapabilityStatement.SearchParam operation*:CapabilityStatement.Operation
    CapabilityStatement.SystemInteraction < BackboneElement: code documentation
    CapabilityStatement.SearchParam < BackboneElement: name definition type documentation
    CapabilityStatement.Operation < BackboneElement: name definition documentation
    CapabilityStatement.Endpoint < BackboneElement: protocol:Coding address
    CapabilityStatement.SupportedMessage < BackboneElement: mode definition
    CapabilityStatement.Interaction < BackboneElement: code documentation
    """
}
