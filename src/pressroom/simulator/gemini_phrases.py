"""The phrases that simulated copy is made of, and which kind of copy a field's name asks for."""

import re

OPENERS = (
    "{Subject} is here.",
    "We have news: {subject}.",
    "Meet {subject}.",
    "Some things are worth the wait. {Subject} is one of them.",
    "You asked, we listened: {subject}.",
    "This week is all about {subject}.",
)
MIDDLES = (
    "Behind it are months of work on {a} and {b}.",
    "It brings {a} and {b} together in one place.",
    "If {a} matters to you, this is for you.",
    "We kept it simple: {a}, {b}, and nothing you do not need.",
    "Our team put {a} first and never lost sight of {b}.",
    "You will notice the difference in {a} from the first day.",
)
CLOSERS = (
    "What would you like to see next?",
    "Tell us what you think.",
    "See you there?",
    "Have a look and share it with a friend who cares about {a}.",
    "Which part speaks to you most?",
)
TITLES = (
    "{Subject}, in one minute",
    "What {subject} changes for you",
    "Meet {subject}",
    "Why {subject} matters now",
    "Behind the scenes of {subject}",
    "{Subject}: three things to know",
)
ANGLES = (
    "Show the people behind {subject} and let them speak about {a}",
    "Answer the one question that everyone asks about {a}",
    "Before and after: what {subject} changes in an ordinary day",
    "A number that surprises, taken from the work on {b}",
    "Invite the audience to choose between {a} and {b}",
    "A quiet close-up of {a}, with one plain sentence",
)
REASONS = (
    "It names {a} plainly and gives people a reason to answer.",
    "Posts about {a} did well lately, and this one adds {b}.",
    "It is concrete, fits the voice, and asks for one thing only.",
    "It connects {subject} with what the audience already talks about.",
)
SCENES = (
    "A bright photograph of {a} in everyday use, with {b} in the background",
    "Two people looking at {a} on a wooden table, warm daylight",
    "A clean flat illustration of {subject} in the brand colours",
    "A close-up of hands holding {a}, soft light, plenty of space on the left",
)
REPLIES = (
    "Thank you for writing to us! We are happy to help with {a}: send us a message.",
    "Thanks for your comment. You will find everything about {a} on our page.",
    "We hear you, and we are sorry about that. Please send us a message so we can put it right.",
)
CALLS = ("Find out more", "See the details", "Join us", "Have a look today", "Save your place")

KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("alt", ("alt_text", "alttext", "alt", "image_description")),
    ("reply", ("reply", "response", "answer")),
    (
        "reason",
        (
            "why",
            "reason",
            "rationale",
            "explanation",
            "justification",
            "because",
            "note",
            "evidence",
        ),
    ),
    ("angle", ("angle", "concept", "idea", "approach", "insight")),
    (
        "scene",
        (
            "scene",
            "visual",
            "image_prompt",
            "prompt",
            "shows",
            "what_to_show",
            "picture",
            "description",
            "style",
        ),
    ),
    ("call", ("cta", "call_to_action", "button")),
    (
        "title",
        ("headline", "title", "name", "hook", "label", "overlay", "slogan", "theme", "subject"),
    ),
    ("word", ("keyword", "topic", "tag", "trend", "term", "interest", "entity", "audience")),
    (
        "body",
        (
            "caption",
            "text",
            "body",
            "copy",
            "message",
            "post",
            "content",
            "draft",
            "summary",
            "statement",
        ),
    ),
)
TEMPLATES = {
    "title": TITLES,
    "angle": ANGLES,
    "reason": REASONS,
    "scene": SCENES,
    "alt": SCENES,
    "reply": REPLIES,
    "call": CALLS,
}


def kind_of(name: str) -> str:
    """Which kind of text a field of this name holds; empty when the name says nothing."""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    for kind, names in KINDS:
        if plain in names:
            return kind
    for kind, names in KINDS:
        if any(part in plain for part in names if len(part) > 3):
            return kind
    return ""
