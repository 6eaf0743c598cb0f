"""`python -m kiosk.clinical rules …`: the clinical rules without the rest of the station."""

import sys

from kiosk.clinical.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
