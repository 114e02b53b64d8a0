"""Where compiled kernels are kept between two starts of the program, and what happens when an entry is damaged.

numba's own cache unpickles what it finds and raises on a damaged entry; it also overlooks changes of functions that were
compiled *into* a kernel. Here entries lie in a folder of this user alone, named after the kernels' source text; each carries a
checksum; one that can't be read is deleted and compiled anew; and a folder that can't be written only means compiling again.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numba
import platformdirs
from numba.core.caching import CompileResultCacheImpl, FunctionCache, IndexDataCacheFile

SOURCES = sorted(Path(__file__).parent.glob("cpu*.py"))
DIGEST = hashlib.sha256().digest_size
KEEP_DAYS = 60

_thread = threading.local()


class NotCompiled(Exception):
    """A kernel isn't on disk, and this thread said that it won't compile."""


@contextlib.contextmanager
def only_loading() -> Iterator[None]:
    """Within this, a kernel that this thread would have to compile raises NotCompiled instead."""
    _thread.only_loading = True
    try:
        yield
    finally:
        _thread.only_loading = False


def folder() -> Path:
    """The folder for kernels of this source text: a new version of the program never reads an old one's."""
    text = b"".join(source.read_bytes() for source in SOURCES)
    return root() / hashlib.sha256(text).hexdigest()[:16]


def root() -> Path:
    return Path(platformdirs.user_cache_dir("neurolupa", appauthor=False)) / "kernels"


def on_disk(dispatcher: Any) -> Any:
    """Give a function that ``numba.njit`` made a place on disk. To be used as a decorator above ``njit``."""
    try:
        with _numba_folder(_private(folder())):
            dispatcher._cache = _Cache(dispatcher.py_func)
    except (OSError, RuntimeError):
        pass  # no folder to write to: compile at every start
    return dispatcher


def sweep() -> None:
    """Delete the folders of versions that haven't been used for KEEP_DAYS."""
    with contextlib.suppress(OSError):
        for found in root().iterdir():
            if time.time() - found.stat().st_mtime > KEEP_DAYS * 86400:
                shutil.rmtree(found, ignore_errors=True)


def _private(path: Path) -> Path:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch()  # in use: see sweep
    return path


@contextlib.contextmanager
def _numba_folder(path: Path) -> Iterator[None]:
    """numba reads the folder from its configuration when a function's cache is made; other code's setting comes back after."""
    before = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(path)
    try:
        yield
    finally:
        numba.config.CACHE_DIR = before


class _Checked:
    """A file to be written that ends with a checksum. pickle doesn't look at what comes after its end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._sum = hashlib.sha256()

    def write(self, text: bytes) -> int:
        self._sum.update(text)
        return self._file.write(text)

    def finish(self) -> None:
        self._file.write(self._sum.digest())


class _CacheFile(IndexDataCacheFile):  # type: ignore[misc]  # numba is untyped
    """A function's index and its entries, each with a checksum that is looked at before numba reads it."""

    @contextlib.contextmanager
    def _open_for_write(self, filepath: str) -> Iterator[_Checked]:
        with super()._open_for_write(filepath) as file:
            checked = _Checked(file)
            yield checked
            checked.finish()

    def _load_index(self) -> Any:
        self._check(self._index_path)
        return super()._load_index()

    def _load_data(self, name: str) -> Any:
        self._check(self._data_path(name))
        return super()._load_data(name)

    @staticmethod
    def _check(path: str) -> None:
        if not Path(path).exists():
            return  # numba's own business
        text = Path(path).read_bytes()
        if hashlib.sha256(text[:-DIGEST]).digest() != text[-DIGEST:]:
            raise ValueError("a damaged entry")


class _Cache(FunctionCache):  # type: ignore[misc]  # numba is untyped
    """A function's entries; whatever goes wrong with them, the function is compiled."""

    _impl_class = CompileResultCacheImpl

    def __init__(self, function: Any) -> None:
        super().__init__(function)
        self._cache_file = _CacheFile(
            cache_path=self._cache_path, filename_base=self._impl.filename_base, source_stamp=self._impl.locator.get_source_stamp()
        )

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        found = self._load_whole(sig, target_context)
        if found is None and getattr(_thread, "only_loading", False):
            raise NotCompiled
        return found

    def _load_whole(self, sig: Any, target_context: Any) -> Any:
        try:
            return super().load_overload(sig, target_context)
        except Exception:  # a damaged pickle can raise anything
            self._delete()
            return None

    def save_overload(self, sig: Any, data: Any) -> None:
        try:
            super().save_overload(sig, data)
        except Exception:  # a full disk, or an index that can't be read: only time is lost
            self._delete()

    def _delete(self) -> None:
        for found in Path(self._cache_path).glob(f"{self._impl.filename_base}.*"):
            with contextlib.suppress(OSError):
                found.unlink()
