"""The values that flow through the build: frozen, typed, free of behaviour beyond looking things up."""
