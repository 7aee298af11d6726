"""The alarm rules keep the rates of false alarms and hits that people are promised."""

import pytest

from benchmarks.alarms_nab import PROFILES, Series, earnings
from benchmarks.alarms_simulation import DROP, FIVE, SHARE, START, VOLUME, World


@pytest.mark.parametrize(
    ("world", "rate", "most"),
    [(SHARE, 10.0, 2.7), (SHARE, 50.0, 2.3), (DROP, 50.0, 0.8), (VOLUME, 10.0, 1.5)],
)
def test_false_alarms_stay_rare(world: World, rate: float, most: float) -> None:
    """Whoever is woken for nothing twice a night does not get up the third time."""
    assert world.false_alarms(rate, series=4, weeks=2, seed=11) <= most


@pytest.mark.parametrize(
    ("world", "rate", "factor", "least"),
    [(SHARE, 50.0, 3.0, 0.7), (DROP, 50.0, 0.2, 0.8), (VOLUME, 50.0, 10.0, 0.5)],
)
def test_what_is_plain_is_seen(world: World, rate: float, factor: float, least: float) -> None:
    """A missed crisis is the failure that counts."""
    assert world.hits(rate, factor, tries=6, seed=12).share >= least


def test_nab_gives_most_for_the_start_of_a_window_and_charges_for_the_rest() -> None:
    """The scorer's own marks: perfect, silent, once too often."""
    times = tuple(START + row * FIVE for row in range(2000))
    series = Series("made", times, (0,) * 2000, ((1000, 1099),))
    standard, strict = PROFILES["standard"], PROFILES["low_fp"]

    assert earnings(series, [1000, 1050], standard).score(standard) == pytest.approx(100)
    assert earnings(series, [], standard).score(standard) == 0
    assert earnings(series, [100], standard).score(standard) == 0
    late = earnings(series, [1099], standard).score(standard)
    assert 50 <= late < earnings(series, [1050], standard).score(standard) < 100
    assert earnings(series, [500, 1000], standard).score(standard) == pytest.approx(94.5)
    assert earnings(series, [500, 1000], strict).score(strict) == pytest.approx(89)
    assert earnings(series, [1000, 1101], standard).score(standard) > 99
