"""The brand that evaluations speak for: a roastery that answers in seven languages."""

from pressroom.domain.brand import Brand
from pressroom.domain.reply_policy import Answer, Floors, HidePolicy, Modes, ReplyPolicy

ANSWERS: dict[str, Answer] = {
    "hours": Answer(
        about=(
            "opening hours",
            "when do you open",
            "what time do you close",
            "horario",
            "a qué hora abren",
            "horaires",
            "quelle heure ouvrez",
            "Öffnungszeiten",
            "wann habt ihr offen",
            "orari",
            "a che ora aprite",
            "horário",
            "que horas abrem",
            "mấy giờ mở cửa",
        ),
        text="We are open Monday to Saturday from 8 to 18.",
        translations={
            "es": "Abrimos de lunes a sábado de 8 a 18.",
            "fr": "Nous sommes ouverts du lundi au samedi de 8 h à 18 h.",
            "de": "Wir haben Montag bis Samstag von 8 bis 18 Uhr geöffnet.",
            "it": "Siamo aperti dal lunedì al sabato dalle 8 alle 18.",
            "pt": "Estamos abertos de segunda a sábado, das 8 às 18.",
            "vi": "Quán mở cửa từ thứ hai đến thứ bảy, từ 8 giờ đến 18 giờ.",
        },
    ),
    "delivery": Answer(
        about=("do you ship", "do you deliver", "shipping", "hacen envíos", "liefert ihr"),
        text="We ship within Portugal and Spain: https://harbour-roast.example/shipping",
        translations={
            "es": "Enviamos a Portugal y España: https://harbour-roast.example/shipping",
            "de": "Wir liefern nach Portugal und Spanien: https://harbour-roast.example/shipping",
        },
    ),
    "dogs": Answer(about=("dogs", "dogs welcome"), text="Dogs are welcome on our terrace."),
    "wifi": Answer(about=("wifi",), text="Our shop has free wifi."),
    "vegan": Answer(about=("oat milk", "vegan milk"), text="We have oat milk and soy milk."),
}

FACTS: dict[str, str] = {
    "roast": "We roast on the harbour every Tuesday and Friday.",
    "origin": "All our beans come from farms we have visited.",
    "refill": "Refills of the travel cup cost half.",
}

HARBOUR = Brand(
    name="Harbour Roast",
    voice="Warm, clear and concrete. Short sentences. No hype.",
    language="en",
    timezone="Europe/Lisbon",
    website="https://harbour-roast.example",
    hashtags=("HarbourRoast",),
    facts=tuple(FACTS.values()),
    handles={"instagram": "harbour.roast", "x": "harbourroast"},
    replies=ReplyPolicy(
        languages=("es", "fr", "de", "it", "pt", "vi"),
        contact="hello@harbour-roast.example",
        answers=tuple(ANSWERS.values()),
        x_ai_replies_approved=True,
    ),
)

BOLDEST = HARBOUR.model_copy(
    update={
        "replies": HARBOUR.replies.model_copy(
            update={
                "modes": Modes(**dict.fromkeys(Modes.model_fields, "auto")),
                "floors": Floors(confidence=0.0, agreed=0.0, answer=0.0, hide=0.0),
                "hide": HidePolicy(spam="auto", toxic="auto"),
            }
        )
    }
)
"""The same with everything in its brand file that lets the machine act."""
