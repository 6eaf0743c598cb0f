"""Pictures as DICOM, for a clinic's archive: VL Photographic, Dermoscopic and Ophthalmic Photography images.

A JPEG goes in as it is, without a second loss; what can't go in so (PNG, progressive, turned by EXIF) goes in
decoded and upright, without one either. Sounds and clips stay FHIR Media: DICOM has no general sound.

picture       what is known of one picture, apart from the database
decoder       pixels, by a process of its own (decode)
photographic  the data set (pure)
gather        a picture out of the database
stow          STOW-RS: the request's body and what the answer says (pure)
"""
