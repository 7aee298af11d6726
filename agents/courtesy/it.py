"""Italian: tu in the friendly tone, Lei in the formal one."""

from pressroom.agents.courtesy.kit import Courtesy, Kit

KIT = Kit(
    friendly=Courtesy(
        praise=(
            "Grazie infinite!",
            "Grazie di cuore!",
            "Che bello leggerti, grazie!",
            "Ci rallegri la giornata, grazie!",
            "Grazie per le belle parole!",
            "Che gentile, grazie davvero!",
            "Grazie per avercelo detto!",
            "Significa molto per noi, grazie!",
        ),
        praise_more=(
            "È bello averti con noi.",
            "Parole così ci danno energia.",
            "A presto!",
            "Un saluto da tutta la squadra!",
            "Ci fa davvero piacere.",
        ),
        lead=("Bella domanda!", "Grazie per la domanda!", "Con piacere:", "Certo:", "Ecco:"),
        close=("Speriamo ti sia utile!", "A presto!", "Se vuoi sapere di più, chiedici pure."),
        question=(
            "Grazie per la domanda! Stiamo verificando.",
            "Bella domanda! Ci stiamo informando.",
            "Grazie per averlo chiesto. Ce ne stiamo occupando.",
        ),
        request=(
            "Grazie per il messaggio. Stiamo verificando.",
            "Grazie per averci scritto. Ce ne stiamo occupando.",
            "Grazie, il tuo messaggio è arrivato e stiamo verificando.",
        ),
        complaint=(
            "Grazie per avercelo detto. Stiamo verificando.",
            "Ci dispiace leggere questo. Ce ne stiamo occupando.",
            "Grazie per la segnalazione. La prendiamo sul serio e ci stiamo informando.",
            "Grazie per la franchezza. Ne stiamo parlando in squadra.",
        ),
        meanwhile=(
            "Grazie per la pazienza.",
            "Ci aiuta saperlo.",
            "Fai bene a scriverci.",
        ),
        other=(
            "Grazie per il commento!",
            "Grazie di essere qui!",
            "Grazie per averlo condiviso con noi!",
        ),
        contact="Ci trovi qui: {contact}",
    ),
    formal=Courtesy(
        praise=(
            "La ringraziamo molto.",
            "Grazie per le Sue gentili parole.",
            "Siamo molto lieti di leggere il Suo messaggio. Grazie.",
            "Grazie per il tempo che ci ha dedicato.",
            "Il Suo commento significa molto per noi. Grazie.",
        ),
        praise_more=(
            "È un piacere averLa con noi.",
            "Un cordiale saluto da tutta la squadra.",
            "Parole come le Sue ci incoraggiano.",
        ),
        lead=("Grazie per la Sua domanda.", "Con piacere:", "Siamo lieti di informarLa:"),
        close=(
            "Speriamo che Le sia utile.",
            "Restiamo a disposizione se desidera sapere di più.",
            "Cordiali saluti.",
        ),
        question=(
            "Grazie per la Sua domanda. Stiamo verificando.",
            "Abbiamo ricevuto la Sua domanda e ci stiamo informando.",
            "La ringraziamo per la domanda. Ce ne stiamo occupando.",
        ),
        request=(
            "Grazie per il Suo messaggio. Stiamo verificando.",
            "Abbiamo ricevuto il Suo messaggio e stiamo verificando. Grazie.",
            "Grazie per averci scritto. Ce ne stiamo occupando.",
        ),
        complaint=(
            "Grazie per la segnalazione. La prendiamo sul serio e stiamo verificando.",
            "Siamo spiacenti di leggere questo. Ce ne stiamo occupando.",
            "La ringraziamo per avercelo detto. Stiamo verificando.",
            "Le Sue parole ci sono arrivate. Ne stiamo parlando in squadra.",
        ),
        meanwhile=(
            "Grazie per la pazienza.",
            "Il Suo messaggio è importante per noi.",
            "Ci aiuta saperlo.",
        ),
        other=(
            "Grazie per il Suo commento.",
            "La ringraziamo per aver condiviso il Suo pensiero con noi.",
            "Grazie per averci scritto.",
        ),
        contact="Ci trova qui: {contact}",
    ),
    more_words="""
        il lo la i gli le un una uno di del della dei delle a al alla e ed o che in con per da dal
        dalla molto molta molti davvero tanto tanta tante così ci noi nostro nostra nostri tu ti
        te tuo tua tuoi tue lei suo sua è sono ha hanno questo questa quanto come grazie
        ringraziamo ringraziare felici felice lieti contenti piacere gioia cuore bello bella belle
        belli gentile gentili parole parola messaggio commento sostegno affetto giornata squadra
        team tutti tutta tutto saluto saluti abbraccio benvenuto benvenuta presto qui leggere
        leggerti sentire sapere aiuto aiutare informazione domanda risposta ecco goditi
        """,
)
