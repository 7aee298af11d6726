"""What a Gemini answer costs: list prices as data, each with its date and source."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Price:
    """The list price of one model in US dollars for a million tokens; thinking is output."""

    input_usd: Decimal
    output_usd: Decimal
    read_on: date
    source: str


_READ = date(2026, 11, 24)
_GATEWAY = "vercel.com/ai-gateway/models, which passes list prices on"
_GUIDE = "morphllm.com/gemini-api-pricing, quoting ai.google.dev/gemini-api/docs/pricing"


def _price(input_usd: str, output_usd: str, source: str) -> Price:
    return Price(Decimal(input_usd), Decimal(output_usd), _READ, source)


PRICES: dict[str, Price] = {
    "gemini-3.8-flash": _price("0.75", "3.75", _GATEWAY),
    "gemini-3.5-flash": _price("1.50", "9.00", _GUIDE),
    "gemini-3.1-flash-lite": _price("0.25", "1.50", _GUIDE),
    "gemini-2.5-pro": _price("1.25", "10.00", _GUIDE),
    "gemini-2.5-flash": _price("0.30", "2.50", _GUIDE),
}
"""Standard tier, prompts up to 200,000 tokens: ours are far shorter."""


def cost_usd(model: str, input_tokens: int, output_tokens: int) -> Decimal | None:
    """The list price of so many tokens of *model*; None for a model that is not in the table."""
    price = PRICES.get(model.removeprefix("models/"))
    if price is None:
        return None
    total = price.input_usd * input_tokens + price.output_usd * output_tokens
    return (total / Decimal(1_000_000)).quantize(Decimal("0.000001"))
