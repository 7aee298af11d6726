"""What simulated copy adds of its own: a few phrases in seven languages, and what fields ask for.

None of them states a fact: facts come from the material or not at all.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language; each fits beside any subject, and around none."""

    asks: tuple[str, ...]
    """End a post where people talk: Facebook."""
    keeps: tuple[str, ...]
    """End a post that people keep or show around: Instagram."""
    passes: tuple[str, ...]
    """End a short post; the empty one leaves it at the news."""
    news: str
    """A first line; `{name}` is who speaks."""
    angles: tuple[str, str, str, str]
    """Titles of ideas: behind it, questions about it, all of it in short, its moment; `{topic}`."""
    graphic: str
    """Describes a drawn card with its `{headline}`."""
    below: str
    button: str
    call: str
    """What a call to action says when the material has none."""


PHRASES = {
    "en": Phrases(
        asks=("What would you like to know about it?", "Who should hear about this?"),
        keeps=("Who would you share this with?", "Save this one for later."),
        passes=("", "Pass it on."),
        news="News from {name}",
        angles=(
            "Behind the scenes: {topic}",
            "Your questions: {topic}",
            "At a glance: {topic}",
            "Why now: {topic}",
        ),
        graphic="A graphic in plain colours. Its headline reads “{headline}”.",
        below="The line below it says “{subline}”.",
        button="On a button stands “{button}”.",
        call="Find out more",
    ),
    "de": Phrases(
        asks=("Was möchtet ihr dazu wissen?", "Wer sollte davon hören?"),
        keeps=("Mit wem würdet ihr das teilen?", "Merkt euch diesen Beitrag für später."),
        passes=("", "Gern weitersagen."),
        news="Neuigkeiten von {name}",
        angles=(
            "Hinter den Kulissen: {topic}",
            "Eure Fragen: {topic}",
            "Auf einen Blick: {topic}",
            "Warum jetzt: {topic}",
        ),
        graphic="Eine Grafik in ruhigen Farben. Die Überschrift lautet „{headline}“.",
        below="Die Zeile darunter: „{subline}“.",
        button="Auf dem Knopf steht „{button}“.",
        call="Mehr erfahren",
    ),
    "vi": Phrases(
        asks=("Bạn muốn biết thêm điều gì?", "Bạn sẽ kể cho ai đầu tiên?"),
        keeps=("Bạn sẽ chia sẻ tin này với ai?", "Nhớ lưu lại bài này nhé."),
        passes=("", "Chia sẻ giúp chúng tôi nhé."),
        news="Tin từ {name}",
        angles=(
            "Hậu trường: {topic}",
            "Hỏi đáp: {topic}",
            "Tóm tắt nhanh: {topic}",
            "Vì sao lúc này: {topic}",
        ),
        graphic="Hình đồ họa với màu nền trơn. Tiêu đề là “{headline}”.",
        below="Dòng bên dưới: “{subline}”.",
        button="Trên nút có chữ “{button}”.",
        call="Tìm hiểu thêm",
    ),
    "fr": Phrases(
        asks=("Que voulez-vous en savoir ?", "À qui faut-il en parler ?"),
        keeps=("Avec qui partageriez-vous cette nouvelle ?", "À garder pour plus tard."),
        passes=("", "Faites passer le mot."),
        news="Nouvelles de {name}",
        angles=(
            "En coulisses : {topic}",
            "Vos questions : {topic}",
            "En bref : {topic}",
            "Pourquoi maintenant : {topic}",
        ),
        graphic="Un visuel aux couleurs unies. Le titre dit « {headline} ».",
        below="La ligne du dessous dit « {subline} ».",
        button="Sur un bouton : « {button} ».",
        call="En savoir plus",
    ),
    "es": Phrases(
        asks=("¿Qué te gustaría saber?", "¿A quién se lo contarías?"),
        keeps=("¿Con quién lo compartirías?", "Guárdalo para después."),
        passes=("", "Pásalo."),
        news="Noticias de {name}",
        angles=(
            "Entre bastidores: {topic}",
            "Tus preguntas: {topic}",
            "En breve: {topic}",
            "Por qué ahora: {topic}",
        ),
        graphic="Un gráfico de colores lisos. El titular dice «{headline}».",
        below="La línea de abajo dice «{subline}».",
        button="En un botón pone «{button}».",
        call="Más información",
    ),
    "it": Phrases(
        asks=("Che cosa vorreste sapere?", "A chi lo direste per primo?"),
        keeps=("Con chi lo condividereste?", "Da tenere per dopo."),
        passes=("", "Passate parola."),
        news="Notizie da {name}",
        angles=(
            "Dietro le quinte: {topic}",
            "Le vostre domande: {topic}",
            "In breve: {topic}",
            "Perché adesso: {topic}",
        ),
        graphic="Una grafica a tinte unite. Il titolo dice «{headline}».",
        below="La riga sotto dice «{subline}».",
        button="Su un pulsante c'è scritto «{button}».",
        call="Scopri di più",
    ),
    "pt": Phrases(
        asks=("O que gostaria de saber?", "A quem contaria primeiro?"),
        keeps=("Com quem partilharia isto?", "Para guardar e ler depois."),
        passes=("", "Passe a palavra."),
        news="Notícias de {name}",
        angles=(
            "Nos bastidores: {topic}",
            "As suas perguntas: {topic}",
            "Em resumo: {topic}",
            "Porquê agora: {topic}",
        ),
        graphic="Um gráfico em cores lisas. O título diz “{headline}”.",
        below="A linha abaixo diz “{subline}”.",
        button="Num botão lê-se “{button}”.",
        call="Saiba mais",
    ),
}
WORDLESS = Phrases(
    asks=("",),
    keeps=("",),
    passes=("",),
    news="{name}",
    angles=("{topic} …", "{topic}?", "{topic}!", "{topic}"),
    graphic="“{headline}”.",
    below="“{subline}”.",
    button="“{button}”.",
    call="→",
)
"""For any other language: the material's own words."""

# What an editor reads beside the copy, in the order of the ideas: the news, a detail, then the
# four angles.
ANGLES = (
    "The news itself, said plainly and at once.",
    "Begin with one detail that people can picture.",
    "Show the people and the work that stand behind it.",
    "Invite questions, and answer them in the comments.",
    "The essentials, for people in a hurry.",
    "Say what makes this the moment for it.",
)
REASONS = (
    "It says the news in its own words; nobody has to guess.",
    "A detail stays in mind longer than an announcement.",
    "People like to see how a thing comes about, and by whose hands.",
    "A question gives people a reason to answer.",
    "Many read on the way somewhere; the essentials are enough for them.",
    "What has its moment is looked at now and not put off.",
)
PLATFORM_REASONS = {
    "x": "One thought, first things first: that is all a feed gives time for.",
    "instagram": "The first line stands alone, because the rest hides behind “more”.",
    "facebook": "The whole story, and a question at its end, because people talk here.",
}
HYPOTHESES = {
    "headline": "Another first line may reach people whom the usual one passes by.",
    "emphasis": "Another colour may be noticed sooner in the feed.",
    "layout": "Another arrangement may be looked at longer.",
    "button": "Whether a button invites or puts off shows in the clicks.",
    "subline": "A different second line shows which detail people care about.",
}
ONE_CHANGE = "With one change at a time, the result says what made the difference."
SCENES = (
    "A bright, uncluttered photograph that goes with “{title}”, daylight, room for words on top",
    "A clean, flat illustration for “{title}” in the colours of the brand",
    "A close view with soft light and a calm background, for “{title}”",
)
REPLIES = (
    "Thank you for writing to us! We are happy to help: send us a message.",
    "Thanks for your comment. You will find everything about it on our page.",
    "We hear you, and we are sorry about that. Please send us a message so we can put it right.",
)

KINDS: tuple[tuple[str, str], ...] = (
    ("alt", "alt_text alttext alt image_description"),
    ("reply", "reply response answer"),
    ("difference", "differs_by difference change"),
    ("hypothesis", "hypothesis expectation"),
    ("reason", "why reason rationale explanation justification because note evidence"),
    ("trend", "trend"),
    ("angle", "angle concept idea approach insight"),
    ("takeaway", "key_message takeaway message_to_keep"),
    ("subline", "subline subtitle subheadline subhead"),
    ("scene", "scene visual image_prompt prompt shows what_to_show picture description style"),
    ("call", "cta call_to_action button"),
    ("headline", "headline overlay slogan"),
    ("title", "title name hook label theme subject"),
    ("word", "keyword topic tag term interest entity audience"),
    ("body", "caption text body copy message post content draft summary statement"),
)
"""Kinds of text, and the names of fields that ask for them."""


def kind_of(name: str) -> str:
    """Which kind of text a field of this name holds; empty when the name says nothing."""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    for kind, names in KINDS:
        if plain in names.split():
            return kind
    for kind, names in KINDS:
        if any(part in plain for part in names.split() if len(part) > 3):
            return kind
    return ""


def phrases_for(language: str) -> Phrases:
    """The phrases in *language* (`pt-BR` is `pt`), or those without words."""
    return PHRASES.get(language.partition("-")[0].lower(), WORDLESS)
