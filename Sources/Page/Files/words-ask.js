// The words of the fold with further circumstances on the first screen.

import { addWords } from "./base.js";

addWords({
  detailAt: ["Lúc (để trống: bây giờ)", "At (empty: now)"],
  detailOnset: ["Khởi phát lúc", "Onset at"],
  detailVehicle: ["Phương tiện", "Vehicle"],
  detailWeather: ["Thời tiết", "Weather"],
  detailSeverity: ["Mức độ nặng", "Severity"],
  detailAge: ["Tuổi", "Age"],
  detailUsual: ["như thường", "as usual"],
  detailUnsaid: ["không nói", "not said"],
});
