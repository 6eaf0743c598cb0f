"""View models: frozen inputs, a pure `derive`, frozen props, and a notify for what changed."""
