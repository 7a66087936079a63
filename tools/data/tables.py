"""Reads CSV tables: UTF-8, a header line, comma separated; an empty cell means unknown.

Every row knows its file and line, so that a bad cell is reported as ``file:line: message``.
"""

import csv
import unicodedata
from collections import Counter
from pathlib import Path

from exchange_writer import number

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
SHORT_TYPES = {"tp.": "thành phố", "tx.": "thị xã", "tt.": "thị trấn"}
TYPES = ("thành phố", "tỉnh", "thị xã", "thị trấn", "quận", "huyện", "phường", "xã", "đặc khu")
TONES = "\u0300\u0301\u0303\u0309\u0323"


class TableError(Exception):
    """A row that cannot be used; the message begins with file and line."""


class Row(dict):
    """One row of a table: column to text, with the place it came from."""

    def __init__(self, values, file, line):
        super().__init__({key: (value or "").strip() for key, value in values.items() if key})
        self.file = file
        self.line = line

    def fail(self, message):
        """Raises an error that names the file and line of this row."""
        raise TableError(f"{self.file}:{self.line}: {message}")

    def need(self, column):
        """Returns a cell that must not be empty."""
        return self[column] or self.fail(f"column {column} is empty")

    def choose(self, column, choices):
        """Returns what the cell stands for; an unknown word is an error that lists the known ones."""
        value = self[column]
        if value not in choices:
            self.fail(f"column {column}: {value!r} is not one of {', '.join(sorted(choices))}")
        return choices[value]

    def number(self, column):
        """Returns the cell as a number in shortest form, None when empty."""
        if not self[column]:
            return None
        try:
            return number(self[column])
        except ValueError as error:
            self.fail(f"column {column}: {error}")

    def known(self, column, known, what):
        """Returns a cell that must be one of the known ids."""
        value = self.need(column)
        if value not in known:
            self.fail(f"column {column}: there is no {what} {value!r}")
        return value


class Tables:
    """The folder of tables."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def read(self, name, columns):
        """Returns the rows of a table; missing columns are an error that names them."""
        path = self.folder / name
        try:
            with path.open(encoding="utf-8-sig", newline="") as stream:
                reader = csv.DictReader(stream)
                missing = [column for column in columns.split() if column not in (reader.fieldnames or [])]
                if missing:
                    raise TableError(f"{name}:1: missing column {', '.join(missing)}")
                return [Row(values, name, reader.line_num) for values in reader]
        except FileNotFoundError as error:
            raise TableError(f"{name}: no such table in the folder of tables") from error
        except UnicodeDecodeError as error:
            raise TableError(f"{name}: not UTF-8: {error}") from error


def unique(rows, column):
    """Returns the rows by the value of a column; a repeated value is an error."""
    found = {}
    for row in rows:
        value = row.need(column)
        if value in found:
            row.fail(f"column {column}: {value!r} stands already in line {found[value].line}")
        found[value] = row
    return found


def name_key(name):
    """Returns a name for comparison: TP. = thành phố, hoà = hòa, Phường III = Phường 3, any case."""
    words = " ".join(name.split()).lower()
    for short, full in SHORT_TYPES.items():
        if words.startswith(short):
            words = full + " " + words[len(short):].strip()
    return " ".join(_word_key(word) for word in unicodedata.normalize("NFC", words).split())


def _word_key(word):
    if word in ROMAN:
        return str(ROMAN[word])
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(letter for letter in letters if letter in TONES)
    return "".join(letter for letter in letters if letter not in TONES) + tones


def bare_key(name):
    """Returns the comparison form of a name without its type: Xã Thổ Châu and Đặc khu Thổ Châu agree."""
    key = name_key(name)
    for kind in TYPES:
        prefix = name_key(kind) + " "
        if key.startswith(prefix):
            return key[len(prefix):]
    return key


def slug(name):
    """Returns a name as lower-case ASCII words joined by hyphens."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    plain = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in plain
                    if not unicodedata.combining(letter))
    return "-".join(plain.split())


def heaviest(values):
    """Returns the value that takes most room, for use at the root of a document; ties by text."""
    weights = Counter(value for value in values if value)
    return max(weights, key=lambda value: (weights[value] * len(value), value), default=None)
