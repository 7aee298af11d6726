"""What advertising, begging and swindling comments say, in several languages: rules as data."""

from pressroom.analysis.rules import GAP, SHORT_GAP, RuleSet, rule

_MINE = r"(?:my|our|me|us|mi|mis|nuestro|mon|ma|mes|notre|mein|meine|meinen|meinem|unseren|mio|mia|miei|il mio|nostro|meu|minha|nosso)"
_CHANNEL = (
    r"(?:channels?|vids?|videos?|songs?|tracks?|music|mixtape|beats?|covers?|page|profile|blog|website|site|"
    r"web|store|shop|insta|instagram|ig|facebook|fb|twitter|snapchat|tiktok|twitch|stream|stuff|work|remix|remixes|"
    r"canal|página|perfil|tienda|música|chaîne|page|profil|boutique|musique|kanal|seite|laden|musik|canale|pagina|"
    r"profilo|negozio|musica|loja|kênh|trang|bio|rap|sound|new song|band|raps?|gameplay)"
)

RULES = RuleSet(
    rule(
        "begs for subscribers", 1.2,
        "subscribe subscribing subscribed subscribers subscriber subs sub suscribe suscríbete suscribete suscríbanse "
        "suscribanse suscribirse subscribirse suscribanse abonnez abonne abonniert abonnieren abonnier iscriviti iscrivetevi "
        "inscreva inscreve inscrevam sucscribe subcribe #sub4sub sub4sub ký subscríbete subscribete",
        rf"(?:please|pls|plz|can|could|just|and|to|everyone|guys|hey|like){GAP}subs?(?:cribe)?(?: to| 4| for)? (?:me|my|us|our|@user|back)",
        r"(?<!already\s)(?<!\bi\s)(?<!can't\s)(?<!how\sto\s)(?<!cannot\s)(?<!tried\sto\s)(?<!trying\sto\s)su(?:b|c|bs)?s?cribe(?! to (?:your|the|this|it|a|that|you))", r"subs?(?: to| 4| for) (?:me|us|sub|my|our)", r"(?:my|first|more|some|get|need|few|reach|throw a|drop a) (?:[\w']{1,10} )?sub(?:s|scribers?)?",
        r"subscrib(?:ing|ed) to (?:me|my|us)", r"#?sub4sub", r"sub me",
        r"su(?:b|bs)?scr[ií]b[ae](?:te|nse|rse)(?: a| en| al)? (?:mi|este|nuestro) canal", r"su(?:b|bs)?scr[ií]b[ae](?:te|nse|rse)",
        r"abonne[zr]?(?: |-)(?:vous|toi)? ?(?:à|sur)? ?(?:ma|notre)", r"abonnier(?:t|en)? (?:bitte )?(?:meinen|unseren|mich|uns)",
        r"iscriv(?:iti|etevi) al (?:mio|nostro)", r"inscrev(?:a|e|am)(?: |-)se (?:no|em) (?:meu|nosso)", r"đăng ký kênh",
    ),
    rule(
        "shows off a channel of its own", 1.2,
        "check checkout chek chck chack checking visit watch listen see look peep view search support mira miren visita visiten escucha "
        "escuchen regardez visitez écoutez venez schaut schau besucht hört guardate visitate ascoltate passate veja vejam visite "
        "visitem ouçam assista assistam confira confiram ghé xem come go",
        rf"ch[e]?c?k(?:ing|out)?(?: em| it| this| that| me| us| men| them| my| our| out| please| pls)*{SHORT_GAP}?{_CHANNEL}? ?(?:out)",
        rf"(?:check|chek|chck)(?:ing|out|in)?(?: out| on)? (?:me|us|@user|http|this|em|them)(?: (?:out|on|at|video|site|page|link|song|track|guy|girl))?", rf"(?:check|chek|chck)(?:ing|out)?(?: out)? {_MINE} (?:[\w']{{1,12}} ){{0,4}}{_CHANNEL}", rf"(?:check|chek|chck)(?:ing|out)?(?: out)? (?:my|our)(?: {_CHANNEL})? out", r"(?:check|chek) (?:it|them|em|me|us|this) out",
        rf"(?:visit|watch|listen to|see|peep|view|search|support|look at|come to|go to|check){GAP}{_MINE} (?:[\w']{{1,12}} ){{0,3}}{_CHANNEL}",
        rf"(?:mira|miren|visita|visiten|escucha|escuchen|pasen por) (?:por )?(?:mi|mis|nuestro|nuestra) {_CHANNEL}",
        rf"(?:regardez|visitez|écoutez|venez sur|venez voir) (?:ma|mon|mes|notre) {_CHANNEL}",
        rf"(?:schaut|schau|besucht|hört)(?: mal)?(?: auf| bei)? (?:mein|meine|meinen|meinem|unser|unsere) {_CHANNEL}",
        rf"(?:guardate|visitate|ascoltate|passate)(?: sul| dal)? (?:il mio|la mia|i miei|mio|nostro) {_CHANNEL}",
        rf"(?:veja|vejam|visite|visitem|ouçam|assistam?|confiram?) (?:o |a )?(?:meu|minha|nosso|nossa) {_CHANNEL}",
        r"(?:ghé|xem) (?:kênh|trang|shop) (?:của )?(?:mình|em|tôi)", r"look (?:me|us|my|it|him|her) up",
    ),
    rule(
        "speaks of a channel of its own", 0.8,
        "channel channels youtuber mixtape cover covers remix remixes rap rapper beats playlist soundcloud canal chaîne kanal canale kênh videos vids",
        r"(?:my|our|a|own) (?:[\w']{1,12} ){0,2}channel", rf"{_MINE} (?:[\w']{{1,12}} ){{0,2}}(?:channels|videos|vids|covers?|remix(?:es)?|mixtape|beats|playlist|soundcloud|canal|chaîne|kanal|canale)",
        r"(?:did|made|make|recorded) (?:a|some) (?:covers?|remix(?:es)?|beats)", r"new (?:youtuber|channel)", r"(?:i|we) (?:rap|make beats)",
    ),
    rule(
        "begs for followers", 1.2,
        "follow followers f4f #f4f follow4follow l4l like4like #followback #follow4follow followback seguidores sígueme sigueme síganme siganme "
        "suivez folgt folge seguitemi seguimi sigam siga segue theo follower follows abonnés",
        r"follow (?:me|us|my|our|back|for follow|4 follow|@user (?:on|for|to))(?! (?:to|for|so|and|i|please so) (?:dm|direct|you|i|send|private|can))", r"f4f", r"#?follow4follow", r"l4l", r"#?like4like", r"#?follow ?back",
        r"(?:gain|get|buy|free|more|real|\d+k?) (?:[\w']{1,12} ){0,2}followers", r"s[ií]g(?:ue|an)me", r"(?:suivez|suis)(?: |-)(?:moi|nous|mon)",
        r"folgt? (?:mir|uns|meinem)", r"segu(?:ite)?mi", r"(?:me )?s(?:iga|igam|egue)(?: |-)?(?:me|lá|de volta)?(?: (?:no|em) (?:insta|meu))",
        r"(?:comprar|ganar|ganhar) (?:[\w']{1,12} ){0,2}seguidores", r"theo dõi (?:mình|em|kênh|trang)",
    ),
    rule(
        "begs for likes", 1.2,
        "like likes thumbs share upvote comparte like/share likea daumen pouce gefällt",
        r"(?:like|upvote) (?:and share )?(?:this|my|if)(?: comment| post)? if", r"(?:like|upvote) (?:this|my|our) (?:comment|page|photo|post|pic|picture|poster)",
        r"(?:give|leave|drop|smash|hit)(?: it| this| me| us| my| a| the| that){1,3} (?:[\w']{1,10} )?likes?", r"thumbs up (?:if|for|so|please|pls|guys|this)", r"like (?:for|4) (?:like|a|follow)",
        r"like if (?:you|u|ur|your|watching)", r"(?:share|like) (?:and|&) (?:share|like|subscribe|comment)", r"(?:dale|denle|deja) like",
        r"like to (?:get|make) (?:it|this)",
        r"(?:please|pls|plz) (?:like|share|vote|retweet)", r"how many (?:likes|thumbs)",
    ),
    rule(
        "promises easy money", 1.2,
        "earn earning earned money income profit profits invest investing invested investment trading forex bitcoin bitcoins btc crypto usdt ethereum "
        "binary cash paypal loan loans payout casino jackpot betting rich dinero ganar gana préstamo préstamos préstamo argent gagner prêt "
        "prêts geld verdienen kredit darlehen kredite guadagna guadagnare soldi prestito prestiti dinheiro ganhar ganhe empréstimo vay kiếm "
        "tiền trader broker airdrop nft inversión invertir investir renda lãi",
        r"(?:earn|make|making|made|earning|get)(?: [\w'$£€]{1,12}){0,4} (?:money|cash|income|\$ ?\d[\d,.]*|\d[\d,.]* ?(?:\$|usd|dollars|bucks))(?: [\w']{1,10}){0,3} (?:online|home|day|daily|week|weekly|month|hour|hours|easy|easily|fast|job|game)",
        r"(?:free|extra|real|pay ?pal) (?:money|cash)", r"(?:passive|residual|extra|daily|weekly) income", r"work from home", r"financial freedom",
        r"(?:invest(?:ed|ing|ment)?|forex|crypto|bitcoins?|btc|binary|trading|trader|broker)(?: [\w'.,]{1,14}){0,5} (?:profits?|returns?|platform|signals?|expert|account|mentor|manager|investment|trading|trader|trade|broker|\d+%|dm|whatsapp|telegram)",
        r"(?:donate|send|double)(?: [\w']{1,10}){0,2} (?:bitcoins?|btc|eth|crypto)", r"(?:loan|loans) (?:offer|at|with|without)", r"(?:instant|personal|business|urgent) loans?",
        r"(?:online )?casino", r"(?:claim|free) (?:airdrop|nft|crypto|bitcoin|btc|tokens?)", r"get rich",
        r"gan(?:ar|a|e|har|he)(?: [\w']{1,12}){0,3} (?:dinero|dinheiro|euros|dólares|reais)(?: [\w']{1,12}){0,3} (?:casa|internet|online|línea|fácil|día|dia)",
        r"pr[eé]stamos? (?:urgentes?|rápidos?|personales|de dinero|sin)", r"gagn(?:er|ez|é)(?: [\w']{1,12}){0,3} (?:argent|euros|\d+ ?€)(?: [\w']{1,12}){0,3} (?:maison|ligne|internet|facilement|jour|semaine)",
        r"(?:offre de |vos )?pr[eê]ts? (?:entre particuliers?|d'argent|rapide|personnel|sans)", r"geld verdienen", r"(?:sofort|online|schnell)?kredite? (?:ohne|sofort|von)", r"darlehen (?:ohne|von|an)",
        r"guadagn(?:a|are|ate|ato)(?: [\w']{1,12}){0,3} (?:soldi|euro|\d+ ?€)(?: [\w']{1,12}){0,3} (?:casa|online|facile|giorno|settimana)", r"prestit[oi] (?:tra|senza|rapid|personal)\w*",
        r"renda extra", r"empréstimos? (?:rápido|pessoal|online|sem)", r"(?:vay tiền|vay vốn|vay nhanh|cho vay)", r"kiếm (?:tiền|thêm thu nhập)(?: [\w']{1,10}){0,3} (?:online|tại nhà|mỗi ngày)?",
    ),
    rule(
        "promises gifts or prizes", 1.0,
        "gift giftcard giveaway winner winners won prize prizes award awarded iphone ipad voucher vouchers free claim coupon congratulations gratis sorteo regalo "
        "gewinnspiel gewonnen gagné cadeau vinto premio regalato prêmio sorteio brinde trúng thưởng quà selected chosen collection bonus",
        r"free (?:[\w']{1,12} ){0,2}(?:gift ?cards?|iphones?|ipads?|vouchers?|v-?bucks|robux|spins?|followers|likes|ringtones?|entry|membership)", r"gift ?cards? (?:codes?|for free)",
        r"(?:you|u|ur|your|number)(?: [\w']{1,12}){0,5} (?:won|been (?:selected|chosen|awarded)|awarded|winner)", r"(?:claim|collect)(?: [\w']{1,10}){0,3} (?:prize|gift|reward|award|bonus|voucher|holiday|cash|now|call|code)",
        r"(?:cash|£ ?\d+|\d+ cash|guaranteed|bonus) (?:[\w']{1,10} ){0,2}(?:prize|award|draw)", r"prize (?:draw|jackpot|guaranteed|of|call)", r"(?:enter|join|win)(?: [\w']{1,10}){0,3} (?:giveaway|sweepstakes?|raffle)",
        r"(?:has ganado|ganaste|has sido seleccionad\w+)", r"(?:vous avez|tu as) (?:gagné|été sélectionné\w*)", r"(?:du hast|sie haben)(?: [\w']{1,10}){0,3} gewonnen", r"hai vinto", r"(?:você|vc) (?:ganhou|foi sorteado|foi selecionado)", r"(?:bạn|ban) (?:đã )?trúng (?:thưởng|giải)",
        r"gratis (?:iphone|gutschein\w*|tarjeta\w*|voucher)",
    ),
    rule(
        "asks to be contacted elsewhere", 1.0,
        "whatsapp watsapp whatapp telegram signal hangout hangouts dm inbox kik snap snapchat text txt call contact email gmail zalo viber add message msg escríbeme escribeme "
        "contactez contáctame schreib kontaktiert contattami contatta chama inbox ib liên nhắn recovered recover hacker hacked spell",
        rf"(?:whats?app|watsapp|telegram|hangouts?|kik|zalo|viber|snapchat|signal)(?: me| us| him| her| at| on| now| number| :)*{SHORT_GAP}?(?:@user|http|\+?\d)",
        r"(?:contact|message|text|dm|inbox|write|add|call|reach)(?: out)?(?: to)? (?:me|us|him|her|mr|mrs|dr|@user)(?: [\w'@]{1,12}){0,4} (?:whats?app|telegram|hangouts?|kik|gmail|snapchat|investment|trading|loan|help you|recover)",
        r"(?:dm|inbox|message|text|add) (?:me|us|@user)(?: [\w']{1,10}){0,3} (?:for|to get|if you want|and (?:get|earn|win))", r"add me on",
        rf"(?:recover(?:ed|y)?|hack(?:ed|er)?|spell ?cast(?:er|ing)?){GAP}(?:@user|whats?app|telegram|gmail|dr|instagram)", r"(?:love|powerful) spell", r"spell ?caster",
        r"(?:escr[ií]beme|cont[aá]ctame|mándame)(?: [\w']{1,10}){0,3} (?:whats?app|privado|telegram)", r"(?:contactez|écrivez)(?: |-)(?:moi|nous)(?: [\w']{1,10}){0,3} (?:whats?app|privé|mail)",
        r"(?:schreib|kontaktier)t?(?: mir| mich| uns)(?: [\w']{1,10}){0,4} (?:whats?app|privat|telegram)", r"(?:contattami|scrivimi)(?: [\w']{1,10}){0,3} (?:whats?app|privato|telegram)", r"(?:me )?chama(?: [\w']{1,10}){0,3} (?:whats?app|zap|no privado|telegram)",
        r"(?:ib|inbox|nhắn tin|liên hệ)(?: [\w']{1,10}){0,3} (?:zalo|telegram|để được|để nhận)",
    ),
    rule(
        "advertises goods", 0.7,
        "code promo coupon % off discount shop sale deals buy cheap cheapest wholesale order shipping replica viagra cialis weightloss slimming keto "
        "pills apparel merch hoodies tees available selling bio link click oferta ofertas descuento réduction rabatt sconto desconto giảm ctv sỉ",
        r"(?:use|with|my|enter)(?: [\w']{1,10}){0,2} (?:promo|discount|coupon|referral|invite) ?(?:code|link)?", r"(?:promo|referral|coupon) (?:code|link)", r"\d+ ?% off", r"link in (?:my |the |our )?bio", r"click (?:here|the link|on my|my|this|below|on the link)",
        r"(?:we sell|we are selling|wholesale|best prices|cheap(?:est)? (?:price|prices|watches|shoes))", r"(?:buy|order|shop|click) (?:yours )?now", r"(?:viagra|cialis|keto pills|weight ?loss (?:pills?|tea|secret)|replica watches)", r"we (?:are an?|have)(?: [\w']{1,12}){0,5} (?:apparel|clothing|hoodies|tees|merch)",
        r"(?:haz clic|haga clic|clica) (?:aquí|en)", r"cliquez (?:ici|sur)", r"klick(?:t|e)? (?:hier|auf)", r"clicca (?:qui|sul)", r"clique (?:aqui|no)", r"(?:enlace|lien|link) (?:en mi|dans ma|nella mia|na minha|in meiner) bio", r"(?:bấm|click|nhấn) vào (?:link|đây)", r"tuyển (?:ctv|sỉ|cộng tác viên)",
    ),
    rule(
        "offers sex", 1.2,
        "sexy singles nudes naked horny hookup cam escort escorts onlyfans porn xxx hot adult dating girls lonely flirt chicas",
        r"(?:hot|sexy|naked|horny|local|real|adult)(?: [\w']{1,10}){0,2} (?:girls|singles|pics|women|milfs|chat|videos|cams?|xxx|babes|dates?)(?: [\w']{1,10}){0,5} (?:http|text|txt|call|waiting|you|ur|your|free|now|profile|bio|near|area|\d+)",
        r"(?:my|see|check)(?: [\w']{1,10}){0,3} (?:nudes|onlyfans|naked pics)", r"(?:escort|escorts) (?:service|in|available)", r"(?:dating|flirt|chat) (?:service|line|site)", r"xxx (?:pics|videos?|chat)", r"(?:meet|find) (?:[\w']{1,10} ){0,2}(?:singles|girls|women) (?:in|near)",
        r"chicas (?:calientes|desnudas|solteras)",
    ),
    rule(
        "pretends to be an official service", 1.0,
        "account verify verification suspended suspend copyright violation page deactivated disabled confirm customer votre konto cuenta conta appeal meta",
        r"(?:your|ur) (?:page|account|profile|card|ad account)(?: [\w']{1,12}){0,5} (?:suspended|disabled|deactivated|deleted|restricted|limited|violat\w+|reported|blocked|unpublished)(?: [\w',.]{1,12}){0,12} (?:http|verify|confirm|appeal|click|link)",
        r"(?:verify|confirm) (?:your|ur) (?:account|identity|page|details)(?: [\w',.]{1,12}){0,5} (?:http|here|below|link|within|hours)",
        r"(?:your|ur)(?: [\w']{1,12}){0,2} account(?: [\w']{1,10}){0,3} (?:points|statement|unredeemed)",
    ),
    rule(
        "is a paid text service", 0.4,
        "txt text reply stop ringtone tone tones polyphonic msg msgs 150p 16+ 18+ 18 t&c t&cs t's optout unsubscribe mobile landline land national nokia customer urgent unlimited mins camcorder voda valid operator sms video camera tariffs upgrade entitled guaranteed await awaiting holiday ur £",
        r"(?:txt|text|reply|send)(?: back)?(?: the)?(?: [\w'\"]{1,12}){1,5} to \d{3,6}", r"(?:stop|unsub\w*|optout|cancel)(?: [\w']{1,10}){0,2} (?:to|txt|text|reply|send) (?:stop|\d{3,6})", r"(?:txt|text|reply|send) stop",
        r"\d+ ?p(?:/| per| a)? ?(?:msg|min|day|txt|week|rcvd)?", r"(?:per|/) ?(?:msg|wk|week|min)", r"ring ?tones?", r"polyphonic", r"t(?:&|s ?&|'s ?& ?|and)c'?s?", r"urgent", r"(?:from|on) (?:a )?land ?line", r"18 ?\+", r"\d+ ?(?:free )?mins?",
        r"(?:holiday|cash|gift|reward|prize)(?: [\w']{1,10}){0,3} (?:await\w*|collection|guaranteed)", r"entitled to", r"valid (?:only|12|for)",
    ),
    rule(
        "asks to text or call a number", 0.5,
        "call txt text reply ring send dial phone llama llame appelez ruft chiama ligue gọi now",
        r"(?:call|txt|text|reply|ring|send|dial)(?: [\w'.]{1,14}){0,5} \+?\d{5,}", r"(?:txt|text|reply)(?: [\w']{1,10}){1,4} (?:to|on) \d{3,}", r"(?:llama|llame|appelez|ruft|chiama|ligue|gọi)(?: [\w'.]{1,14}){0,4} \+?\d{5,}",
    ),
    rule(
        "names a price or a prize sum", 0.45,
        "£ $ € cash pounds quid gbp usd",
        r"[£$€] ?\d[\d,.]*", r"\d[\d,.]* ?(?:£|\$|€|pounds|quid|gbp|usd) (?:cash|prize|gift|worth|voucher|bonus)",
    ),
)  # fmt: skip
"""All but links and telephone numbers, which spam.py reads in the text as it was written.

1.0 point makes a comment spam, less needs company.
"""
