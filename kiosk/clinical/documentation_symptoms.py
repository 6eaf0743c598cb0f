"""The list of symptoms on the page docs/clinical.md. Pure."""

from kiosk.clinical.symptoms import Symptom, SymptomList


def symptom_list(symptoms: SymptomList) -> str:
    """Return the part of the page that says what can be looked up without a visit."""
    lines = [
        f"\n## Symptoms that anybody may look up [{symptoms.mark}]\n",
        f"{symptoms.source}\n",
        "Asked first: signs that need help **now**. With one of them people on site are called and the",
        "number is shown; without, when to see someone **soon** and what one can do **oneself**. Nothing",
        "names a disease.\n",
        "| symptom | ICD-10-CM | now: source | soon, oneself: sources |",
        "| --- | --- | --- | --- |",
        *(_row(symptom) for symptom in symptoms.symptoms),
    ]
    return "\n".join(lines) + "\n"


def _row(symptom: Symptom) -> str:
    code = f"{symptom.code} (closest)" if symptom.closest else symptom.code
    quiet = "; quiet" if symptom.quiet else ""
    others = "; ".join(dict.fromkeys(s for s in (symptom.sources.soon, symptom.sources.self_care) if s))
    name = f"{symptom.name.words('en')} / {symptom.name.words('es')}"
    return f"| {name} | {code} | {symptom.sources.now}{quiet} | {others} |"
