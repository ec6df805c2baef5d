"""What a reader of ODM that knows nothing of Serein finds: python3 read_odm.py SNAPSHOT HISTORY

Prints one JSON object: "now", the values of the snapshot by place and item; "replayed", what the history's transactions come to; "audit", what
the audit records of the snapshot say; "notes", the flags and comments by place and item; "types", the data types of the items; "problems",
references that lead nowhere and values that don't fit their type.
"""
import json
import re
import sys
import xml.etree.ElementTree as ET

NS = "{http://www.cdisc.org/ns/odm/v1.3}"
TYPES = {
    "integer": r"-?[0-9]+",
    "float": r"-?[0-9]+(\.[0-9]+)?",
    "boolean": r"[01]",
    "time": r"[0-2][0-9]:[0-5][0-9]:[0-5][0-9]",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "datetime": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([+-][0-9]{2}:[0-9]{2}|Z)",
    "partialDatetime": r"[0-9]{4}.*",
}


def find(element, *path):
    for step in path:
        element = element.find(NS + step)
        if element is None:
            return None
    return element


def place(subject, event, form):
    return "|".join([subject.get("SubjectKey"), event.get("StudyEventOID"), event.get("StudyEventRepeatKey") or "", form.get("FormOID")])


def definitions(root, problems):
    known = {"types": {}, "lists": {}, "users": set(), "places": set(), "signatures": set()}
    for version in root.iter(NS + "MetaDataVersion"):
        oids = {e.get("OID") for e in version}
        for item in version.iter(NS + "ItemDef"):
            known["types"][item.get("OID")] = item.get("DataType")
            ref = item.find(NS + "CodeListRef")
            if ref is not None:
                known["lists"][item.get("OID")] = ref.get("CodeListOID")
        for kind, key in (("ItemRef", "ItemOID"), ("ItemGroupRef", "ItemGroupOID"), ("FormRef", "FormOID"), ("StudyEventRef", "StudyEventOID"),
                          ("CodeListRef", "CodeListOID"), ("ItemRef", "MethodOID"), ("ItemRef", "CollectionExceptionConditionOID")):
            for ref in version.iter(NS + kind):
                if ref.get(key) and ref.get(key) not in oids:
                    problems.append(f"{kind} {ref.get(key)} leads nowhere")
        for codes in version.iter(NS + "CodeList"):
            known["lists"][codes.get("OID")] = {i.get("CodedValue") for i in codes.iter(NS + "CodeListItem")}
    for user in root.iter(NS + "User"):
        known["users"].add(user.get("OID"))
    for location in root.iter(NS + "Location"):
        known["places"].add(location.get("OID"))
    for signature in root.iter(NS + "SignatureDef"):
        known["signatures"].add(signature.get("OID"))
    return known


def check(root, known, problems):
    for ref, key, among in (("UserRef", "UserOID", "users"), ("LocationRef", "LocationOID", "places"), ("SignatureRef", "SignatureOID", "signatures")):
        for element in root.iter(NS + ref):
            if element.get(key) not in known[among]:
                problems.append(f"{ref} {element.get(key)} leads nowhere")
    for item in root.iter(NS + "ItemData"):
        oid, value = item.get("ItemOID"), item.get("Value")
        if oid not in known["types"]:
            problems.append(f"ItemData {oid} is defined nowhere")
        elif value is not None:
            pattern = TYPES.get(known["types"][oid])
            if pattern and not re.fullmatch(pattern, value):
                problems.append(f"ItemData {oid} is no {known['types'][oid]}")
            codes = known["lists"].get(known["lists"].get(oid)) if isinstance(known["lists"].get(oid), str) else None
            if codes is not None and value not in codes:
                problems.append(f"ItemData {oid} is not in its code list")


def forms(root):
    for data in root.iter(NS + "ClinicalData"):
        for subject in data.iter(NS + "SubjectData"):
            for event in subject.iter(NS + "StudyEventData"):
                for form in event.iter(NS + "FormData"):
                    yield data, place(subject, event, form), form


def noted(element):
    notes = []
    for note in element.findall(NS + "Annotation"):
        comment, value = find(note, "Comment"), find(note, "Flag", "FlagValue")
        notes.append([value.text, None if comment is None else comment.text])
    return notes


def value_of(item):
    return None if item.get("IsNull") == "Yes" else item.get("Value")


def main(snapshot_file, history_file):
    problems = []
    snapshot, history = ET.parse(snapshot_file).getroot(), ET.parse(history_file).getroot()
    known = definitions(snapshot, problems)
    check(snapshot, known, problems)
    check(history, definitions(history, problems), problems)
    now, audit, notes, versions, signed = {}, {}, {}, {}, {}
    for data, where, form in forms(snapshot):
        now[where], audit[where], notes[where] = {}, {}, {"": noted(form)}
        versions[where] = data.get("MetaDataVersionOID")
        signature = form.find(NS + "Signature")
        if signature is not None:
            signed[where] = [find(signature, "UserRef").get("UserOID"), find(signature, "SignatureRef").get("SignatureOID")]
        for item in form.iter(NS + "ItemData"):
            record = find(item, "AuditRecord")
            reason = find(record, "ReasonForChange")
            now[where][item.get("ItemOID")] = value_of(item)
            audit[where][item.get("ItemOID")] = [find(record, "UserRef").get("UserOID"), find(record, "DateTimeStamp").text,
                                                 None if reason is None else reason.text, find(record, "SourceID").text]
            notes[where][item.get("ItemOID")] = noted(item)
    replayed = {}
    for _, where, form in forms(history):
        if form.get("TransactionType") == "Remove":
            replayed.pop(where, None)
            continue
        values = replayed.setdefault(where, {})
        for item in form.iter(NS + "ItemData"):
            kind, oid = item.get("TransactionType"), item.get("ItemOID")
            if (kind == "Insert") == (oid in values):
                problems.append(f"{kind} of {oid} in the wrong place")
            if kind == "Remove":
                values.pop(oid, None)
            else:
                values[oid] = value_of(item)
    subject = next(snapshot.iter(NS + "SubjectData"))
    whole = subject.find(NS + "Signature")
    json.dump({"now": now, "replayed": replayed, "audit": audit, "notes": notes, "versions": versions, "signed": signed,
               "record": {"notes": noted(subject), "signed": None if whole is None else find(whole, "SignatureRef").get("SignatureOID")},
               "problems": problems}, sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
