"""Making releases, on the machines of those who hold the keys; nothing of it is on a station.

keys         key files
repository   a TUF repository as a folder: staged, signed by enough people, published
__main__     python -m provisioning.release
"""
