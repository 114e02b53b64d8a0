"""Keeps the translations up to date.

python tools/translations.py          take new texts from the code into the .ts files, compile them, list what lacks its Spanish
python tools/translations.py --check  change nothing; status 1 if the files are behind the code or a text lacks its Spanish
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
ROOMS = ("gui", "nn")
# English is in the source; its file says what is one neuron and what are two neurons.
# Plural forms of each language, and whether its file has plurals only.
LANGUAGES = {"es": (2, False), "en": (2, True)}
PLURAL = "%n"
FIELD = re.compile(r"\{[^{}]*\}|%n")


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    return folder / f"neurolupa_{language}.ts"


def qm_file(language: str, folder: Path = FOLDER) -> Path:
    return folder / f"neurolupa_{language}.qm"


def tool(name: str) -> str:
    """A program that PySide6 brings along, beside this Python."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def found_in_code(folder: Path) -> ET.Element:
    """All texts in the code as a fresh .ts file, untranslated, made in ``folder``."""
    sources = sorted(str(path.relative_to(ROOT)) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    path = folder / "code.ts"
    command = [tool("lupdate"), "-silent", "-locations", "none", "-source-language", "en", *sources, "-ts", str(path)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return ET.parse(path).getroot()  # noqa: S314  just made


def update(folder: Path = FOLDER) -> None:
    """Bring the texts in the code into the .ts files in ``folder``; translations that are there stay."""
    for language, (forms, plurals_only) in LANGUAGES.items():
        old = {key: texts for key, texts in translations(ts_file(language)).items() if all(texts)}
        with tempfile.TemporaryDirectory() as name:
            root = found_in_code(Path(name))
        root.set("language", language)
        for context in list(root.iter("context")):
            for message in list(context.iter("message")):
                if plurals_only and PLURAL not in message.findtext("source", ""):
                    context.remove(message)
                else:
                    put_translation(message, forms, old.get((context.findtext("name", ""), message.findtext("source", "")), []))
            if context.find("message") is None:
                root.remove(context)
        write(root, ts_file(language, folder))


def put_translation(message: ET.Element, forms: int, texts: list[str]) -> None:
    """Set a message's translation. lupdate does not see that ``translate(…, n)`` is a plural; the text says so itself."""
    translation = message.find("translation")
    if translation is None:
        translation = ET.SubElement(message, "translation")
    translation.clear()
    if not texts:
        translation.set("type", "unfinished")
    if PLURAL in message.findtext("source", ""):
        message.set("numerus", "yes")
        for text in texts or [""] * forms:
            ET.SubElement(translation, "numerusform").text = text
    else:
        translation.text = texts[0] if texts else ""


def write(root: ET.Element, path: Path) -> None:
    """Write a .ts file, the same for the same texts."""
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def release(folder: Path = FOLDER, into: Path = FOLDER) -> None:
    """Compile the .ts files."""
    for language in LANGUAGES:
        subprocess.run(  # noqa: S603
            [tool("lrelease"), "-silent", "-nounfinished", str(ts_file(language, folder)), "-qm", str(qm_file(language, into))], cwd=ROOT, check=True
        )


def messages(path: Path) -> list[tuple[str, ET.Element]]:
    """All (context, message) of a .ts file."""
    tree = ET.parse(path)  # noqa: S314  the project's own file
    return [(context.findtext("name", ""), message) for context in tree.iter("context") for message in context.iter("message")]


def translation_texts(message: ET.Element) -> list[str]:
    """The translation, or its plural forms."""
    translation = message.find("translation")
    if translation is None:
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def faults(path: Path) -> list[str]:
    """What is wrong in a .ts file: texts without a translation, and translations with other fields than their source."""
    found = []
    for context, message in messages(path):
        source, texts = message.findtext("source", ""), translation_texts(message)
        if not texts or not all(texts):
            found.append(f"{context}: “{source}” has no translation")
        elif any(set(FIELD.findall(text)) - set(FIELD.findall(source)) for text in texts) or set(FIELD.findall(source)) - set(
            FIELD.findall(texts[-1])
        ):
            found.append(f"{context}: “{source}” has other fields than “{texts[-1]}”")
    return found


def translations(path: Path) -> dict[tuple[str, str], list[str]]:
    """The translation, or its plural forms, of each (context, source) of a .ts file; nothing if there is no file yet."""
    if not path.exists():
        return {}
    return {(context, message.findtext("source", "")): translation_texts(message) for context, message in messages(path)}


def known(path: Path) -> set[tuple[str, str]]:
    """The (context, source) pairs of a .ts file."""
    return set(translations(path))


def behind() -> list[str]:
    """Texts of the code that the .ts files lack or have too many, and compiled files that differ from their .ts."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        update(fresh)
        release(into=fresh)
        for language in LANGUAGES:
            new, old = known(ts_file(language, fresh)), known(ts_file(language))
            found += [f"{ts_file(language).name} lacks {context}: “{source}”" for context, source in sorted(new - old)]
            found += [f"{ts_file(language).name} has one too many, {context}: “{source}”" for context, source in sorted(old - new)]
            if qm_file(language, fresh).read_bytes() != qm_file(language).read_bytes():
                found.append(f"{qm_file(language).name} is older than its .ts file")
    return found


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        found = behind() + [fault for language in LANGUAGES for fault in faults(ts_file(language))]
    else:
        update()
        release()
        found = [fault for language in LANGUAGES for fault in faults(ts_file(language))]
    print("\n".join(found) or f"All {len(known(ts_file('es')))} texts have their Spanish.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
