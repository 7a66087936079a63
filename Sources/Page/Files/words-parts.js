// The words of the parts of an answer that are opened: strategy, second best, several patients.

import { addWords } from "./base.js";

addWords({
  strategyTitle: [
    "Đến thẳng hay ghé nơi gần trước? Mốc giờ", "Directly, or by a nearer stop? Clocks",
  ],
  strategyNoOnset: [
    "Chưa biết giờ khởi phát: các mốc chỉ cho biết khởi phát muộn nhất.",
    "The onset is not known: clocks only tell the latest onset.",
  ],
  "strategyDecision-direct": ["Đến thẳng (cách {0})", "Directly (way {0})"],
  "strategyDecision-via": ["Ghé nơi gần trước (cách {0})", "By a first stop (way {0})"],
  "strategyDecision-retrieval": [
    "Đến nơi gần nhất, xin đón chuyển (cách {0})",
    "To the nearest, and ask to be fetched (way {0})",
  ],
  "strategyDecision-undecided": ["Chưa quyết định được", "Not decided"],
  strategyFlip: ["sẽ khác nếu {0}", "otherwise with {0}"],
  strategyLoss: [
    "Thường lỡ mốc \"{0}\"; cách {1} giữ được.", "It usually misses \"{0}\"; way {1} keeps it.",
  ],
  strategyRules: ["Quy tắc khác nói gì", "What other rules say"],
  strategyDirect: ["Đến thẳng", "Directly"],
  strategyVia: ["Ghé nơi gần, rồi chuyển", "By a first stop"],
  strategyBest: ["nên theo", "advised"],
  strategyLeaves: ["rời nơi đầu lúc {0}", "leaves the first at {0}"],
  strategyFirst: ["Điều trị đầu sau {0}", "First treatment after {0}"],
  strategyDefinitive: ["điều trị triệt để sau {0}", "definitive treatment after {0}"],
  strategyBestCase: [
    "Không biết ở nơi đầu bao lâu: đây là sớm nhất.",
    "The stay at the first is not known: this is the earliest.",
  ],
  "strategyStanding-kept": ["kịp", "kept"],
  "strategyStanding-tight": ["sát", "tight"],
  "strategyStanding-extended": ["kịp mốc mở rộng", "within the longer limit"],
  "strategyStanding-missed": ["lỡ", "missed"],
  "strategyStanding-open": ["chưa tính", "open"],
  "strategyStanding-unknown": ["chưa rõ", "not known"],
  strategyExtended: [", có chọn lọc {0}", ", for selected patients {0}"],
  strategyLeft: ["còn {0}", "{0} left"],
  strategyMissed: ["trễ {0}", "{0} late"],
  strategyChance: ["khả năng {0} %", "chance {0}%"],
  strategyLatest: ["kịp nếu khởi phát sau {0}", "kept with an onset after {0}"],

  cardTitle: ["Nếu cầu, phà hỏng thì đi đâu?", "If a bridge or ferry fails"],
  cardNone: [
    "Trên đường đến nơi đầu tiên không có cầu hay phà nào có tên.",
    "No bridge or ferry with a name is on the way to the first.",
  ],
  cardFails: ["Nếu không qua được {0}", "If {0} cannot be passed"],
  cardExtra: ["(thêm {0})", "({0} more)"],
  cardWay: ["qua {0}", "by {0}"],
  cardNothing: ["không còn nơi nào tới được", "nothing is left in reach"],

  patientsTitle: ["Nhiều người bệnh ở đây", "Several patients here"],
  patientsHint: [
    "Mỗi dòng một nhóm; cùng nơi và cùng giờ với câu trả lời này.",
    "A row for each group; the place and the time of this answer.",
  ],
  patientsAdd: ["Thêm dòng", "Add a row"],
  patientsNeed: ["Cần", "Need"],
  patientsUrgency: ["Mức khẩn", "Urgency"],
  patientsCount: ["Số người", "How many"],
  patientsRemove: ["Bỏ dòng", "Remove the row"],
  patientsCapacity: [
    "Giả định số chỗ của nơi chưa báo (để trống: không giả định)",
    "Assumed places of those who report none (empty: assume none)",
  ],
  patientsFind: ["Chia nơi nhận", "Find places"],
  patientsPlaced: ["{0} trong {1} người có nơi nhận", "{0} of {1} patients have a place"],
  patientsAssumed: ["Số chỗ là giả định: gọi hỏi trước.", "Places are assumed: ask first."],
  patientsUnplaced: ["chưa có nơi nhận", "no place yet"],
});
