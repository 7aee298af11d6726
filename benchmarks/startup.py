"""What `pressroom --help` costs against an empty Python: CPU time, best of several, as a ratio.

python benchmarks/startup.py [--runs N]
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"


def best_of(runs: int, command: list[str]) -> float:
    """The least CPU time that *command* took, in milliseconds: a busy machine adds none."""
    environ = {**os.environ, "PYTHONPATH": str(SOURCE)}
    times = []
    for _ in range(runs):
        process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, f"{command} failed"
        times.append(used.ru_utime + used.ru_stime)
    return min(times) * 1000


def main() -> None:
    """Measure both and print the ratio."""
    parser = argparse.ArgumentParser(description="Time `pressroom --help`.")
    parser.add_argument("--runs", type=int, default=10, help="how often each is started")
    runs = parser.parse_args().runs
    empty = best_of(runs, [sys.executable, "-c", "pass"])
    ours = best_of(runs, [sys.executable, "-m", "pressroom", "--help"])
    print(f"python -c pass    {empty:6.0f} ms")
    print(f"pressroom --help  {ours:6.0f} ms")
    print(f"ratio             {ours / empty:6.1f}  (best of {runs})")


if __name__ == "__main__":
    main()
