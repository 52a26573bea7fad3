"""`python -m gongwen` is the command `gongwen`."""

from gongwen.cli.app import app

if __name__ == "__main__":
    app(prog_name="gongwen")
