"""English: law, press, discrimination, data, authorities."""

AFFAIRS = {
    "legal": """
        front of a|the? judge|court|jury; before a judge|court
        registered|my|our trademark|patent|design; take|taking|took ~ to court
        let ~ court|courts|judge ~ decide|sort
        file|filed|filing ~ report|complaint|suit|claim ~ police|court|against
        explain ~ judge|court|lawyer|police; stole|copied my|our logo|design|idea|name|brand|work
        served|serve|serving papers|notice|you; legal papers; papers served
        contract ~ void|invalid|breach; dispute|mediation|arbitration; sign ~ nda
        counsel|takedown|summons|infringement|infringing
        false|misleading|deceptive advertising|advertisement|claims|practices|labelling
        unpaid|stolen wages|overtime|invoice|invoices; wage|wages theft; breach|breached
        without my|our|his|her|any permission|consent|licence|license; terms of service ~ violat*
        statutory; notice of|to; you will be|youll hearing|hear from
        scam|scammed|scammers|scamming ~ police|report|court|lawyer|bank; warrant|bail|custody
        trespass*; assaulted; stole from|my
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
        on air; host|hosting|presenter|present ~ show|podcast|program|programme|radio
        our|my|for listeners|viewers|readers ~ story|comment|interview|about
        our|my|for column|newsletter|channel ~ story|comment|interview|about
        local|national radio|tv|press|news; get in touch ~ story|article|piece|incident
        media|press|tv coverage|attention; reporter|journalist|press ~ here
        local|student paper|reporter|journalist|newspaper; story about|on ~ you|your|company
        quote|quotes about|for|on|from ~ closure*|story|article|layoff*|incident
        leaked memo|memos|documents|email|emails; documentary|docuseries
        columnist|blogger|freelancer ~ story|article|comment|interview
        airing|broadcasting|publishing tonight|tomorrow|today|on|next; live tv|on
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
    "discrimination": """
        black|brown|asian|arab|native woman|man|women|men|people|person|guy|guys
        indigenous|white|latino|latina|african|coloured woman|man|women|men|people|person|guy|guys
        black|brown|asian|arab|native girl|boy|community|customers|lives|folks|family|kid|lady
        indigenous|white|latino|latina|african|coloured girl|boy|community|customers
        indigenous|white|latino|latina|african|coloured lives|folks|family|kid|lady
        muslim|muslims|jewish|jews|gay|gays|lesbian|lesbians|transgender|queer|lgbt
        lgbtq|disabled|disability|disabilities|deaf
        autistic|immigrants|refugees|hijab|homosexual|homosexuals
        make|makes|making|made fun of & <protected>|people|accent|weight
        as a ~ woman|man|person & asked|told|treated|never|only|always
        because|due|over|about of|to? my|his|her|their skin? colour|color; <protected> & <treated>
        no|against <people>; <people> & not|no|stay|leave|out|banned
        only|just the? brown|black|white|asian|arab|foreign|coloured|dark guys|people|ones|men
        only|just the? brown|black|white|asian customers|kids|guests|passengers
        only|just the? arab|foreign|coloured|dark customers|kids|guests|passengers
        no|without|avoid ~ dark|black|fat|gay|disabled|brown skin|people|models
        no|without|avoid ~ dark|black|fat|gay|disabled|brown customers|guests|faces
        dark|darker skin|skinned; skin tone|colour|color ~ because|wrong|not|no
        <protected> ~~ steps|stairs|door|outside|apply|refused
        <protected> ~~ rejected|insulted|mocked|humiliated|ignored|unwelcome|denied; need not apply
        called|calling ~ terrorist|monkey|faggot|retard|dyke|tranny|paki|chink|spic|slurs
        treated ~ because|like|worse|different ~ <protected>
        unequal|inclusive|inclusivity ~ not|no|lack; gender bias|pay
        hostile|inaccessible|excluded|exclude|excludes|exclusion ~ <protected>; racis*; sexis*
        homophob*; transphob*; xenophob*; islamophob*; antisemit*; misogyn*; bigot*
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
        other|another|different|wrong peoples|persons|customers|users
        other|another|different|wrong patients|guests|members|clients; someone|somebody elses
        scam|spam|phishing calls|call|texts|text|emails|messages
        sold|gave|shared|passed my|our number|phone|email|address|details
        change the number ~ see|shows|access; url ~ see|access & other|others|anyone
        publicly visible|accessible|available; <data> & <leaked>
        my account|card|paypal & used|charged|order & someone|somebody|not|didnt|without
        my account|card|paypal & ordered|purchase|purchases|bought & someone|somebody
        my account|card|paypal & ordered|purchase|purchases|bought & not|didnt|without; breached
        spam|scam|phishing ~ since|after|address|only|only gave
        another|other|different|wrong patient|patients|guest|guests|client|clients|member|members
        medical|bank|tax|health records|forms|file|files|data|details ~ show*|visible|public
        medical|bank|tax|health records|forms|file|files|data|details ~ leak*|sent|see|another
        taken|took over ~ account; account ~~ taken over|compromised|hijacked|used
        saved card ~ used|charged|stolen; password ~ changed|reset ~ without|not
        passwords in plain|text; my|our data ~ everywhere|online|public|google|gone
        privacy ~ breach|violat*|complaint|invaded|invasion; tracking me|us
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
        called|told|informed|notified ~ council|authority|authorities|inspector|inspectors|union
        reported|contacted|emailed|tipped ~ council|authority|authorities
        reported|contacted|emailed|tipped ~ inspector|inspectors|union
        called|told|informed|notified ~ ministry|board|agency
        called|told|informed|notified ~ standards|commission|government|hygiene
        reported|contacted|emailed|tipped ~ ministry|board|agency
        reported|contacted|emailed|tipped ~ standards|commission|government|hygiene
        hygiene|safety|labour|labor|health rules|rating|inspectorate|inspection
        hygiene|safety|labour|labor|health laws|law|standards|violation|violations
        breaks|breaking|broke|break|breach|breaching ~ rules|regulations|standards|code
        labour|labor inspectorate|inspector|court|board|law|laws; strike|union ~ inspect*|report*
        authority|authorities|commission|inspectorate ~~ complaint|complained|report
        authority|authorities|commission|inspectorate ~~ reported|inform|informed
        bureau|ministry|regulator|agency|council ~~ complaint|complained|report
        bureau|ministry|regulator|agency|council ~~ reported|inform|informed
        authority|authorities|commission|inspectorate ~~ investigate|investigating|forward
        authority|authorities|commission|inspectorate ~~ notified|called|knows|know
        bureau|ministry|regulator|agency|council ~~ investigate|investigating|forward
        bureau|ministry|regulator|agency|council ~~ notified|called|knows|know
        complaint|report|forward|reported|notified ~~ authority|authorities|commission|inspectorate
        informing|tell|told|called|calling ~~ authority|authorities|commission|inspectorate
        complaint|report|forward|reported|notified ~~ ministry|regulator|agency|standards
        informing|tell|told|called|calling ~~ ministry|regulator|agency|standards; markets authority
        safety authority|executive|board|inspector|inspectors; does the ~ know
        violation|violations|violating ~ code|health|safety|standards|rules; compliance
        licensing board; closed down by
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
        his|her|their|owners|managers house|flat|apartment|home ~ is|on|at|number|next
        name is ~ and|lives|house|works; lives near|next|opposite|behind|with
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
