// The words of signing in, and of accounts and keys.

import { addWords } from "./base.js";

addWords({
  accountSignIn: ["Đăng nhập", "Sign in"],
  accountName: ["Tài khoản", "Account"],
  accountPassword: ["Mật khẩu", "Password"],
  accountPasswordHint: [
    "Lần đầu: dùng mã một lần mà quản trị viên đã đưa.",
    "The first time: the one-time secret that an administrator gave you.",
  ],
  accountShow: ["Hiện mật khẩu", "Show the password"],
  accountWhy: ["Đăng nhập để làm tiếp việc vừa chọn.", "Sign in to go on with what you chose."],
  accountSet: ["Đặt mật khẩu", "Set a password"],
  accountNew: ["Mật khẩu mới", "New password"],
  accountNewHint: [
    "Ít nhất 12 ký tự; một câu dài dễ nhớ là tốt.",
    "At least 12 characters; a long sentence is good.",
  ],
  accountCurrent: ["Mật khẩu hiện tại", "Current password"],
  accountChange: ["Đổi mật khẩu", "Change the password"],
  accountChanged: ["Đã đổi mật khẩu.", "The password is changed."],
  accountTitle: ["Tài khoản {0}", "Account {0}"],
  accountRole: ["Vai trò: {0}", "Role: {0}"],
  accountFor: ["Cơ sở: {0}", "Facilities: {0}"],
  accountSignOut: ["Đăng xuất", "Sign out"],
  accountSignedOut: ["Đã đăng xuất.", "You are signed out."],
  accountCases: ["Các ca đang mở", "Open cases"],

  sessionsTitle: ["Các phiên đăng nhập", "Sessions"],
  sessionsOf: ["Các phiên của {0}", "Sessions of {0}"],
  sessionsNone: ["Không có phiên nào.", "There are none."],
  sessionsLine: [
    "từ {0} · đăng nhập {1} · dùng lần cuối {2}", "from {0} · signed in {1} · last used {2}",
  ],
  sessionsThis: ["phiên này", "this one"],
  sessionsEnd: ["Kết thúc phiên", "End sessions"],
  sessionsWhich: ["Phiên nào", "Which"],
  sessionsAll: ["Tất cả", "All of them"],
  sessionsOthers: ["Tất cả phiên khác", "All others"],
  sessionsPassword: ["Mật khẩu của bạn", "Your password"],
  sessionsEnded: ["Số phiên đã kết thúc: {0}.", "Sessions that were ended: {0}."],

  peopleAccounts: ["Tài khoản", "Accounts"],
  peopleKeys: ["Khóa của máy", "Keys of machines"],
  peopleAdd: ["Thêm tài khoản", "Add an account"],
  peopleAddKey: ["Thêm khóa", "Add a key"],
  peopleRole: ["Vai trò", "Role"],
  peopleFacilities: [
    "Mã cơ sở (cách nhau dấu phẩy)", "Ids of facilities (parted by commas)",
  ],
  peopleSender: ["Hệ thống gửi", "Sender"],
  peopleDays: ["Số ngày", "Days"],
  peopleMake: ["Tạo", "Make"],
  peopleSessions: ["Phiên", "Sessions"],
  peopleRevoke: ["Thu hồi", "Revoke"],
  peopleRevokeSure: ["Thu hồi {0} thật", "Really revoke {0}"],
  peopleRevoked: ["đã thu hồi {0}", "revoked on {0}"],
  peopleNoPassword: ["chưa đặt mật khẩu", "has set no password yet"],
  peopleEnds: ["hết hạn {0}", "ends on {0}"],
  peopleSecret: [
    "Mã một lần của {0}; chỉ hiện lúc này, hết hạn sau 24 giờ:",
    "The one-time secret of {0}; it is shown now only, and ends after 24 hours:",
  ],
  peopleKeySecret: ["Khóa của {0}; chỉ hiện lúc này:", "The key of {0}; it is shown now only:"],
  peopleCopy: ["Chép", "Copy"],
  peopleCopied: ["Đã chép.", "Copied."],
});
