"""`pressroom posts`: what was published or will be."""

from typing import Annotated

import typer

from pressroom.cli.console import Options, cell, one_line, show, show_json, show_rows

app = typer.Typer(no_args_is_help=True, help="What was published, or will be.")

Json = Annotated[bool, typer.Option("--json", help="One JSON document.")]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="At most so many, newest first.")]


@app.command("list")
def list_posts(context: typer.Context, limit: Limit = 50, as_json: Json = False) -> None:
    """List posts, newest first, with where each platform's version stands."""
    from pressroom.cli.desk import open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            posts = await room.posts(limit=limit)
        if as_json:
            show_json(posts)
            return
        rows = [
            (
                post.id,
                post.title,
                item.platform,
                item.status,
                item.published_at or item.publish_at,
                item.permalink or item.note,
            )
            for post in posts
            for item in post.platform_posts
        ]
        show_rows(options, ("post", "title", "platform", "status", "time", "link or note"), rows)

    run_async(work())


@app.command("show")
def show_post(
    context: typer.Context,
    post: Annotated[str, typer.Argument(help="The post's id, from `posts list`.")],
    as_json: Json = False,
) -> None:
    """Show one post: each platform's text, pictures, status and link."""
    from pressroom.cli.desk import open_room, run_async

    options: Options = context.obj

    async def work() -> None:
        async with open_room(options, reading=True) as room:
            found = await room.post(post)
        if as_json:
            show_json(found)
            return
        show(f"{one_line(found.title)}  [{found.status}]  {found.id}")
        for item in found.platform_posts:
            told = one_line(item.permalink or item.note)
            show(f"\n{item.platform}: {item.status}  {told}".rstrip())
            show(f"  id: {item.id}")
            show(f"  time: {cell(item.published_at or item.publish_at)}")
            show("\n".join(f"  | {line}" for line in item.text.splitlines()))
            for media in item.media:
                show(f"  picture: {media.path} ({media.width_px}×{media.height_px})")
                show(f"  alt text: {one_line(media.alt_text)}")

    run_async(work())
