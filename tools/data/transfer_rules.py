"""What laws and circulars say of sending patients, article by article, in our own words; the quotation stands in the note."""

from additions import confidence, day_of, noted
from exchange_writer import Element
from tables import slug

# Topic of the table: name, English name, and what kind of rule it is; only rules of sending are asked at each step.
TOPICS = {
    "when to transfer": ("Khi nào được chuyển người bệnh", "When a patient may be sent on", "transfer"),
    "emergency": ("Cấp cứu trong và ngoài cơ sở", "Emergency care inside and outside a facility", "emergency"),
    "consent": ("Cấp cứu khi chưa có người đồng ý", "Emergency care without consent", "consent"),
    "support": ("Khi cần hỗ trợ chuyên môn", "When outside support is needed", "emergency"),
    "duty to help transfer": ("Chuyển người bệnh cấp cứu đến cơ sở phù hợp", "Emergency transfer to a suitable facility", "transfer"),
    "EMS": ("Cấp cứu ngoại viện", "Prehospital care", "prehospital"),
    "who pays transport": ("Ai trả tiền vận chuyển cấp cứu", "Who pays for emergency transport", "cost"),
    "priority of emergencies": ("Ưu tiên người bệnh cấp cứu", "Emergencies come first", "emergency"),
    "facility form": ("Hình thức cơ sở cấp cứu ngoại viện", "Prehospital facility as a form of facility", "prehospital"),
    "levels": ("Cấp chuyên môn kỹ thuật", "Professional levels", "level"),
    "transfer (insurance)": ("Chuyển người bệnh theo bảo hiểm y tế", "Transfer under health insurance", "insurance"),
    "emergency at any facility": ("Cấp cứu ở mọi cơ sở", "Emergency at any facility", "emergency"),
    "papers (emergency)": ("Giấy tờ khi cấp cứu", "Papers in an emergency", "papers"),
    "papers": ("Phiếu chuyển", "Transfer slip", "papers"),
    "62 diseases": ("62 bệnh đến thẳng cấp chuyên sâu", "62 diseases straight to the specialised level", "cost"),
    "co-payment": ("Mức hưởng khi không có phiếu chuyển", "Share paid without a slip", "cost"),
    "publication": ("Công khai cấp chuyên môn", "Publication of the level", "level"),
    "transfer for tests": ("Chuyển để làm xét nghiệm, chụp chiếu", "Sending for tests or imaging", "papers"),
    "transport cost": ("Tiền vận chuyển của bảo hiểm y tế", "Transport paid by insurance", "cost"),
    "after the emergency": ("Sau giai đoạn cấp cứu", "After the emergency", "cost"),
    "escort (military)": ("Hộ tống người bệnh (quân đội)", "Escort (military)", "escort"),
    "alert before sending": ("Báo động đỏ liên viện", "Red alert between hospitals", "emergency"),
    "road priority": ("Xe cứu thương được ưu tiên", "Priority of ambulances", "prehospital"),
    "no refusal for IT": ("Không từ chối vì lỗi mạng", "No refusal for a failed portal", "emergency"),
    "results": ("Liên thông kết quả cận lâm sàng", "Sharing of results", "papers"),
}
# What the words themselves allow; all other rules say something else, or not to us.
ALLOWS = {"when to transfer": {"allowed": True}, "duty to help transfer": {"allowed": True}}


def fill(document, additions):
    """Adds a rule for each usable row; rows that found nothing, or something invented, are left out."""
    seen = {}
    for row in additions.read("transfer_rules.csv", "topic rule instrument article in_force_from applies_to who source source_date "
                              "quote quote_kind confidence note"):
        topic = row.need("topic")
        if topic in ("unknown", "not usable"):
            continue
        name, english, kind = row.choose("topic", TOPICS)
        stem = slug(english)
        seen[stem] = seen.get(stem, 0) + 1
        begins, _, ends = row["in_force_from"].partition(" to ")
        is_exempt = "emergency: insured patient is covered" in row["rule"]
        document.add(Element(
            "transferRule", id=stem if seen[stem] == 1 else f"{stem}-{seen[stem]}", name=name, nameEn=english, topic=kind,
            emergencyExempt=True if is_exempt else None, condition=row.need("rule"),
            legalBasis=noted(row["instrument"], row["article"]), from_=begins or None, to=ends or None, source=row.need("source"),
            asserted=day_of(row["source_date"]), confidence=confidence(row),
            note=noted(row["quote"] and f"“{row['quote']}”", row["who"] and f"who: {row['who']}",
                       row["applies_to"] and f"applies to: {row['applies_to']}", row["note"]) or None,
            **ALLOWS.get(topic, {})))
