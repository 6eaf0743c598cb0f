"""One file a product; its docstring is its support page. To add one: write the file, name it in
`peripherals/registry.py`, and let tests/peripherals/test_device_contract.py say what is still missing.
"""
