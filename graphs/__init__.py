"""The pipelines: state and wiring, one file a graph."""
