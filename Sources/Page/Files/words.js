// The words of the frame and of the first screen; a part of the page that is fetched later adds its own
// (`addWords`). Each key has Vietnamese first, English second.

export const words = {
  title: ["Tuyến", "Tuyến"],
  skip: ["Đến nội dung chính", "To the main content"],
  sections: ["Các phần", "Sections"],
  tabAsk: ["Hỏi", "Ask"],
  tabBoard: ["Bảng", "Board"],
  tabMap: ["Bản đồ", "Map"],
  tabPlan: ["Quy hoạch", "Plan"],
  otherLanguage: ["English", "Tiếng Việt"],
  signIn: ["Đăng nhập", "Sign in"],
  streamLive: ["trực tiếp", "live"],
  streamSilent: ["mất tin từ {0}", "silent since {0}"],
  pending: ["{0} mục chờ gửi", "{0} waiting to be sent"],
  minutes: ["{0} phút", "{0} min"],
  hours: ["{0} giờ {1}", "{0} h {1}"],
  days: ["{0} ngày", "{0} days"],
  loading: ["Đang tải…", "Loading…"],
  offline: ["Không có mạng.", "There is no network."],
  stored: ["Lưu lúc {0}; không có mạng.", "Kept since {0}; there is no network."],
  failed: ["Không làm được: {0}", "It failed: {0}"],
  again: ["Thử lại", "Try again"],
  close: ["Đóng", "Close"],
  back: ["Quay lại", "Back"],
  nothing: ["không có", "none"],
};
