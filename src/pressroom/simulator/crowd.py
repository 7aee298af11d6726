"""The people who comment by themselves: plausible names, moods and a few languages."""

import hashlib

from pressroom.simulator.config import SimulatorConfig
from pressroom.simulator.records import Comment, Post

PEOPLE = (
    ("Maya Lindqvist", "maya.lindqvist"),
    ("Jonas Weber", "jonas_weber"),
    ("Amélie Fournier", "amelie.fournier"),
    ("Carlos Ortega", "carlos_ortega"),
    ("Priya Raman", "priya.raman"),
    ("Tom Becker", "tombecker84"),
    ("Sofia Rossi", "sofia_rossi"),
    ("Nguyen Thi Lan", "lan.nguyen"),
    ("Ewa Kowalska", "ewa_kowalska"),
    ("David Osei", "david.osei"),
    ("Hanna Virtanen", "hanna.virtanen"),
    ("Lucas Moreau", "lucas.moreau"),
    ("Grace Kim", "gracekim"),
    ("Omar Haddad", "omar_haddad"),
    ("Isabel Santos", "isabel.santos"),
    ("Peter Novak", "peternovak"),
)

WORDS = {
    "glad": (
        "Love this, exactly what I was waiting for!",
        "Great news, well done to the whole team 👏",
        "This made my day, thank you!",
        "Looks beautiful. Count me in.",
        "So good to see you doing this.",
        "Tolle Idee, gefällt mir sehr gut!",
        "Magnifique, bravo à toute l'équipe !",
        "¡Qué buena noticia, me encanta!",
        "Tuyệt vời quá, cảm ơn các bạn!",
        "Bellissimo, complimenti!",
    ),
    "asking": (
        "When does it start?",
        "Is there a version for smaller shops too?",
        "How much is it, and do you ship abroad?",
        "Where can I read more about this?",
        "Will it be open on Sundays as well?",
        "Wo kann ich das kaufen?",
        "C'est disponible en France aussi ?",
        "¿Hay descuento para estudiantes?",
    ),
    "plain": (
        "Interesting.",
        "Saw this in the newsletter as well.",
        "Sharing this with my team.",
        "Ok, let's see how it turns out.",
        "First time I hear about it.",
        "Mal sehen, was daraus wird.",
    ),
    "cross": (
        "Too expensive for what it is.",
        "I wrote to support a week ago and nobody answered.",
        "Not convinced. The last one broke after a month.",
        "Please fix the website first, checkout does not work.",
        "Schade, früher war das besser.",
        "Encore une promesse... on verra.",
        "Very disappointed with the delivery, three weeks late.",
    ),
}

MOODS = ("glad", "glad", "glad", "glad", "asking", "asking", "plain", "plain", "cross", "cross")
X_EPOCH_MS = 1288834974657


def crowd_comment(config: SimulatorConfig, post: Post, nth: int, at: float) -> Comment | Post:
    """The *nth* comment under *post*, the same for the same seed; on X it is a post itself."""
    dice = hashlib.sha256(f"{config.seed}|{post.id}|crowd|{nth}".encode()).digest()
    name, handle = PEOPLE[dice[0] % len(PEOPLE)]
    texts = WORDS[MOODS[dice[1] % len(MOODS)]]
    text = texts[dice[2] % len(texts)]
    author_id = str(5_000_000 + dice[0] % len(PEOPLE))
    if post.platform == "x":
        number = (int(at * 1000 - X_EPOCH_MS) << 22) + int.from_bytes(dice[3:5], "big")
        return Post(
            "x",
            str(number),
            f"@{config.accounts.x_username} {text}",
            author_id,
            at,
            live_at=at,
            reply_to=post.id,
            conversation_id=post.conversation_id or post.id,
        )
    tail = int.from_bytes(dice[3:8], "big") % 10**10
    if post.platform == "facebook":
        comment_id = f"{post.id.rpartition('_')[2]}_7{nth:03d}{tail:010d}"
        return Comment("facebook", comment_id, post.id, text, author_id, name, at)
    return Comment("instagram", f"178{nth:03d}{tail:011d}", post.id, text, author_id, handle, at)


def handle_of(author_id: str) -> tuple[str, str]:
    """The name and the handle behind an author's id; a stranger gets one made from the id."""
    if author_id.isdecimal() and 0 <= int(author_id) - 5_000_000 < len(PEOPLE):
        name, handle = PEOPLE[int(author_id) - 5_000_000]
        return name, handle.replace(".", "_")
    return f"Person {author_id}", f"person_{author_id}"
