"""English."""

CLASSES = {
    "kid": "kid|kids|child|childs|children|childrens|son|sons|daughter|daughters|baby|babys|babies"
    "|toddler|toddlers|infant|infants|boy|boys|girl|girls|teen|teens|teenager|teenagers|nephew"
    "|niece|grandson|granddaughter|newborn|schoolchild|schoolchildren|schoolgirl|schoolgirls"
    "|schoolboy|schoolboys|pupil|pupils|preschooler|1yo|2yo|3yo|4yo|5yo|6yo|7yo|8yo|9yo",
    "family": "mother|mom|mum|mam|father|dad|husband|wife|partner|son|daughter|brother|sister|baby"
    "|grandma|grandmother|grandpa|grandfather|granny|uncle|aunt|nan|fiance|fiancee|friend",
    "body": "hand|hands|finger|fingers|thumb|arm|arms|leg|legs|foot|feet|face|mouth|lip|lips|tongue"
    "|throat|skin|eye|eyes|chest|stomach|neck|back|knee|ankle|wrist|gum|gums|lap|thigh|scalp|body",
    "bone": "arm|leg|wrist|ankle|tooth|teeth|neck|nose|finger|toe|hip|rib|ribs|bone|bones|jaw|skull"
    "|collarbone|elbow|shoulder|kneecap|foot|hand|spine",
    "minor": "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|three|four|five|six|seven|eight|nine|ten"
    "|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen",
    "protected": "black|asian|latino|latina|hispanic|indian|arab|arabic|african|chinese|mexican"
    "|muslim|jewish|jew|hindu|sikh|gay|lesbian|bi|bisexual|trans|transgender|queer|nonbinary"
    "|disabled|disability|wheelchair|deaf|autistic|pregnant|immigrant|immigrants|foreigner"
    "|foreigners|foreign|accent|skin|race|religion|religious|hijab|headscarf|turban|gender"
    "|nationality|ethnicity|colour|color|woman|women|female|elderly|fat|weight|older|refugee",
    "outlet": "bbc|cnn|reuters|bloomberg|itv|npr|cnbc|nyt|afp|fox|abc|nbc|cbs|guardian|times|post",
    "laugh": "lol|lmao|lmfao|rofl|haha|hahaha|hahahaha|hehe|xd|laughing|laugh|laughed|laughter",
}

GRAVE = {
    "injury": """
        died|dies|dying|dead; death|deaths; fatal|fatally|fatality|fatalities|lethal|deadly
        killed|killing|kills|killers
        kill <number>|people|workers|customers|animals|dogs|cats|kids|children
        victim|victims|casualt*; bodies found|recovered; feared dead
        people|person|persons|workers|worker|passengers|children missing|trapped|unaccounted
        unaccounted for; death toll; evacuate*|evacuation
        murder|murdered|murderer|murderers|manslaughter; pass|passed|passing away; lost ~ life|lives
        lost my|our|his|her <family>; cost ~ life|lives
        never|not|didnt|doesnt|wont wake|woke|waking up; rip; rest in peace; condolence*
        funeral|funerals|grieving|mourning|bereaved|widow|widower|obituary|coffin|corpse|autopsy
        hospital|hospitals|hospitalis|hospitaliz|hospitalised|hospitalized|hospitalise|hospitalize
        in|to|at the er; emergency room|ward|surgery|services; ambulance|ambulances|paramedic*
        intensive care; icu; surgery|surgeries|stitches|concussion|concussed|coma|unconscious
        unresponsive|collapsed|collapses|fainted|fainting|faint; passed|passes out; seizure|seizures
        had|having|have|suffered|suffer ~ stroke; heart attack; cardiac arrest; life threatening
        injury|injured|injuries|injure|injures|injuring; wound|wounded|wounds
        bleeding|bled|bleeds|blood|bloody; fracture|fractured|fractures
        broke|broken|breaking|snapped|shattered ~ <bone>; chipped|cracked|lost ~ tooth|teeth
        tooth|teeth ~ broke|broken|chipped|cracked; crushed ~ <body>; crushed in|by|to|under
        burned|burnt|burn|burning|scalded|scald ~ <body>; degree burn|burns; burns on|all
        scalded|scalding|blister|blisters|blistered; cut|cuts|sliced|slashed ~ <body>
        choked|chokes|choking|choke; suffocat*; drowned|drowning|drowns; strangled|strangling
        cant|cannot|couldnt|not|trouble|difficulty|hardly|struggling|struggled ~ breathe|breathing
        stopped breathing; throat|tongue|face|lips ~ swell|swelled|swelling|swollen|swole|closed
        swollen; allergic|allergy|allergies; went into shock; anaphyla*; epipen|epipens
        rash|rashes|hives|eczema; skin ~ peeling|burning|burned|infected
        poison|poisoned|poisoning|poisonous|poisons; foodpoisoning; salmonella|listeria|botulism
        norovirus|ecoli; e coli; carbon monoxide; toxic fumes|smoke|chemicals; asbestos|contaminat*
        sick|ill|unwell after|from|for|because|since|with|all; made|making|makes|make ~ sick|ill
        got|getting|get|felt|feeling|feel|been|fell|became|becoming|were|was ~ sick|ill|unwell
        violently|seriously|really ill|sick; vomit*; throwing|threw|throw up; puked|puking|puke
        diarrhea|diarrhoea; nausea|nauseous|dizzy|dizziness; stomach ~ pump|pumped|cramps|pain
        miscarriage|miscarried|miscarry|stillborn|stillbirth; lost the|our|my baby; electrocut*
        electric|electrical ~ shock|shocks|fire; exploded|explodes|exploding|explosion
        blew up in|on|next|while; caught|catches|catch|catching|set|sets|setting ~ fire|alight
        burst|bursts|went|up in|into flames; house fire; smoke inhalation; burned|burnt down
        piece|pieces|shard|shards|bit|bits|chunk|chunks|sliver|found|there|was ~ glass|razor|needle
        piece|pieces|shard|shards|bit|bits|chunk|chunks|sliver|found|bit ~ metal|blade|screw|staple
        found|there|bit|was|is ~ nail in; swallowed|swallows|swallow|swallowing ~ battery|magnet
        swallowed|swallow ~ button|piece|plastic|bead|part|magnets|batteries; run over
        hit|struck by a|your|the car|truck|van|lorry|driver
        serious|bad|terrible|work|workplace|car accident; accident at|in|on|with your|the|our|my
        slipped|tripped|fell|fall ~ floor|stairs|steps|step|wet|ice|hole
        hurt myself|himself|herself|themselves|badly|my|his|her|someone|people|itself
        got|get|was|were|been|be hurt; hurts|hurting so|my|really|badly; chest pain|pains
        severe|terrible|excruciating|unbearable|constant|awful pain|pains|headache|cramps
        permanent|permanently ~ damage|scar|scars|scarred|damaged; scarred for; went blind; blinded
        lost ~ sight|eye|finger|vision|hearing|leg|arm; paraly*; amputat*; brain damage
        cancer|tumor|tumour|leukemia|leukaemia|carcinogen*; overdose|overdosed|overdosing
        assault|assaulted|assaults; rape|raped|rapist|rapists; molest*; groped|groping|grope
        sexually|sexual abuse|abused|harassed|harassment|assault; stabbed|stabbing
        was|were|been|got|being shot; shot dead; mass|school shooting; shooting at|in; beaten up
        punched|kicked|slapped ~ me|him|her|my|by; human remains; lost consciousness; food ~ unsafe
        health hazard; safety hazard; fire hazard; almost|nearly died|killed; near death; sickness
        infection|infected; medical attention|help|emergency|bills; doctor ~ said|says|told
        """,
    "threat": """
        will|ill|gonna|going|should|hope|want|wanna|must|lets|could ~ kill|shoot|stab|murder ~ you
        will|ill|gonna|going|should|hope|want|wanna|must|lets ~ kill|stab|murder|lynch
        will|ill|gonna|going|should ~ shoot|hang you|your|him|her|them|everyone|somebody|this
        hope|want|wanna|must|lets ~ shoot|hang you|your|him|her|them|everyone|somebody|this
        will|ill|gonna|going|should|want|lets|wanna ~ burn|bomb|torch|smash|trash|destroy|attack
        burn ~ down; burn in hell; bomb|bombs|bombing|explosives; bullet|bullets; blow ~ up
        watch your back|backs|step; coming for you|your|ya; shoot up
        shoot you|him|her|them|whoever|everyone|everybody|your
        with|have|got|bring|bringing|brought a? knife|gun|rifle|machete|weapon|shotgun|bat
        death threat|threats; you ~ deserve|deserves to die|death; hope you|they|he|she|your die
        hope ~ die|dies|suffer|burn|cancer; beat you|him|her|them|your up|black|senseless|ass
        rot in; break your legs|neck; youll|you will|gonna pay|regret for|this; get what ~ coming
        terrorist|terrorists|terrorism
        i|we know where you|he|she|they ~ live|lives|work|works|sleep; slit|cut ~ throat
        find|hunt you|him|her|them and|down; kill you|them|him|her|all|everyone
        """,
    "legal": """
        lawyer|lawyers|attorney|attorneys|solicitor|solicitors|barrister|paralegal|advocate
        law firm|suit|suits; legal action|team|department|counsel|proceedings|letter|notice|rights
        legal|legally advice|steps|matter|case|threat|representation|consequences|obligated|bound
        take|taking|took|seek|seeking ~ legal; lawsuit|lawsuits|litigat*; sue|sued|suing|sues
        court|courts|courtroom|courthouse; tribunal|tribunals; small claims; seeyouincourt
        judge|judges|jury ~ decide|decides|rule|rules|order|ordered|case|verdict; verdict
        press|pressing|pressed|file|filing|filed|drop criminal? charges; subpoena*; class action
        injunction|injunctions|affidavit|testify|prosecut*|indicted|indictment|convicted
        cease and desist; defam*; libel|libellous|slander|slandered|slanderous
        claim|claiming|pay|owe|for|seek|seeking ~ damages; liable|liability; negligence|negligent
        fraud|frauds|fraudulent|fraudsters|defrauded; embezzl*; bribe|bribed|bribes|bribery
        money laundering; extortion|blackmail|blackmailed|racketeering; criminal|criminals|crime
        crimes; illegal|illegally|unlawful|unlawfully
        against|break|breaking|breaks|broke the|any law
        violat* ~ law|laws|contract|terms|rights|regulation|regulations
        breach|breached|breaching of; contract|warranty ~ breach|breached|void; police|cops|sheriff
        arrested|arrest; copyright|copyrighted|trademark|trademarked|infring*|plagiar*
        intellectual property
        stole|stolen|stealing|copied|copying|using my|our|her|his design|art|artwork|photo|work
        stole|stolen|stealing|copied|copying|using ~ designs|photos|picture|pictures|song|without
        perjury; consumer rights; know|knowing my rights; settle|settlement ~ court|lawyer|money
        theft|thieves ~ police|court; report|reported|reporting ~ police
        """,
    "press": """
        journalist|journalists|reporter|reporters|newsroom|newspaper|newspapers|correspondent
        press office|officer|inquiry|enquiry|inquiries|enquiries|contact|statement|team|secretary
        press release|releases|request|conference|query; media inquiry|enquiry|inquiries|enquiries
        media contact|request|relations|outlet|outlets|team|query|statement; request for comment
        care|like|want|wish|willing|available|refused|declined|decline to? comment on?
        comment on the|this|these|your|recent? story|allegation*|report|reports|incident|recall
        run|running|write|writing|doing|preparing|publishing|publish|filing|working|made ~ story
        run|running|write|writing|doing an|my article
        preparing|publishing|publish|filing|working|for an|my article
        writing|doing|preparing|publishing|working|publish|producing ~ investigation|documentary
        writing|doing|preparing|publishing|working|publish|producing ~ piece|feature|report|column
        on|off the record; interview ~ you|your|founder|ceo|someone|owner|spokes*|manager|anyone
        like|love|want to interview; for|request|do|give|an interview; spokes*
        on|my|our|story|press deadline; editor|producer|columnist at|of|with|for|here
        news desk|channel|station|agency|outlet|crew|team|programme|program
        from|for|with|at|of ~ tv|radio station|channel|programme|program|show|crew; for the radio
        channel <number> ~ like|want|here|would|interview|speak; from|for|with|at|of the? <outlet>
        <outlet> news? here|journalist|reporter|producer|team|would|wants|investigat*
        for|from|with|at the guardian; associated press; new york times; wall street journal
        financial|evening|daily|sunday|morning times|post|mail|mirror|telegraph|herald|news|tribune
        podcast host|interview
        use|feature|share|air ~ your video|footage|photo|clip ~ credit|permission|broadcast
        freelance writer|journalist|reporter; for a|the|our magazine|paper|newspaper|blog story
        """,
    "minors": """
        underage; under age; minors; to|with|im|am|hes|shes|served|serving|sold|selling a minor
        pedo|pedos|pedophil*|paedo*|csam
        child|children|childrens labor|labour|abuse|porn*|protection|services|slavery|exploitation
        child|kid ~ missing|kidnapped|abused|exploited|unsafe; kids|children ~ dying|exploited
        i am|im <minor> years|yrs|yo|y|yr|and|but|so|lol|male|female|f|m
        im|am only|just|literally <minor>; im a minor|kid|child; i am a minor|kid|child
        im|am in? <number>|6th|7th|8th|9th|5th grade|grader|form
        im|am in? 10th|sixth|seventh|eighth|ninth|fifth grade|grader|form
        middle|elementary|primary school ~ student|kid|girl|boy; without ~ parents ~ knowing
        my mom|mum|dad|moms|mums|dads|parents ~ card|permission|account|credit; pocket money
        sold|sell|sells|selling|serve|served|serving|gave|give ~~ minors|underage
        <minor> year|years|yr old|olds ~~ alcohol|beer|wine|vape|vapes|cigarettes|drink|drunk|drugs
        <kid> ~~ alcohol|beer|wine|vodka|vape|vapes|cigarettes|drugs|gambling|casino|porn|knife|gun
        alcohol|beer|wine|vape|vapes|vaping|cigarettes|tobacco|gambling|drugs|weapons ~~ <kid>
        <minor> year|years|yr old|olds ~~ choked|hurt|sick|burned|hospital|swallowed|rash|cut|hit
        <minor> year|years|yr old|olds ~~ touched|abused|kissed|naked
        <minor> year|years|yr old|olds ~~ scared|lost|alone|served|bought
        <kid> ~~ choked|choking|hurt|burned|burnt|hospital|swallowed|rash|bleeding|injured|allergic
        <kid> ~~ abused|touched|kidnapped|missing|bullied|harassed|scared|crying|unsafe|danger*
        <kid> ~~ slapped|hit|beaten|naked|nude|raped|groomed|trafficked|died|dead|killed|poisoned
        abused|touched|touching|touches|hit|slapped|yelled|screamed|grabbed|groped|kissed ~~ <kid>
        texting|messaging|following|stalking|grooming|hitting|raped|molested|naked|nude ~~ <kid>
        photo|photos|picture|pictures|pic|pics|video|videos|image|images ~ <kid> ~~ without|consent
        photo|photos|picture|pictures|pic|pics|video|image ~ <kid> ~~ consented|permission|remove
        photo|photos|picture|pictures|pic ~~ parent|parents consent*
        pics|video|image|take|took|taken ~~ parent|parents consent*
        <kid> ~~ photo|photos|picture|pictures|video|face|name ~~ without|consent|permission|delete
        parent|parents ~ consent|consented|permission; advertis*|market*|target* ~~ <kid>
        advertis*|market*|target* to|at kids|children|teens|minors; dangerous|unsafe for <kid>
        choking hazard; my|our baby|babys|toddler ~~ rash|reaction|sick|vomit*|fever|choked|hives
        """,
    "self-harm": """
        kill|killing|hurt|harm|hang|hanging|shoot myself
        unalive|cut|cutting|off|hurting|harming|delete myself
        killmyself|unalive|unaliving|unalived|kms|kys|sewerslide; end|ending my|his|her|their life
        end|ending|ended it all|things; take|taking|took|taken my|his|her|their own? life
        suicide|suicides|suicidal|suicidality; self harm|harming|harmed|injury; selfharm|selfharming
        want|wanna|wish|ready|going|gonna|rather to? die; want to be dead|gone; wanttodie|wannadie
        wish|wished i was|were|am dead|never|gone; wish ~ never born; rather be dead
        dont|not|never|no want|wanting|wanna to? live|exist|continue
        dont|not|never want|wanna to? be|go alive|here|on
        dont|not|never|longer want to? ~ anymore live
        no|any reason|point|will to|in live|living|life
        life ~ not|isnt|aint|no|nothing ~ worth|living|point
        life is|feels|seems ~ pointless|worthless|meaningless; nothing left to|for live|me
        not worth living; no longer want to live; cant|cannot go on; cant|cannot take it|this life
        better off without me; better off dead; nobody|noone|none would|will|d miss|care me
        no one would|will|d miss|care ~ gone|me|die|died; miss me if|when
        goodbye|farewell|bye everyone|world|all cruel?; kill yourself|urself|ur|yourselves|themself
        go die; go hang|jump; drink bleach; neck yourself; rope myself
        jump|jumping ~ off|from ~ bridge
        jump|jumping ~ off|from|front ~ building|roof|train|cliff|window; slit|slitting my wrists
        took|taken|taking|swallowed|swallow all|whole|entire|every ~ pills|tablets|pill|medication
        wouldnt|not|wont|never|dont wake|waking up ~ tomorrow|morning|again|anymore; wish ~ wake up
        anorexi*; bulimi*; starve|starving|purging|purge myself; severely|clinically|deeply depress*
        hate my life; tired of living|life|being alive; want it to|all end; want everything to end
        """,
    "discrimination": """
        racis*; sexis*; homophob*; transphob*; xenophob*; islamophob*; antisemit*; misogyn*; bigot*
        anti semit*|gay|black|muslim|asian|immigrant; ableis*; ageis*; discriminat*; prejudice*
        segregat*; apartheid; hate speech|crime|crimes; slur|slurs; n word; stereotyp*; blackface
        cultural appropriation; nazi|nazis; kkk; white supremac*; supremacist*; racial*|racially
        profiled|profiling; fat|body shame|shaming|shamed; fatshaming|bodyshaming|fatphob*
        because|bc|cause|cuz|for|since i|im|he|she|we|they|hes|shes|being|of ~ <protected>
        due|thanks to my|his|her|their|our <protected>; hijab|burqa|niqab|kippah|headscarf|yarmulke
        refuse*|refusing|denied|deny|turned ~~ <protected>
        kicked|threw|followed|rejected|ignored|mocked ~~ <protected>
        laugh*|made|making|mocking|mimick* ~~ accent|disability|religion|skin|race|wheelchair|hijab
        speak english or|only|here; go back to your|where|africa|mexico|china|asia|india
        women|woman|girls ~~ paid|earn|less ~ men
        only white|men|male people|men|guys|customers|women|faces|in|allowed; only whites
        no wheelchair|disabled ~ access|ramp|entrance|toilet|parking
        not|isnt|arent|no ~ wheelchair|disabled|accessible ~ access|friendly|accessible
        <protected> ~~ not|arent|isnt welcome|allowed|served; pay gap; equal pay
        fired|sacked ~ pregnant; everyone|anyone|people who looked|looks|look black|asian|arab
        everyone|anyone|people who looked|looks|look muslim|foreign|different|latino
        deaf|blind|disabled|autistic|wheelchair ~~ refused|ignored|excluded
        deaf|blind|disabled|autistic|wheelchair ~~ laughed|mocked|unwelcome; not inclusive
        hostile to|towards <protected>; hate|hates <protected> people|women|gays
        """,
    "data-breach": """
        hacked|hacker|hackers|hacking; data breach|breaches|leak|leaks|theft|privacy|loss|stolen
        breach|breached ~~ data|security|account|password|website|system; your|the|security breach
        leak|leaked|leaks|leaking|exposed|stolen|stole ~~ data|password|passwords|database|emails
        leak|leaked|leaks ~~ personal|details|information|info|addresses
        leaking|exposed|stolen|stole ~~ personal|details|information|info|addresses
        data|password|passwords|database|personal|details|credentials|emails ~~ leak|leaked|stolen
        data|password|passwords|database|personal|details|credentials|emails ~~ exposed|compromised
        data|passwords|database|customer|customers|list|emails ~~ sold|sale|dark|public|online
        dark web; phishing|phished; identity|id theft; stole|stolen ~ identity|card|credit
        scam text|sms; ransomware|malware|spyware|virus ~ site|website|link|app
        security hole|flaw|vulnerability; unauthori*
        someone|somebody|hacker|stranger ~~ my account|login|card|profile|password
        logged|logging in|into my; my account ~ hacked|compromised|stolen|accessed|taken
        someone|somebody elses|else ~~ order|orders|address|details|data|account|invoice|name|card
        another|other|different customer|customers|person|persons ~~ order
        another|other|different people|peoples|user|users ~~ order
        another|other|different|wrong customer|customers|person|persons ~~ details
        another|other|different|wrong people|peoples|user|users ~~ details
        another|other|different customers|customer|person ~~ invoice|address
        another|other|different persons|peoples|users|user ~~ invoice|address
        another|other|different customers|customer|person ~~ data|account|name
        another|other|different persons|peoples|users ~~ data|account|name
        stranger|strangers ~~ address|order|orders|data|details|account|name|email|invoice
        sold|selling|sell|shared my|our|his|her|customer ~ data|email
        sharing|share|gave|giving|leaked my|our|his|her|customer ~ data|email
        sold|selling|sell|shared my|our|his|her ~ number|information
        sharing|share|gave|giving|leaked my|our|his|her ~ number|information
        privacy violation|breach|invasion|violated; credit|debit|bank card|details ~~ stolen|fraud*
        card|bank ~ details|number|info|data ~~ stolen|exposed|leaked|visible|saved
        cloned|skimmed card; card ~ charged|used ~~ hacked|fraud|not me|without
        """,
    "regulator": """
        fda|ftc|fcc|osha|ofcom|ofgem|fca|cpsc|cfpb|usda|nhtsa|eeoc|gdpr|ccpa|hipaa|bbb|hmrc|irs
        the ico|asa|cma|hse|fsa|cqc|efsa|ecdc|epa; sec complaint|filing|investigation|investigate*
        trading standards|standard; advertising standards
        food standards|safety agency|authority|inspector|inspectors|inspection|violation|violations
        consumer protection|affairs|council|agency|commission
        environmental health|protection|agency; health inspector|inspectors|inspection|department
        health dept|authority|authorities|code|violation*; ombudsman|ombudsmen
        regulator|regulators|regulatory; watchdog; attorney general
        competition authority|commission|watchdog; antitrust; anti trust; price fixing; cartel
        data protection; right to be forgotten; subject access; the authorities|authority
        reported|report|reporting ~~ authorities|authority|agency|bureau
        complain|complained|complaint ~~ authorities|authority|agency|bureau
        labor|labour board|inspector|inspectorate|department|laws; whistleblow*; whistle blow*
        product|safety recall; recalled by|because|due; been|being|was|is|are recalled
        tax office|evasion|fraud|authority|authorities; evading|evade|evaded tax|taxes
        better business bureau; license|licence ~ revoked|suspended|operate; city council ~ report
        complain|complaint|report ~~ government|ministry|minister|mp|congress*|senator|council
        not|un approved|licensed|certified ~ sell|use|safe; inspection|inspectors ~~ kitchen|factory
        """,
    "doxxing": """
        i|we|you|everyone know|knows|found where ~ live|lives|sleeps; home|private address
        where he|she|they|you live|lives|sleep|sleeps; lives|live|living|resides at|on <number>
        he|she|who|they|manager|ceo|owner|cashier|barista ~ lives|live at|on
        his|her|their|my|staff phone|mobile|cell|email|mail|address|number is|here
        heres|here|this is his|her|their|my number|phone|address|email; passport|ssn number
        social security number; dox|doxx|doxed|doxxed|doxing|doxxing; licence|license plate
        call|text|whatsapp|phone|ring|reach|email ~ me|him|her|us at|on|under <number>; iban
        dot com|org|net|co; full name is|and; real name is
        """,
}

HARMLESS = """
    dying|die|dies to|for; to die for; dying|die|died|dead of|from|with? laughter|laughing|cuteness
    dying|die|died of|from boredom|envy|jealousy|excitement|curiosity|hunger|thirst|happiness|joy
    dying|die|died|dead|dies|killed|killing ~ <laugh>; <laugh> ~ dead|dying|died|dies|killed|killing
    nearly|almost|literally died|dead|dying laughing; drop dead gorgeous; wouldnt be caught dead
    dead serious|ringer|center|centre|on|end|ends|weight|simple|easy|sexy|gorgeous|cute|funny|good
    dead battery|phone|link|links|zone|set|sea|tired
    dead keen|nice|quiet|heat|lovely|fish|sure|cool|cheap
    battery|phone|laptop|plant|plants|flowers ~ died|dead|dying
    flower|camera|computer|machine|engine|screen ~ died|dead|dying
    tv|link|wifi|app|mic|headphones ~ died|dead|dies
    charger|device|kettle|grinder|shirt|shoes|speaker ~ died|dead|dies; die hard; old habits die
    never say die; killing|killed|kills|kill it|me|this|that|time|the
    killing|killed|kills the game|vibe|mood|look; would|could|d|id|i kill|murder for|a|an|some|one
    dressed to kill; murdered the dance; murder mystery; suspense|wait|anticipation ~ killing
    death by chocolate; loved|love|scared|bored|worried|sick|tickled|chilled to death
    sick beat|beats|design|designs|track|playlist|tune|shot|trick|look|kicks|ride|style|setup|edit
    thats|so|looks|sounds|absolutely|pretty sick; sick of waiting|it|this|the|these|your|all
    heart attack on a plate; blood orange|oranges|moon|type; blood sweat and; bleeding edge|heart
    new|fresh|young|royal|full|true blood; bloody good|brilliant|lovely|love|marvellous|fantastic
    bloody delicious|amazing|great|gorgeous|hell|mary|marys|excellent|well|nice|perfect|beautiful
    burning question|questions|desire|calories|up|fat; burn calories|fat|rubber|off; bit my tongue
    bite my tongue; in stitches; stroke of; pick|name your poison; poison ivy
    food|tennis|basketball|squash|volleyball|home court|courts
    full|ball|royal|padel|badminton|sport court|courts; court of public|opinion; court side
    in your court; fashion|grammar|style|taste police
    should|must|ought|has|have|gotta to? be illegal|criminal; should|must|ought to? be a crime
    partner in crime; in crime
    crime series|novel|novels|fiction|podcast|thriller|drama|scene|not to|against; true crime
    criminally good|underrated|delicious; almost|nearly|feels criminal; guilty pleasure; the bomb
    bath|cocoa|chocolate|cherry|glitter|seed|photo bomb|bombs; bomb dot com; da bomb
    a? minor issue|issues|detail|details|thing|things|problem|problems|change|changes|complaint
    a? minor scratch|flaw|flaws|setback|point|inconvenience|delay|difference|differences|key|typo
    a? minor bug|bugs|quibble|gripe|tweak|league|role|upgrade|update|improvement|update|hiccup
    explosion|explode|explodes|exploded|exploding of|with|in flavour|flavor|flavours|flavors|taste
    explosion|explode|explodes|exploded|exploding of|with|in colour|color|my mouth
    flavour|flavor|taste|colour|color explosion; mind blown; choked|chokes|choke up
    swallow my pride; drowning|drown|drowned in; hurt|hurts my wallet|feelings|heart|brain|eyes|head
    sliced bread; photo|film|video|fashion|product|cover shoot
    blind date|taste|tasting|test|box|bag|spot; suicide squad|burger|wings|sauce
    discriminating taste|palate|customer|customers; drama|movie|film|theatre funeral
    hospital shift|duty|job|playlist|drama; work|works|working|nurse|doctor|shift at|in ~ hospital
    smashed|crushed it|that; shot of|at|in|on; best|long|good|worth|nice|money|hot shot
    collapsed on|into the? sofa|couch|bed; dont|never|no judge; judge for|a|me|by
    fire|burn playlist; set the? world on fire; set the? room alight; love|crush|catch bug
    life|kitchen|travel|growth|beauty|food hack|hacks; hack hacked the? algorithm; not sick of
    home sick|made; sea|love|travel|car sick; worried sick; insult to injury; lost or stolen
    accidents happen; battery is dying|dead; would|will|to|can|ll|wont|gonna rip
    hang|hanging|hung out|around|with|on|up|in; thousand deaths; rip off|current|tide|curl
    let it rip; over my dead
"""
