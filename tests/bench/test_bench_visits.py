"""The visit that the intake's bench delivers is an ordinary one, and twelve envelopes."""

import os
import subprocess
import sys
from uuid import uuid4

from bench.processes import cpu_s, cpu_with_children_s
from bench.visits import ENVELOPES, visit
from contract import documents
from contract.envelope import Lane
from hub.fhir.observations import observations


def test_a_visit_is_twelve_documents_of_one_visit_in_order() -> None:
    told = visit(3, uuid4())
    assert len(told) == ENVELOPES == 12
    assert len({document.visit for _, document in told}) == 1
    moments = [document.at.wall for _, document in told]
    assert moments == sorted(moments) and len(set(moments)) == len(moments)
    assert isinstance(told[0][1], documents.VisitOpened) and isinstance(told[-1][1], documents.VisitClosed)
    assert {lane for lane, _ in told} == {Lane.DOCUMENT, Lane.READING, Lane.ALERT}


def test_every_document_can_be_sealed_and_every_reading_filed() -> None:
    for _, document in visit(0, uuid4()):
        assert documents.decode(documents.encode(document)) == document
        if isinstance(document, documents.Measured):
            assert observations(document.measurement, document.visit, uuid4())


def test_time_of_children_that_ended_is_counted() -> None:
    before = cpu_with_children_s([os.getpid()])
    spent = "import time\nwhile time.process_time() < 0.5: pass"
    subprocess.run([sys.executable, "-c", spent], check=True)
    assert cpu_with_children_s([os.getpid()]) - before >= 0.4  # told in hundredths of a second, rounded down
    assert cpu_s([os.getpid()]) <= cpu_with_children_s([os.getpid()])
