"""Every way of embedding that we show, run as a host would run it."""

import asyncio
from pathlib import Path

import httpx
from celery import Celery
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from examples.celery_tasks import add_tasks
from examples.embed import announce
from examples.fastapi_app import make_app
from examples.own_checkpointer import draft_only
from tests.newsroom import ALL, Newsroom, a_brief

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_no_example_is_left_untried() -> None:
    """An example that does not run is worse than none."""
    assert {file.stem for file in EXAMPLES.glob("*.py")} == {
        "celery_tasks",
        "embed",
        "fastapi_app",
        "own_checkpointer",
    }


async def test_a_script(live_newsroom: Newsroom) -> None:
    """The shortest way: one function, one brief, three posts."""
    result = await announce(live_newsroom.settings())

    assert result.status == "done"
    assert live_newsroom.live_on() == sorted(ALL)


async def test_fastapi(live_newsroom: Newsroom) -> None:
    """A request starts a run, another asks how it went, and a wrong one is told why."""
    app = make_app(live_newsroom.settings())
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://host") as client,
    ):
        brief = a_brief(platforms=("facebook", "x")).model_dump(mode="json")
        started = await client.post("/campaigns", json=brief)
        shown = await client.get(f"/campaigns/{started.json()['thread_id']}")
        past = {**brief, "publish_now": False, "publish_at": "2020-01-01T12:00:00Z"}
        refused = await client.post("/campaigns", json=past)
        nowhere = await client.get("/campaigns/nowhere")

    assert started.status_code == 202
    assert shown.json()["status"] == "done"
    assert refused.status_code == 422
    assert "in the past" in refused.json()["detail"]["message"]
    assert nowhere.status_code == 404
    assert live_newsroom.live_on() == ["facebook", "x"]


def test_celery(live_newsroom: Newsroom) -> None:
    """A task that is delivered twice publishes once."""
    celery = Celery("host", set_as_current=False)
    celery.conf.task_always_eager = True
    add_tasks(celery, live_newsroom.settings())
    brief = a_brief(platforms=("x",)).model_dump(mode="json")

    deliveries = [celery.tasks["publish_brief"].delay(brief, "campaign-7").get() for _ in range(2)]
    swept = celery.tasks["sweep"].delay().get()

    assert [delivery["status"] for delivery in deliveries] == ["done", "done"]
    assert deliveries[0]["links"] == deliveries[1]["links"]
    assert swept == []
    assert live_newsroom.live_on() == ["x"]


async def test_own_checkpointer(live_newsroom: Newsroom) -> None:
    """The host's own checkpointer, our ports, and nothing sent."""
    end = await draft_only(live_newsroom.settings(), a_brief())

    assert {preview["platform"] for preview in end["previews"]} == set(ALL)
    assert live_newsroom.requests() == []


CELL = """
from pathlib import Path
from pressroom import Brief, Pressroom, Settings

async with Pressroom.open(Settings.load(Path({file!r}), {{}})) as room:
    result = await room.content.run(
        Brief(title="Night market", message="Opens at six.", platforms=["x"], publish_now=True)
    )
result.status
"""


async def test_a_notebook_cell(live_newsroom: Newsroom, monkeypatch: object) -> None:
    """A notebook has a running loop of its own: top-level await must work."""
    quiet = Config()
    quiet.HistoryManager.enabled = False
    shell = InteractiveShell(config=quiet)
    cell = CELL.format(file=str(live_newsroom.settings_file()))

    ran = await shell.run_cell_async(cell, transformed_cell=shell.transform_cell(cell))

    ran.raise_error()
    assert ran.result == "done"
    assert live_newsroom.live_on() == ["x"]
    assert asyncio.get_running_loop().is_running()
