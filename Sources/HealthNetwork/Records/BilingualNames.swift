public import Facts

extension AccessStandard: BilinguallyNamed {}
extension CapabilityType: BilinguallyNamed {}
extension ClinicalClock: BilinguallyNamed {}
extension Facility: BilinguallyNamed {}
extension Holiday: BilinguallyNamed {}
extension Ladder: BilinguallyNamed {}
extension NetworkHeader: BilinguallyNamed {}
extension Observation: BilinguallyNamed {}
extension Party: BilinguallyNamed {}
extension Pathway: BilinguallyNamed {}
extension PathwayRule: BilinguallyNamed {}
extension Place: BilinguallyNamed {}
extension Programme: BilinguallyNamed {}
extension Rung: BilinguallyNamed {}
extension Scheme: BilinguallyNamed {}
extension Severity: BilinguallyNamed {}
extension Specialty: BilinguallyNamed {}
extension SpecialtyNetwork: BilinguallyNamed {}
extension Technique: BilinguallyNamed {}
extension Training: BilinguallyNamed {}
extension TransferRule: BilinguallyNamed {}
extension TriageClass: BilinguallyNamed {}
