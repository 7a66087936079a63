public import Facts

extension TravelClosure: BilinguallyNamed {}
extension Vehicle: BilinguallyNamed {}
extension Weather: BilinguallyNamed {}
