"""FHIR R4: terms (systems and codes), build (resources out of documents), observations and devices (out of
readings; docs/readings.md), attachments and binary (large things), params (what can be searched), store
(write, read, search), changes (what was written, for forwarding), everything (of a visit), api (the routes).

A reading that is not reliable keeps its value, but where no program takes it for a reading: status
"preliminary", `dataAbsentReason` "error" in the place of `valueQuantity` (FHIR's obs-6 allows one of
them only), the value in the extension `unreliable-value` and in a note. A usable one has its value,
status "final", and its reasons in the extension `quality` and a note.

Nobody is merged: each visit has a Patient of its own, linked "seealso" to those with the same name and
birth date. Linking wrongly shows too much of a history; merging wrongly cannot be undone.
"""
