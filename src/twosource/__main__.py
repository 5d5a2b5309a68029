"""`python -m twosource` is `twosource`."""

from twosource.cli.main import run

if __name__ == "__main__":
    run()
