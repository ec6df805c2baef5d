"""Define-XML against the datasets beside it: python3 read_define.py FOLDER

Fails with what is not described, described and not there, refers to nothing, or is not in its code list.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as ET

ODM, DEF, XLINK = "{http://www.cdisc.org/ns/odm/v1.3}", "{http://www.cdisc.org/ns/def/v2.1}", "{http://www.w3.org/1999/xlink}"
ORDER = ["Standards", "ItemGroupDef", "ItemDef", "CodeList", "MethodDef", "CommentDef"]


def main(folder):
    faults = []
    version = ET.parse(pathlib.Path(folder) / "define.xml").getroot().find(f"{ODM}Study/{ODM}MetaDataVersion")
    kinds = [child.tag.split("}")[1] for child in version]
    if kinds != sorted(kinds, key=ORDER.index):
        faults.append("its parts are not in Define-XML's order")
    oids = [child.get("OID") for child in version if child.get("OID")]
    if len(oids) != len(set(oids)):
        faults.append("an OID stands twice")
    known = set(oids) | {standard.get("OID") for standard in version.iter(f"{DEF}Standard")}
    for element in version.iter():
        for key in ("ItemOID", "CodeListOID", "MethodOID", f"{DEF}CommentOID", f"{DEF}StandardOID"):
            if element.get(key) and element.get(key) not in known:
                faults.append(f"{key} {element.get(key)} leads nowhere")
    items = {item.get("OID"): item for item in version.iter(f"{ODM}ItemDef")}
    lists = {codes.get("OID"): {item.get("CodedValue") for item in codes.iter(f"{ODM}CodeListItem")} for codes in version.iter(f"{ODM}CodeList")}
    groups = {group.get("Name"): group for group in version.iter(f"{ODM}ItemGroupDef")}
    files = sorted(pathlib.Path(folder).glob("*.json"))
    if {path.stem.upper() for path in files} != set(groups):
        faults.append("its datasets are not those beside it")
    for path in files:
        dataset = json.loads(path.read_text(encoding="utf-8"))
        group = groups.get(dataset["name"])
        if group is None:
            continue
        leaf = group.find(f"{DEF}leaf")
        if group.get(f"{DEF}ArchiveLocationID") != leaf.get("ID") or not (path.parent / leaf.get(f"{XLINK}href")).exists():
            faults.append(f"{dataset['name']}: its file is not there")
        if dataset["itemGroupOID"] != group.get("OID"):
            faults.append(f"{dataset['name']}: its OID differs")
        described = [ref.get("ItemOID") for ref in group.iter(f"{ODM}ItemRef")]
        if described != [column["itemOID"] for column in dataset["columns"]]:
            faults.append(f"{dataset['name']}: its variables differ")
        for place, column in enumerate(dataset["columns"]):
            item = items[column["itemOID"]]
            if item.find(f"{DEF}Origin") is None or item.get("Name") != column["name"]:
                faults.append(f"{column['itemOID']}: its origin or name is missing")
            ref = item.find(f"{ODM}CodeListRef")
            values = {row[place] for row in dataset["rows"]} - {"", None}
            if ref is not None and not values <= lists[ref.get("CodeListOID")]:
                faults.append(f"{column['itemOID']}: {sorted(values - lists[ref.get('CodeListOID')])[:3]} not in its list")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main(sys.argv[1])
