"""Italian."""

PRAISE = """
    grazie|amo|amiamo|adoro|adoriamo|piace|piacciono|piaciuto|piaciuta|buono|buona|buoni|buone
    buonissimo|buonissima|buonissimi|buonissime|ottimo|ottima|ottimi|ottime|migliore|migliori
    miglior|eccellente|eccellenti|eccezionale|eccezionali|squisito|squisita|squisiti|delizioso
    deliziosa|deliziosi|deliziose|gustoso|gustosa|fantastico|fantastica|fantastici|meraviglioso
    meravigliosa|meravigliosi|stupendo|stupenda|stupendi|splendido|splendida|splendidi|bello|bella
    belli|belle|bel|bellissimo|bellissima|bellissimi|bellissime|carino|carina|carini|carinissimo
    carinissima|carinissimi|perfetto|perfetta|perfetti|magnifico|magnifica|incredibile|incredibili
    gentile|gentili|gentilissimo|gentilissima|gentilissimi|simpatico|simpatica|simpatici
    simpaticissimi|cordiale|cordiali|accogliente|accoglienti|piacevole|disponibilissimi
    professionale|professionali|preferito|preferita|preferiti|felice|felici|contento|contenta
    contenti|orgoglioso|orgogliosi|complimenti|congratulazioni|auguri|bravo|brava|bravi|bravissimi
    bravissimo|consiglio|consigliato|consigliatissimo|consigliatissima|wow|yum|top|torneremo
    delizia|meraviglia|spettacolo|100|super|spettacolare|spettacolari|favoloso|favolosa
    grazie mille; tornerò|ci torneremo; ci tornerò; una meraviglia|delizia|favola|bontà|garanzia
    che bontà|bello; uno spettacolo; da favola; continuate così; 10 10; 5|cinque stelle
"""

THINGS = """
    caffè|espresso|cappuccino|cappuccini|tè|cioccolata|cioccolato|torta|torte|cornetto|cornetti
    brioche|biscotti|dolce|dolci|pane|pasticceria|pizza|pizze|pasta|gelato|gelati|cibo|pranzo|cena
    colazione|colazioni|piatto|piatti|menù|menu|bevande|sapore|sapori|gusto|gusti|profumo|aroma
    panificio|ristorante|bar|negozio|locale|posto|posti|luogo|angolo|hotel|camera|terrazza
    giardino|atmosfera|ambiente|musica|arredamento|design|stile|colore|colori|prodotto|prodotti
    marca|marchio|collezione|borsa|borse|tazza|tazze|vestito|vestiti|scarpe|giacca|app|sito|pagina
    libro|libri|canzone|video|foto|post|concerto|evento|esperienza|soggiorno|visita|servizio
    accoglienza|squadra|team|personale|staff|ragazzi|ragazze|amici|tutti|tutto|città|paese
    quartiere|mondo|lavoro|idea|qualità|regalo|regali|apertura|anniversario|anni|momenti
    latte macchiato
"""

SMALL = """
    il|lo|la|i|gli|le|l|un|uno|una|di|del|dello|della|dei|delle|d|questo|questa|questi|queste
    quello|quel|mio|mia|miei|mie|tuo|vostro|vostra|vostri|vostre|nostro|nostra|io|noi|voi|ci|mi|vi
    ti|è|sono|era|siete|ho|abbiamo|avete|ha|e|ed|o|con|in|nel|nella|a|al|alla|ai|per|da|dal|dalla
    su|che|come|così|molto|molta|tanto|tanta|tanti|più|davvero|veramente|proprio|semplicemente
    assolutamente|sempre|ogni|volta|tutto|tutta|tutte|tutti|anche|oggi|ieri|stamattina|stasera
    mattina|giorno|giornata|settimana|sera|lunedì|martedì|mercoledì|giovedì|venerdì|sabato
    domenica|nuovo|nuova|nuovi|nuove|presto|ciao|buongiorno|buonasera|salve|sì|qui|lì|qua|saluti
    baci|mille|bene|dieci|fate|fatto|assaggiato|visto
    come sempre; prima volta; a presto; un abbraccio; ancora grazie|complimenti; mai mangiato
    senza dubbio
"""

ASKING = """
    quando|quale|quali|che|cosa|dove|come|chi|quanto|quanti|c|è|ci|sono|avete|ha|hanno|posso|può
    possiamo|potete|si|fate|siete|a|ad|al|alle|dalle|fino|da|di|del|il|lo|la|i|gli|le|l|un|una|in
    nel|per|con|vostro|vostri|vostra|orario|orari|ora|ore|aprite|apre|aperto|aperti|chiudete
    chiude|oggi|domani|adesso|normalmente|sapere|vorrei|volevo|domanda|grazie|ciao|buongiorno
    buonasera|salve|scusate|anche|vendete|servite|portare|venire|e|o|se|mi
    per favore; qualcuno sa
"""
