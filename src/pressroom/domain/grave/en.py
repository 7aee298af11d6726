"""English: harm to people, and figures of speech."""

from pressroom.domain.grave.en_affairs import AFFAIRS

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
    "protected": "black|brown|asian|latino|latina|hispanic|indian|arab|arabic|african"
    "|chinese|mexican"
    "|muslim|jewish|jew|hindu|sikh|gay|lesbian|bi|bisexual|trans|transgender|queer|nonbinary"
    "|disabled|disability|wheelchair|deaf|autistic|pregnant|immigrant|immigrants|foreigner"
    "|foreigners|foreign|accent|skin|race|religion|religious|hijab|headscarf|turban|gender"
    "|nationality|ethnicity|woman|women|female|elderly|fat|weight|older|refugee",
    "outlet": "bbc|cnn|reuters|bloomberg|itv|npr|cnbc|nyt|afp|nbc|cbs|guardian",
    "harm": "fell|hit|hits|hitting|bumped|banged|slammed|struck|through|stabbed|trapped"
    "|landed|dropped|slipped|nail|glass|"
    "burn|burns|burned|burnt|burning|scalded|scald|cut|cuts|slashed|sliced|gash"
    "|tore|torn|tear|broke|broken|breaks|snapped|fractured|bleeding|bled|blood"
    "|swollen|swelling|swelled|hurt|hurts|hurting|pain|painful|infected|infection"
    "|rash|blister|blisters|blistered|numb|bruised|bruise|injured|injury|wound"
    "|wounded|crushed|pinched|stuck|pierced|peeling|peeled|dislocated|sprained"
    "|twisted|smashed|amputated|severed|stitches|surgery|operated|choked|choking"
    "|scar|scars|scarred|itching|hives|shock",
    "bad": "working|factory|factories|sweatshop|pictures|chatbot|"
    "alcohol|alcoholic|beer|wine|vodka|booze|drunk|vape|vapes|vaping|cigarette"
    "|cigarettes|tobacco|smoke|drug|drugs|weed|gambling|gamble|casino|bet|betting"
    "|knife|gun|weapon|porn|nude|naked|abuse|abused|abuser|abusive|touch|touched"
    "|touching|groped|kissed|molested|raped|groomed|grooming|stranger|strangers"
    "|photographed|photographing|filming|filmed|recorded|alone|unattended|lost"
    "|missing|kidnapped|trafficked|hurt|injured|burned|burnt|choke|choked|choking"
    "|swallowed|swallow|poisoned|sick|vomited|hospital|ambulance|allergic|rash"
    "|bleeding|bitten|drowned|fell|trapped|scared|terrified|traumatised|traumatized"
    "|crying|bullied|harassed|slapped|hit|beaten|beat|yelled|screamed|shouted"
    "|dangerous|danger|unsafe|hazard|died|dead|killed|exploited|labour|labor|slave"
    "|consent|permission|weapon|assaulted|attacked|stalked|followed|texting|texted"
    "|messaging|sexual|sexualised|sexualized|inappropriate",
    "treated": "refused|refuse|refuses|refusing|rejected|reject|denied|deny|turned|kicked"
    "|thrown|threw|followed|searched|stopped|ignored|mocked|laughed|insulted"
    "|humiliated|harassed|abused|attacked|banned|excluded|overlooked|passed|fired"
    "|sacked|demoted|underpaid|paid|less|worse|differently|unwelcome|welcome|allowed"
    "|allow|served|serve|hired|hire|employed|steps|stairs|inaccessible|ramp"
    "|discriminated|singled|targeted|profiled|spat|shouted|told|only",
    "data": "data|email|emails|mail|address|addresses|password|passwords|login|account"
    "|accounts|card|cards|details|information|info|credentials|profile|identity"
    "|records|number|numbers|cc|bcc|database|orders|invoice",
    "leaked": "leak|leaked|leaks|leaking|exposed|hacked|hack|stolen|stole|steal|breach"
    "|breached|compromised|hijacked|visible|published|sold|selling|shared|sharing"
    "|cloned|phished|phishing|spammed|spam|fraud|fraudulent|unauthorised"
    "|unauthorized|stranger|strangers",
    "people": "muslims|jews|blacks|gays|lesbians|immigrants|foreigners|refugees|asians"
    "|africans|arabs|mexicans|indians|chinese|disabled|women|girls|cripples"
    "|transgenders|hindus|christians|gypsies",
    "laugh": "lol|lmao|lmfao|rofl|haha|hahaha|hahahaha|hehe|xd|laughing|laugh|laughed|laughter",
}

HARM = {
    "injury": """
        coughed|coughing|spat|spitting|peeing ~ blood; hair ~ fall|falling|fell|falls|came out
        losing|lost my|her|his hair; in plaster|crutches|cast
        still in a wheelchair|hospital|coma|pain; blocked ~ exit|exits; fire exit|exits|alarm
        leaking|leak|leaked ~ gas; gas leaking|leak|leaked; alive by
        took|taken|taking his|her|their|my own life; could have died|killed
        almost|nearly ~ died|killed|drowned|choked|blind; life|lives at risk|danger; bitten|stung by
        child|kid|baby|mother ~ at risk; malaria|meningitis|migraines|nausea|nauseous|necrosis
        numbness|painkillers|palpitations|paralysis|parasite|parasites|pneumonia
        pus|relapse|respiratory|seizures|sepsis|sores|spasm
        spasms|stillbirth|suffocation|swelling|symptoms|tetanus|transplant
        traumatised|traumatized|ulcer|ulcers|vaccine|ventilator
        vertigo|welts|wheezing|wounds|crippled|maimed|mutilated
        impaled|electrocution|carcinogenic|radiation|mercury|arsenic|cyanide
        pesticide|pesticides|ebola|tuberculosis|hiv|aids|e-coli
        abscess|abrasion|antibiotics|anaesthetic|anesthetic|arrhythmia
        asthma|asthmatic|bandage|bandages|biopsy|blisters|chemo
        chemotherapy|clot|clots|convulsion|convulsions|convulsing
        dehydrated|dehydration|delirious|dermatitis|diabetic|diagnosed|diagnosis
        dialysis|dizzy|edema|oedema|embolism|epilepsy
        epileptic|fever|feverish|gash|gastroenteritis|haemorrhage|hemorrhage
        hallucinating|headaches|hepatitis|hernia|hypothermia|infection
        infections|infected|inflammation|inflamed|inhaler|insulin|legionella; <body> & <harm>
        cat|dog|puppy|kitten|pet|horse|hamster & sick|died|dead|poisoned|vomiting|vet|killed|ill
        vet & said|says|bill|emergency|rushed
        dangerous|dangerously|hazardous|hazard|unsafe|emergency|accident|accidents
        life support|threatening; life saving ~ surgery|operation
        fever|symptoms|bruise|bruises|bruised|sprain|sprained
        dislocated|crutches|whiplash|ligament|sepsis|asthma|migraine|palpitations; x ray|rays
        in a cast; side effect|effects; adverse reaction|event; heart ~ racing|pounding
        blood pressure; gas leak|leaked|smell
        mold|mould|mouldy|moldy|maggot|maggots|cockroach|cockroaches|rats|worm|worms|salmonella
        mouse in; undercooked|raw chicken|meat|pork
        expired|rotten|spoiled|raw ~ milk|meat|food|chicken|fish
        expired|rotten|spoiled|raw ~ yogurt|product|egg|eggs|cream|salad
        lost|lose|losing ~ finger|fingers|eye|eyes|eyesight|toe|toes|arm
        lost|lose|losing ~ arms|leg|legs|hand|limb|limbs|teeth|tooth
        screws|pins|plate|metal in my|his|her
        hit|struck|knocked|mowed|crushed|trapped ~ by|under|over|down; he|she|who didnt make it
        a|the rat in; no longer with us|alive|breathing; taken from us; left us forever
        on the toilet ~ since|night|all|after; stomach bug|flu|cramps|ache|pains
        gave way|collapsed|came down|fell ~ with|on|onto|inside me|us|him|her|my
        sharp ~ piece|edge|edges|object
        sliced|cut|pierced|scratched ~ gum|gums|finger|mouth|skin|eye
        medication|medicine|drug|pills ~ wrong|reaction|mixed|expired
        hospice|clinic|doctors|doctor ~ told|said|had|took|rushed|treated|says
        nurse|medics|medic|patient ~ told|said|had|took|rushed|treated|says
        rushed|taken|airlifted to|by; rescued|rescue ~ from|team; fainted|fainting
        nearly|almost fainted|choked|drowned|killed|lost; breathing problems|difficulties
        rash|itching|burning skin; poison control; died|dies|dying|dead; death|deaths
        fatal|fatally|fatality|fatalities|lethal|deadly; killed|killing|kills|killers
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
        unresponsive|collapsed|collapses|fainted|fainting; passed|passes out; seizure|seizures
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
        bat|knife|gun|axe|hammer|crowbar & ill|im|coming|outside|waiting
        bat|knife|gun|axe|hammer|crowbar & wait|bring|bringing|with|next
        rifle|pistol|machete|petrol|gasoline|molotov & ill|im|coming|outside|waiting
        rifle|pistol|machete|petrol|gasoline|molotov & wait|bring|bringing|with|next; baseball bat
        outside your|the store|shop|house|office & ill|waiting|bat|knife
        deserve|deserves|should|ought|need|needs to? be shot|hanged|hung|beaten|burned
        deserve|deserves|should|ought|need|needs to? be burnt|stabbed|killed
        deserve|deserves|should|ought|need|needs to? be executed|lynched|whipped
        i hope ~ burn|burns|die|dies|suffer|rot|crash
        going|gonna come|coming for|after|over|down & you|your; watch out; make you pay|suffer|bleed
        blood on; payback|revenge|vengeance
        smash|break|punch|kick|cut your|his|her|their|ur <body>|skull|head|teeth|nose|legs|bones
        slit|bash|crack|knock|rip your|his|her|their|ur <body>|skull|head|teeth|nose|legs|bones
        come down there|over & smash|beat|burn|hurt|kill|shoot|show|teach; teach you a lesson
        i|we know which|what ~ you|your ~ drive|live|work|car|school|kids; sleep well tonight?
        someone|somebody will|should|might ~ burn|shoot|stab|bomb|kill|attack|hurt
        burn|burning ~ ground|down; your days are numbered; you are|youre dead|next|finished
        see what happens; be careful on; wont be safe|alive
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
    "minors": """
        <minor> year olds|old & film|movie|18|adult|club|bar|pub|enter
        <minor> year olds|old & let|in|driver|alone|photo|video|clip|text|number
        foster care|child|son|daughter; <kid> & foster|clip|video|photo|picture|stranger
        <kid> & driver|abducted|custody; photos|photo|pictures|filming|filmed|recording of & <kid>
        over|under 18|eighteen|sixteen; im|am <minor>; i am <minor>
        year|years|class <minor> ~ school|pupil|student; <kid> & <bad>
        <minor> years|year|yr|yrs|yo & <bad>
        only <minor> & contract|sign|buy|work|account|years|old
        <kid> ~~ left|alone|unattended|unsupervised|lost|grabbed|terrified
        <kid> ~~ traumatised|traumatized|followed|filmed|photographed|stranger|drowned|fell
        <minor> ~ left alone|unattended
        grabbed|followed|filmed|photographed|kidnapped|approached ~~ <kid>
        <minor> year|years|yr old|olds ~~ buy|buys|buying|sold|served|entered
        <minor> year|years|yr old|olds ~~ gambl*|energy|knife|alone|pool|filmed
        sell|sold|selling|serve|served|buy|buying|give|gave ~~ <minor> year|years|yr
        child|kids|children at risk|danger; school ~ teacher|child ~ police|abuse|unsafe
        daycare|kindergarten ~ hurt|unsafe|abuse; underage; under age; minors
        to|with|im|am|hes|shes|served|serving|sold|selling a minor; pedo|pedos|pedophil*|paedo*|csam
        child|children|childrens labor|labour|abuse|porn*|protection|services|slavery|exploitation
        child|kid ~ missing|kidnapped|abused|exploited|unsafe; kids|children ~ dying|exploited
        i? am|im <minor> years|yrs|yo|y|yr|and|but|so|lol|male|female|f|m
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
        goodbye|farewell|suicide letter|note|message|video
        wrote|written|writing my goodbye|will|farewell|note
        everybody|everyone|world would|will|d be ~ better|happier ~ if|without
        disappear forever|for|completely
        cant|cannot|dont|not do|take|handle|bear|stand this|it|life anymore|any
        point|sense of|in going|living|life|trying|anything
        nobody|noone|none cares|care|cared if|whether|about i|me; no one cares|care ~ me|i
        cares|care ~ if i ~ live|die|exist; my own life|death; tired of everything|fighting|it all
        nothing|noone|nobody left for|to; goodbye forever|my friends; better off dead|gone
        reason|reasons|point|will & live|living|exist & no|any|without|lost
        living ~ pointless|unbearable|worth; want|wish|need ~ to be over|gone|done
        just want|wish ~ over|sleep forever|out; better if i|without me
        i wasnt|werent|was not here|born|alive|around anymore?
        if i disappear|disappeared|died|die|wasnt; no one would|will|d notice|care
        nobody would|will notice|care; sick of living|life|existing; ready to go|die; goodbye note
        last day on earth; end my suffering|pain|misery; cant live like|with|anymore
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
}

GRAVE = {**HARM, **AFFAIRS}

HARMLESS = """
    thank|thanks ~ photo|photos|picture|pictures|video
    photo|photos|picture|pictures & thank|thanks|lovely|beautiful|love; baseball bat size|model
    fell in love|for|asleep; hit the spot|shelves|different|hard|home|me right
    son|daughter|kid ~ first concert|birthday|day|visit|time
    kids|children|boys|girls ~ size|sizes|shoes|section|menu|club|corner|area|party|meal|room
    suitable|good|fine|okay|safe for|aged; for kids|children aged|from|of; no pain no
    gave me|a? heart attack & <laugh>; heart attack ~ <laugh>; headaches|headache ~ gone|away|cure
    dizzy|feverish with happiness|joy|excitement; hiv|aids charity|fundraiser|day; hearing aids|aid
    band|kitchen|visual|sleep aids|aid; family|kid|kids friendly; lip|lips balm|stick|gloss
    dry lips|skin|hands|hair; watch out world|for the; diagnosed with love
    black|white|brown|dark roast|chocolate|mocha|coffee|colour|color|one|version
    black|white|brown|dark shirt|dress|bag|shoes|jeans|boots|hoodie|edition|in
    women|womens|woman size|sizes|shoes|section|collection|range|jacket|dress|day|in tech
    foreign exchange|film|language; old|older|skin care|tone serum|cream|routine
    race|races day|car|track|kit
    serve|served|serves you|us|with|hot|cold|right|breakfast|food|drinks; well|was|got|always served
    burn|burning candle|candles|wood; hands down|on|off
    hand made|crafted|picked|roasted|held|drawn|painted; cut down|out|to|above|off
    on the other hand; second hand; first hand; get|got|lend|need|give ~ hand; heart broken
    break|broke|breaks ~ heart; back broken|order|in|to|at|again|soon|with
    body shop|wash|lotion|butter|spray|language; face mask|cream|wash|value|time|palm
    eye catching|candy|opener; foot traffic|wear|print; on my|his|her way back
    mouth watering|watered; neck and|line; lap top; chest of|freezer; skin tone; leg room
    arm chair|rest; stuck in my head; hurts so good; sick beat
    wallet|bank|budget|diet|willpower|paycheck|account ~ dead|bleeding|died|dies
    wallet|bank|budget|diet|willpower|paycheck|account ~ killed|suffering|hurts|crying
    my wallet|diet ~ dying
    murdered|killed|slayed|killing that|this|the|it cover|song|look|stage|outfit
    murdered|killed|slayed|killing that|this|the|it dance|performance|set|game|vocals
    dangerously good|delicious|tasty|addictive|close|cute|low
    dangerous ~ combo|combination|place for my|addictive|habit
    coffee|caffeine|chocolate|style|fashion|fashion emergency
    emergency stash|supply|chocolate|coffee; by|happy accident; best accident
    safety hazard ~ calories; expired coupon|code|card|offer|voucher; rat|gym race; race rat
    spring|cabin|football|jungle|gold|saturday|hay fever; fever dream|pitch; heart ~ racing for|over
    book|ear worm|worms; earworm; gummy worm|worms; rescue dog|cat|dogs|cats|remedy
    pressure ~ cooker|washer; nail|nails in|on ~ colour|color|salon|polish
    sharp look|suit|dressed|design|knife|knives|image|screen; on point
    legal drama|age tender|team win; a? legend|legends; story of my|our|us|love|the
    love story|stories; brown sugar|butter|bread|rice|boots|leather|bag
    black coffee|tea|friday|forest|beans|dress|jeans|leather|cat|is
    white mocha|chocolate|tea|wine|one|shirt
    only white|black one|ones|version|colour|color|left|available; dying|die|dies to|for; to die for
    dying|die|died|dead of|from|with? laughter|laughing|cuteness
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
