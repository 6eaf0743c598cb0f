"""What hub and station agree on before they trust each other."""

import pytest

from contract.enrolment import Code, fingerprint, new_secret, qr_text, read_code, read_qr, serial_of

CODE = Code(new_secret(bytes(range(16))), "0011223344556677")


def test_a_code_is_read_as_it_was_made_and_as_people_type_it() -> None:
    assert read_code(str(CODE)) == read_code(f"  {str(CODE).lower()} \n") == CODE


@pytest.mark.parametrize(
    "text", ["", "CP1", "CP2-A-0011223344556677", "CP1-AAAA-0011223344556677", "CP1-ä-x"]
)
def test_what_is_no_code_says_so(text: str) -> None:
    with pytest.raises(ValueError):
        read_code(text)


def test_the_qr_code_says_where_the_hub_is_and_the_code() -> None:
    text = qr_text("https://hub.example:8443/a?b=c", str(CODE))
    assert text.startswith("carepost:enrol?")
    assert read_qr(f" {text}\n") == ("https://hub.example:8443/a?b=c", str(CODE))


@pytest.mark.parametrize(
    "text", ["", "https://evil.example", "carepost:enrol?hub=a", "carepost:enrol?code=a&code=b&hub=c"]
)
def test_another_qr_code_says_so(text: str) -> None:
    with pytest.raises(ValueError):
        read_qr(text)


def test_fingerprints_are_short_enough_to_read_out_and_differ() -> None:
    one, other = fingerprint(bytes(32)), fingerprint(bytes(31) + b"\1")
    assert len(one.split()) == 5 and all(len(part) == 4 for part in one.split())
    assert one != other


def test_serial_numbers_are_compared_without_their_writing() -> None:
    assert serial_of(" pf3abc \n") == "PF3ABC"
