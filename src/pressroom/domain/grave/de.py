"""German."""

CLASSES = {
    "kid": "zehnjährige*|elfjährige*|zwölfjährige*|dreizehnjährige*|vierzehnjährige*"
    "|fünfzehnjährige*"
    "|sechzehnjährige*|achtjährige*|neunjährige*|minderjährige*|kind|kinder|kindern"
    "|kindes|kids|sohn|tochter|baby|babys|säugling|junge|jungen|mädchen"
    "|enkel|enkelin|neffe|nichte|jugendliche|jugendlichen|minderjährige|minderjährigen|teenager"
    "|kleinkind|schüler|schülerin|dreijähriger|dreijährige|vierjähriger|vierjährige|fünfjähriger"
    "|fünfjährige|sechsjähriger|sechsjährige|zweijähriger|zweijährige|siebenjährige|siebenjähriger",
    "body": "hand|hände|finger|arm|bein|fuß|füße|gesicht|mund|lippe|lippen|zunge|hals|rachen|haut"
    "|auge|augen|nacken|rücken|brust|bauch|knie|zahnfleisch|körper|kopf|daumen|gaumen",
    "bone": "zahn|zähne|arm|bein|handgelenk|knöchel|nase|finger|hüfte|rippe|knochen|kiefer|knie"
    "|schulter|genick|schlüsselbein|fuß|backenzahn|schneidezahn",
    "minor": "3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf"
    "|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn",
    "protected": "schwarz|schwarze|schwarzer|schwarzen|ausländer|ausländerin|ausländern|türke"
    "|türkin|araber|muslim|muslima|muslime|moslem|jude|jüdin|juden|jüdisch|schwul|schwule|lesbisch"
    "|lesbe|trans|kopftuch|behindert|behinderte|behinderung|rollstuhl|rollstuhlfahrer"
    "|rollstuhlfahrerin|taub|gehörlos|gehörlose|blind|blinde|schwanger|frau|frauen|hautfarbe"
    "|herkunft|religion|akzent|dick|alter|flüchtling|flüchtlinge|migrant|migranten|asiatisch|roma"
    "|asiaten|autist|autistisch|homosexuell",
    "harm": "gestoßen|gefallen|geprallt|getroffen|pusteln|quaddeln|nagel|"
    "verbrannt|verbrannte|verbrühte|verbrüht|verbrennung|verbrennungen|geschnitten"
    "|schnitt|schnittwunde|gebrochen|abgebrochen|gerissen|blutet|blutig|blut"
    "|geschwollen|anschwellen|schmerz|schmerzen|schmerzt|weh|entzündet|entzündung"
    "|ausschlag|blase|blasen|verletzt|verletzung|wunde|eingeklemmt|gequetscht"
    "|gestochen|gereizt|juckt|juckreiz|verstaucht|verdreht|narbe|genäht|operiert"
    "|ausgekugelt|taub|gerötet",
    "bad": "arbeiten|fabrik|fabriken|fotos|bilder|"
    "alkohol|bier|wein|schnaps|wodka|betrunken|vape|vapes|zigarette|zigaretten"
    "|tabak|drogen|wetten|glücksspiel|casino|messer|waffe|porno|nackt|missbraucht"
    "|missbrauch|angefasst|begrapscht|geküsst|fremder|fremde|fotografiert|gefilmt"
    "|fotos|allein|alleine|verloren|vermisst|entführt|verletzt|verbrannt|verbrüht"
    "|erstickt|verschluckt|vergiftet|erbrochen|krankenhaus|notaufnahme|krankenwagen"
    "|allergisch|blutet|gestürzt|ertrunken|eingeklemmt|angst|verängstigt|geweint"
    "|weint|gemobbt|belästigt|geschlagen|geohrfeigt|angeschrien|gefährlich|gefahr"
    "|gestorben|tot|ausgebeutet|kinderarbeit|erlaubnis|einwilligung|zustimmung",
    "treated": "abgelehnt|abgewiesen|verweigert|rausgeworfen|rausgeschmissen|verfolgt"
    "|durchsucht|kontrolliert|ignoriert|verspottet|ausgelacht|gelacht|beleidigt"
    "|gedemütigt|schikaniert|beschimpft|entlassen|gekündigt|eingestellt|befördert"
    "|weniger|schlechter|anders|unerwünscht|willkommen|bedient|reingelassen"
    "|eingelassen|reinlassen|reingekommen|stufen|treppe|rampe|ausgeschlossen"
    "|benachteiligt|diskriminiert",
    "data": "daten|mail|mails|email|emails|adresse|adressen|passwort|passwörter|konto"
    "|konten|kundenkonto|karte|karten|kreditkarte|angaben|informationen|identität"
    "|profil|nummer|nummern|bestellung|bestellungen|rechnung|unterlagen",
    "leaked": "geleakt|leak|durchgesickert|offengelegt|gehackt|gestohlen|geklaut|verkauft"
    "|veröffentlicht|weitergegeben|geteilt|missbraucht|phishing|spam|betrug"
    "|betrügerisch|sichtbar|fremde|fremden|fremder|unbekannt|unbekannte|geknackt"
    "|abgegriffen",
    "people": "muslime|moslems|juden|schwarze|schwule|lesben|ausländer|flüchtlinge|migranten"
    "|türken|araber|asiaten|behinderte|roma|zigeuner|frauen",
    "laugh": "lol|lachen|haha|hahaha|hihi|xd",
}

GRAVE = {
    "injury": """
        gas ~ ausgetreten|verliert|verlor; wunder & leben|lebt|überlebt
        haare ausgefallen|verloren|fallen; blut gehustet|gespuckt
        fast|beinahe gestorben|ertrunken|erstickt|umgekommen|verbrannt; hätte ~ sterben|tot|umkommen
        in gefahr|lebensgefahr
        abszess|antibiotika|narkose|herzrhythmusstörungen|asthma|asthmatiker|verband
        biopsie|blutgerinnsel|krämpfe|dehydriert|delirium|dermatitis|diabetiker|diagnostiziert
        diagnose|dialyse|schwindel|schwindelig|ödem|embolie|epilepsie|fieber
        gastroenteritis|blutung|halluzinationen|hepatitis
        leistenbruch|unterkühlung|infektion|infektionen
        entzündung|inhalator|insulin|hirnhautentzündung|migräne|übelkeit|taubheit|schmerzmittel
        herzrasen|lähmung|parasiten|lungenentzündung|eiter|rückfall|atemwege|blutvergiftung
        geschwüre|geschwür|spasmen|symptome|tetanus|transplantation|trauma|traumatisiert
        gips|krücken|verstümmelt|strahlung|quecksilber|pestizide|krebserregend|gehirnerschütterung
        <body> & <harm>; hund|katze|kater|welpe|kaninchen|hamster & gestorben|krank|vergiftet
        hund|katze|kater|welpe|kaninchen|hamster & erbrochen|tierarzt|tot|eingeschläfert
        gefährlich|gefährliche|gefährlicher|gefährlichen|lebensgefährlich|gefahr|notfall
        fieber|symptome|bluterguss|prellung|verstaucht|krücken|gips|asthma|migräne|herzrasen
        nebenwirkung|nebenwirkungen; blutdruck; gasleck|gasgeruch
        schimmel|verschimmelt|maden|kakerlake|kakerlaken|ratte|ratten|wurm|würmer; maus in|im
        rohes|roh hähnchen|fleisch|huhn
        milch|fleisch|ware|lebensmittel|essen ~ abgelaufen|verdorben; brechdurchfall|durchfall
        magen ~ krämpfe|grippe; verloren ~ finger|auge|zahn|zähne|arm|bein
        hüfte|arm|bein|rippe|handgelenk ~ gebrochen|geprellt
        gefallen|gestürzt|eingestürzt|abgestürzt|zusammengebrochen ~ auf|mit|über
        aufzug|decke|regal|gerüst ~ abgestürzt|eingestürzt|gefallen|heruntergefallen
        angefahren|erfasst|überrollt; nicht überlebt; nicht mehr unter uns; weilt nicht
        bauchschmerzen|kopfschmerzen ~ seit|nach; scharfkantig|scharfe kante; juckreiz
        gestorben|stirbt|starb|starben|sterben
        verstorben|verstarb|verstorbene|tödlich*|todesfall|todesfälle; ist|sind|war|waren|lag tot
        tote|toter|toten|totes; der|den|zum|seinen|ihren|vom tod|tode; todkrank
        opfer|todesopfer|vermisste
        getötet|töten|tötet|tötete|umgebracht|ermordet|mord|mörder|totschlag; ums leben
        leben verloren|gekostet
        verloren ~ mutter|vater|mann|frau|sohn|tochter|kind|baby|bruder|schwester
        beerdigung|trauerfall|trauer; beileid|leiche|sarg; ruhe in frieden
        krankenhaus|krankenhäuser|klinik|notaufnahme|notarzt|notärztin
        krankenwagen|rettungswagen|rettungsdienst|sanitäter
        intensivstation|notoperation|operiert|genäht
        bewusstlos|ohnmächtig|ohnmacht|koma|krampfanfall|krampfanfälle|kollabiert|zusammengebrochen
        schlaganfall|herzinfarkt|herzstillstand; verletz*
        wunde|wunden|verwundet|blut|blutet|blutete|blutend; geblutet|blutige|bluten
        <bone> ~ gebrochen|abgebrochen|gebrochen|ausgeschlagen|kaputt
        gebrochen|abgebrochen ~ <bone>; verbrannt|verbrüht|verbrannte|verbrühte ~ <body>
        <body> ~ verbrannt|verbrüht
        verbrennung|verbrennungen|verbrühung|brandwunde|brandwunden|brandblasen
        geschnitten|aufgeschnitten ~ <body>
        <body> ~ geschnitten|aufgeschnitten|geschwollen|zugeschwollen|angeschwollen; schnittwunde*
        erstickt|ersticken|erstickte|verschluckt|verschluckte
        verschlucken|ertrunken|ertrinken|erwürgt|gewürgt; keine luft|atem mehr?|bekommen
        nicht ~ atmen; atemnot|luftnot; allergisch* ~ reagiert|reaktion|schock
        allergische|allergischer reaktion|schock; anaphyla*
        allergie|allergien|allergisch|allergiker; ausschlag|quaddeln|hautausschlag; vergift*
        giftig*; lebensmittelvergift*; salmonel*|listerien|noroviren|norovirus; kohlenmonoxid
        verunreinig*|kontaminier*|asbest; sich|uns|mich|mussten|musste ~ übergeben
        übergab|übergaben sich|mich|uns; kotzen|kotzt|kotzte
        erbrochen|erbrechen|gekotzt|durchfall|übelkeit|bauchkrämpfe|magenkrämpfe
        krank geworden|davon|nach|von|gemacht; fehlgeburt; baby|kind verloren
        stromschlag|stromschläge; explodiert*|explosion|explodieren; brand|feuer gefangen|geraten
        in brand|flammen; abgebrannt|wohnungsbrand|hausbrand
        glassplitter|glasscherbe*|metallsplitter|metallspäne
        glas|scherbe|scherben|metall ~ im|in meinem|meiner|der|dem|gefunden|drin
        nagel|nadel|klinge|rasierklinge|schraube ~ im|in meinem|meiner|der|dem|gefunden|drin
        batterie|magnet|knopf|teil|plastik ~ verschluckt
        unfall|unfälle|verunglückt|arbeitsunfall|überfahren|angefahren
        ausgerutscht|gestürzt|sturz|hingefallen|gestolpert ~ boden|treppe|stufe|nass|glatt
        ausgerutscht|gestürzt; brustschmerzen
        starke|starken|höllische|unerträgliche|schlimme|heftige schmerzen
        bleibende|dauerhafte schäden|narbe*; narbe|narben|erblindet|gelähmt|querschnittsgelähmt
        amputiert|hirnschaden|krebs|krebserregend*|tumor|leukämie
        überdosis|vergewaltig*|missbraucht|missbrauch|begrapscht
        sexuell* ~ belästig*|übergriff*|missbr*; angegriffen|überfallen
        niedergestochen|erstochen|angeschossen|erschossen|amoklauf|schießerei
        verprügelt|geschlagen ~ mich|ihn|sie|wurde|worden; lebensgefahr|lebensgefährlich
        arzt|ärztin ~ sagt|sagte|meint
        """,
    "threat": """
        brech*|schlag*|polier*|hau* ~ die|euch|dir|dein* fresse|gesicht|beine ~ ein|kaputt|um|ab
        brech*|schlag*|polier*|hau* ~ die|euch|dir|dein* knochen|schädel|kopf ~ ein|kaputt|um|ab
        ich weiß|wissen welches|was|wo ~ auto|du|ihr|wohn*|fähr*; schlaf gut heute?; brennt ~ nieder
        anzünden|niederbrennen|abfackeln
        bring|bringe|bringen|mach|mache|machen ~ euch|dich|sie ~ um|kalt|fertig|ab|tot
        knall|knalle|stech|steche|schlag|schlage ~ euch|dich|sie ~ um|kalt|fertig|ab|tot
        werde|werd|sollte|müsste|will|gehört ~ umbringen|töten|erschießen|abstechen
        werde|werd|sollte|müsste|will|gehört ~ anzünden|abfackeln|verbrennen|verprügeln
        euch|dich|den|die|alle umbringen|erschießen|abknallen|aufhängen|abstechen|anzünden
        zünde|fackel|fackle ~ an|ab; bombe|bomben|sprengstoff
        ich weiß|wissen wo du|ihr|er|sie wohn*|leb*; morddrohung|morddrohungen|todesdrohung*
        verreckt|verrecken|verrecke|krepier*; pass|passt auf ~ dich|euch
        mit ~ messer|pistole|waffe|axt komm*|vorbei; messer|pistole|waffe ~ komm*|dabei
        kugel in|verpass*|durch; terror|terrorist*|anschlag; ihr ~ werdet ~ bezahlen|büßen|bereuen
        an die wand|den galgen; gehört ~ aufgehängt|erschossen
        """,
    "legal": """
        irreführende|falsche werbung
        ohne meine|unsere|seine|ihre erlaubnis|einwilligung|genehmigung|zustimmung
        löhne|lohn|gehalt ~ nicht|unbezahlt|ausstehend
        vorladung|ladung|bescheid ~ gericht|anwalt|polizei
        nötigung|hausfriedensbruch|körperverletzung|beleidigung ~ anzeige
        arbeitsrecht*|mobbing ~ anwalt|anzeige|klage; vertrag ~ brechen|gebrochen|verletzt
        anwalt|anwalts|anwälte|anwältin|anwaltlich*
        rechtsanwalt|rechtsanwältin|rechtsanwälte|anwaltskanzlei|kanzlei; verklag*
        klage ~ einreich*|gegen|gericht; klage|klagen einreichen|eingereicht|erheben
        sammelklage|unterlassung*; gericht ~ sehen|wieder|gehen|ziehen|bringen|landet
        vor|vors|beim|zum gericht; gerichtlich*|gerichtsverfahren|richter|richterin
        amtsgericht|landgericht|arbeitsgericht
        anzeige|strafanzeige ~ erstatt*|raus|polizei|gegen|stell*; strafanzeige|angezeigt
        anzeigen ~ euch|sie|polizei|werde|werd
        strafbar|straftat|straftaten|kriminell*|verbrecher|verbrechen|betrüger|betrug|betrogen
        abmahnung|abmahnen|schadensersatz|schadenersatz|schmerzensgeld|mahnbescheid|haftung|haftbar
        rechtlich* ~ schritt*|mittel|vorgeh*
        rechtliche|juristische|juristischen|rechtlichen schritte|schritten|konsequenzen
        rechtsweg|rechtswidrig*|gesetzwidrig*|illegal*; gegen das gesetz|geltendes
        gesetz ~ verstoß*|gebrochen; polizei|staatsanwalt*|kripo
        urheberrecht*|markenrecht*|plagiat*; rechtsschutz*|verleumd*|rufschädig*; üble nachrede
        erpress*|bestech*|geldwäsche|unterschlag*; vertragsbruch
        bild|foto|design|entwurf ~ geklaut|gestohlen; diebstahl ~ polizei|anzeige; meine rechte
        """,
    "press": """
        lokalzeit|lokalredaktion|tagesschau|tageszeitung|volontär|volontärin|reporterin
        interview mit|geben|führen; geschäftsführung ~ interview|stellungnahme
        dreh*|filmen ~ doku*|beitrag|reportage; journalist|journalistin|journalisten|reporter
        reporterin|redakteur|redakteurin|redaktion|korrespondent*
        pressestelle|presseanfrage|pressekontakt|pressesprecher*
        presseabteilung|pressemitteilung|pressekonferenz|pressereferent*
        presse ~ anfrage|kontakt|stelle|sprecher|ansprech*
        sprecher|sprecherin ~ unternehmen*|firma|kontakt; stellungnahme*
        interview|interviews|interviewen
        für ~ beitrag|artikel|bericht|reportage|magazin|zeitung|sendung|radio|fernsehen ~ such*
        für ~ beitrag|artikel|bericht|reportage ~ ansprech*|frag*|gespräch|interview|recherch*
        für ~ magazin|zeitung|sendung|podcast ~ ansprech*|frag*|gespräch|interview|recherch*
        recherchiere|recherchieren|recherche ~ für|zu|über|artikel
        schreibe|schreiben|berichte|berichten ~ artikel|bericht|beitrag
        zeitung|sender|fernsehsender|rundfunk ~ anfrage|frage|hätte|kontakt
        ard|zdf|rtl|ndr|wdr|dpa|spiegel|bild hier|redaktion
        reportage|dokumentation|doku ~ über|dreh*|wir
        """,
    "minors": """
        <kid> & angesprochen|auto|fahrer|fremder|abgeholt|mitgenommen|fsk|kino|club|disco|einlass
        fsk 16|18; <minor> & kind|tochter|sohn & allein|fremd*; <kid> & <bad>
        <minor> jahre|jährig* & <bad>; erst <minor>
        <kid> ~~ allein|alleine|unbeaufsichtigt|verloren|gepackt
        <kid> ~~ angst|verfolgt|gefilmt|verkauf*|zigaretten|energy
        verkauf*|ausgeschenkt|gebt ~~ <kid>; zigaretten|alkohol|bier|vapes ~~ an ~ <kid>
        minderjährig*|unter 18|kinderarbeit|kindesmissbrauch|kinderporno*
        minderjährig*|unter pädophil*|kindeswohl*|jugendschutz*|jugendamt
        ich bin <minor> jahre?|und|lol; ich bin erst|grad|gerade <minor>; bin <minor> jahre
        karte|konto|handy ~ mama|papa|eltern|mutter|vater; mamas|papas|muttis karte|konto|handy
        ohne ~ wissen|erlaubnis ~ eltern; eltern wissen|dürfen ~ nicht|nichts; taschengeld
        verkauf*|schenkt|ausgeschenkt|gebt|serviert ~~ minderjährige*|kinder|kindern|jugendliche*
        alkohol|bier|wein|schnaps|vapes|zigaretten|tabak|drogen|glücksspiel ~~ <kid>
        <kid> ~~ alkohol|bier|wein|vapes|zigaretten|drogen
        <kid> ~~ verschluckt|verletzt|verbrannt|verbrüht|krankenhaus
        <kid> ~~ erstickt|blut*|ausschlag|allergisch*|übergeben|vergift*
        <kid> ~~ belästigt|angefasst|geschlagen|missbraucht|entführt
        <kid> ~~ vermisst|angeschrien|gemobbt|gefährlich|gefahr|nackt
        belästigt|angefasst|fasst|geschlagen|missbraucht|angeschrien ~~ <kid>
        foto|fotos|bild|bilder|video ~ <kid> ~~ ohne|erlaubnis
        foto|fotos|bild|bilder|video ~ <kid> ~~ einwilligung|zustimmung|lösch*|entfern*
        werbung|werbt ~ für|an kinder|kindern|jugendliche*
        <minor> jährige|jähriger|jährigen ~~ verschluckt|alkohol|krankenhaus|verletzt
        gefährlich|gefahr für kinder|babys|kleinkinder
        """,
    "self-harm": """
        besser ~ nicht mehr zu? da|sein|leben; interessiert ~ ob ich lebe|sterbe; kann ~ nicht mehr
        wozu ~ noch leben|weiter; für immer verschwinden|weg; will ~ verschwinden|weg sein
        grund|sinn|kraft|lust & leben & kein|keinen|keine|nicht|mehr
        nicht mehr leben|weiterleben|aufwachen; wenn ich nicht mehr? ~ da|hier|leben|wäre|bin
        besser ~ wenn ich nicht|weg|tot; nicht mehr da wäre|sein|bin
        soll ~ alles vorbei|aufhören|enden; will ~ dass ~ vorbei|aufhört|endet
        niemand ~ merken|bemerken|auffallen; keine kraft mehr; hat alles keinen sinn; mir das leben
        selbstmord*|suizid*|selbsttötung|selbstverletz*; umbringen|bringe|bring ~ mich ~ um
        mich ~ umbringen|erhängen|ritzen|töten|aufhängen; mich selbst? ritze|verletze|umbringe
        ritze ~ mich; will|möchte|wollte|würde ~ sterben|tot sein
        will|möchte ~ nicht mehr? ~ leben|aufwachen
        nicht mehr leben|aufwachen|weiterleben|dasein|können ~ leben
        kein|keinen|keine lust|sinn|grund|kraft ~ leben; leben ~ keinen sinn|nicht lebenswert
        schluss mit allem|meinem; mache|mach schluss ~ allem|leben; leben beenden|nehmen|genommen
        dem ganzen ein ende; allem ein ende; bring|häng|töte dich ~ um|auf
        mich vermissen|vermisst ~ niemand|keiner|würde; niemand|keiner ~ mich vermissen
        ohne mich besser; lebt|leb wohl ~ alle|welt; alle tabletten|pillen ~ genommen|geschluckt
        pulsadern; magersucht|magersüchtig|bulimi*; lebensmüde; ich kann nicht mehr ~ leben|schluss
        vor den zug; von der brücke
        """,
    "discrimination": """
        muslim|muslima|muslime|moslem|jude|jüdin|juden
        jüdisch*|schwul|schwule|lesbisch|lesbe|lesben|transgender|lgbt*
        queer|behindert|behinderte|behinderten|behinderung|gehörlos*|autist
        autistin|autisten|migrant|migranten|flüchtling|flüchtlinge|kopftuch|homosexuell*
        schwarze|schwarzer|dunkelhäutige frau|mann|menschen|person|leute|kind
        macht|machen|lustig ~ über; <protected> & <treated>
        <people> & nicht|raus|verboten|unerwünscht; keine|gegen <people>
        kopftuch|kopftuchs|hautfarbe|herkunft|hidschab & <treated>|wegen|nicht
        kanake*|kanacke*|neger|schwuchtel*|zigeuner*|krüppel|spasti|kameltreiber|schlitzauge*
        beschimpft|beleidigt|angepöbelt|gedemütigt ~~ <protected>; als ~ beschimpft|beleidigt
        <protected> ~~ stufen|treppe|tür|draußen|abgelehnt|gedemütigt|schikaniert|ausgeschlossen
        nur ~ die ausländer|schwarzen|türken|dunkelhäutigen|frauen; dunkle|dunkler haut|hautfarbe
        dunkelhäutig*; ausgrenz*|benachteilig*|ungleich* ~ frauen|behandl*
        rassis*|sexis*|homophob*|transphob*|xenophob*
        fremdenfeindlich*|ausländerfeindlich*|islamfeindlich*|islamophob*|antisemit*
        judenfeindlich*|frauenfeindlich*|queerfeindlich*|behindertenfeindlich*|misogyn*
        diskriminier*|nazi|nazis|rechtsextrem*|faschis*
        volksverhetz*|hassrede|hetze|ableis*|bodyshaming|fatshaming
        weil|da ich|er|sie|wir ~ <protected>; wegen ~ <protected>
        nicht ~ bedient|reingelassen|eingelassen|eingestellt ~~ <protected>
        abgewiesen|rausgeworfen|rausgeschmissen|weggeschickt|verfolgt ~~ <protected>
        <protected> ~~ abgewiesen|rausgeworfen|rausgeschmissen|weggeschickt
        <protected> ~~ unerwünscht|verspottet|ausgelacht|beleidigt|benachteiligt
        lustig gemacht|machen ~~ <protected>; ausgelacht|verspottet|beleidigt ~~ <protected>
        geh|geht zurück in|nach dein*|deine; sprich|sprecht|sprechen sie? deutsch
        kein* ~ rollstuhl*|barrierefrei*; nicht barrierefrei; gender pay gap; lohnlücke
        frauen ~~ weniger ~ männer; schwanger* ~ gekündigt|entlassen
        gekündigt|entlassen ~ schwanger*
        """,
    "data-breach": """
        <data> & <leaked>
        mein|meinem|meine konto|karte & benutzt|verwendet|bestellt|abgebucht & jemand|nicht|ohne
        daten|kontodaten|adresse ~ im umlauf|netz|darknet|öffentlich|sichtbar
        spam ~ seit|nach|adresse; konto|account ~~ übernommen|missbraucht|gesperrt|fremd*
        akte|unterlagen|bestellung ~ anderen|fremden|anderer patient*|kunde*|person
        privatsphäre ~ verletz*; gehackt|gehackte|hacker|hackerangriff
        datenleck|datenpanne|datendiebstahl
        datenklau|datenschutzverletz*|datenschutzverst*|sicherheitslücke
        datenschutz ~ verst*|verletz*|beschwerde|melde*
        daten|kundendaten|passwort ~ geleakt|gestohlen|geklaut|veröffentlicht
        passwörter|adresse|kreditkarte ~ geleakt|gestohlen|geklaut|veröffentlicht
        daten|kundendaten|passwort ~ verkauft|weitergegeben|abgeflossen|öffentlich
        passwörter|adresse|kreditkarte ~ verkauft|weitergegeben|abgeflossen|öffentlich
        leak|leaks ~ daten|passwort*; phishing*|identitätsdiebstahl
        unbefugt*|unberechtigt* ~ zugriff|abbuch*|konto|zugang
        jemand ~~ mein|meinem|meinen konto|account
        fremde|fremden kunde|kunden|kundin|person|leute ~ daten|adresse|bestellung*|rechnung*
        anderer|andere|anderen kunde|kunden|kundin|person|leute ~ daten|adresse
        anderer|andere|anderen kunde|kunden|kundin|person|leute ~ bestellung*|rechnung*
        daten|adresse ~ fremde*|anderer|anderen|andere kunde|kunden|kundin|person|leute
        bestellung*|rechnung* ~ fremde*|anderer|anderen|andere kunde|kunden|kundin|person|leute
        dsgvo; verkauft|verkauf|gebt|weitergegeben ~ daten|adresse|mailadresse|nummer
        konto|account ~ übernommen|geknackt|gekapert; abbuchung|abgebucht ~ unbekannt|nicht von mir
        """,
    "regulator": """
        behörde|behörden|amt|aufsicht|ministerium|kontrolle ~~ beschwerde|gemeldet|melde
        behörde|behörden|amt ~~ informiert|verständigt|eingeschaltet|anzeige
        aufsicht|ministerium|kontrolle ~~ informiert|verständigt|eingeschaltet|anzeige
        beschwerde|gemeldet ~~ behörde*|amt|aufsicht|ministerium
        informiert|verständigt|eingeschaltet ~~ behörde*|amt|aufsicht|ministerium
        wettbewerbsbehörde|marktaufsicht|lebensmittelaufsicht
        gesundheitsamt|ordnungsamt|gewerbeamt|gewerbeaufsicht*
        lebensmittelkontroll*|lebensmittelüberwachung|verbraucherzentrale|verbraucherschutz*
        veterinäramt|finanzamt|bafin|bundesnetzagentur
        kartellamt|bundeskartellamt|wettbewerbszentrale|datenschutzbeauftragt*|datenschutzbehörde
        aufsichtsbehörde|behörde|behörden|amt ~ meld*|gemeldet|inform*|anzeig*|eingeschalt*
        berufsgenossenschaft|arbeitsschutz*; steuerhinterzieh*|schwarzarbeit
        rückruf|zurückgerufen ~ produkt*|charge|wegen; rückrufaktion|produktrückruf
        gemeldet|melde|melden ~ behörde*|amt|aufsicht; whistleblower*|hinweisgeber*
        schlichtungsstelle|ombudsmann|ombudsstelle; zoll ~ meld*; werberat
        arbeiterkammer|konsumentenschutz|seco|marktamt
        """,
    "doxxing": """
        wohnt|wohnen|wohne|lebt in der|im|am ~ <number>
        er|sie|chef|chefin|der|leiter wohnt in|im|am|bei; weiß wo ~ wohn*
        seine|ihre|meine|deren adresse|nummer|telefonnummer ist|lautet|hier
        seine|ihre|meine|deren handynummer|mail|emailadresse ist|lautet|hier
        ruft|ruf|anrufen|erreich* ~ unter|an <number>; meine|seine|ihre nummer
        hier ~ ihre|seine adresse|nummer|telefonnummer; privatadresse|privatanschrift|heimadresse
        klarname|ausweisnummer|passnummer; kontonummer|kreditkartennummer|iban; punkt de|com
        """,
}

HARMLESS = """
    für kinder|babys|kind geeignet|ab|von|bis; geeignet für; kinder größe|größen|menü|karte|ecke
    schwarzer|schwarze|schwarzes|schwarz kaffee|tee|schokolade|kleid|farbe|jacke
    schwarzer|schwarze|schwarzes|schwarz schuhe|tasche|hose|pfeffer|bohne|bohnen
    in|auf|oder|und schwarz; alte|altes|alter rezept|stadt|logo|verpackung|version|laden
    dick auftragen|und; aus erster|zweiter hand; hand aufs|gemacht|in; auf der hand; augen auf|zu
    herz gebrochen|bricht; weh tun|tut & preis|geldbeutel|herz; kopf hoch|an
    kinder ~ lieben|freuen|begeistert; zum sterben|totlachen lecker|gut|schön|süß|langweilig?
    sterbe|sterben|stirbt|gestorben|tot vor lachen|neugier|hunger|lange*|neid|glück
    sterbe|sterben|gestorben|tot|totgelacht ~ <laugh>; <laugh> ~ gestorben|tot|sterbe
    zu tode gelangweilt|geliebt|gefreut; tod* ernst|schick|müde
    mord*|mörderisch gut|lecker|spaß|hunger|stimmung; mörder ~ preis|sound|laune|hunger
    für ~ würde ich ~ töten|morden; dafür töten|sterben|morden; tote hose; toter winkel; totes meer
    akku|batterie|handy|laptop|drucker|leitung ist|war tot; nicht tot zu kriegen; wie eine|ne bombe
    die|der|echt|ist bombe; bombe aus geschmack; badebombe*; blutorange|blutorangen|blut geleckt
    bis aufs blut; explosion|explodiert|explodieren im|vor|von mund|geschmack|aromen|freude
    geschmacksexplosion; verboten gut; kriminell gut|lecker|günstig; verbrechen ~ nicht
    gehört verboten; modepolizei; mir läuft; feuer und flamme; zündet|zünd ~ rakete
    bringt|bring mich um vor; krank gut|krass; magen verdorben ~ nicht
    anzeige in|auf|zeitung|werbung; krebs ~ sternzeichen; sternzeichen krebs; unfall ~ kein
    verschluckt vor; blind date|bestellt|gekauft|vertrauen|verkostung; schwarz weiß
    schwarze|schwarzer|schwarzen tee|kaffee|bohnen|bohne|johannisbeere|farbe|hose|jacke
    kaffee schwarz
"""
