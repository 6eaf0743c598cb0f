"""A bare machine becomes a trusted station.

enrol      the one-time code's way: key, request, pin, certificate, signed profile and keys
__main__   python -m provisioning enrol | status
"""
