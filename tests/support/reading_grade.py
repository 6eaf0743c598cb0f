"""How hard a text is to read, as a school grade."""


def syllables(word: str) -> int:
    """A rough count: groups of vowels, a silent e at the end left out."""
    vowels = [letter in "aeiouy" for letter in word.lower()]
    groups = sum(now and not before for before, now in zip([False, *vowels], vowels, strict=False))
    return max(1, groups - (word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1))


def grade(text: str) -> float:
    """Flesch-Kincaid grade."""
    sentences = max(1, sum(text.count(end) for end in ".?!"))
    words = [word.strip(".,?!:'") for word in text.split()]
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
