"""Italian."""

CLASSES = {
    "kid": "figlio|figlia|figli|figlie|bambino|bambina|bambini|bambine|bimbo|bimba|bimbi|bimbe"
    "|neonato|neonata|ragazzino|ragazzina|ragazzini|adolescente|adolescenti|minore|minori"
    "|minorenne|minorenni|nipote|nipotino|nipotina|piccolo|piccola",
    "body": "mano|mani|dito|dita|braccio|gamba|piede|piedi|faccia|viso|bocca|labbro|labbra|lingua"
    "|gola|pelle|occhio|occhi|collo|schiena|petto|stomaco|ginocchio|gengiva|gengive|corpo|testa",
    "bone": "dente|denti|braccio|gamba|polso|caviglia|naso|dito|anca|costola|osso|mascella"
    "|ginocchio|spalla|collo|clavicola|piede|femore",
    "minor": "3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|tre|quattro|cinque|sei|sette|otto|nove|dieci"
    "|undici|dodici|tredici|quattordici|quindici",
    "protected": "nero|nera|neri|nere|straniero|straniera|stranieri|immigrato|immigrata|immigrati"
    "|arabo|araba|musulmano|musulmana|musulmani|ebreo|ebrea|ebrei|rom|zingaro|zingara|gay|lesbica"
    "|lesbiche|trans|disabile|disabili|disabilità|carrozzina|sedia|sordo|sorda|cieco|cieca|velo"
    "|incinta|donna|donne|grassa|grasso|accento|religione|razza|pelle|origini|cinese|africano"
    "|africana|anziano|anziana|autistico|omosessuale",
    "harm": "sbattuto|caduto|caduta|colpito|bolle|chiodo|brufoli|"
    "bruciato|bruciata|bruciatura|bruciature|ustione|ustioni|ustionato|ustionata"
    "|tagliato|tagliata|taglio|rotto|rotta|frattura|fratturato|sanguina|sangue"
    "|gonfio|gonfia|gonfiato|male|dolore|dolori|infetto|infezione|sfogo|vesciche"
    "|vescica|ferito|ferita|schiacciato|incastrato|punto|irritato|irritata"
    "|irritazione|prurito|distorto|slogato|cicatrice|punti|operato|operata|strappato",
    "bad": "lavorano|fabbrica|fabbriche|foto|"
    "alcol|alcolici|birra|vino|vodka|ubriaco|svapo|sigaretta|sigarette|tabacco|fumo"
    "|droga|droghe|scommesse|scommettere|casinò|slot|coltello|arma|porno|nudo|nuda"
    "|abuso|abusato|abusata|molestato|molestata|toccato|toccata|baciato|sconosciuto"
    "|fotografato|filmato|filmava|foto|solo|sola|perso|persa|scomparso|scomparsa"
    "|rapito|ferito|ferita|bruciato|ustionato|soffocato|ingoiato|avvelenato|vomitato"
    "|ospedale|soccorso|ambulanza|allergica|allergico|sangue|caduto|annegato"
    "|incastrato|spaventato|spaventata|piange|piangeva|bullizzato|molestie|picchiato"
    "|picchiata|schiaffo|urlato|pericoloso|pericolo|morto|morta|sfruttato|lavoro"
    "|permesso|consenso|autorizzazione",
    "treated": "rifiutato|rifiutata|rifiutati|negato|negata|cacciato|cacciata|cacciati"
    "|allontanato|seguito|perquisito|ignorato|ignorata|deriso|derisa|presi|insultato"
    "|insultata|umiliato|umiliata|maltrattato|licenziato|licenziata|assunto|assunta"
    "|pagano|pagata|meno|peggio|diversamente|benvenuti|accettano|servito|servita"
    "|entrare|fanno|gradini|scale|rampa|esclusi|esclusa|vietato",
    "data": "dati|mail|email|indirizzo|indirizzi|password|account|carta|carte|informazioni"
    "|identità|profilo|numero|numeri|ordine|ordini|fattura|fatture",
    "leaked": "trapelati|trapelate|trapelata|diffusi|diffuse|esposti|hackerato|hackerati"
    "|rubati|rubata|rubato|rubate|venduti|vendete|pubblicati|condivisi|clonata"
    "|clonato|frode|phishing|spam|visibili|visibile|sconosciuto|violato|violata",
    "people": "musulmani|ebrei|neri|gay|lesbiche|immigrati|stranieri|profughi|rom|zingari"
    "|arabi|disabili|donne|meridionali",
    "laugh": "lol|ahah|ahaha|ahahah|hahaha|haha|risate|ridere|xd",
}

GRAVE = {
    "injury": """
        perdeva|perde|fuga ~ gas; vivi|vivo per miracolo; miracolo & vivi|vivo|viva
        perdo|perso|perdita i|dei|di capelli; sputato|tossito ~ sangue
        rischiato|quasi ~ morire|morto|annegare; poteva|potevo morire|uccidere; vita in pericolo
        ascesso|antibiotici|anestesia|aritmia|asma|asmatico|bendaggio
        biopsia|coagulo|convulsioni|disidratata|disidratato|delirio|dermatite|diabetico
        diagnosticato|diagnosi|dialisi|vertigini|edema|embolia|epilessia|febbre
        gastroenterite|emorragia|allucinazioni|epatite|ernia|ipotermia|infezione|infezioni
        infiammazione|inalatore|insulina|meningite|emicranie|nausea|necrosi
        intorpidito|antidolorifici|palpitazioni|paralisi|parassiti|polmonite|pus|ricaduta
        respiratorio|setticemia|piaghe|ulcere|ulcera|spasmi|sintomi|tetano
        trapianto|gesso|stampelle|mutilato|radiazioni|mercurio|pesticidi|cancerogeno
        <body> & <harm>; cane|cagnolino|gatto|gatta|cucciolo|coniglio & morto|morta|male|avvelenato
        cane|cagnolino|gatto|gatta|cucciolo|coniglio & vomitato|vomita|veterinario|malato
        pericoloso|pericolosa|pericolosi|pericolo|emergenza
        febbre|sintomi|livido|lividi|distorsione|stampelle|gesso|asma|emicrania|tachicardia
        effetti collaterali; pressione arteriosa; fuga di gas
        muffa|ammuffito|vermi|verme|scarafaggio|scarafaggi|topo|topi|ratto
        carne|pollo crudo|cruda|avariato|avariata
        prodotto|carne|latte|cibo ~ scaduto|scaduta|avariato|avariata
        perso ~ dita|occhi|denti|gamba|braccio; femore|anca|polso|gamba ~ rotto|rotta|fratturat*
        caduto|crollato|crollata ~ addosso|sopra|dentro|con
        ascensore|soffitto|scaffale ~ caduto|crollato; travolto|travolta|investito|investita
        non ce l ha fatta; non è più tra noi; mal di pancia|testa|stomaco ~ da|dopo; tagliente
        prurito; morto|morta|morti|morte|morire|muore|muoiono
        moriva|morendo|mortale|mortali|deceduto|deceduta|decesso|decessi
        ucciso|uccisa|uccisi|uccide|uccidete
        uccidono|uccidere|omicidio|assassino|assassini|assassinato; perso|perde la vita
        perso mio|mia|nostro|nostra; funerale|funerali|lutto|condoglianze|cadavere|bara
        riposa|riposi in pace; rip; ospedale|ospedali|ospedalizzat*|ricoverat*|ricovero
        pronto soccorso; ambulanza|ambulanze|rianimazione; terapia intensiva
        operato|operata|operazione ~ chirurg*|urgenza; punti di sutura
        svenut*|svenimento|incosciente|coma|convulsion*; infarto|ictus; arresto cardiaco
        ferit*|ferirsi|lesion*|infortun*
        sangue|sanguina|sanguinava|sanguinante|emorragia|sanguinando; frattur*
        rotto|rotta|spezzato|scheggiato|rompere ~ <bone>; <bone> ~ rotto|spezzato|scheggiato
        ustion*|scottat*; bruciat* ~ <body>; tagliat*|taglio ~ <body>
        soffoc*|strozz*|annegat*|asfissi*; non ~ respirare|respirava|respira|respiro
        mancava il respiro; gonfi*|gonfiat* ~ <body>; <body> ~ gonfi*; reazione allergica
        shock|choc anafilattico|allergico; anafila*; allergic* ~ ospedale|morire|quasi
        orticaria|eruzione cutanea; avvelen*|veleno|velenos*; intossic*
        salmonell*|listeria|norovirus; monossido di carbonio
        contaminat*|contaminazione|tossic*|amianto; vomit*|diarrea|nausea
        stato|stata|stati|stiamo|sentito|sentita|stanno male; star|stare male
        ammalat*|malat* ~ dopo|per|colpa|tutti; aborto; perso il bambino; folgorat*|scossa elettrica
        esplos*|esplodere|esplode|scoppiat*; incendio|incendi|incendiato
        preso|prende|andato|andata fuoco|fiamme
        vetro|metallo|chiodo|aghi|lametta ~ nel|nella|dentro|in
        un ago|lama|vite nel|nella|dentro|in
        pezzo|pezzi|trovato|scheggia|schegge|frammento ~ vetro|metallo|chiodo|ago|lama|vite
        ingerito|ingoiato|inghiottito ~ pila|batteria|pezzo|magnete|bottone; incidente|incidenti
        investito|investita da; vittima|vittime
        scivolat*|cadut*|inciampat* ~ pavimento|scale|scala|gradino|bagnato
        caduto|caduta|scivolato|scivolata
        dolore|dolori ~ petto|forte|forti|atroce|atroci|lancinante; danni|danno permanent*
        cicatric*; perso ~ occhio|vista|dito|mano; cieco per; paralizzat*|amputat*
        cancro|tumore|tumori|cancerogen*|leucemia; overdose
        stupr*|violentat*|violenza|molest*|abusat*|abuso|abusi|palpeggi*; aggredit*|aggressione
        accoltell*|sparatoria|sparato|spari; picchiat*|botte; medico ~ detto|dice
        bevendo|bevuto ~ morire
        """,
    "threat": """
        spacco|spaccare|rompo|rompere la|le|ti|vi faccia|testa|gambe|ossa|muso
        vi|ti|li|lo|la ammazzo|ammazziamo|uccido|brucio|spacco|sparo|accoltello|sgozzo|gonfio
        voglio|dovrei|bisognerebbe|vanno|andrebbero ~ ammazz*|uccid*|bruciat*
        bruciare|brucerò|brucio ~ negozio|locale|tutto|casa
        bomba|bombe ~ negozio|locale|messo|metto|mettere|c è; do|dare|diamo fuoco
        so|sappiamo dove abit*|viv*|lavor*; minacc* di? morte|minacce; crepate|crepa|crepare|morite
        ve la|le farò|faremo? pagare; me la pagherete|pagate|paghi; con|ho un? coltello|pistola|arma
        proiettile|pallottola; terrorist*|attentato; spaccare|spacco la|le faccia|gambe
        auguro ~ morte|morire|cancro
        """,
    "legal": """
        vado|andrò|andiamo ~ carabinieri|polizia|avvocato|giudice|procura
        per|adire|procedere|procedo ~ vie legali; vie legali; davanti al|a giudice|tribunale
        pubblicità ingannevole; senza il? mio|nostro|suo permesso|consenso|autorizzazione
        stipendi|stipendio non|arretrati; citazione in? giudizio?; furto ~ denunc*; mobbing
        contratto ~ violat*|rescind*; i miei diritti; avvocato|avvocata|avvocati|avvocatessa
        miei|nostri legali; denunci*|querel*; un|fatto|presento|presentato esposto
        faccio|farò|fare|facciamo|faremo|fatto causa
        vie|azione|azioni|ufficio|studio|consulente legali|legale
        tribunale|tribunali|giudice|giudici; processo ~ penale|civile|contro
        processo|procura penale|civile|repubblica; causa legale|civile|penale
        diffida|diffido|diffidare|risarcimento|risarcir*; class action
        truffa|truffe|truffatori|truffatore|truffati|truffata|truffato|frode|frodi|raggir*
        illegale|illegali|illegalmente|illecito|illeciti
        reato|reati|crimine|crimini|criminali|criminale; contro la legge
        violazione|violato|violate ~ legge|contratto|diritti; polizia|carabinieri|questura
        guardia di finanza; diffam*|calunni*; diritti|diritto d autore; copyright|plagi*
        proprietà intellettuale; estorsion*|ricatt*|tangent*|corruzione|evasori
        rubato|copiato ~ disegno|foto|opera|design|denuncia; miei diritti
        """,
    "press": """
        giornalista|giornalisti|reporter|redattore|redattrice|redazione|cronista|corrispondente
        ufficio|addetto|comunicato|conferenza|rassegna|sala stampa
        stampa ~ ufficio|contatto|addett*|richiesta; portavoce
        una|un|per|richiesta|rilasciare|fare ~ intervista; intervistar*
        dichiarazione ~ ufficiale|stampa|portavoce|giornale
        scrivo|scrivendo|preparando ~ articolo|servizio|inchiesta|reportage
        prepariamo|pubblichiamo|pubblicare|facendo ~ articolo|servizio|inchiesta|reportage
        inchiesta|reportage|telegiornale
        della|per|redazione la? rai|tg1|tg5|mediaset|ansa|repubblica
        per un|una|il|la|conto articolo|giornale|quotidiano|rivista
        per un|una|il|la|conto radio|televisione|tv|testata|trasmissione
        lavoro per ~ giornale|radio|quotidiano|rivista|tv; testata giornalistica; del corriere
        """,
    "minors": """
        <kid> & <bad>; <minor> anni & <bad>; solo <minor> anni
        <kid> ~~ solo|sola|perso|persa|incustodit*|afferrat*
        <kid> ~~ terrorizzat*|seguit*|filmat*|lasciato|lasciata|sigarette|birra
        <minor> anni ~~ compra*|vend*|serv*|solo|sola|piscina|scommett*
        vend*|serv*|dato|dat* ~~ <minor> anni; minorenne|minorenni|minore|minori di? età?
        pedofil*|pedoporno*; lavoro|sfruttamento|abuso|abusi ~ minorile|minori|bambini
        ho <minor> anni; ho solo|appena|quasi <minor> anni
        carta|permesso|telefono ~ mamma|papà|genitori|madre|padre
        senza ~ dire|dirlo|sapere ~ genitori|mamma|papà
        vende*|venduto|serv*|date|dato ~~ minorenni|minori|bambini|ragazzini
        alcol|alcolici|birra|vino|sigarette|fumo|droga|scommesse|svapo ~~ <kid>
        <kid> ~~ alcol|alcolici|birra|sigarette|droga|scommesse|ospedale|soccorso
        <kid> ~~ soffoc*|ustion*|ferit*|ingoiat*|ingerit*|inghiott*
        <kid> ~~ sangu*|allergic*|anafilattic*|strozz*|vomit*|avvelen*|intossic*
        <kid> ~~ molest*|toccat*|picchiat*|abusat*|scomparso|scomparsa
        <kid> ~~ rapit*|spaventat*|urlat*|nudo|nuda|pericol*
        molest*|toccat*|picchiat*|abusat*|urlato ~~ <kid>
        foto|video|immagine|immagini ~ <kid> ~~ senza|permesso|consenso
        foto|video|immagine|immagini ~ <kid> ~~ autorizzazione|togli*|rimuov*|cancell*
        pubblicità ~ per|ai bambini|minori|ragazzini; pericolos* per i? bambini
        <minor> anni ~~ soffoc*|alcol*|ospedale|ingoiat*|ustion*|ferit*|venduto|servito
        """,
    "self-harm": """
        meglio ~ non esserci|essere|vivere|esistere; importa ~ se ~ vivo|muoio; non ce la faccio
        a che serve|pro vivere|continuare; sparire per|del; non posso più andare
        motivo|senso|voglia|ragione & vivere|vita & non|nessun|senza|più; farla finita
        voglio che ~ finisca; che tutto ~ finisca; sparire per sempre; nessuno ~ accorger*
        starebbero meglio senza; non esserci più; non ha senso ~ vivere; stufo|stufa di vivere
        suicid*|autolesion*; ammazzarmi|uccidermi|impiccarmi|tagliarmi
        voglio|vorrei|voglia|preferisco ~ morire|sparire|scomparire
        togliermi|togliersi|tolto la vita; non voglio|vale ~ vivere|esistere|svegliar*
        non ~ più ~ vivere; non ce la faccio|fa più; senza motivo di vivere; motivo ~ vivere
        mi taglio|tagliarsi ~ vene|braccia; ucciditi|ammazzati|impiccati; addio a tutti|mondo
        meglio senza di me; nessuno ~ mancher*|mancherei; preso tutte ~ pillole|pastiglie
        anoressi*|bulimi*; stanco|stanca di vivere|della vita; odio la mia vita; desiderio di morire
        """,
    "discrimination": """
        musulmano|musulmana|musulmani|ebreo|ebrea|ebrei
        gay|lesbica|lesbiche|transgender|lgbt|disabile|disabili
        disabilità|sordo|sorda|autistico|autistici|immigrato
        immigrati|profugo|profughi|rom|hijab|omosessuale|omosessuali
        donna|uomo|persona|gente|ragazzo|ragazza|persone nera|nero|neri|nere|araba|arabo|asiatica
        prende*|prendono in giro; <protected> & <treated>; <people> & non|fuori|vietato
        niente|contro|no <people>
        <protected> ~~ gradini|scale|porta|fuori|rifiutat*|umiliat*|maltrattat*|offes*|ignorat*
        trattat*|maltrattat*|umiliat*|offes* ~~ <protected>; male perché|perche ~ <protected>
        solo|soltanto ~ i neri|stranieri|gli extracomunitari; pelle scura|nera
        negro|negra|frocio|froci|terrone|terroni|extracomunitar*
        razzis*|sessis*|omofob*|transfob*|xenofob*|islamofob*|antisemit*|misogin*
        maschilis*|discrimin*|segreg*|nazis*|nazi|fascis*|suprematis*|abilis*|grassofob*
        body shaming; perché ~ sono|è|siamo|era|ero|porto ~ <protected>
        per ~ colore|razza|religione|accento|disabilità|origine|orientamento ~ pelle?
        a causa del|della|di ~ <protected>
        non ~ fatto|fatta|servito|servita|fanno|accettat*|lasciat* ~~ <protected>
        cacciat*|rifiutat*|negato|seguito|licenziat*|allontanat* ~~ <protected>
        <protected> ~~ cacciat*|rifiutat*|derisi|deriso|insultat*; pres* in giro ~~ <protected>
        derisa|deriso|deridere|insult* ~~ <protected>; torna|tornate al|nel|a tuo|vostro|casa
        donne ~~ meno ~ uomini; barriere architettoniche
        nessun|senza|niente accesso|rampa ~ disabili|carrozzin*; parla italiano o|qui; odio razziale
        insulti|insulto razz*
        """,
    "data-breach": """
        <data> & <leaked>
        mio|mia account|carta & usato|usata|addebito|acquisto|ordine & qualcuno|non|senza
        dati|coordinate|informazioni ~ circol*|visibil*|online|pubblic*
        account ~~ usato|preso|bloccato ~ qualcuno|altri; spam ~ da quando|dopo
        cartella|ordine|fattura ~ altro paziente|cliente|persona; hackerat*|hacker|hackeraggio
        violat* ~ account|profilo|dati|sistema
        dati|informazioni|password|carta|indirizzo ~ rubat*|trapelat*|diffus*
        dati|informazioni|password|carta|indirizzo ~ vendut*|espost*|pubblicat*|sottratt*
        rubat*|vendut*|vendete|diffuso|diffusi|sottratti|clonat* ~ dati|informazioni|password
        rubat*|vendut*|vendete|diffuso|diffusi|sottratti|clonat* ~ carta|identità|indirizzo|account
        fuga|violazione|furto di|dei dati|identità|informazioni; phishing|smishing
        entrat*|accesso|acceduto ~ nel|al|mio account|profilo
        altro|altra|altri cliente|clienti ~ dati|indirizzo|ordine|ordini|fattura
        altro|altra|altri persona|persone|utente ~ dati|indirizzo|ordine|ordini|fattura
        dati|indirizzo|ordine|ordini|fattura ~ altro|altra|altri cliente|clienti
        dati|indirizzo|ordine|ordini|fattura ~ altro|altra|altri persona|persone|utente; gdpr
        violazione|violata|garante ~ privacy; addebiti|addebito|acquisti ~ non autorizzat*
        account ~ rubato|hackerato|violato
        """,
    "regulator": """
        autorità|agenzia|ente|ministero|ispettorato ~~ segnal*|denunc*|reclam*
        autorità|agenzia|ente|ministero|ispettorato ~~ avvis*|inform*|indag*
        segnal*|denunc*|reclam*|avvis* ~~ autorità|agenzia|ministero|ispettorato|garante
        antitrust|agcm|agcom|garante|codacons|altroconsumo|adiconsum
        federconsumatori|consob|inail|arpa|asl|ats|haccp
        i|dei|ai|dai|coi nas; carabinieri del nas; carabinieri nas; guardia di finanza
        agenzia delle entrate
        ispettorato|ispezione|ispettori|ispettore ~ lavoro|sanit*|locale|cucina
        ufficio|vigilanza d? igiene; igiene ~ ufficio|chiam*|segnal*
        autorità ~ segnal*|garante|competent*|sanitari*; alle autorità
        tutela|difesa|associazione ~ consumator*
        segnalo|segnalare|segnalerò|segnalazione|segnalat* ~ alla|all|al|alle|ai
        ministero ~ segnal*|salute; richiamo|richiamato|ritirato ~ prodott*|lotto|mercato
        evasione fiscale; evade* le? tasse; pubblicità ingannevole; concorrenza sleale; lavoro nero
        whistleblow*; diritto all oblio
        """,
    "doxxing": """
        abita|abitano|vive|vivono|abito in|a|al|via ~ <number>
        lui|lei|titolare|capo|direttore ~ abita|vive in|a|al; so dove abit*|viv*|lavor*
        suo|sua|mio|mia|loro indirizzo|numero|telefono|cellulare|email|mail è|e
        chiam*|scriv*|contatt* ~ al <number>; ecco ~ suo|sua indirizzo|numero|telefono
        codice fiscale; carta d identità; numero di carta|conto; iban; chiocciola ~ punto
        nome e cognome; indirizzo di casa
        """,
}

HARMLESS = """
    per bambini|bimbi|neonati di|da; adatto|adatta|bene a|ai|per bambini
    lavoro bellissimo|stupendo|fantastico
    caffè|cioccolato|tè|pepe|vestito|colore|borsa|scarpe|riso nero|nera|neri|nere; nero o|opaco|in|e
    fatto|fatti|cucito a mano; di prima|seconda mano; mano a; niente male; non è male; mica male
    donne e|taglia; a prima vista; cane|gatto e; da morire|paura
    morto|morta|morti|morire|muoio|morendo dal|dalle|dalla|di|da ~ ridere|risate|voglia|fame
    morto|morta|morti dal|dalle|dalla|di|da ~ sete|invidia|curiosità|caldo|freddo
    morire|muoio|morendo dal|dalle|dalla|di|da ~ sete|invidia|curiosità|caldo|freddo
    muoio|morire|morendo dalla|dal|dalle|di; morto|morta|morti|muoio ~ <laugh>
    <laugh> ~ morto|morta|muoio|morti; natura|stagione|lingua|punto|tempo morta|morto|morti
    ucciderei|ammazzerei per; uccide|uccidono|ammazza la concorrenza|attesa|tempo
    mi uccide|uccidi|ammazza; ammazza che|quanto|se; ammazza caffè; che|è|una bomba
    bomba calorica|di gusto; esplosione di gusto|sapore|sapori|colori
    esplode|esplosione in|nel|nella bocca|palato; buon sangue; arancia|arance rossa|sanguigna|rosse
    sangue freddo|blu|del; dovrebbe essere illegale|vietato; illegale quanto|tanto|essere
    crimine non; a buon mercato; per|fa pena? causa di forza
    a causa|per causa del|della|di|maltempo|sciopero; giornata|camera a gas
    cadut* in amore|dal? letto; malat* di|per caffè|shopping; moka a pressione; tutto a posto
    minor tempo; minore è|di quanto; caffè|cioccolato|cioccolata|tè|pepe|riso|vestito nero|nera|neri
    nero intenso|fondente; stampa 3d|foto|su; maglietta stampa
"""
