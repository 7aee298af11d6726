"""What one grave comment says: harm, fire, leaked data, the law, discrimination, a boycott.

Rules as data, in the languages that pressroom speaks. They are built to miss little: one comment
of this kind is worth a person's look, and a false alarm costs a minute.
"""

from pressroom.analysis.rules import RuleSet, rule

FAR = r"(?:\W{1,3}[\w']{1,15}){0,8}\W{1,3}"
"""Up to eight words between two."""
NEAR = r"(?:\W{1,3}[\w']{1,15}){0,3}\W{1,3}"

_KIN = (
    r"(?:mother|mum|mom|father|dad|son|daughter|wife|husband|brother|sister|child|children|kids?|baby|toddler|"
    r"friend|dog|cat|pet|puppy|kitten|grand\w{2,9}|grandma|nan|uncle|aunt|niece|nephew|colleague|neighbou?r|partner|"
    r"girlfriend|boyfriend|fiancée?|student|patient|horse)"
)
_THING = (
    r"(?:battery|charger|phone|device|oven|dryer|machine|scooter|laptop|unit|cable|plug|heater|car|toaster|kettle|"
    r"bike|e-?bike|tv|house|kitchen|garage|stove|fryer|washer|dishwasher|fridge|vape|power ?bank|tablet|lamp|light|"
    r"hairdryer|blender|mower|console|router|microwave|candle|product|it|van|bus|train|plane|engine)"
)
_PRODUCT = (
    r"(?:after|from|because|since|thanks to|due to|eating|ate|eaten|drank|drinking|using|used|taking|taken|took|applied|"
    r"wearing|wore|swallow\w{0,3}|your|this|that|product|food|meal|batch|bottle|cream|lotion|shampoo|dose|pills?)"
)
_BODY = (
    r"(?:finger|fingers|hand|hands|mouth|lip|lips|face|tongue|leg|legs|arm|arms|foot|feet|eye|eyes|tooth|teeth|nose|back|neck|"
    r"head|skin|scalp|wrist|ankle|knee|ribs?|hip|throat|skull)"
)
_GROUPS = (
    r"(?:black|brown|white|asian|gay|lesbian|trans|queer|muslim|jewish|a jew|hijab\w*|a woman|women|disabled|deaf|blind|pregnant|"
    r"african|mexican|indian|chinese|foreign\w*|an immigrant|immigrants|latin\w+|hispanic|arab\w*|native|old|elderly|autistic|"
    r"in a wheelchair|not white|my (?:race|skin|colou?r|accent|religion|age|gender|disability|headscarf|hijab|wheelchair)|"
    r"(?:his|her|their) (?:race|skin|colou?r|religion|age|gender|disability))"
)

RULES = RuleSet(
    rule(
        "illness", 0.9,
        "sick ill poisoned poisoning vomit vomiting vomited threw throwing puking nauseous allergic anaphylactic anaphylaxis rash salmonella "
        "listeria coli norovirus diarrhea diarrhoea hospital hospitalised hospitalized er ambulance unwell seizure seizures fainted collapsed reaction overdose",
        rf"(?:sick|ill|unwell|nauseous|vomit(?:ing|ed)?|threw up|throwing up|puking|diarrho?ea|seizures?|fainted|collapsed){FAR}(?:after|because of|from (?:your|the|this|eating|drinking|using)|thanks to your|since (?:eating|using|taking))",
        rf"(?:after|from) (?:eating|drinking|using|taking|having|trying|applying|swallowing|your|the|this|one){FAR}(?:sick|ill|unwell|vomit(?:ing|ed)?|threw up|throwing up|puking|hospital|er|diarrho?ea|seizures?|fainted|collapsed)",
        rf"(?:made|making|makes) (?:me|us|him|her|them|people|my {_KIN}|everyone){NEAR}(?:sick|ill|vomit|throw up|unwell)(?! of)", r"poisoned (?:me|us|my|him|her|by|people)", r"(?:got|get|gave (?:me|us|him|her)|have|had|with|from|of) (?:\w{1,10} )?(?:food )?poisoning", r"food poisoning",
        rf"(?:severe|bad|serious|massive|an|had|having|got|allergic){NEAR}allergic reaction", r"(?:allergic reaction|anaphyla\w+|salmonella|listeria|e coli|norovirus)",
        rf"rash{FAR}(?:after|from|using|used|your)", rf"(?:in|to|at) (?:the )?(?:hospital|er|emergency room|a&e|icu|intensive care){FAR}(?:after|because|your|due)", rf"(?:{_KIN}|i|we|she|he|they|people){NEAR}(?:in|to|at) (?:the )?(?:hospital|er|emergency room|a&e|icu|intensive care)", r"hospitali[sz]ed",
        rf"{_KIN}{NEAR}(?:is|are|was|got|gets|been|fell|so|very|really) (?:\w{{1,10}} )?(?:sick|ill|poisoned)",
    ),
    rule(
        "injury", 0.9,
        "injured injury injuries hurt bleeding burned burnt burns burn electrocuted electric shock shocked concussion stitches wound wounded cut broke broken chipped lost choked choking glass needle swallowed scalded blinded paralysed paralyzed unconscious scar scarred fracture fractured fell blister blisters amputated trapped crushed suffocated",
        rf"(?:got|been|was|were|is|are|badly|seriously|severely|me|him|her|us|them|people|{_KIN}|someone|somebody|customers?|worker|workers|employee|staff|passengers?|an?|caused){NEAR}(?:injured|injury|injuries|electrocuted|wounded|scalded|paraly[sz]ed|concussion|amputated|trapped under|crushed by)",
        rf"(?:burn(?:ed|t|s|ing)?|cut|broke|broken|chipped|hurt|injured|fractured|scarred|sliced|lost|blister(?:s|ed)?)(?: \w{{1,10}})? (?:my|his|her|our|their|(?:a|my|his|her) {_KIN}'?s?)(?: \w{{1,10}})? {_BODY}", rf"burns? (?:on|to|all over) (?:my|his|her|the){NEAR}{_BODY}", rf"{_BODY}{NEAR}(?:burned|burnt|bleeding|swollen|cut open|blistered){FAR}(?:from|after|by|your|using)",
        r"electric(?:al)? shock", r"(?:shock|shocked|zapped)(?: \w{1,10}){0,4} (?:from|by) (?:your|the|this) (?:\w{1,10} )?(?:charger|device|cable|plug|lamp|product|machine)", rf"(?:chok(?:ed|ing) on|swallowed)(?: \w{{1,12}}){{0,4}} (?:a|the|your|part|piece|battery|magnet|button|glass|plastic|it)", rf"{_KIN}{NEAR}(?:choked|choking|swallowed|bleeding|hurt|unconscious|stitches)",
        rf"(?:hurt|injure|kill)(?:s|ed|ing)? (?:someone|somebody|people|kids|children|a child|himself|herself|my {_KIN}|customers)", r"(?:needed|got|needs|had|with) (?:\w{1,8} )?stitches", r"(?:third|second) degree burns?", r"choking hazard", r"(?:fell|slipped)(?: \w{1,10}){0,5} (?:in|at|on) your (?:\w{1,10} )?(?:store|shop|restaurant|floor|stairs|escalator|hotel)",
        r"(?:glass|metal|needle|nail|razor|screws?|shards?)(?: \w{1,10}){0,2} (?:in|inside) (?:my|the|your|our|his|her|a) (?:\w{1,10} )?(?:food|soup|burger|salad|bottle|drink|bread|baby|jar|cereal|meal|sandwich|pizza|yogh?urt|milk|chocolate|cake|cup|sauce|mouth)",
    ),
    rule(
        "death", 0.95,
        "died die dies dying death deaths dead killed kill kills killing passed fatal fatality murdered murderers blood funeral lives deadly lethal coma drowned suffocated strangled",
        rf"{_KIN}{FAR}(?:died|passed away|was killed|is dead|dead because|in a coma|dying|drowned|suffocated|lost (?:his|her|their) life)", rf"(?:killed|murdered|poisoned) (?:my|our|his|her|a|the|someone'?s?) (?:\w{{1,10}} )?{_KIN}", r"(?:people|someone|somebody|customers?|passengers?|workers?|children|kids|patients?|a man|a woman|he|she|they|a child|users?|animals?) (?:\w{1,10} ){0,2}(?:died|have died|are dying|was killed|were killed|will die|got killed|could die|passed away|lost (?:his|her|their) li\w+)",
        r"(?:could|nearly|almost)(?: \w{1,8})? (?:have )?(?:killed|died|drowned|suffocated) (?:me|us|my|him|her|someone|because|from|after|in your|on your|people)", r"blood on your hands", rf"(?:caused|cause|causing|linked to|responsible for|led to){NEAR}(?:deaths?|fatality|fatalities)", r"(?:fatal|deadly|lethal) (?:accident|crash|fire|defect|fault|dose|incident|injur\w+)", r"risk(?:ing|ed)? (?:people's|our|my|their|human|everyone's) lives", r"your (?:product|food|company|drug|medicine|car|device|staff|negligence)(?: \w{1,10}){0,3} (?:killed|kills|is killing)", r"you (?:people |guys )?(?:killed|murdered) (?:my|our|him|her|them|people|someone)",
    ),
    rule(
        "fire or explosion", 0.9,
        "fire flames exploded explodes explode exploding explosion blew smoke smoking sparks sparking melted melting overheated overheats gas monoxide burned burnt ignited burst smouldering",
        rf"{_THING}{FAR}(?:caught (?:on )?fire|catch(?:es|ing)? (?:on )?fire|on fire|burst into flames|went up in flames|in flames|exploded|explodes|blew up|ignited|burned down|burnt down|started (?:to )?smok\w+|sparks? (?:came|flew|flying)|started sparking|melted)",
        r"(?:caught|catch|catches|catching|started|cause[ds]?|starting|set)(?: \w{1,8}){0,3} (?:on )?fire(?! sale)", r"(?:exploded|explodes|exploding|blew up|burst|melted)(?: \w{1,8}){0,4} (?:in (?:my|his|her|our|the)|while (?:charging|using|on)|next to|on my|near my|in your)", r"burst into flames", r"(?:smoke|flames|sparks)(?: \w{1,8}){0,3} (?:out of|coming|pouring|came|from) (?:\w{1,8} ){0,3}(?:charger|battery|device|outlet|it|phone|oven|plug|machine|dryer|car|unit|back|laptop|socket)", r"fire (?:hazard|brigade|department|service|fighters?|alarm went)", r"gas leak", r"carbon monoxide", r"(?:burned|burnt) (?:down|a hole|my (?:house|home|kitchen|bed|sofa|carpet|floor|car|flat|apartment|table))", r"explosion (?:in|at|of|caused)", r"an explosion",
    ),
    rule(
        "leaked data", 0.9,
        "other customers' people's breach breached leak leaked leaking leaks hacked hackers exposed stolen personal privacy gdpr identity else's data darkweb dark someone another strangers",
        r"data (?:breach|leak|leaked|was leaked|has been leaked|theft|got leaked|got stolen|was stolen)", r"security breach", rf"(?:my|our|customers?'?|users?'?|your customers?'?|people's|all the|everyone's|patients?'?)(?: \w{{1,12}}){{0,2}} (?:data|details|info|information|card (?:details|numbers?|data|info\w*)|addresse?s?|passwords?|emails?|numbers?|records|photos|identity){FAR}(?:leak(?:ed|ing)?|stolen|exposed|hacked|breached|for sale|public|online|dark web|sold|being sold|published|visible)",
        rf"(?:leaked|exposed|published|stole|sold|shared|gave out|gave away)(?: \w{{1,10}}){{0,2}} (?:my|our|customers?'?|users?'?|people's|his|her|private|personal)(?: \w{{1,12}}){{0,2}} (?:data|details|info|information|card (?:details|numbers?|data|info\w*)|address|password|passwords|email|emails|number|records|photos|identity)", r"your (?:site|website|app|system|systems|servers?|database|company|network)(?: \w{1,10}){0,3} (?:hacked|breached|compromised|leaking)", r"(?:someone else's|other people's|another customer's|other customers'?|a stranger's)(?: \w{1,12}){0,2} (?:account|data|details|orders?|order history|address|info|information|name and address|invoice|card|booking|bill|statement|medical|photos|messages|emails?)",
        r"(?:can|could) see (?:\w{1,10} )?(?:other|another|someone else's|somebody else's|strangers'?)(?: \w{1,12}){0,3} (?:account|data|details|orders?|address(?:es)?|info\w*|messages)", r"identity (?:theft|stolen)", r"gdpr (?:breach|violation|complaint)", r"(?:dark ?web)", r"stolen from your (?:database|servers?|system|site)",
    ),
    rule(
        "legal threat", 0.9,
        "sue suing sued court lawyer lawyers attorney attorneys solicitor solicitors legal lawsuit lawsuits litigation charges barrister liable negligence class claims prosecute prosecuted subpoena defamation",
        r"(?:will|'ll|gonna|going to|am|i'm|we're|could|should|can|want to|ready to|let's|to|thinking of|about to|may|might)(?: \w{1,8}){0,2} su(?:e|ing)", r"su(?:e|ing|ed) (?:you|your|the company|them|this company|@user)", r"see you in court", r"(?:take|taking|took|taken)(?: \w{1,8}){0,3} to (?:small claims |consumer )?court", r"(?:my|our|a|your|the|call|contact|hear from)(?: \w{1,8}){0,2} (?:lawyers?|attorneys?|solicitors?|barrister)", r"legal (?:action|proceedings|advice|team|notice|steps|department|claim|case|representation)", r"law ?suits?", r"class action", r"small claims", r"consumer (?:court|forum)", r"press(?:ing)? charges", r"lawyer(?:ed|ing)? up", r"gross negligence", r"(?:sued|prosecuted) for", r"you(?:'ll| will) (?:be )?hear(?:ing)? from (?:my|our)",
    ),
    rule(
        "regulator or police", 0.85,
        "fda ftc fcc ofcom ico cfpb cpsc osha bbb ombudsman standards regulator authorities police attorney ofgem caa dot profeco procon indecopi dgccrf cnil bafin agcom health consumer report reported reporting 911 authority inspector inspectors",
        rf"(?:report|reported|reporting|reports|complain|complained|complaint|file|filed|filing|contact|contacted|contacting|call|called|calling|going|go|went|write|wrote|written|inform|informed|escalate|escalating|escalated|forward\w*|tell|told){NEAR}(?:to |with )?(?:the )?(?:\w{{1,12}} )?(?:fda|ftc|fcc|ofcom|ico|cfpb|cpsc|osha|bbb|trading standards|food standards|advertising standards|ombudsman|regulators?|authorit(?:y|ies)|police|attorney general|health (?:department|inspector|authority|board|dept)|data protection|consumer (?:protection|affairs|rights|authority|council)|ofgem|caa|dot|better business bureau|profeco|procon|indecopi|dgccrf|cnil|bafin|aeroplane authority|labor board)",
        r"police report", r"(?:the )?police (?:are|were|have been|is|came|involved|called)",
    ),
    rule(
        "discrimination", 0.85,
        "racist racism sexist sexism homophobic homophobia transphobic transphobia discriminate discriminated discriminates discrimination discriminating discriminatory islamophobic islamophobia antisemitic antisemitism ableist ageist profiled profiling bigoted refused racially because blackface misogynistic xenophobic",
        r"(?:racist|sexist|homophobic|transphobic|islamophobic|antisemitic|ableist|ageist|misogynistic|xenophobic|bigoted|discriminatory)(?: \w{1,12}){0,3} (?:ad|ads|advert|campaign|staff|employees?|company|store|manager|driver|policy|policies|commercial|treatment|security|guard|service|brand|post|waiter|agent|crew|behaviou?r|remarks?|comments?|practices|employer|hiring|boss|clerk|name|packaging|slur)",
        r"(?:your|you|you're|this|that|the|his|her|these|ur|so|is|are|was|were|blatantly|straight up|openly)(?: \w{1,12}){0,5} (?:racist|sexist|homophobic|transphobic|islamophobic|antisemitic|ableist|misogynistic|xenophobic|discriminatory|discriminating|discriminates?|blackface)", r"discriminat(?:ed|es?|ing|ion)(?: \w{1,12}){0,2} (?:against|because|on|based|by|for|at|in|towards)", r"(?:is|was|pure|clear|obvious|blatant|faced|experienced|racial|gender|age|disability|such) discrimination", r"racial(?:ly)? (?:profil\w+|abus\w+|slurs?|motivated)", r"(?:racism|sexism|homophobia|transphobia|antisemitism|islamophobia)(?: \w{1,10}){0,3} (?:at|in|by|from|of) (?:your|the|this|@user)", r"(?:your|promoting|tolerat\w+|experienced|faced|this is|such|pure|blatant) (?:\w{1,8} )?(?:racism|sexism|homophobia|transphobia|antisemitism|islamophobia)",
        rf"(?:refused|denied|kicked|thrown|threw|ignored|followed|turned away|treated|asked|told|searched|fired|charged|rejected|wouldn't|won't|didn't){FAR}because (?:i am|i'm|im|we are|we're|he is|he's|she is|she's|they are|they're|of|my \w+ is|being) (?:\w{{1,8}} )?{_GROUPS}", rf"because (?:i am|i'm|im|we are|we're|he is|he's|she is|she's|they are|they're) (?:a )?{_GROUPS}(?! as well)", r"refused (?:to serve|service|entry)(?: \w{1,12}){0,6} (?:wheelchair|guide dog|service dog|hijab|black|gay|couple)",
    ),
    rule(
        "boycott call", 0.85,
        "boycott boycotting boycotted boycotts #boycott stop buying avoid cancel cancelling unfollow spread everyone anybody nobody pledge petition",
        r"#?boycott\w{0,30}", r"(?:everyone|everybody|people|we|you all|y'all|let's|lets|please)(?: \w{1,8}){0,3} (?:stop|quit|never|don't|dont|should not|shouldn't)(?: \w{1,8}){0,2} (?:buy|buying|shopping|shop|using|use|supporting|support|order|ordering|eating|drinking)", r"(?:stop|quit) (?:buying|shopping|supporting|giving money to|eating|drinking|spending)(?: \w{1,8}){0,3} (?:from|at|with|this|these|their|@user|brand|company|products?|here)", r"do not (?:buy|support)(?: \w{1,8}){0,3} (?:from|this (?:brand|company)|@user|them)", r"(?:cancel|cancelling|deleting|closing) (?:our|your|all|everyone's) (?:accounts?|subscriptions?|orders?)(?: \w{1,8}){0,3} (?:in protest|until|together|now)", r"spread the word", r"(?:sign|signed|start\w*) (?:the|a|this|our) petition",
    ),
    rule(
        "press", 0.8,
        "journalist reporter press media newspaper newspapers bbc cnn news article story tv editor comment statement",
        r"(?:i'm|i am|im|we are|we're) (?:a |an |the )?(?:\w{1,12} ){0,2}(?:journalist|reporter|editor|producer)(?: \w{1,10}){0,6}", r"(?:journalist|reporter) (?:here|from|at|with|for)", r"(?:writing|working on|preparing|doing) (?:a|an) (?:\w{1,8} )?(?:story|article|report|piece|documentary)(?: \w{1,10}){0,6} (?:on|about|you|your|comment)", r"(?:going|go|went|talk\w*|contact\w*|tell\w*|told|call\w*|write|writing|send\w*|leak\w*|take this|taking this)(?: \w{1,8}){0,3} to (?:the )?(?:press|media|news|papers|newspapers?|bbc|cnn|journalists?|tv)", r"(?:contact(?:ed|ing)?|call(?:ed|ing)?|told|tell(?:ing)?|inform(?:ed|ing)?) (?:the )?(?:press|media|news|newspapers?|bbc|cnn|journalists?|local news|tv)", r"request for comment", r"(?:press|media) (?:enquiry|inquiry|request|query)", r"on the news tonight",
    ),
    rule(
        "abuse by staff", 0.9,
        "assaulted assault harassed harassing harassment groped molested raped stalked threatened hit punched attacked beaten touched",
        r"(?:sexually|physically|verbally|was|were|been|got|me|her|him|being|i) (?:\w{1,8} )?(?:assaulted|harassed|groped|molested|raped|stalked|threatened|punched|attacked|beaten|spat on)(?: \w{1,10}){0,5} (?:by|in|at|your|on)", r"your (?:staff|driver|guard|security|employee|manager|worker|courier|agent|security guard|team|bouncer|waiter)(?: \w{1,10}){0,4} (?:assaulted|harassed|groped|touched|hit|punched|attacked|threatened|followed|pushed|grabbed|slapped|spat|stalked|beat)", r"sexual (?:harassment|assault|abuse)",
    ),
    rule(
        "self-harm", 0.95,
        "suicide suicidal myself die live kill life pills end",
        r"(?:kill|killing|hurt|hurting|cut|cutting|harm|harming|hang|hanging) myself", r"(?:end|ending|take|taking) (?:my|it all|my own)(?: own)? (?:life|now|tonight)", r"(?:want|wanna|ready|wish|going) (?:to |i could )?die(?! for| of laugh| laugh)", r"suicid(?:e|al)(?: \w{1,8}){0,3}", r"(?:don't|dont|no longer|can't) want to (?:live|be alive|be here anymore|exist|go on)", r"no reason to live", r"better off (?:dead|without me)", r"self harm\w*",
    ),
    rule(
        "harm, law or boycott (Spanish)", 0.85,
        "intoxicado intoxicada intoxicados intoxicación intoxicó intoxicaron enfermo enferma enfermos enfermé enfermó enfermaron vomitando hospital urgencias alergia alérgica herido herida heridos quemó quemé quemadura quemaduras explotó incendio incendió fuego murió muerto muerta muertos mató mataron falleció filtrado filtraron filtración robaron hackeado demanda demandar demandaré denunciar denunciarlos denunciarles denunciaros denunciarte demandarlos demandarles demandaros demandarte intoxiqué intoxicamos denuncia denunciaré denunciado abogado abogados juicio tribunales racista racistas racismo discriminación discriminan discriminaron boicot boicotear homófobo machista sangrando vidrio suicidarme matarme morirme gusanos policía",
        r"(?:me|nos|se|mi \w{1,10}|lo|la)(?: \w{1,10}){0,3} (?:intoxi[cq]\w+|enferm[éóao]\w*|quem[éó]|electrocut[éó])(?: \w{1,10}){0,6}", r"intoxicaci[oó]n(?: alimentaria)?|me intoxiqu[eé]", r"(?:hospital|urgencias)(?: \w{1,10}){0,8} (?:por|tras|después|producto|comer|comida|su|culpa)", r"(?:por|tras|después de)(?: \w{1,10}){0,6} (?:hospital|urgencias|vomit\w+|enferm\w+)", r"(?:reacción alérgica|quemaduras?)", r"(?:explotó|se incendió|se prendió fuego|empezó a arder|salía humo|un incendio|se quemó)", r"(?:mi|su|una|un|la|el)(?: \w{1,10}){0,3} (?:murió|falleció|está muert[oa]|mataron|mató)", r"mataron a (?:mi|un|una)", r"(?:datos|tarjetas?|contraseñas?|información)(?: \w{1,10}){0,4} (?:filtrad\w+|filtraron|robad\w+|robaron|expuest\w+|hackead\w+)", r"filtración de datos", r"(?:voy a|vamos a|los|les|pienso) (?:\w{1,8} )?(?:demandar\w*|denunciar\w*)", r"(?:demandaré|denunciaré|demanda colectiva)", r"(?:mi|mis|nuestro|con un|al) abogados?", r"(?:acciones legales|vía legal|tribunales|nos vemos en (?:el juzgado|los tribunales))", r"(?:son|es|anuncio|personal|empleado|muy|trato|por) (?:\w{1,10} )?(?:racistas?|homófob\w+|machistas?)", r"discrimina(?:ción|n|ron|do|da|dos)", r"boicot\w*", r"(?:vidrios?|gusanos?|metal)(?: \w{1,8}){0,2} en (?:mi|la|el|su)", r"(?:matarme|suicidarme|quitarme la vida|no quiero vivir)", r"(?:llamar|llamé|denuncié|avisar) a la policía",
    ),
    rule(
        "harm, law or boycott (French)", 0.85,
        "intoxication malade malades empoisonné vomi vomir hôpital hopital urgences allergique blessé blessée blessés brûlé brûlée brûlures brulé explosé explose feu incendie mort morte morts tué tuée décédé décédée fuite piraté piratées volées fuité avocat avocats justice plainte tribunal procès raciste racistes racisme discrimination discriminé discriminée boycott boycotter boycottez #boycott sexiste homophobe verre suicider police électrocuté",
        r"intoxications?(?: alimentaire)?", r"(?:rendu|tombé|tombée|tombés|est|suis|sommes|rend) (?:\w{1,10} )?malades?(?: \w{1,10}){0,6} (?:après|à cause|avec|votre|vos)", r"(?:après|à cause de)(?: [\w']{1,12}){0,8} (?:malades?|vomi\w*|hôpital|hopital|urgences)", r"(?:rendus?|rendue) malades?", r"(?:hôpital|hopital|urgences)(?: [\w']{1,10}){0,6} (?:après|à cause|votre|vos|pour)", r"(?:réaction allergique|brûlures?)", r"(?:s'est|me suis|a été|est|gravement|s'être) (?:\w{1,10} )?(?:blessée?s?|brûlée?s?|électrocutée?)", r"(?:a|ont|batterie|chargeur) (?:\w{1,10} )?(?:explosé|pris feu)", r"pris feu|un incendie|début d'incendie", r"(?:mon|ma|un|une|des|ses)(?: \w{1,10}){0,4} (?:est morte?|sont morts|décédée?|tuée?s?)", r"vous avez tué", r"fuite de(?:s)? données", r"(?:données|cartes?|mots de passe|coordonnées)(?: [\w']{1,10}){0,4} (?:fuité|volée?s|piratée?s|exposée?s|en ligne|dans la nature)", r"(?:porter|porte|déposer|dépose|déposé) plainte", r"(?:mon|mes|notre|un) avocats?", r"(?:au tribunal|en justice|un procès|recours collectif|action en justice)", r"(?:vous êtes|c'est|pub|publicité|personnel|vigile|trop|très|des propos|propos) (?:\w{1,10} )?(?:racistes?|sexistes?|homophobes?)", r"(?:la|une|de|victime de) discrimination|discriminée?s?", r"#?boycott\w*", r"(?:verre|métal|asticots?) dans (?:mon|ma|mes|la|le)", r"(?:me suicider|me tuer|plus envie de vivre|en finir avec la vie)", r"appel\w* la police",
    ),
    rule(
        "harm, law or boycott (German)", 0.85,
        "vergiftet vergiftung lebensmittelvergiftung krank übergeben erbrochen krankenhaus notaufnahme allergische allergisch verletzt verletzung verbrannt verbrennungen explodiert explosion feuer brand flammen gebrannt gestorben tot tote getötet umgebracht datenleck datenpanne daten gehackt gestohlen anwalt anwälte anwältin anzeige verklagen verklage klage gericht rassistisch rassismus rassist rassisten diskriminiert diskriminierung boykott boykottieren boykottiert #boykott sexistisch homophob glas umbringen polizei stromschlag verbraucherzentrale",
        r"(?:lebensmittel)?vergiftung(?:en)?", r"vergiftet", r"(?:krank|übergeben|erbrochen|schlecht)(?: \w{1,12}){0,6} (?:nach|wegen|von (?:eurem|eurer|dem|der))", r"(?:nach|wegen|von)(?: \w{1,14}){0,7} (?:krank geworden|krank|übergeben|erbrochen|krankenhaus|notaufnahme)", r"(?:im|ins|in der) (?:krankenhaus|notaufnahme)", r"allergische reaktion", r"(?:hat|habe|wurde|wurden|schwer|sich|bin|ist|mich) (?:\w{1,12} ){0,4}(?:verletzt|verbrannt|verbrüht)", r"verbrennungen|stromschlag", r"(?:akku|ladegerät|handy|gerät|batterie|es|auto|ofen)(?: \w{1,12}){0,4} (?:explodiert|gebrannt|feuer gefangen|in flammen|in brand)", r"feuer gefangen|in flammen|in brand geraten|ist explodiert", r"(?:mein|meine|ein|eine|der|die)(?: \w{1,12}){0,4} (?:gestorben|ist tot|getötet|ums leben)", r"habt(?: \w{1,10}){0,4} (?:umgebracht|getötet)", r"daten(?:leck|panne|klau)", r"(?:daten|passwörter|kreditkarten?\w*)(?: \w{1,12}){0,4} (?:geleakt|gestohlen|gehackt|im netz|veröffentlicht)", r"(?:mein|meinen|meinem|unser|unseren|einen|zum|vom) (?:rechts)?anw[aä]lt\w*", r"(?:ich|wir) (?:\w{1,8} ){0,3}(?:verklag\w+|zeige (?:euch|sie) an)", r"(?:verklag\w+|anzeige erstatte\w*|strafanzeige|vor gericht|rechtliche schritte|sammelklage|verbraucherzentrale)", r"(?:rassist\w*|sexistisch\w*|homophob\w*)(?: \w{1,12}){0,3}(?:werbung|mitarbeiter|personal|spruch|laden)?", r"diskriminier\w+", r"#?boykott\w*", r"(?:glas|metall|maden)(?:splitter)? (?:in|im) (?:meinem|meiner|dem|der|essen)", r"(?:mich umbringen|nicht mehr leben|selbstmord)", r"(?:die|zur) polizei",
    ),
    rule(
        "harm, law or boycott (Italian)", 0.85,
        "intossicazione intossicato intossicata avvelenato malato malata male vomitato vomitare ospedale pronto allergica ferito ferita feriti bruciato bruciata ustioni esploso esplosa esplosione fuoco incendio fiamme morto morta morti ucciso uccisa dati rubati hackerati avvocato avvocati denuncia denunciare denuncio querela tribunale causa razzista razzisti razzismo discriminazione discriminato discriminata boicottare boicottate boicottaggio #boicotta sessista omofobo vetro uccidermi polizia carabinieri",
        r"intossicazion[ei]|intossicat[oaie]|avvelenat[oaie]", r"(?:stat[oaie]|sentit[oaie]|star|sto) (?:\w{1,10} )?male(?: \w{1,10}){0,6} (?:dopo|per colpa|con)", r"dopo(?: [\w']{1,12}){0,8} (?:male|vomit\w+|ospedale|pronto soccorso)", r"(?:in|all'|al) ?(?:ospedale|pronto soccorso)", r"reazione allergica|ustion[ei]", r"(?:si è|mi sono|è rimast[oa]|stat[oa]|gravemente) (?:\w{1,10} )?(?:ferit[oaie]|bruciat[oaie]|ustionat[oaie]|fatt[oa] male)", r"(?:è|ha) (?:\w{1,10} )?(?:espl(?:os[oa])|preso fuoco)|preso fuoco|un incendio|in fiamme|un'esplosione", r"(?:mio|mia|un|una)(?: \w{1,10}){0,4} (?:è mort[oa]|sono morti|uccis[oa])", r"avete ucciso", r"(?:fuga|furto|violazione) di? ?dati|(?:dati|carte|password)(?: \w{1,10}){0,4} (?:rubat[ie]|hackerat[ie]|divulgat[ie]|online)", r"(?:mio|miei|nostro|un|al|dal) (?:\w{1,8} )?avvocat[oi]", r"(?:vi|la|li) (?:denunc\w+|quer\w+)|(?:denuncerò|sporg\w+ denuncia|fare causa|faccio causa|vie legali|azione legale|class action|in tribunale)", r"(?:siete|è|pubblicità|personale|commesso|spot|dei) (?:\w{1,10} )?(?:razzist[aei]|sessist[aei]|omofob[oaie])", r"discriminat[oaie]|discriminazion[ei]", r"#?boicott\w+", r"(?:vetro|metallo|vermi) (?:nel|nella|nei|dentro)", r"(?:uccidermi|suicidarmi|non voglio più vivere)", r"(?:chiam\w+|alla|alle) (?:la polizia|i carabinieri|polizia)",
    ),
    rule(
        "harm, law or boycott (Portuguese)", 0.85,
        "intoxicação intoxicado intoxicada intoxicados mal doente vomitando vomitei hospital alergia alérgica ferido ferida queimou queimei queimadura queimaduras explodiu explosão fogo incêndio chamas morreu morto morta mataram matou faleceu vazaram vazamento vazados dados roubados hackeado processar processo processinho advogado advogados justiça procon denunciar denúncia racista racistas racismo discriminação discriminado boicote boicotar boicotem #boicote homofóbico machista vidro suicidar matar polícia",
        r"intoxica(?:ção|d[oa]s?|ção alimentar)", r"(?:passei|passou|passamos|ficou|fiquei|ficaram) (?:muito )?(?:mal|doentes?)(?: \w{1,10}){0,6} (?:depois|após|por causa|com)", r"(?:depois|após)(?: \w{1,10}){0,8} (?:mal|doente|vomit\w+|hospital)", r"(?:no|pro|para o|ao) hospital", r"reação alérgica|queimaduras?", r"(?:se|me) (?:\w{1,8} )?(?:queimou|queimei|machucou|machuquei|feriu|feri|cortou)|levou um choque|levei um choque", r"(?:explodiu|pegou fogo|pegando fogo|em chamas|um incêndio|uma explosão)", r"(?:meu|minha|um|uma|o|a)(?: \w{1,10}){0,4} (?:morreu|faleceu|está mort[oa])|(?:mataram|matou) (?:o |a )?(?:meu|minha|um|uma)", r"vaza(?:mento|ram|dos) (?:de |os |meus )?dados|(?:dados|senhas?|cartões|cartão)(?: \w{1,10}){0,4} (?:vazad\w+|vazaram|roubad\w+|expost\w+|hackead\w+)", r"(?:vou|vamos) (?:\w{1,8} )?(?:processar|denunciar|acionar)|(?:meu|minha|um|com) advogad[oa]s?|(?:na justiça|ação judicial|processo judicial|pequenas causas)|procon", r"(?:são|é|propaganda|funcionári[oa]|segurança|muito|loja) (?:\w{1,10} )?(?:racistas?|homofóbic[oa]s?|machistas?)", r"racismo|discrimina(?:ção|d[oa]s?|ram)", r"#?boicot\w+", r"(?:vidro|metal|larvas?) (?:no|na|dentro)", r"(?:me matar|me suicidar|não quero mais viver)", r"(?:chamar|chamei|na|à) (?:a )?polícia",
    ),
    rule(
        "harm, law or boycott (Vietnamese)", 0.85,
        "ngộ độc cấp viện nhập dị bỏng thương cháy nổ chết tử lộ rò kiện luật công báo phân kỳ tẩy #taychay taychay đau nôn hack",
        r"ngộ độc", r"(?:nhập|đi|vào) (?:bệnh )?viện|đi cấp cứu|cấp cứu", r"dị ứng (?:nặng|sau|do|vì)|bị dị ứng", r"(?:đau bụng|nôn|tiêu chảy)(?: \w{1,8}){0,6} (?:sau khi|vì|do)|sau khi (?:ăn|uống|dùng)(?: \w{1,8}){0,8} (?:đau bụng|nôn|tiêu chảy|ốm|mệt)", r"bị bỏng|bị thương|bị điện giật|điện giật", r"(?:bị |phát |bốc )?cháy(?: nổ)|phát nổ|bốc cháy|bị nổ|cháy nhà|nổ pin|pin nổ", r"(?:chết người|tử vong|làm chết|đã chết|chết vì|mất mạng)", r"(?:lộ|rò rỉ|bán|đánh cắp) (?:thông tin|dữ liệu)|bị hack", r"(?:sẽ |đi |khởi )kiện|luật sư|ra tòa|pháp luật|công an|báo chí|lên báo", r"phân biệt (?:đối xử|chủng tộc|vùng miền)|kỳ thị", r"tẩy chay|taychay", r"(?:tự tử|không muốn sống)",
    ),
)  # fmt: skip
