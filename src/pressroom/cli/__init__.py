"""The command line: signatures here, work imported inside each command."""


def main() -> None:
    """Run the `pressroom` command."""
    raise SystemExit("pressroom: no command is built yet")
