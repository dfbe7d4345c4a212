"""``python -m locales``: extract, bring up to date and check the catalogues."""

import argparse
import sys
from collections.abc import Sequence

from babel import Locale, UnknownLocaleError

from locales import catalogues, checks


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the three; the exit code is 0 if all is well."""
    parser = argparse.ArgumentParser(prog="python -m locales", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    update = verbs.add_parser("update", help="take in what the code says now; LANGUAGE begins a new one")
    update.add_argument("language", nargs="*", help="such as fr or pt-BR; all that there are if none is given")
    check = verbs.add_parser("check", help="report what is wrong with the catalogues")
    check.add_argument("language", nargs="*")
    check.add_argument("--release", action="store_true", help="report what isn't translated yet as well")
    chosen = parser.parse_args(arguments)
    tags = chosen.language or catalogues.languages()
    for tag in tags:
        try:
            Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            parser.error(f"{tag!r} isn't a language; write a code such as fr or pt-BR.")
    return _update(tags) if chosen.verb == "update" else _check(tags, release=chosen.release)


def _update(tags: Sequence[str]) -> int:
    for tag in tags:
        done, all_of_them = catalogues.update(tag)
        print(f"{tag}: {done} of {all_of_them} sentences are translated")
    return 0


def _check(tags: Sequence[str], *, release: bool) -> int:
    template, found = catalogues.template(), False
    for tag in tags:
        try:
            catalogue = catalogues.read(tag)
        except FileNotFoundError:
            print(f"{tag}: there is no catalogue (python -m locales update {tag})")
            found = True
            continue
        for line in checks.problems(tag, catalogue, template):
            print(line)
            found = True
        lacks = checks.missing(catalogue)
        print(f"{tag}: {lacks} sentences aren't translated" if lacks else f"{tag}: complete")
        found = found or (release and bool(lacks))
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
