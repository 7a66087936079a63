// The words of a case. Steps, standings and reasons of a refusal come from the service.

import { addWords } from "./base.js";

addWords({
  caseTitle: ["Ca: {0}", "Case: {0}"],
  caseFrom: ["Từ {0}, mở lúc {1}", "From {0}, opened at {1}"],
  caseList: ["Các ca đang mở", "Open cases"],
  caseNone: ["Không có ca nào đang mở.", "No case is open."],
  caseForbidden: [
    "Tài khoản này không điều phối ca. Người điều phối làm được.",
    "This account does not lead cases; a coordinator does.",
  ],
  caseNext: ["Gọi nơi tiếp theo", "Call next"],
  caseCalled: ["Đã gọi {0}", "{0} was called"],
  caseCallNoPhone: ["Ghi đã gọi {0}", "Note that {0} was called"],
  caseOthers: ["Nơi khác", "Others"],
  caseAsk: ["Gần hơn, chưa rõ làm được không", "Nearer, not known whether they can"],
  caseWaiting: ["{0}: trả lời thế nào?", "{0}: what is the answer?"],
  caseAccepted: ["Nhận", "Accepted"],
  caseRefused: ["Từ chối…", "Refused…"],
  caseRefusedBy: ["{0} từ chối vì", "{0} refused because of"],
  caseLeft: ["Đã lên đường", "Has left"],
  caseArrived: ["Đã đến nơi", "Has arrived"],
  caseArrival: ["dự kiến tới {0}", "expected at {0}"],
  caseEnd: ["Kết thúc ca", "End the case"],
  caseEndSure: ["Kết thúc thật", "Really end it"],
  caseReopen: ["Mở lại ca", "Open it again"],
  caseSteps: ["Diễn biến", "What happened"],
  caseOpened: ["mở ca", "opened"],
  caseUndo: ["Hoàn tác bước cuối", "Undo the last step"],
  caseUntil: ["đến {0}", "until {0}"],
  caseNextNone: ["Không còn nơi nào trong tầm.", "No further facility is in reach."],
  caseOnset: ["khởi phát {0}", "onset {0}"],
  caseNow: ["{0}. {1}", "{0}. {1}"],
});
