"""Watches that tell what is out of the ordinary, remember little and can be put down any time."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.analysis.chance import share_rose
from pressroom.analysis.comment_analysis import analyse
from pressroom.analysis.drop_watch import DropReading, DropWatch
from pressroom.analysis.grave_watch import grave_alarm
from pressroom.analysis.share_watch import ShareReading, ShareWatch
from pressroom.analysis.volume_watch import VolumeReading, VolumeWatch
from pressroom.domain.alarm import Alarm, Occasion, Tally, after_post, tone_of

START = datetime(2026, 1, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
FIVE, QUARTER = timedelta(minutes=5), timedelta(minutes=15)
CALM = 3 * 288
"""Five-minute tallies before anything happens: a day more than the warm-up."""

Reading = VolumeReading | ShareReading | DropReading
seeds = st.integers(0, 10_000)


def alarms(readings: Iterable[Reading | None]) -> list[Alarm]:
    return [one.alarm for one in readings if one is not None and one.alarm is not None]


def chatter(seed: int, tallies: int, width: timedelta, most: int = 6) -> list[Tally]:
    """Counts that stray about, with a few hostile and a few friendly voices among them."""
    luck = random.Random(seed)  # noqa: S311 - made-up traffic
    found = []
    for number in range(tallies):
        count = luck.randint(0, most)
        negative = sum(luck.random() < 0.15 for _ in range(count))
        friendly = (count - negative) // 2
        found.append(Tally(START + number * width, count, friendly, negative))
    return found


def burst(count: int, number: int = CALM, positive: int = 0, negative: int = 0) -> Tally:
    return Tally(START + number * FIVE, count, positive, negative)


def volume(tallies: Iterable[Tally], *occasions: Occasion) -> list[Alarm]:
    watch = VolumeWatch("x:mentions")
    return alarms(watch.take(one, occasions) for one in tallies)


def test_a_burst_alarms_once_and_says_what_was_expected_and_seen() -> None:
    """A person at three in the morning needs the figures, and only once."""
    calm = chatter(1, CALM, FIVE)

    (alarm,) = volume([*calm, *(burst(120, CALM + n) for n in range(6))])

    assert alarm.at == START + (CALM + 1) * FIVE
    assert alarm.expected < alarm.usual_up_to < alarm.seen
    assert alarm.deviations is not None
    assert alarm.deviations >= 4.5
    assert alarm.ratio == pytest.approx(alarm.seen / alarm.usual_up_to)
    assert f"About {alarm.seen:.0f} mentions" in alarm.why
    assert alarm.key == volume([*calm, burst(120)])[0].key


@given(st.integers(0, 500))
@settings(max_examples=15, deadline=None)
def test_a_constant_series_never_alarms(level: int) -> None:
    """Nothing is out of the ordinary where nothing changes, at any level."""
    assert not volume(burst(level, number) for number in range(CALM))


def test_a_few_mentions_of_a_brand_nobody_mentions_do_not_alarm() -> None:
    """Without any variance the first mention would be infinitely surprising."""
    silence = [burst(0, number) for number in range(CALM)]
    assert not volume([*silence, burst(3)])
    assert volume([*silence, *(burst(20, CALM + number) for number in range(12))])


@given(seeds, st.integers(0, 150), st.integers(0, 150))
@settings(max_examples=15, deadline=None)
def test_more_mentions_never_make_an_alarm_vanish(seed: int, count: int, more: int) -> None:
    """What alarms at some volume alarms at each greater one."""
    calm = chatter(seed, CALM, FIVE)
    fewer, greater = volume([*calm, burst(count)]), volume([*calm, burst(count + more)])
    assert len(greater) >= len(fewer)


def test_an_occasion_raises_the_bar_and_is_named_where_it_is_passed() -> None:
    """A planned peak is no news; one beyond the plan is, and says what was planned."""
    calm, at = chatter(1, CALM, FIVE), START + CALM * FIVE
    launch = Occasion(name="launch", starts=at, ends=at + HOUR, lift=10.0)
    assert volume([*calm, burst(60)])
    assert not volume([*calm, burst(60)], launch)
    assert volume([*calm, burst(600)], launch)[0].occasions == ("launch",)
    assert volume([*calm, burst(200)], after_post("our post", at))[0].occasions == ("our post",)


def test_praise_is_told_as_praise_and_anger_as_anger() -> None:
    """A crowd that cheers is no crisis."""
    calm = [Tally(one.start, one.count) for one in chatter(1, CALM, FIVE)]
    assert volume([*calm, burst(120, positive=90, negative=5)])[0].is_good_news
    assert volume([*calm, burst(120, positive=20, negative=60)])[0].tone == "hostile"
    assert volume([*calm, burst(120)])[0].tone == "unknown"


@given(st.integers(0, 50), st.integers(0, 50))
def test_one_hostile_voice_more_never_sounds_friendlier(positive: int, negative: int) -> None:
    """Once enough was judged; before that nothing is said."""
    order = ("friendly", "mixed", "hostile")
    first, then = tone_of(positive, negative), tone_of(positive, negative + 1)
    assert first == "unknown" or order.index(then) >= order.index(first)


def test_a_gap_is_no_silence_and_a_late_tally_changes_nothing() -> None:
    """A source that was down for two days has not taught the watch that nobody talks."""
    calm = chatter(1, CALM, FIVE)
    watch = VolumeWatch("x:mentions")
    for one in calm:
        watch.take(one)
    rate = watch.state.rate

    assert watch.take(calm[5]) is None
    assert watch.take(calm[-1]) is None
    after = watch.take(Tally(calm[-1].start + timedelta(days=2), 3))

    assert watch.state.late == 2
    assert watch.state.rate == pytest.approx(rate, rel=0.05)
    assert after is not None
    assert after.alarm is None


@given(seeds, st.integers(1, CALM + 3))
@settings(max_examples=10, deadline=None)
def test_putting_a_volume_watch_down_anywhere_changes_nothing(seed: int, at: int) -> None:
    """A restart must neither raise an alarm nor swallow one."""
    tallies = [*chatter(seed, CALM, FIVE), burst(200), burst(20, CALM + 1), burst(0, CALM + 2)]
    whole = VolumeWatch("s")
    expected = [whole.take(one) for one in tallies]
    first = VolumeWatch("s")
    got = [first.take(one) for one in tallies[:at]]
    second = VolumeWatch.resumed(first.saved(), "s")
    got += [second.take(one) for one in tallies[at:]]
    assert got == expected
    assert second.saved() == whole.saved()


def test_memory_does_not_grow_with_age() -> None:
    """A thousand series for a year must fit."""
    watch = VolumeWatch("s")
    sizes = []
    for one in chatter(3, 20 * 288, FIVE):
        watch.take(one)
        sizes.append(len(watch.state.memories))
    assert set(sizes) == {4}
    assert len(watch.saved()) < 1000

    share = ShareWatch("s", width=HOUR)
    for one in chatter(3, 24 * 20, HOUR):
        share.take(one)
    assert len(share.state.past) + len(share.state.recent) <= 24 * 7 + 6

    drop = DropWatch("s")
    for one in chatter(3, 24 * 40, HOUR):
        drop.take(one, last_published=one.start)
    assert len(drop.state.hours) <= 24 * 28 + 1
    assert [len(one.logs) for one in drop.state.strays] == [24 * 21] * 2


def share(tallies: Iterable[Tally]) -> list[Alarm]:
    """Those after the usual week: chance alone may raise one within it."""
    watch = ShareWatch("page:comments", width=QUARTER)
    read = [watch.take(one) for one in tallies]
    return alarms(read[len(WEEK) :])


WEEK = chatter(2, 7 * 96, QUARTER)


def angry(counts: Iterable[tuple[int, int]]) -> list[Tally]:
    begin = WEEK[-1].start + QUARTER
    return [
        Tally(begin + number * QUARTER, count, 0, negative)
        for number, (count, negative) in enumerate(counts)
    ]


def test_a_mood_that_turns_alarms_and_a_mere_crowd_does_not() -> None:
    """Many comments are no crisis; many hostile ones among few are."""
    assert share([*WEEK, *angry([(6, 5)] * 4)])[0].tone == "hostile"
    assert not share([*WEEK, *angry([(60, 9)] * 4)])
    assert not share([*WEEK, *angry([(4, 4)])])


mood = st.lists(
    st.integers(0, 12).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))),
    min_size=1,
    max_size=8,
)


@given(mood, st.data())
@settings(max_examples=25, deadline=None)
def test_more_hostile_comments_never_make_a_share_alarm_vanish(
    counts: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Nor later: another hostile comment of late, added or turned, only hastens it."""
    index = data.draw(st.integers(0, len(counts) - 1))
    count, negative = counts[index]
    worse = list(counts)
    worse[index] = (count + 1, negative + 1)
    first, then = share([*WEEK, *angry(counts)]), share([*WEEK, *angry(worse)])
    assert not first or (then and then[0].at <= first[0].at)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 5000), st.floats(0, 1))
def test_a_share_rise_is_surer_with_each_hostile_comment_once_it_is_likely(
    negative: int, others: int, before: int, part: float
) -> None:
    """The law behind the alarm, over the range in which it alarms."""
    past = (part * before, float(before))
    first = share_rose((negative, negative + others), past)
    if first >= 0.5:
        assert share_rose((negative + 1, negative + others + 1), past) >= first - 1e-12


@given(seeds, st.integers(1, 7 * 96))
@settings(max_examples=5, deadline=None)
def test_putting_a_share_watch_down_anywhere_changes_nothing(seed: int, at: int) -> None:
    """The same for the mood."""
    tallies = [*chatter(seed, 7 * 96, QUARTER), *angry([(6, 5)] * 4)]
    whole, first = ShareWatch("s"), ShareWatch("s")
    expected = [whole.take(one) for one in tallies]
    got = [first.take(one) for one in tallies[:at]]
    second = ShareWatch.resumed(first.saved(), "s")
    got += [second.take(one) for one in tallies[at:]]
    assert got == expected
    assert second.saved() == whole.saved()


MONTH = 28 * 24


def hours(day: int, first: int = 0, length: int = MONTH) -> list[Tally]:
    """Busy by day and quiet by night, *day* at noon."""
    return [
        Tally(START + n * HOUR, day if 8 <= n % 24 < 20 else day // 5)
        for n in range(first, first + length)
    ]


def drop(tallies: Iterable[Tally], published: datetime | None) -> list[DropReading]:
    watch = DropWatch("page:engagement")
    read = [watch.take(one, last_published=published) for one in tallies]
    return [one for one in read if one is not None]


LATELY = START + (MONTH + 6) * HOUR


def test_a_fall_alarms_and_the_quiet_of_each_night_does_not() -> None:
    """The pattern of the day is known; half of what it promises is a fall."""
    assert not alarms(drop(hours(100), LATELY))
    found = alarms(drop([*hours(100), *hours(20, MONTH, 24)], LATELY))
    assert found
    assert found[0].seen < 0.8 * found[0].expected


def test_a_fall_after_a_day_without_posts_is_held_back_and_says_so() -> None:
    """Who publishes nothing is answered by nobody."""
    for published in (None, START + (MONTH - 48) * HOUR):
        read = drop([*hours(100), *hours(20, MONTH, 24)], published)
        assert not alarms(read)
        assert any("nothing of ours went out" in one.held_back for one in read)


def test_hours_that_could_not_be_read_are_no_fall() -> None:
    """An outage of the platform looks like the end of all interest to those who count it."""
    kept = [*hours(100), *hours(100, MONTH + 12, 12)]
    assert not alarms(drop(kept, LATELY))


@given(st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=5, deadline=None)
def test_fewer_interactions_never_make_a_drop_alarm_vanish(level: int, fewer: int) -> None:
    """A deeper fall in the newest hours is at least as alarming."""
    day = 6
    calm = hours(100)
    first = alarms(drop([*calm, *hours(level, MONTH, day)], LATELY))
    then = alarms(drop([*calm, *hours(max(0, level - fewer), MONTH, day)], LATELY))
    assert not first or (then and then[0].at <= first[0].at)


def test_putting_a_drop_watch_down_changes_nothing() -> None:
    """The same for engagement, before and within a fall."""
    tallies = [*chatter(4, MONTH, HOUR, most=60), *hours(2, MONTH, 24)]
    whole = DropWatch("s")
    expected = [whole.take(one, last_published=LATELY) for one in tallies]
    for at in (1, 300, MONTH + 3):
        first = DropWatch("s")
        got = [first.take(one, last_published=LATELY) for one in tallies[:at]]
        second = DropWatch.resumed(first.saved(), "s")
        got += [second.take(one, last_published=LATELY) for one in tallies[at:]]
        assert got == expected
        assert second.saved() == whole.saved()


def test_one_grave_comment_is_enough_and_an_unkind_one_is_not() -> None:
    """The first to say that somebody was hurt must be heard."""
    grave = analyse("Three people were taken to hospital after eating your salad, food poisoning")
    alarm = grave_alarm("facebook:comments", "c1", START, grave)
    assert alarm is not None
    assert alarm.key == "grave_comment:facebook:comments:c1"
    assert alarm.evidence
    assert grave_alarm("s", "c2", START, analyse("Your salad is boring and too expensive")) is None


def test_a_tally_is_refused_that_cannot_be() -> None:
    """A naive time or more judged than counted is a caller's mistake."""
    with pytest.raises(ValueError, match="aware"):
        Tally(datetime(2026, 1, 5), 1)  # noqa: DTZ001
    with pytest.raises(ValueError, match="judged"):
        Tally(START, 1, positive=1, negative=1)
