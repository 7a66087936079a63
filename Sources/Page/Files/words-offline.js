// The words of what is answered without network.

import { addWords } from "./base.js";

addWords({
  offlineTitle: ["Sổ tay khi không có mạng", "Handbook for when there is no network"],
  offlineStored: [
    "Sổ tay lưu lúc {0}. Đây là dữ liệu chung, không phải tình hình lúc này: gọi trước khi đi.",
    "Handbook kept since {0}. It rests on facts, not on what is reported now: call before you leave.",
  ],
  offlineNone: [
    "Máy chưa lưu sổ tay: mở trang này một lần khi có mạng.",
    "This device has no handbook yet: open this page once with network.",
  ],
  offlineBest: ["{0}: {1}", "{0}: {1}"],
  offlineDay: ["Ban ngày (lúc {0})", "By day (at {0})"],
  offlineNight: ["Ban đêm (lúc {0})", "By night (at {0})"],
  offlineNobody: [
    "Không cơ sở nào được biết là làm được và tới được.",
    "No facility that is known to be able can be reached.",
  ],
  offlineHours: ["giờ không rõ", "hours unknown"],
  offlineUnsure: ["nguồn chưa chắc", "source not sure"],
  offlineAskFirst: ["còn điều phải hỏi", "ask first"],
  offlineCall: ["Gọi {0}", "Call {0}"],
  offlineInstead: ["số của {0}", "number of {0}"],
  offlineEmergency: ["số cấp cứu chung", "the emergency number"],
  offlineNoPhone: ["không biết số", "no number known"],
  offlinePlace: ["Người bệnh ở đâu?", "Where is the patient?"],
  offlinePlaceHint: ["Tên xã, phường; không cần dấu", "Name of the commune; marks are not needed"],
  offlineWhich: ["Nơi nào?", "Which place?"],
  offlineNoPlace: ["Không có xã, phường nào tên như vậy.", "No commune has such a name."],
  offlineNeed: ["Cần gì?", "What is needed?"],
  offlineNeedMissing: [
    "Sổ tay không có nhu cầu này; chọn một nhu cầu gần nhất.",
    "The handbook does not answer this need; choose the nearest.",
  ],
  offlineNear: ["gần {0} nhất", "nearest to {0}"],
  offlineDirectory: ["Danh bạ", "Directory"],
  offlineDirectoryHint: ["Tên cơ sở; không cần dấu", "Name of the facility; marks are not needed"],
  offlineNobodyNamed: ["Không cơ sở nào tên như vậy.", "No facility has such a name."],
});
