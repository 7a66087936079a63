// The words of what the first screen opens: the fold with further circumstances, the map.

import { addWords } from "./base.js";

addWords({
  askAny: ["{0}, chưa rõ hơn ({1})", "{0}, not known better ({1})"],
  askRest: ["{0}: kỹ thuật khác", "{0}: other treatments"],
  positionFinding: ["Đang tìm vị trí…", "Finding the position…"],
  positionHere: ["Vị trí của tôi: {0} (±{1} m)", "My position: {0} (±{1} m)"],
  positionNone: [
    "Thiết bị không cho biết vị trí. Gõ tên nơi, hoặc chạm bản đồ.",
    "The device does not tell its position. Type a place, or touch the map.",
  ],
  pickHint: ["Chạm nơi người bệnh đang ở.", "Touch where the patient is."],
  pickTake: ["Lấy nơi này", "Take this place"],
  pickCancel: ["Thôi", "Cancel"],
  pickPoint: ["{0} (trên bản đồ)", "{0} (on the map)"],
  detailAt: ["Lúc (để trống: bây giờ)", "At (empty: now)"],
  detailOnset: ["Khởi phát lúc", "Onset at"],
  detailVehicle: ["Phương tiện", "Vehicle"],
  detailWeather: ["Thời tiết", "Weather"],
  detailSeverity: ["Mức độ nặng", "Severity"],
  detailAge: ["Tuổi", "Age"],
  detailUsual: ["như thường", "as usual"],
  detailUnsaid: ["không nói", "not said"],
});
