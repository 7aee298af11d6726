"""The few phrases that fallbacks add to a brief's own words, in seven languages, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a fallback may say of its own accord: nothing here states a fact."""

    news_from: str
    """Over a text whose title is already in it; `{brand}` speaks."""
    ask_us: str
    """Invites to a conversation, where people converse: Facebook."""
    keep: str
    """Says what to do with a post worth keeping, where people keep posts: Instagram."""
    in_bio: str
    """Says where the link is, where nobody can click one: Instagram."""
    graphic: str
    """Begins an alt text; `{brand}` and `{headline}`."""
    below: str
    """Goes on with the line below the headline, `{subline}`."""
    button: str
    """Ends with the button, `{button}`."""
    photo: str
    """The alt text of a picture nobody has described; `{brand}` and `{headline}`."""


PHRASES: dict[str, Phrases] = {
    "en": Phrases(
        news_from="News from {brand}",
        ask_us="Questions? Ask us in the comments.",
        keep="Save this post so you can find it again.",
        in_bio="link in bio",
        graphic="Graphic from {brand} with the text “{headline}”.",
        below="Below it: “{subline}”.",
        button="A button says “{button}”.",
        photo="Photo from {brand} on the subject “{headline}”.",
    ),
    "es": Phrases(
        news_from="Novedades de {brand}",
        ask_us="¿Preguntas? Te leemos en los comentarios.",
        keep="Guarda esta publicación para tenerla a mano.",
        in_bio="enlace en la bio",
        graphic="Gráfico de {brand} con el texto «{headline}».",
        below="Debajo: «{subline}».",
        button="Un botón dice «{button}».",
        photo="Foto de {brand} sobre el tema «{headline}».",
    ),
    "fr": Phrases(
        news_from="Des nouvelles de {brand}",
        ask_us="Des questions ? Posez-les en commentaire.",
        keep="Enregistrez cette publication pour la retrouver.",
        in_bio="lien en bio",
        graphic="Visuel de {brand} avec le texte « {headline} ».",
        below="En dessous : « {subline} ».",
        button="Un bouton indique « {button} ».",
        photo="Photo de {brand} sur le thème « {headline} ».",
    ),
    "de": Phrases(
        news_from="Neues von {brand}",
        ask_us="Fragen? Gern in die Kommentare.",
        keep="Speichert diesen Beitrag, dann findet ihr ihn wieder.",
        in_bio="Link in der Bio",
        graphic="Grafik von {brand} mit dem Text „{headline}“.",
        below="Darunter steht: „{subline}“.",
        button="Auf einer Schaltfläche steht „{button}“.",
        photo="Foto von {brand} zum Thema „{headline}“.",
    ),
    "it": Phrases(
        news_from="Novità da {brand}",
        ask_us="Domande? Scrivetele nei commenti.",
        keep="Salva questo post per ritrovarlo.",
        in_bio="link in bio",
        graphic="Grafica di {brand} con il testo «{headline}».",
        below="Sotto: «{subline}».",
        button="Un pulsante dice «{button}».",
        photo="Foto di {brand} sul tema «{headline}».",
    ),
    "pt": Phrases(
        news_from="Novidades de {brand}",
        ask_us="Dúvidas? Pergunte nos comentários.",
        keep="Guarde esta publicação para encontrar depois.",
        in_bio="link na bio",
        graphic="Arte de {brand} com o texto “{headline}”.",
        below="Abaixo: “{subline}”.",
        button="Um botão diz “{button}”.",
        photo="Foto de {brand} sobre o tema “{headline}”.",
    ),
    "vi": Phrases(
        news_from="Tin mới từ {brand}",
        ask_us="Bạn có câu hỏi? Hãy để lại bình luận nhé.",
        keep="Lưu bài viết này để xem lại khi cần.",
        in_bio="link ở bio",
        graphic="Đồ họa của {brand} với dòng chữ “{headline}”.",
        below="Bên dưới: “{subline}”.",
        button="Nút bấm ghi “{button}”.",
        photo="Ảnh của {brand} về chủ đề “{headline}”.",
    ),
}

WORDLESS = Phrases(
    news_from="",
    ask_us="",
    keep="",
    in_bio="",
    graphic="{brand}: “{headline}”.",
    below="“{subline}”.",
    button="“{button}”.",
    photo="{brand}: “{headline}”.",
)
"""For any other language: the brief's own words and marks that need none."""


def phrases_for(language: str) -> Phrases:
    """The phrases in *language* (`pt-BR` is `pt`), or those without words."""
    return PHRASES.get(language.partition("-")[0].lower(), WORDLESS)
