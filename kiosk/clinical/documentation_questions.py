"""The questions on the page docs/clinical.md. Pure."""

from collections.abc import Iterator

from kiosk.clinical.questions import SYMPTOM, Condition, Item, Questionnaire, Want


def questionnaire(form: Questionnaire) -> str:
    """Return one questionnaire's part of the page."""
    title = form.title.words("en")
    name = f"Reason: {title} (`{form.reason}`)" if form.reason else f"Questions: {title}"
    lines = [f"\n{'###' if form.reason else '##'} {name}, version {form.version} [P]\n"]
    lines += [f"Source: {form.source}\n"] if form.source else []
    lines += _means(form)
    lines += [f"- Not asked with it: {', '.join(form.leaves_out)}"] if form.leaves_out else []
    lines += [_want(want) for want in form.wants]
    for item in form.questions():
        lines += _item(item)
    lines += [f"- Calculated: `{i.link_id}` = `{i.calculate}`" for i, _ in form.walk() if i.calculate]
    return "\n".join(lines) + "\n"


def _means(form: Questionnaire) -> list[str]:
    told = [code.code for code in form.codes if code.system == SYMPTOM]
    return [f"- Choosing it means {', '.join(told)}"] if told else []


def _want(want: Want) -> str:
    return f"- {want.kind} **{want.what}**: {want.why.words('en')} / {want.why.words('es')}"


def _item(item: Item) -> Iterator[str]:
    private = " (asked privately)" if item.private else ""
    when = f" (when {_conditions(item)})" if item.enable_when else ""
    yield f"- `{item.link_id}` {item.words('en')} / {item.words('es')}{private}{when}"
    if item.means:
        what = "yes means" if item.type == "boolean" else "the words tell a"
        yield f"  - {what} {', '.join(meaning.code for meaning in item.means)}"
    for want in item.wants:
        yield f"  {_want(want)}"
    for option in item.options:
        means = ", ".join(meaning.code for meaning in option.means)
        yield f"  - {option.text.words('en')}" + (f": {means}" if means else "")


def _conditions(item: Item) -> str:
    return (" and " if item.enable_all else " or ").join(map(_condition, item.enable_when))


def _condition(condition: Condition) -> str:
    if condition.operator == "exists":
        return f"{condition.question} is {'' if condition.value else 'not '}answered"
    value = {True: "yes", False: "no"}.get(condition.value) if type(condition.value) is bool else None
    return f"{condition.question} {condition.operator} {value or condition.value}"
