"""`python -m kiosk rules list|evaluate`: read the rules, or try them on a case.

Exit status: 0, or 2 when the input can't be used (nothing on standard output then).
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from kiosk.clinical import numbers
from kiosk.clinical.case import CaseError, parse_case, unknown_fields
from kiosk.clinical.documentation import ages, render
from kiosk.clinical.evaluate import evaluate
from kiosk.clinical.grammar import RuleError
from kiosk.clinical.library import default_first_steps, default_rules, default_symptoms, shipped_forms
from kiosk.clinical.numbers import NumbersError
from kiosk.clinical.rules import RuleSet

BAD_INPUT: Final = 2


def main(argv: list[str]) -> int:
    """Run `rules …`; `argv` begins with the word "rules". Returns the exit status."""
    args = parser().parse_args(argv)
    status: int = args.run(args)
    return status


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(prog="kiosk", description="The clinical rules of a Carepost station.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    rules = commands.add_parser("rules", help="list the rules, or try them on a case")
    actions = rules.add_subparsers(required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="every rule with its action, ages, mark, source and title")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    listing.set_defaults(run=rules_list)
    trying = actions.add_parser(
        "evaluate",
        help="which rules fire for a case",
        description="Apply every rule to a case. Rules only escalate: an empty list does not mean well.",
    )
    trying.add_argument("file", metavar="FILE", help="a case as JSON; - reads standard input")
    trying.add_argument(
        "--profile",
        metavar="FILE",
        type=Path,
        help="with a medical director's numbers: by name as JSON, a profile's JSON, or a signed profile",
    )
    trying.set_defaults(run=rules_evaluate)
    page = actions.add_parser("docs", help="the page docs/clinical.md, made from the data")
    page.set_defaults(run=rules_docs)
    return top


def rules_list(args: argparse.Namespace) -> int:
    """Print every rule."""
    for compiled in default_rules().rules:
        rule = compiled.rule
        if args.json:
            print(
                json.dumps(
                    {
                        "id": rule.id,
                        "title": rule.title,
                        "action": rule.action,
                        "ages": ages(rule),
                        "setting": rule.setting or "any",
                        "source": rule.cited,
                        "quiet": rule.quiet,
                    },
                    ensure_ascii=False,
                )
            )
        else:
            print(f"{rule.id:16} {rule.title} | {rule.action} | {ages(rule)} | {rule.cited}")
    return 0


def rules_evaluate(args: argparse.Namespace) -> int:
    """Print NEWS2 and the rules that fire for a case; what numbers were changed is said beside it."""
    try:
        data = sys.stdin.buffer.read() if args.file == "-" else Path(args.file).read_bytes()
        case = parse_case(data)
        rules = _rules(args.profile)
    except OSError as error:
        return _refuse(f"{error.filename}: {error.strerror}")
    except CaseError as error:
        return _refuse(f"{args.file}: {error}")
    except (NumbersError, RuleError) as error:
        return _refuse(f"{args.profile}: {error}")
    if unknown := unknown_fields(data):
        print(f"kiosk rules: not known and left alone: {', '.join(unknown)}", file=sys.stderr)
    print(json.dumps(evaluate(case, rules).to_dict(), ensure_ascii=False, indent=2))
    return 0


def _rules(profile: Path | None) -> RuleSet:
    """Return the rules as shipped, or with a profile's numbers. Raises OSError, NumbersError, RuleError."""
    rules = default_rules()
    if profile is None:
        return rules
    changed = numbers.read(profile.read_bytes())
    told = ", ".join(f"{name} = {value:g}" for name, value in sorted(changed.items())) or "none"
    print(f"kiosk rules: numbers changed by {profile}: {told}", file=sys.stderr)
    return rules.with_overrides(changed)


def rules_docs(_args: argparse.Namespace) -> int:
    """Print docs/clinical.md, made from the data."""
    forms = tuple(shipped_forms().values())
    sys.stdout.write(render(default_rules(), default_first_steps(), forms, default_symptoms()))
    return 0


def _refuse(problem: str) -> int:
    print(f"kiosk rules: {problem}", file=sys.stderr)
    return BAD_INPUT
