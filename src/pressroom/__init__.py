"""pressroom: LLM agents for communication teams, as LangGraph graphs that a host can embed."""

__version__ = "0.1.0"
