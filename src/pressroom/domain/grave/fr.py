"""French."""

CLASSES = {
    "kid": "enfant|enfants|fils|fille|filles|garçon|garçons|bébé|bébés|gamin|gamine|gamins|ado|ados"
    "|gosse|gosses|môme|mômes|lycéen|lycéenne|collégien|collégienne|écolier"
    "|adolescent|adolescente|adolescents|mineur|mineure|mineurs|mineures|neveu|nièce|petit|petite",
    "body": "main|mains|doigt|doigts|bras|jambe|pied|visage|bouche|lèvre|lèvres|langue|gorge|peau"
    "|oeil|yeux|cou|dos|poitrine|ventre|genou|gencive|gencives|corps|tête|cuisse",
    "bone": "dent|dents|bras|jambe|poignet|cheville|nez|doigt|hanche|côte|côtes|os|mâchoire|genou"
    "|épaule|col|clavicule|pied",
    "minor": "3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|trois|quatre|cinq|six|sept|huit|neuf|dix|onze"
    "|douze|treize|quatorze|quinze|seize",
    "protected": "noir|noire|noirs|noires|arabe|arabes|maghrébin|maghrébine|asiatique|asiatiques"
    "|musulman|musulmane|musulmans|juif|juive|juifs|gay|gays|homo|homosexuel|lesbienne|trans|rom"
    "|roms|voile|voilée|foulard|hijab|handicap|handicapé|handicapée|handicapés|fauteuil|sourd"
    "|sourde|aveugle|enceinte|femme|étranger|étrangère|étrangers|immigré|immigrés|accent|religion"
    "|couleur|race|origine|origines|gros|grosse|autiste|âgée|chinois|africain|africaine",
    "harm": "cogné|cognée|tombé|tombée|heurté|cloques|traversé|clou|"
    "brûlé|brûlée|brûlée|brûlure|brûlures|brûle|coupé|coupée|coupure|cassé|cassée"
    "|casse|fracture|saigne|saigné|sang|gonflé|gonflée|enflé|enflée|mal|douleur"
    "|douleurs|infecté|infection|éruption|boutons|cloque|cloques|blessé|blessée"
    "|blessure|écrasé|coincé|piqué|irrité|irritée|irritation|démangeaisons|entorse"
    "|foulé|tordu|cicatrice|points|opéré|opérée|déchiré|arraché|plaques|rougeurs",
    "bad": "travaillent|usine|usines|photos|"
    "alcool|bière|vin|vodka|ivre|vapoteuse|puff|cigarette|cigarettes|tabac|drogue"
    "|drogues|paris|casino|argent|couteau|arme|porno|nu|nue|abus|abusé|abusée"
    "|agressé|agressée|touché|touchée|embrassé|inconnu|photographié|filmait|filmé"
    "|filmée|photos|seul|seule|perdu|perdue|disparu|disparue|enlevé|blessé|blessée"
    "|brûlé|brûlée|étouffé|étouffée|avalé|intoxiqué|vomi|hôpital|urgences|ambulance"
    "|allergique|saigne|tombé|noyé|coincé|peur|terrorisé|pleure|pleurait|harcelé"
    "|harcelée|frappé|frappée|giflé|crié|dangereux|danger|mort|morte|exploité"
    "|travail|autorisation|accord|consentement",
    "treated": "refusé|refusée|refusés|refuse|rejeté|rejetée|recalé|refoulé|refoulée|viré"
    "|virée|virés|chassé|exclu|exclue|exclus|suivi|suivie|fouillé|ignoré|ignorée"
    "|moqué|moqués|moquent|ri|insulté|insultée|humilié|humiliée|maltraité|harcelé"
    "|licencié|licenciée|embauché|embauchée|payé|payée|moins|pire|différemment"
    "|bienvenus|acceptés|accepte|accès|interdit|interdits|marches|escaliers|rampe"
    "|servi|servie|entrer",
    "data": "données|mail|mails|email|emails|adresse|adresses|mot|compte|comptes|carte"
    "|cartes|coordonnées|informations|identité|profil|numéro|numéros|commande"
    "|commandes|facture|factures|dossier",
    "leaked": "fuité|fuite|fuites|exposées|exposé|piraté|piratée|piratage|volé|volée|volées"
    "|vendu|vendues|revendu|publié|publiées|partagé|partagées|usurpé|usurpée|cloné"
    "|fraude|frauduleux|hameçonnage|spam|spams|visible|visibles|inconnu|circulent",
    "people": "musulmans|juifs|noirs|gays|lesbiennes|immigrés|étrangers|réfugiés|roms|arabes"
    "|maghrébins|asiatiques|handicapés|femmes",
    "laugh": "lol|mdr|ptdr|haha|hahaha|rire|ahah|xd",
}

GRAVE = {
    "injury": """
        perdait|perd|fuite ~ gaz; vivants|vivant par miracle; miracle & vivant|vivants|vie
        perds|perdu|perte mes|de cheveux; craché|crache|tousse ~ sang
        failli ~ mourir|mort|tuer|noyer; aurait|aurais pu mourir|tuer; vie en danger; mis ~ danger
        abcès|antibiotiques|anesthésie|arythmie|asthme|asthmatique|bandage|biopsie
        caillot|convulsions|déshydratée|déshydraté|délire|dermatite|diabétique|diagnostiqué
        diagnostic|dialyse|vertiges|œdème|embolie|épilepsie|fièvre|gastroentérite
        hémorragie|hallucinations|hépatite|hernie|hypothermie|infection|infections|inflammation
        inhalateur|insuline|méningite|migraines|nausées|nécrose|engourdi|antidouleurs
        palpitations|paralysie|parasites|pneumonie|pus|rechute|respiratoire|septicémie
        plaies|ulcère|ulcères|spasmes|symptômes|tétanos|greffe|vomissements
        plâtre|béquilles|mutilé|radiation|mercure|pesticide|pesticides|cancérogène|commotion
        <body> & <harm>; chien|chienne|chat|chatte|chiot|lapin & mort|morte|malade|intoxiqué
        chien|chienne|chat|chatte|chiot|lapin & vomi|vomit|vétérinaire|véto|empoisonné
        dangereux|dangereuse|dangereuses|danger|urgence
        fièvre|symptômes|ecchymose|bleus|entorse|béquilles|plâtre|asthme|migraine|palpitations
        effets secondaires|indésirables; tension artérielle; fuite de gaz
        moisi|moisie|moisissure|asticot|asticots|cafard|cafards|rat|rats|ver|vers ~ dans
        souris dans; viande|poulet cru|avarié|avariée
        produit|viande|lait|plat ~ périmé|périmée|avarié|avariée
        perdu ~ doigts|yeux|dent|dents|bras|jambe; dent|dents cassé*
        clou|vis|éclat ~ dans ~ mon|ma|mes|le|la; tombé|effondré|écroulé ~ sur|avec|dedans
        ascenseur|plafond|étagère ~ tombé*|effondr*; percuté|fauché|renversé; n a pas survécu
        plus parmi|de ce nous|monde; mal au|à la ventre|poitrine|tête ~ depuis; coupant|tranchant
        démangeaisons; crise ~ cardiaque|épilepsie|asthme; mort|morte|morts|mortes|mortel|mortelle
        mourir|mourut|meurt|meurent|mourrait|mourante|mourant
        décès|décédé|décédée|décédés|décède|décéder; tué|tuée|tuées|tue|tuent|tuer|tuerie|meurtre
        ont|été|sont|les tués; victime|victimes; meurtrier|meurtriers|assassin|assassins|assassiné
        perdu|perd|perdre la vie; perdu mon|ma|notre
        enterrement|obsèques|funérailles|deuil|condoléances|cadavre|cercueil; rip; repose en paix
        hôpital|hôpitaux|hospitalisé|hospitalisée|hospitalisés|hospitalisation
        urgences|samu|pompiers; ambulance|ambulances|réanimation; soins intensifs
        opéré|opérée|chirurgie; points de suture
        inconscient|inconsciente|évanoui|évanouie|évanouir|coma|convulsion|convulsions
        un|fait|faire|eu|fais|fit malaise|malaises; infarctus|avc; crise|arrêt cardiaque
        blessé|blessée|blessés|blessure|blessures|blesse|blesser; du|de|en|mon|son|plein|le sang
        saigne|saigné|saigner|saignement|hémorragie|saignait; fractur*; cassé|cassée|casse ~ <bone>
        brûlé|brûlée|brûle|brûler|brulé|brulée ~ <body>; brûlure|brûlures
        coupé|coupée|coupe|coupure ~ <body>; étouff*|asphyxi*|noyé|noyée|noyade|étrangl*
        plus|pas|peine|mal|peut|pouvait à? respirer; arrêté de respirer
        gonflé|gonflée|gonfle|enflé|enflée ~ <body>
        <body> ~ gonflé|gonflée|gonfle|enflé|enflée|gonflait
        réaction|choc allergique|anaphylactique; allergique ~ mort|hôpital|failli|urgences
        urticaire; anaphyla*; allergie|allergies|allergique|allergiques
        plaque|plaques|éruption ~ rouge*|peau|cutanée; empoisonn*|poison; intoxic*; salmonel*
        listeria|listériose|norovirus; monoxyde de carbone; contamin*; toxique|toxiques
        vomi|vomis|vomir; vomit|vomissements|vomissent|vomissait; diarrhée|nausée|nausées|gastro
        malade|malades ~ après|cause|depuis
        rendu|rendue|rendus|tombé|tombée|tombés|été|suis ~ malade|malades; fausse couche
        perdu ~ bébé; électrocut*; décharge électrique; explos*|exploser|explosé|explose
        incendie|incendies; pris|prend feu
        verre|métal|clou|aiguille|lame|agrafe ~ dans ma|mon|la|le|les|l|sa
        avalé|avale|avaler ~ pile|pièce
        trouvé|trouve|morceau ~ verre|métal|clou|aiguille|lame|agrafe|vis
        morceaux|bout|éclat|éclats ~ verre|métal|clou|aiguille|lame|agrafe|vis
        avalé|avale|avaler ~ aimant|bouton|plastique; accident|accidents
        renversé|renversée ~ voiture|camion
        glissé|tombé|tombée|chute|chuté ~ sol|escalier|escaliers|marche|mouillé
        douleur|douleurs ~ poitrine; douleur|douleurs atroce*|insupportable*|terrible*|horrible*
        séquelles|cicatrice|cicatrices; perdu ~ oeil|vue|doigt|main; aveugle à cause
        paralys*|amput*|cancer|cancérigène|tumeur|leucémie; overdose|surdose
        viol|violé|violée|violeur|violer; agression|agressé|agressée|agresser|harcel*
        attouchement|attouchements|poignard*; fusillade; coup de feu|couteau
        frappé|frappée|tabassé ~ par|m|a; médecin ~ dit|dit
        """,
    "threat": """
        casser|péter|éclater|exploser|défoncer la|ta|sa|votre|leur gueule|tête|tronche|jambes|face
        vais|va|allons|faut|faudrait|devrait|veux|vont ~ tuer|brûler|crever
        vais|va|allons|faut|faudrait|devrait|veux|vont ~ égorger|buter|cramer|tabasser
        vais|va|allons|faut|veux ~ casser|péter|exploser la|ta|votre|vos|leur gueule|tête
        vais|va|allons|faut|veux ~ casser|péter|exploser la|ta|votre|vos|leur boutique|magasin
        bombe|bombes ~ dans|magasin|posée|poser|votre; mettre le feu
        je sais|on sait où vous|tu|il habit*; je sais où ~ habit*|trav*; menace|menaces de mort
        crevez|crève|crevé; allez crever; couteau|flingue; arme à feu; kalach*; une balle dans
        terroriste|terroristes|attentat; gare à vous|toi; vous allez le? payer
        vous allez le? regretter; pendre|lyncher ~ vous|les|patron; mérite|méritez de mourir|crever
        """,
    "legal": """
        convoqué|convoqués|convocation ~ commissariat|police|tribunal|juge; commissariat
        devant le|un|les juge|tribunal|juges; saisis|saisir|saisirai|saisi ~ justice|tribunal|prud*
        publicité mensongère; sans mon|notre|son autorisation|accord|consentement
        mon|notre conseil ~ courrier|juridique; salaires impayés; assignation|citation|injonction
        vol ~ salaire; harcèlement moral; abus de confiance; recommandé ~ avocat|accusé
        avocat|avocate|avocats|avocates
        porte|porter|portais|porté|porterai|dépose|déposer|déposé plainte
        plainte ~ police|contre|déposée|gendarmerie|tribunal|pénale; dépôt de plainte
        tribunal|tribunaux; procès; en|la|ma justice
        juge|juges|juridique|juridiques|judiciaire|judiciaires|huissier|prud'hommes|prudhommes
        poursuite|poursuites|poursuivrai; poursuivre|attaquer|attaque ~ justice|judiciaire*|vous
        mise en demeure; action collective|groupe; dommages; dommages et intérêts; diffam*|calomni*
        escroc|escrocs|escroquerie|arnaque ~ police|plainte|justice|avocat
        escroc|escrocs|escroquerie; fraude|fraudes|frauduleux|frauduleuse
        illégal|illégale|illégaux|illégalement|illicite; contre la loi
        délit|délits|criminel|criminels|criminelle|crime|crimes
        police|gendarmes|gendarmerie|commissariat; contrefaçon|plagiat|plagié|plagier|copyright
        droit|droits d auteur; propriété intellectuelle; rupture de contrat; vice caché
        assurance ~ avocat*|relais; chantage|extorsion|corruption; pot de vin
        volé|voler|vol ~ photo|dessin|oeuvre|création|police; mes droits
        """,
    "press": """
        documentaire|tourn* ~ documentaire|reportage|usine|entreprise; face caméra; droit de réponse
        pigiste|chroniqueur|chroniqueuse; rédaction|correspondant ~ presse|journal
        journaliste|journalistes|reporter|rédactrice|rédacteur; reportage|reportages|documentaire
        presse ~ service|contact|attaché|attachée|relations|communiqué
        service|contact|relations|bureau presse
        service|bureau|attaché|attachée|conférence|communiqué|demande de presse; porte parole
        une|demande|accorder|faire|obtenir ~ interview; interviewer
        pour un|une|le|la|notre article|magazine|journal|radio ~ interview|question*
        pour un|une|le|la|notre émission|quotidien|chaîne|enquête ~ interview|question*
        écris|écrire|prépare|préparons ~ article|sujet|enquête|papier|reportage
        préparer|rédige|publions|publie ~ article|sujet|enquête|papier|reportage
        chaîne|émission de télé|télévision|radio; france <number>; bfm|tf1|m6|rtl|afp|mediapart
        le monde ici; réagir|réaction ~ article|officielle|enquête; journal télévisé
        travaille pour ~ journal|radio|magazine|chaîne
        """,
    "minors": """
        <kid> & <bad>; <minor> ans & <bad>; que <minor> ans
        <kid> ~~ seul|seule|perdu|perdue|surveillance|attrapé|terrifié*
        <kid> ~~ suivi|filmé*|laissé|laissée|argent|casino|jeux
        <minor> ans ~~ achet*|vend*|serv*|seul|seule|piscine|jeux|casino|entr*
        vend*|serv*|laiss* ~~ <minor> ans; mineur|mineure|mineurs|mineures
        pédo|pédos|pédophil*|pédocrimin*; travail|exploitation|maltraitance ~ enfants
        j ai <minor> ans; j ai que|seulement|bientôt <minor> ans; je suis ~ mineur*|collégien*
        en sixième|cinquième|quatrième|6e|5e|4e|3e; carte ~ ma|mon|mes mère|père|maman|papa|parents
        sans ~ dire ~ parents; dire à mes parents
        vend|vendez|vendent|vendu|sert|servez|servi|servent ~~ <kid>
        alcool|bière|vin|vapoteuse|puff|cigarettes ~~ <kid>
        <kid> ~~ alcool|bière|vin|vapoteuse|puff|cigarettes|tabac|drogue|hôpital|urgences|porno
        <kid> ~~ étouff*|brûlé|brûlée|blessé|blessée
        <kid> ~~ avalé|saign*|allergique|malade|empoison*|intoxiqu*
        <kid> ~~ agress*|touché|touchée|frappé|harcel*
        <kid> ~~ disparu*|enlevé*|viol*|abus*|terroris*|pleurait
        agress*|touché|frappé|harcel*|viol*|abus*|crié ~~ <kid>
        photo|photos|vidéo|image|images ~ <kid> ~~ sans|autorisation|accord
        photo|photos|vidéo|image|images ~ <kid> ~~ consentement|retirer|supprim*
        pub|publicité|pubs ~ pour|aux|cible enfants|mineurs|ados; dangereux|danger pour les? enfants
        <minor> ans ~~ étouff*|alcool|vin|bière|hôpital|avalé|brûl*|bless*|servi|vendu
        enfant|enfants en danger
        """,
    "self-harm": """
        mieux ~ ne pas|plus être|exister|là; personne ~ s en fiche|soucie ~ si je|j; n en peux plus
        je n y arrive plus; à quoi bon vivre|continuer; disparaître à|pour|définitivement
        envie|raison|sens|goût & vivre|vie & plus|pas|aucune|aucun|sans|perdu; envie d en finir
        d en finir|mourir & envie|veux|pense|idée; ne veux|veut plus? ~ vivre|là|exister
        veux que ~ s arrête|finisse; que tout s arrête; mieux si j|je ~ plus|pas là
        plus envie de rien ~ vivre; disparaître pour; personne ne remarquer*; à bout de forces
        envie de vivre ~ plus; suicid*; me|m tuer|pendre|foutre|buter; tuer ~ moi même
        envie|veux|voudrais|préfère|veut ~ mourir|crever; envie|veux|voudrais|préfère|veut en finir
        finir avec la vie; mettre fin à mes|ses jours; mes jours
        plus envie|goût|raison|force ~ vivre|vie; ne veux|veut plus vivre|exister|être
        veux plus vivre; plus la force; je n en peux plus ~ vie|vivre|tout; la vie ~ vaut|sens|sert
        vaut plus|pas le? coup|peine ~ vivre; scarifi*|automutil*
        me coupe|taillader|ouvrir les veines; tue|suicide|pends toi; adieu à tous|tout|monde
        mieux sans moi; personne ne me regrett*|manqu*
        avalé|pris ~ tous|toute|boîte ~ médicaments|comprimés|cachets; anorex*|boulim*
        marre|fatigué|fatiguée de vivre|la vie
        """,
    "discrimination": """
        musulman|musulmane|musulmans|juif|juive|juifs|gay
        gays|lesbienne|lesbiennes|transgenre|lgbt|handicapé|handicapée
        handicapés|handicap|sourd|sourde|autiste|autistes|immigré
        immigrés|réfugié|réfugiés|hijab|voilée|homosexuel|homosexuels
        femme|homme|personne|gens|fille|garçon|personnes noire|noir|arabe|noires|noirs|asiatique
        moque*|moquent ~ des|de; <protected> & <treated>; <people> & pas|dehors|interdit|interdits
        aucun|contre|anti <people>; refoul*|recal*|rejet*|humili*|insult* ~~ <protected>|prénom|nom
        à cause de mon|ma|son|sa prénom|nom|peau|apparence|voile
        <protected> ~~ marches|escaliers|porte|dehors
        <protected> ~~ refoul*|humili*|insult*|maltrait*|inaccessible; peau noire|foncée|mate
        que|seulement ~ les noirs|arabes|blancs; sale arabe|noir|juif|pédé
        bougnoule|négro|pédé|tapette|youpin; racis*|sexis*|homophob*|transphob*|xénophob*
        islamophob*|antisémit*|misogyn*|grossophob*|validis*
        discrimin*|ségrég*|nazi|nazis|facho|fachos|fasciste|fascistes|suprémacis*|négrophob*
        propos haineux; parce|car que? ~ suis|est|sommes|sont|étais|porte|portais ~ <protected>
        à cause de|du ~ <protected>
        à cause de ma|mon|sa|son couleur|religion|accent|origine|origines|handicap|sexe|âge|poids
        refus*|interdit|viré|virée|virés|jeté|exclu|suivi|renvoyé|licencié* ~~ <protected>
        délit de faciès; <protected> ~~ refus*|interdit|exclu*|pas acceptés|bienvenus
        moqu* ~~ <protected>; contrôle au faciès
        retourne|rentre|rentrez dans|chez ton|vous|toi pays?; femmes ~~ moins ~ hommes
        pas d accès ~ fauteuil|handicap*; fauteuil roulant ~~ pas|impossible|refus*|aucun
        pmr ~ pas|aucun|refus*|accès; couleur de peau; parle|parlez français ou|ici
        insulte|insultes raciste*; inégalité|écart salar*
        """,
    "data-breach": """
        <data> & <leaked>
        mon|ma compte|carte & utilisé|utilisée|débité|débitée|achat|commande & quelqu|pas|sans
        coordonnées|données|informations ~ circul*|bancaires|visibles|publi*|fuit*
        compte ~ usurpé|utilisé|pris|bloqué ~ sans|quelqu; spam|spams|pourriels ~ depuis|après
        dossier|commande|facture ~ autre patient|patiente|client|personne
        vie privée ~ attein*|viol*
        piraté|piratée|piratés|piratage|pirater|piratent|hacké|hackée|hacker|hackers
        fuite|vol|violation|fuites ~ données|informations|identité
        données|informations|coordonnées|mot|mots ~ fuité|fuitent|volé|volées
        données|informations|coordonnées|mot|mots ~ vendu|vendues|piratées|exposées
        données|informations|coordonnées ~ revendu|revendues|publiques|divulgu*|fuité
        faille de sécurité
        vendu|vendez|revendu ~ données|adresse|mail|numéro|informations|coordonnées
        revendez|partagé|partagez|divulgu* ~ données|adresse|mail|numéro|informations|coordonnées
        hameçonn*|phishing|usurp*; accédé|connecté|entré|connexion ~ mon|à mon compte
        compte ~ piraté|volé|piratée
        autre|autres client|cliente|clients|personne|personnes ~ données|adresse
        autre|autres client|cliente|clients|personne|personnes ~ commande|commandes|facture
        données|adresse|commande ~ autre|autres client|cliente|clients|personne
        commandes|facture|factures|coordonnées ~ autre|autres client|cliente|clients|personne
        données personnelles; prélèvement|achat|achats ~ non autoris*; carte ~ débitée|piratée|volée
        """,
    "regulator": """
        autorité|agence|organisme ~~ plainte|signal*|dénonc*|prévenu*|informé*|enquêt*
        ministère|inspection|préfecture|mairie ~~ plainte|signal*|dénonc*|prévenu*|informé*|enquêt*
        plainte|signal*|dénonc*|prévenu*|informer ~~ autorité*|agence|ministère
        plainte|signal*|dénonc*|prévenu*|informer ~~ inspection|préfecture|services
        dgccrf|cnil|rgpd|arcom|amf|ars|ansm|anses|arpp|urssaf|csa; répression des fraudes
        signal conso; signalconso
        inspection|inspecteur|inspectrice|inspecteurs du|de travail|sanitaire|hygiène
        services|contrôle|service d hygiène; services|contrôle|service sanitaire*|vétérinaire*
        défenseur des droits; 60 millions; que choisir; association|protection ~ consommateur*
        autorité|autorités ~ concurrence|sanitaire*|signal*|prévenues|régulation; aux|les autorités
        régulateur; rappel|rappels ~ produit|produits|lot; préfecture ~ signal*; fisc|fraude fiscale
        médiateur; publicité mensongère; concurrence déloyale; lanceur|lanceuse d alerte
        droit à l oubli; droit d accès; signalé|signaler|signalement|dénonc* ~ à la|l|aux
        mairie ~ signal*|plainte
        """,
    "doxxing": """
        habite|habitent|vit|vivent au|à|rue|avenue ~ <number>
        il|elle|gérant|patron ~ habite|vit au|à|rue
        son|sa|mon|ma|leur adresse|numéro|téléphone|mail|portable est|c
        appelez|appelle|contactez|joindre ~ au <number>
        voici|voilà son|sa|leur|mon adresse|numéro|téléphone|nom; numéro de sécurité|carte|compte
        iban; arobase; où il|elle|ils habite|habitent|vit; adresse personnelle|privée
        passeport ~ numéro; nom de famille
        """,
}

HARMLESS = """
    pour enfants|enfant|bébés de|à; convient ~ enfant|enfants|peaux|peau; taille enfant
    travail magnifique|incroyable|remarquable; cent|mille fois merci; masque & convient
    café|thé|chocolat|robe|couleur|sac|chaussures|poivre|riz|vernis|blé noir|noire|noirs|noires
    noir et|mat|intense|en|ou
    gros|grosse coup|bisou|bisous|merci|câlin|boulot|soldes|déception|faim|bravo; mal de|à|pas
    pas mal; main dans|forte|de|faite; fait main|à; en main; du premier
    coup de main|tête|œil|oeil|pied; casse croûte|tête|noix; prix cassés|cassé
    une|cette|quelle|vraie bombe ~ gâteau|tarte|robe|chanson|goût|dessert
    ce|cette|c ~ est une bombe; vers la|le|les|l|une|un|midi|chez; un verre de|d; vert|verte
    danger public ~ gourmand; en cas d urgence ~ café|chocolat
    mort|morte|morts|mortes de|d rire|faim|soif|envie|plaisir|amour|rires|jalousie
    mourir|meurs|meurt|mourante de|d rire|faim|soif|envie|plaisir|amour|rires|jalousie
    mort|morte|morts|mourir|meurs|tue|tué|tuée ~ <laugh>; <laugh> ~ mort|morte|morts|tué|tue|meurs
    à mourir de|d; meurs|meurt|mourir d envie; une|c|la|quelle|vraie tuerie
    je suis mort|morte <laugh>?; ça tue|déchire|brûle; me tue|tues|tuent
    tue|tuer|tué le|l temps|ennui|game|silence; point|angle|temps|saison|poids mort|morte
    nature|feuilles|mer|peau morte|mortes|mort; c est mortel
    trop|super|grave|vraiment mortel|mortelle; bombe ~ jolie|ce|cette; c est de? la bombe
    bombe de bain; bon|bonne|excellent|excellente pour la? sang; orange sanguine; sang froid|neuf
    crime de ne; devrait être illégal|interdit; presse à|française|agrumes|café
    cafetière à? presse|piston
    tombé|tombée|tomber|tombe amoureux|amoureuse|sous|dans|malade? d amour
    explosion|explose de|en saveur|saveurs|goût|bouche; tribunal de l opinion
    police de la|du mode|style; malade de? ce|cette|ces|jalousie; trop malade; pas mort|morte|mal
    coup de coeur|main|foudre; justice à|est rendue; rendre justice; juste|petit|léger malaise
    prix canon|cassés; fou|folle de; accident de parcours; voile de|d
    noir|noire|noirs intense|chocolat|café|friday; chocolat|café noir
"""
