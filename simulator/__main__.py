"""The entry of the program, and its one exit for errors."""

import sys


def main() -> None:
    from simulator.cli import run  # noqa: PLC0415 - so that importing this module costs nothing

    sys.exit(run())


if __name__ == "__main__":
    main()
