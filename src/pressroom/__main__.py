"""`python -m pressroom` is the `pressroom` command."""

from pressroom.cli import main

if __name__ == "__main__":
    main()
