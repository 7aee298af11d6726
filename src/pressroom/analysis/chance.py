"""How sure a difference is: the tail of the normal law, and a share's rise over another."""

import math


def normal_below(deviations: float) -> float:
    """The probability that a standard normal value lies below *deviations*."""
    return 0.5 * math.erfc(-deviations / math.sqrt(2))


def digamma(x: float) -> float:
    """The derivative of log gamma at *x* > 0, to about 1e-10."""
    shift = 0.0
    while x < 10:
        shift -= 1 / x
        x += 1
    inverse = 1 / (x * x)
    series = inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse / 240)))
    return shift + math.log(x) - 0.5 / x - series


def trigamma(x: float) -> float:
    """The second derivative of log gamma at *x* > 0, to about 1e-10."""
    shift = 0.0
    while x < 10:
        shift += 1 / (x * x)
        x += 1
    inverse = 1 / (x * x)
    series = inverse / x * (1 / 6 - inverse * (1 / 30 - inverse * (1 / 42 - inverse / 30)))
    return shift + 1 / x + inverse / 2 + series


def share_rose(
    now: tuple[float, float],
    before: tuple[float, float],
    *,
    by: float = 1.3,
    likeness: float = 0.02,
    at_most: float = 30.0,
) -> float:
    """The probability that the share in *now* is more than *by* times that in *before*.

    Both are (how many have it, of how many). Comments of one hour resemble each other: *likeness*
    is their intra-class correlation, by which n of them are worth n / (1 + (n - 1) * likeness)
    that know nothing of each other; for *before*, spread over many threads, n counts as *at_most*
    there. Each share gets Jeffreys' prior, and the log of their ratio is taken as normal with the
    exact mean and variance of two beta laws. Nothing known at all is about one half or less.
    """
    having, of = now
    before_having, before_of = before
    worth = 1 + max(of - 1, 0.0) * likeness
    before_worth = 1 + min(max(before_of - 1, 0.0), at_most) * likeness
    a, total = having / worth + 0.5, of / worth + 1
    a0, total0 = before_having / before_worth + 0.5, before_of / before_worth + 1
    mean = digamma(a) - digamma(total) - digamma(a0) + digamma(total0)
    variance = trigamma(a) - trigamma(total) + trigamma(a0) - trigamma(total0)
    return normal_below((mean - math.log(by)) / math.sqrt(max(variance, 1e-9)))
