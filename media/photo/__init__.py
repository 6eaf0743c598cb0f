"""Pictures of the body for later review: the gate, the Carepost card, JPEG without traces. Pure: no I/O."""
