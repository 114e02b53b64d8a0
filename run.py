"""Start Neurolupa, or test it, on a machine that has nothing but Python.

    python3 run.py            makes ready what is missing, then opens the window (or, without a screen, draws the tour)
    python3 run.py test       the tests
    python3 run.py check      lint, types, the house plan: what developers run before a commit

Only the standard library is used, and old Pythons must be able to read this file far enough to say that they are too old.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "neurolupa.stamp"
TOUR = ROOT / "tour"
LEAST_PYTHON = (3, 11)
# From this driver on CUDA 13 runs; older ones need CUDA 12.
CUDA_13_DRIVER = 580

# Debian's package for each shared library that Qt may lack.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# What Qt loads on this system: the libraries behind the window, and the plugin that talks to the screen.
QT_FILES = ("Qt/lib/libQt6Widgets.so.6", "Qt/lib/libQt6Svg.so.6", "Qt/plugins/platforms/libqxcb.so", "Qt/plugins/platforms/libqoffscreen.so")
# Variables of which one is set where there is a screen (the last one by who knows better), and requests that need none.
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
MOST_WORKERS = 4  # tests run in so many processes at most: each has a window of its own
SCREENLESS = ("--tour", "--shot", "--help", "-h")

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


class Stop(Exception):
    """Something is missing that this script can't mend; the text says what to do."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def venv_bin(name: str) -> Path:
    """A program of the virtual environment."""
    return VENV / "Scripts" / (name + ".exe") if os.name == "nt" else VENV / "bin" / name


# The NVIDIA driver


def nvidia_present() -> bool:
    """Whether an NVIDIA driver is installed; quick, because every start asks."""
    if os.name == "nt":
        return (Path(os.environ.get("SYSTEMROOT", "C:\\Windows")) / "System32" / "nvcuda.dll").exists()
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def nvidia_driver() -> int:
    """The driver's main version, such as 580; 0 when it does not answer."""
    program = shutil.which("nvidia-smi")
    if program is None:
        return 0
    try:
        asked = subprocess.run(
            [program, "--query-gpu=driver_version", "--format=csv,noheader"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    digits = asked.stdout.strip().split(".")[0]
    return int(digits) if digits.isdigit() else 0


def lock_file() -> Path:
    """The lock that fits this machine: with CUDA's toolchain only where there is a driver for it."""
    driver = nvidia_driver() if nvidia_present() else 0
    if driver == 0:
        return ROOT / "requirements.lock"
    return ROOT / ("requirements-cu13.lock" if driver >= CUDA_13_DRIVER else "requirements-cu12.lock")


# The virtual environment


def stamp(lock: Path) -> str:
    """What a finished environment was made from."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return "\n".join((lock.name, digest, sys.version, f"nvidia {nvidia_present()}", str(VENV), ""))


def is_ready() -> bool:
    """Whether the environment is the one that would be made now. Asks no other program: every start waits for it."""
    try:
        found = STAMP.read_text(encoding="utf-8")
        return venv_bin("python").exists() and found == stamp(ROOT / found.split("\n", 1)[0])
    except OSError:
        return False


def make_ready() -> None:
    """Make or mend the virtual environment."""
    lock = lock_file()
    say("Neurolupa: installing what it needs; this happens once and takes a minute or two.")
    if not works(venv_bin("python")):
        make_venv()
    command = [str(venv_bin("python")), "-m", "pip", "install", "--require-hashes", "--no-deps", "--disable-pip-version-check", "-r", str(lock)]
    if not sys.stderr.isatty():
        command.insert(4, "--quiet")
    if subprocess.run(command, check=False).returncode != 0:
        raise Stop("The packages could not be installed: see pip's words above. Check the network and the free space, then run this again.")
    mend_libraries()
    STAMP.write_text(stamp(lock), encoding="utf-8")


def works(python: Path) -> bool:
    """Whether the environment's Python starts, is this one's version, and has pip: a half-made one does not."""
    version = "%d.%d" % sys.version_info[:2]  # noqa: UP031 - readable by old Pythons
    probe = f"import pip, sys; sys.exit('%d.%d' % sys.version_info[:2] != '{version}')"
    try:
        return subprocess.run([str(python), "-c", probe], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """A fresh environment. Debian keeps ``venv`` in a package of its own."""
    if subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode != 0:
        install_packages(["python3-venv"], "Python lacks its venv module.")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode != 0:
        raise Stop(f"A virtual environment could not be made in {VENV}. Check that the folder can be written to and is on a disk with space.")


# Shared libraries that Qt needs from the system


def missing_libraries() -> list[str]:
    """Names of shared libraries that Qt lacks here; empty on other systems than Linux."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return []
    found: set[str] = set()
    for folder in VENV.glob("lib/python*/site-packages/PySide6"):
        for name in QT_FILES:
            listed = subprocess.run(["ldd", str(folder / name)], capture_output=True, text=True, check=False).stdout
            found.update(line.split("=>")[0].strip() for line in listed.splitlines() if "not found" in line)
    return sorted(found)


def mend_libraries() -> None:
    """Install what Qt lacks on Debian and Ubuntu; elsewhere say what is missing."""
    missing = missing_libraries()
    if not missing:
        return
    packages = sorted({LIBRARIES[name] for name in missing if name in LIBRARIES})
    unknown = [name for name in missing if name not in LIBRARIES]
    if packages:
        install_packages(packages, "Qt lacks shared libraries: " + ", ".join(missing) + ".")
    if unknown:
        say("Qt may lack these shared libraries: " + ", ".join(unknown) + ". If the window does not open, install them.")


def install_packages(packages: list[str], why: str) -> None:
    """Install Debian packages when root, else stop with the one line to type."""
    line = "apt-get install -y " + " ".join(packages)
    if shutil.which("apt-get") is None:
        raise Stop(f"{why} Install what your system calls {', '.join(packages)}, then run this again.")
    if os.geteuid() != 0:
        raise Stop(f"{why} Type this line, then run this again:\n    sudo {line}")
    say(f"{why} Installing {', '.join(packages)}.")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0 and command[1] == "install":
            raise Stop(f"{why} This failed:\n    {line}")


# What can be asked


def environment() -> dict[str, str]:
    """Variables for the program: it finds its own code first, whatever folder it is started from."""
    path = os.environ.get("PYTHONPATH")
    return dict(os.environ, PYTHONPATH=str(ROOT) + (os.pathsep + path if path else ""))


def start(arguments: list[str]) -> int:
    """The window; without a screen the tour."""
    variables = environment()
    if sys.platform.startswith("linux") and not any(variables.get(name) for name in SCREENS):
        variables["QT_QPA_PLATFORM"] = "offscreen"
        if not any(argument.split("=")[0] in SCREENLESS for argument in arguments):
            say(f"There is no screen here, so Neurolupa takes its tour instead: it trains, and leaves pictures in {TOUR}")
            arguments = [*arguments, "--tour", str(TOUR)]
    python = str(venv_bin("python"))
    command = [python, "-P", "-m", "gui", *arguments]
    if os.name != "nt":
        os.execve(python, command, variables)  # noqa: S606 - takes this process's place: nothing of it is needed any more
    return subprocess.run(command, env=variables, check=False).returncode


def test(arguments: list[str]) -> int:
    """The tests. A virtual screen lets a few of them click through the real window."""
    if sys.platform.startswith("linux") and shutil.which("Xvfb") is None and shutil.which("apt-get") and os.geteuid() == 0:
        install_packages(["xvfb"], "The tests of the real window need a virtual screen.")
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    shared = [] if "-n" in arguments or workers == 1 else ["-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder"]
    command = [str(venv_bin("python")), "-m", "pytest", *shared, *arguments]
    variables = environment()
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # tests start some twenty processes: what one has compiled the next ones read
    return subprocess.run(command, cwd=str(ROOT), env=variables, check=False).returncode


def check() -> int:
    """The gate that developers and the automatic runs share. All of it is run, even when an early part fails."""
    failed = [
        " ".join(check) for check in CHECKS if subprocess.run([str(venv_bin(check[0])), *check[1:]], cwd=str(ROOT), check=False).returncode != 0
    ]
    failed += ["address in " + lock.name for lock in sorted(ROOT.glob("*.lock")) if "://" in lock.read_text(encoding="utf-8")]
    for name in failed:
        say("FAILED: " + name)
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    if sys.version_info < LEAST_PYTHON:
        say("Neurolupa needs Python %d.%d or newer; this is %d.%d." % (LEAST_PYTHON + sys.version_info[:2]))  # noqa: UP031
        return 2
    try:
        if not is_ready():
            make_ready()
        if arguments[:1] == ["test"]:
            return test(arguments[1:])
        if arguments[:1] == ["check"]:
            return check()
        return start(arguments)
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
