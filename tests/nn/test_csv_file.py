"""Tables from CSV files, in the ways people write them."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nn.choices import DataKind, MissingValues, Task
from nn.datasets import csv_file, load
from nn.datasets.csv_file import ColumnKind, peek
from nn.datasets.dataset import Dataset
from nn.errors import BadFile, Cancelled, NeurolupaError, SettingsError
from nn.settings import DataSettings

Table = Callable[..., Dataset]

PLAIN = "height,width,kind\n" + "".join(f"{i}.5,{i * i},{'ab'[i % 2]}\n" for i in range(10))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


@pytest.fixture
def table(path: Path) -> Table:
    """Writes a file and loads it."""

    def write_and_load(content: str | bytes, **settings: Any) -> Dataset:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(DataSettings(DataKind.CSV, path=str(path), **settings))

    return write_and_load


def test_a_plain_table_with_a_target_of_texts(table: Table) -> None:
    dataset = table(PLAIN)
    assert dataset.feature_names == ("height", "width")
    assert dataset.class_names == ("a", "b")
    assert dataset.target_names == ("kind",)
    np.testing.assert_array_equal(dataset.raw[3], [3.5, 9.0])
    np.testing.assert_array_equal(dataset.labels, np.arange(10) % 2)
    assert len(dataset.test) == 2
    assert dataset.name == "table"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separator_encoding_and_line_ends_are_found_out(table: Table, separator: str, encoding: str, end: str) -> None:
    text = PLAIN.replace("height", "año").replace(",", separator).replace("\n", end)
    dataset = table(text.encode(encoding))
    assert dataset.feature_names == ("año", "width")
    np.testing.assert_array_equal(dataset.raw[:, 1], np.arange(10) ** 2)


def test_a_byte_that_is_no_utf_8_late_in_a_long_file_is_found(table: Table) -> None:
    rows = "".join(f"{i},{i},lang\n" for i in range(200_000))
    dataset = table(f"a,b,c\n{rows}1,2,niño\n".encode("cp1252"))
    assert dataset.class_names == ("lang", "niño")


def test_bytes_that_cp1252_leaves_undefined_are_latin_1(table: Table) -> None:
    assert table("a,b,c\n1,2,x\x81ñ\n2,3,y\n".encode("latin-1")).class_names == ("x\x81ñ", "y")


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_decimal_commas_are_found_out(table: Table, separator: str) -> None:
    text = "x;y;t\n1,5;-2,25;0,125\n3;4,5;1e-3\n,5;+7,0;2,5\n2,5;1;3\n".replace(";", separator)
    dataset = table(text, test_share=0.0)
    assert dataset.task is Task.REGRESSION
    np.testing.assert_array_equal(dataset.raw, [[1.5, -2.25], [3, 4.5], [0.5, 7], [2.5, 1]])
    np.testing.assert_array_equal(dataset.values[:, 0], [0.125, 0.001, 2.5, 3])


def test_decimal_commas_that_come_after_thousands_of_whole_numbers(table: Table) -> None:
    dataset = table("x;t\n" + "".join(f"{i};{i}\n" for i in range(30_000)) + "0,5;0,25\n", test_share=0.0)
    assert dataset.raw[-1, 0] == 0.5
    assert dataset.values[-1, 0] == 0.25


def test_no_header_and_semicolons_with_decimal_commas(table: Table) -> None:
    dataset = table("1,5;2,5;rojo\n2,5;3,5;azul\n4,5;1,5;rojo\n")
    assert dataset.feature_names == ("column 1", "column 2")
    assert dataset.size == 3
    assert dataset.class_names == ("azul", "rojo")


def test_quotes_blank_lines_and_odd_names(table: Table) -> None:
    dataset = table('"a, b",,x,x,kind\n\n1,2,3,4,"one\nline"\n\n5,6,7,8,two\n')
    assert dataset.feature_names == ("a, b", "column 2", "x", "x (2)")
    assert dataset.class_names == ("one\nline", "two")


def test_the_target_can_be_any_column(table: Table) -> None:
    dataset = table("y,a,b\n1,0.5,2\n0,1.5,3\n1,2.5,4\n0,3.5,5\n", target="y")
    assert dataset.feature_names == ("a", "b")
    assert dataset.class_names == ("0", "1")
    with pytest.raises(SettingsError, match="did you mean height"):
        table(PLAIN, target="heigth")
    with pytest.raises(SettingsError, match="choose one of height, width, kind"):
        table(PLAIN, target="zzz")


@pytest.mark.parametrize(
    ("targets", "classes"),
    [
        (["0", "1"] * 5, ("0", "1")),
        (["1.0", "2.0", "3.0"] * 3, ("1", "2", "3")),
        (["10", "9"] * 3, ("9", "10")),
        (["0.5", "1"] * 5, ()),
        ([str(i) for i in range(40)], ()),
        (["1", "2", "three"] * 4, ("1", "2", "three")),
        (["-1", "1"] * 4, ("-1", "1")),
    ],
)
def test_few_whole_numbers_are_classes_and_others_are_values(table: Table, targets: list[str], classes: tuple[str, ...]) -> None:
    dataset = table("a,t\n" + "".join(f"{i}.5,{target}\n" for i, target in enumerate(targets)))
    assert dataset.class_names == classes
    if classes:
        assert [classes[label] for label in dataset.labels] == [target.removesuffix(".0") for target in targets]
    else:
        np.testing.assert_array_equal(dataset.values[:, 0], [float(target) for target in targets])


GAPS = "a,b,kind\n1,2,x\n,4,y\n5,NA,x\n7,?,y\n9,10,\n11,12,x\n13,null,y\n15,16,y\n17,nan,x\n"


def test_missing_values_are_counted_and_asked_about(table: Table) -> None:
    with pytest.raises(SettingsError) as caught:
        table(GAPS)
    assert caught.value.field == "data.missing"
    assert "Missing values: 6, in 6 of 9 rows, in the columns a (1), b (4), kind (1)" in str(caught.value)


def test_rows_with_missing_values_are_left_out_and_said(table: Table) -> None:
    dataset = table(GAPS, missing=MissingValues.DROP, test_share=0.0)
    np.testing.assert_array_equal(dataset.raw, [[1, 2], [11, 12], [15, 16]])
    assert tuple(map(str, dataset.notes)) == ("Rows left out because of missing values: 6 of 9, in the columns a (1), b (4), kind (1).",)


def test_missing_values_are_filled_with_the_mean_of_the_training_part(table: Table) -> None:
    dataset = table(GAPS, missing=MissingValues.MEAN, test_share=0.3)
    assert dataset.size == 8  # a row without a target can't be used
    assert not np.isnan(dataset.raw).any()
    known = np.array([2, 4, np.nan, np.nan, 12, np.nan, 16, np.nan])
    filled = np.isnan(known)
    np.testing.assert_allclose(dataset.raw[filled, 1], np.nanmean(known[dataset.train]))
    assert any("filled with the mean of their column's training part: 5" in str(note) for note in dataset.notes)


def test_a_class_whose_rows_are_all_left_out_is_gone(table: Table) -> None:
    text = "a,kind\n1,x\n2,y\n,z\n3,x\n4,y\n"
    assert table(text, missing=MissingValues.DROP).class_names == ("x", "y")


@pytest.mark.parametrize(
    ("content", "said", "line"),
    [
        ("", "is empty", None),
        ("\n\n  \n", "is empty", None),
        ("a,b,c\n", "no rows", None),
        ("a\n1\n2\n", "single column", None),
        ("a,b\n1,2\n1,2,3\n", "line 3: the row has 3 values where the first one has 2", 3),
        ("a,b\n1,2\n\n1\n", "line 4: the row has 1 values", 4),
        ("a,b\n1,x\nred,y\n", "line 3: column a holds “red”", 3),
        ("a,b\n1,x\n1_000,y\n", "line 3: column a holds “1_000”", 3),
        ("a,b\n1,x\ninf,y\n", "line 3: column a holds “inf”", 3),
        ("a,b\n1,x\n1e999,y\n", "line 3: column a holds “1e999”", 3),
        ("a;b\n1.5;x\n2.5;y\n1,5;y\n", "line 4: column a holds “1,5”", 4),
        ("a,b\n1,x\n2,x\n", "holds “x” in every row", None),
        ("a,b\n1,3\n2,3\n", "holds “3” in every row", None),
        ("a,b\n1,x\n", "fewer than 2 rows", None),
        ("a,b\n" + "".join(f"1,{i}.5\n" for i in range(100)) + "1,oops\n", "line 102: column b holds “oops”", 102),
        ('a,b\n1,2\n"' + "z" * 200_000, "line 3: a cell begins with a quote", 3),
        (b"\x89PNG\r\n\x1a\n\0\0", "isn't a text file", None),
        (gzip.compress(PLAIN.encode(), mtime=0), "isn't a text file", None),
    ],
)
def test_what_is_wrong_is_said_with_its_line(table: Table, content: str | bytes, said: str, line: int | None) -> None:
    with pytest.raises(BadFile) as caught:
        table(content)
    assert said in str(caught.value)
    assert caught.value.line == line


def test_a_text_deep_in_a_long_file_is_found_on_its_line(table: Table) -> None:
    rows = [f"{i},{i % 2}" for i in range(20_000)]
    rows[15_000] = "hello,1"
    with pytest.raises(BadFile, match="line 15002: column a"):
        table("a,b\n" + "\n".join(rows))


def test_too_many_texts_are_no_classes(table: Table) -> None:
    with pytest.raises(BadFile, match="line 2: column name holds “n0”"):
        table("a,name\n" + "".join(f"{i},n{i}\n" for i in range(3000)))


def test_a_column_without_any_value_can_not_be_filled(table: Table) -> None:
    with pytest.raises(BadFile, match="column b has no values"):
        table("a,b,c\n1,,x\n2,,y\n3,,x\n", missing=MissingValues.MEAN)


def test_more_values_than_memory_should_hold(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "MOST_CELLS", 5)
    with pytest.raises(BadFile, match="more than 5 values"):
        table(PLAIN)


@pytest.mark.parametrize(("path", "said"), [("", "choose one"), ("nowhere.csv", "There is no file"), (".", "is a folder")])
def test_a_path_without_a_table(path: str, said: str) -> None:
    with pytest.raises(NeurolupaError, match=said):
        load(DataSettings(DataKind.CSV, path=path))


def test_reading_tells_its_progress_and_can_be_cancelled(path: Path) -> None:
    path.write_text("a,b\n" + "".join(f"{i},{i % 2}\n" for i in range(30_000)))
    settings = DataSettings(DataKind.CSV, path=str(path))
    heard: list[float] = []
    assert load(settings, progress=heard.append).size == 30_000
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    heard.clear()
    with pytest.raises(Cancelled):
        load(settings, progress=heard.append, cancelled=lambda: len(heard) >= 3)
    assert heard[-1] < 1.0


def test_peek_describes_a_file_for_a_dialog(path: Path) -> None:
    path.write_text(GAPS)
    info = peek(path)
    assert (info.encoding, info.separator, info.decimal, info.header, info.rows, info.exact) == ("utf-8", ",", "", True, 9, True)
    assert [column.name for column in info.columns] == ["a", "b", "kind"]
    assert [column.kind for column in info.columns] == [ColumnKind.NUMBER, ColumnKind.NUMBER, ColumnKind.TEXT]
    assert [column.missing for column in info.columns] == [1, 4, 1]
    assert info.columns[2].examples == ("x", "y")


def test_peek_estimates_the_rows_of_a_long_file(path: Path) -> None:
    path.write_text("a,b\n" + "".join(f"{i:06},{i:06}\n" for i in range(100_000)))
    info = peek(path)
    assert not info.exact
    assert info.rows == pytest.approx(100_000, rel=0.15)
