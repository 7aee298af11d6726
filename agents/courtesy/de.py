"""German: du in the friendly tone, Sie in the formal one."""

from pressroom.agents.courtesy.kit import Courtesy, Kit

KIT = Kit(
    friendly=Courtesy(
        praise=(
            "Vielen lieben Dank!",
            "Herzlichen Dank!",
            "Das lesen wir gern, danke dir!",
            "Du machst uns den Tag schön, danke!",
            "Danke für die lieben Worte!",
            "Wie schön, vielen Dank!",
            "Danke, dass du dir die Zeit nimmst!",
            "Das bedeutet uns viel, danke!",
        ),
        praise_more=(
            "Schön, dass du da bist.",
            "Solche Worte tun uns gut.",
            "Bis bald!",
            "Viele Grüße vom ganzen Team!",
            "Das freut uns sehr.",
        ),
        lead=("Gute Frage!", "Danke für deine Frage!", "Gern:", "Na klar:", "Hier die Antwort:"),
        close=(
            "Wir hoffen, das hilft dir!",
            "Bis bald!",
            "Frag gern, wenn du mehr wissen möchtest.",
        ),
        question=(
            "Danke für deine Frage! Wir schauen nach.",
            "Gute Frage! Wir fragen nach.",
            "Danke, dass du fragst. Wir kümmern uns darum.",
        ),
        request=(
            "Danke für deine Nachricht. Wir schauen nach.",
            "Danke, dass du uns schreibst. Wir kümmern uns darum.",
            "Danke, deine Nachricht ist da und wir schauen nach.",
        ),
        complaint=(
            "Danke, dass du uns das sagst. Wir schauen nach.",
            "Es tut uns leid, das zu lesen. Wir kümmern uns darum.",
            "Danke für den Hinweis. Wir nehmen das ernst und fragen nach.",
            "Danke für deine Offenheit. Wir sprechen im Team darüber.",
        ),
        meanwhile=(
            "Danke für deine Geduld.",
            "Es hilft uns, das zu wissen.",
            "Gut, dass du uns schreibst.",
        ),
        other=(
            "Danke für deinen Kommentar!",
            "Schön, dass du da bist!",
            "Danke, dass du das mit uns teilst!",
        ),
        contact="Du erreichst uns hier: {contact}",
    ),
    formal=Courtesy(
        praise=(
            "Vielen Dank.",
            "Haben Sie herzlichen Dank für Ihre freundlichen Worte.",
            "Wir freuen uns sehr, das zu lesen. Vielen Dank.",
            "Vielen Dank, dass Sie sich die Zeit nehmen, uns zu schreiben.",
            "Ihre Nachricht bedeutet uns viel. Vielen Dank.",
        ),
        praise_more=(
            "Es ist uns eine Freude, dass Sie da sind.",
            "Freundliche Grüße vom ganzen Team.",
            "Solche Worte ermutigen uns.",
        ),
        lead=("Vielen Dank für Ihre Frage.", "Gern geben wir Auskunft:", "Sehr gern:"),
        close=(
            "Wir hoffen, das hilft Ihnen weiter.",
            "Fragen Sie gern, wenn Sie mehr wissen möchten.",
            "Freundliche Grüße.",
        ),
        question=(
            "Vielen Dank für Ihre Frage. Wir schauen nach.",
            "Ihre Frage ist angekommen und wir fragen nach.",
            "Vielen Dank für Ihre Frage. Wir kümmern uns darum.",
        ),
        request=(
            "Vielen Dank für Ihre Nachricht. Wir schauen nach.",
            "Ihre Nachricht ist angekommen und wir kümmern uns darum. Vielen Dank.",
            "Vielen Dank, dass Sie uns schreiben. Wir kümmern uns darum.",
        ),
        complaint=(
            "Vielen Dank für den Hinweis. Wir nehmen das ernst und schauen nach.",
            "Es tut uns leid, das zu lesen. Wir kümmern uns darum.",
            "Wir bedauern, das zu lesen. Vielen Dank, dass Sie es uns sagen; wir fragen nach.",
            "Ihre Worte haben uns erreicht. Wir sprechen im Team darüber.",
        ),
        meanwhile=(
            "Vielen Dank für Ihre Geduld.",
            "Ihre Nachricht ist uns wichtig.",
            "Es hilft uns, das zu wissen.",
        ),
        other=(
            "Vielen Dank für Ihren Kommentar.",
            "Vielen Dank, dass Sie Ihre Gedanken mit uns teilen.",
            "Vielen Dank, dass Sie uns schreiben.",
        ),
        contact="Sie erreichen uns hier: {contact}",
    ),
    more_words="""
        der die das den dem des ein eine einen einem einer und zu zum zur für mit von vom in im am
        an auf so sehr ganz viel viele vielen wir uns unser unsere unserem unserer du dir dich
        dein deine deinen sie ihnen ihr ihre ihren euch euer eure ist sind hat haben habt dass wie
        was wenn hier da danke dank dankbar bedanken freut freuen freude gefreut glücklich schön
        schöne schönen toll lieb liebe lieben nett netten freundlich herzlich herzliche worte wort
        nachricht kommentar rückmeldung feedback unterstützung tag team alle allen gruß grüße
        willkommen bald wieder lesen hören wissen hilft helfen info auskunft frage antwort gern
        gerne genieß genießt
        """,
)
