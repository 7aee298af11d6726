"""German."""

PRAISE = """
    danke|dank|dankeschön|dankbar|liebe|lieben|geliebt|mag|mögen|gern|gerne|genießen|genossen|gut
    gute|guter|gutes|guten|bester|beste|bestes|besten|besser|toll|tolle|toller|tolles|tollen|super
    prima|klasse|spitze|großartig|großartige|großartiger|großartiges|wunderbar|wunderbare
    wunderbarer|wunderbares|wundervoll|wundervolle|herrlich|herrliche|fantastisch|fantastische
    phantastisch|hervorragend|hervorragende|ausgezeichnet|ausgezeichnete|exzellent|genial|geniale
    perfekt|perfekte|perfekter|perfektes|traumhaft|traumhafte|lecker|leckere|leckerer|leckeres
    leckerste|leckersten|köstlich|köstliche|schmackhaft|schmeckt|schmecken|frisch|frische|schön
    schöne|schöner|schönes|schönen|schönste|schönster|schönsten|wunderschön|wunderschöne
    wunderschöner|wunderschönes|hübsch|hübsche|süß|süße|nett|nette|netter|nettes|netten|netteste
    nettesten|lieb|liebes|freundlich|freundliche|freundlicher|freundliches|freundlichen|herzlich
    herzliche|herzlichen|herzlicher|sympathisch|sympathische|sympathisches|gemütlich|gemütliche
    gemütlicher|gemütliches|einladend|aufmerksam|kompetent|liebevoll|liebevolle|lieblingsort
    lieblingsplatz|lieblingscafé|lieblingsladen|lieblings|glücklich|froh|stolz|begeistert
    zufrieden|glückwunsch|glückwünsche|gratulation|gratuliere|gratulieren|bravo|respekt
    empfehlenswert|empfehle|empfehlen|wow|yummy|mega|top|gedicht|highlight|100
    hammer lecker|schön|gut; komme wieder; kommen|komme gern|gerne|bald|immer wieder; weiter so
    macht weiter so; ein genuss|traum; eine freude; freue|freuen mich|uns; 10 10; 5|fünf sterne
    immer wieder; vielen dank; herzlichen glückwunsch|dank; alles gute zum jubiläum|geburtstag
"""

THINGS = """
    kaffee|kaffees|espresso|cappuccino|latte|milchkaffee|röstung|bohnen|tee|schokolade|kakao
    kuchen|torte|torten|gebäck|kekse|croissant|croissants|zimtschnecken|zimtschnecke|brot|brote
    brötchen|pizza|burger|eis|dessert|essen|frühstück|mittagessen|abendessen|getränke|karte
    geschmack|aroma|duft|bäckerei|konditorei|café|restaurant|bar|laden|geschäft|ort|platz|ecke
    hotel|zimmer|terrasse|garten|atmosphäre|ambiente|stimmung|musik|einrichtung|design|stil|farbe
    farben|produkt|produkte|marke|kollektion|tasche|taschen|tasse|tassen|becher|kleid|kleider
    schuhe|jacke|app|seite|webseite|buch|bücher|lied|video|videos|foto|fotos|bild|bilder|beitrag
    konzert|veranstaltung|workshop|erlebnis|besuch|aufenthalt|service|bedienung|beratung|team
    personal|mitarbeiter|leute|freunde|freunden|alle|allen|alles|stadt|hafen|welt|viertel|arbeit
    idee|qualität|geschenk|eröffnung|jubiläum|tag|jahre|verpackung|auswahl
"""

SMALL = """
    der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|dieser|diese|dieses|diesen|mein|meine
    meinen|meiner|dein|deine|euer|eure|euren|eurem|eurer|euch|ihr|ihre|ihren|ihnen|wir|uns|unser
    unsere|ich|mir|mich|du|dir|dich|sie|es|man|ist|sind|war|waren|seid|bin|habt|haben|habe|hat|und
    oder|mit|von|vom|zu|zum|zur|für|in|im|am|an|auf|bei|aus|so|sehr|ganz|echt|wirklich|richtig
    absolut|total|einfach|immer|jedes|mal|jeden|jede|auch|viel|viele|vielen|mehr|wie|was|heute
    gestern|morgen|morgens|abend|abends|tag|woche|wochenende|montag|dienstag|mittwoch|donnerstag
    freitag|samstag|sonntag|neu|neue|neuer|neues|neuen|erste|ersten|hier|da|dort|wieder|hallo|hi
    hey|moin|servus|ja|lg|grüße|gruß|ganze|ganzen|alles|alle|allen|super|macht|gemacht|getrunken
    gegessen|je|schon|jubiläum
    bis bald; weit und breit; noch besser|schöner; liebe grüße; viele grüße; bei euch; gibt es
"""

ASKING = """
    wann|wie|was|wo|wer|welche|welcher|welches|wohin|woher|wieviel|viel|viele|habt|hat|haben|gibt
    gibts|es|ihr|euch|euer|eure|euren|man|ich|wir|mir|kann|können|könnt|darf|dürfen|ist|sind|seid
    macht|mach|öffnet|offen|auf|zu|geöffnet|geschlossen|schließt|öffnungszeiten|uhr|um|bis|ab|von
    am|an|im|in|nach|bei|mit|für|der|die|das|den|dem|ein|eine|einen|und|oder|auch|heute|morgen
    jetzt|eigentlich|normalerweise|bitte|danke|hallo|hi|hey|moin|frage|wissen|weiß|jemand|mal|gern
    gerne|würde|möchte|verkauft|liefert|bringen|mitbringen|ob|kommen|werden|wird|sie|ihre|ihren
    noch offen|auf; guten tag|morgen|abend
"""
