"""`python -m ui.i18n`."""

import argparse

from ui import i18n

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m ui.i18n", description=i18n.__doc__)
    parser.add_argument(
        "--update", metavar="LANGUAGE", help="collect new texts into carepost_LANGUAGE.ts first"
    )
    options = parser.parse_args()
    if options.update:
        i18n.update(options.update)
    for path in i18n.compile_all():
        print(f"made {path.name}")
