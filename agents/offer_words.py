"""How offers and deadlines are put into words, in seven languages, as data.

Each entry is a regular expression over folded text (`analysis.numerals.fold`: lower case, no
accents, hyphens as blanks). Kinds are the same in every language, so that a Spanish text may
say what an English brief says.
"""

FREE_DELIVERY = {
    "en": r"free (?:\w+ )?(?:delivery|shipping|returns?|postage)"
          r"|(?:delivery|shipping|postage) is free",
    "es": r"envios? (?:es |son )?(?:gratis|gratuitos?)",
    "fr": r"livraison (?:est )?(?:gratuite|offerte)|frais de port offerts",
    "de": r"versandkostenfrei|(?:kostenlos\w*|gratis) ?(?:versand|lieferung|ruckversand)"
          r"|(?:versand|lieferung) (?:ist )?(?:kostenlos|gratis|frei)",
    "it": r"(?:spedizione|consegna) (?:e )?(?:gratis|gratuita)",
    "pt": r"(?:frete|entrega|envio|portes) (?:e )?(?:gratis|gratuit[oa]s?)",
    "vi": r"mien phi (?:van chuyen|giao hang)|giao hang mien phi|freeship",
}  # fmt: skip
FREE = {
    "en": r"(?<!feel )(?<!set )(?<!break )(?<!set you )free"
          r"(?! (?:from|range|time|to|up|spirit\w*|will)\b)(?! of (?!charge))"
          r"|complimentary|on the house|(?:at |for )?no (?:extra |additional )?(?:cost|charge)"
          r"|without (?:extra )?charge|costs? nothing",
    "es": r"gratis|gratuit[oa]s?|gratuitamente|sin (?:coste|costo|cargo)|de regalo|entrada libre"
          r"|invita la casa",
    "fr": r"gratuit(?:e|s|es|ement)?|offert(?:e|s|es)?|sans frais|entree libre",
    "de": r"kostenlos\w*|kostenfrei\w*|gratis|umsonst|geschenkt|ohne aufpreis|freie[rmns]? eintritt"
          r"|eintritt (?:ist )?frei|aufs haus",
    "it": r"gratis|gratuit[oaie]|gratuitamente|in omaggio|omaggi[oa]?|senza costi|ingresso libero"
          r"|offre la casa",
    "pt": r"gratis|gratuit[oa]s?|gratuitamente|de graca|sem custos?|entrada (?:livre|franca)"
          r"|brindes?|por conta da casa",
    "vi": r"mien phi|khong mat phi",
}  # fmt: skip
HALF_PRICE = {
    "en": r"half (?:the |its |their |our |your )?(?:usual |normal |regular |full )?"
          r"(?:price\w*|cost)|half off|costs? half|at half",
    "es": r"(?:a )?mitad del? precio|precios? a la mitad|cuestan? la mitad",
    "fr": r"(?:a )?moitie prix|demi tarif|(?:la )?moitie du prix",
    "de": r"halbe[nrsm]? preis\w*|halbpreis\w*|koste(?:n|t) (?:nur )?die halfte|zur halfte",
    "it": r"(?:a )?meta (?:del )?prezzo|costano? la meta",
    "pt": r"(?:a )?metade do preco|pela metade|meio preco|custam? metade",
    "vi": r"nua gia|giam mot nua",
}  # fmt: skip
QUARTER_OFF = {
    "en": r"(?:a|one) quarter (?:off|less|cheaper)",
    "es": r"un cuarto (?:de descuento|menos)",
    "fr": r"un quart (?:de remise|de reduction|moins cher)",
    "de": r"ein viertel (?:gunstiger|billiger|weniger|rabatt)",
    "it": r"un quarto (?:di sconto|in meno)",
    "pt": r"um quarto (?:de desconto|a menos)",
}
THIRD_OFF = {
    "en": r"(?:a|one) third (?:off|less|cheaper)",
    "es": r"un tercio (?:de descuento|menos)",
    "fr": r"un tiers (?:de remise|de reduction|moins cher)",
    "de": r"ein drittel (?:gunstiger|billiger|weniger|rabatt)",
    "it": r"un terzo (?:di sconto|in meno)",
    "pt": r"um terco (?:de desconto|a menos)",
}
DISCOUNT = {
    "en": r"discount\w*|money off|reduced price\w*|price (?:cut|drop|reduction)s?|on sale"
          r"|sale prices?|special (?:offer|price)s?|bargains?|save (?:up to|big|money)",
    "es": r"descuentos?|rebajas?|rebajad[oa]s?|(?:oferta|precio) especial",
    "fr": r"remises?|reductions?|soldes|promos?|prix reduits?|tarifs? reduits?|offre speciale",
    "de": r"rabatt\w*|preisnachlass\w*|reduziert\w*|ermassig\w*|sonderangebot\w*|sonderpreis\w*"
          r"|schnappchen",
    "it": r"scont[oi]|scontat[oaie]|saldi|prezz[oi] (?:ridott[oi]|speciali?)"
          r"|offert[ae] special[ei]",
    "pt": r"descontos?|promoc(?:ao|oes)|saldos|(?:oferta|preco) especial",
    "vi": r"giam gia|khuyen mai|uu dai",
}  # fmt: skip
VOUCHER = {
    "en": r"vouchers?|coupons?|promo codes?|gift cards?",
    "es": r"cupon(?:es)?|codigo (?:promocional|de descuento)",
    "fr": r"codes? promo|bons? (?:de reduction|d'achat)",
    "de": r"gutschein\w*|rabattcodes?",
    "it": r"buon[oi] sconto|codic[ei] sconto",
    "pt": r"cup(?:om|ons|ao|oes)|codigo promocional|vale desconto",
    "vi": r"ma giam gia|phieu giam gia",
}
PRIZE = {
    "en": r"giveaways?|prize draws?|raffles?|sweepstakes?|chance to win|enter to win"
          r"|win (?:a|an|one|two|three|free|your|tickets|prizes)",
    "es": r"sorteos?|sorteamos|gana (?:un|una|dos|entradas)",
    "fr": r"jeu concours|tirage au sort|a gagner|gagnez",
    "de": r"gewinnspiel\w*|verlos(?:en|t|ung|ungen)|zu gewinnen|gewinnt (?:ein|eine|einen|zwei)",
    "it": r"sorteggi\w*|estrazione a premi|concorso a premi|in palio|vinci (?:un|una|due)",
    "pt": r"sorteios?|sorteamos|concorra|ganhe (?:um|uma|dois|duas)",
    "vi": r"boc tham|trung thuong|quay so",
}  # fmt: skip
MONEY_BACK = {
    "en": r"money back|full refunds?",
    "es": r"devolucion del dinero|te devolvemos el dinero",
    "fr": r"satisfaits? ou rembourses?|rembourse(?:e|s|es)?",
    "de": r"geld zuruck\w*",
    "it": r"soddisfatti o rimborsati|rimborso (?:completo|totale)",
    "pt": r"dinheiro de volta|reembolso (?:total|integral)",
    "vi": r"hoan tien",
}
BEST_PRICE = {
    "en": r"(?:best|lowest|unbeatable) prices?|cheapest",
    "es": r"(?:mejor|mejores) precios?|precios? (?:mas bajos?|imbatibles?)",
    "fr": r"meilleurs? prix|prix (?:le|les) plus bas|prix imbattables?",
    "de": r"(?:beste[nrs]?|niedrigste[nrs]?|gunstigste[nrs]?) preis\w*|tiefpreis\w*|bestpreis\w*",
    "it": r"miglior[ei]? prezz[oi]|prezz[oi] (?:piu bass[oi]|imbattibil[ei])",
    "pt": r"melhor(?:es)? precos?|precos? (?:mais baixos?|imbativeis)",
    "vi": r"gia tot nhat|gia re nhat",
}
LIMITED_TIME = {
    "en": r"limited time|limited offer|for a (?:short|limited) time|time is running out",
    "es": r"tiempo limitado|oferta limitada",
    "fr": r"(?:duree|temps) limitee?|offre limitee",
    "de": r"nur (?:fur )?kurze zeit|zeitlich begrenzt\w*|befristet\w*",
    "it": r"tempo limitato|offerta limitata",
    "pt": r"tempo limitado|oferta limitada",
    "vi": r"thoi gian co han|so luong co han",
}
SCARCE = {
    "en": r"while (?:stocks?|supplies|supply) lasts?|until sold out|limited (?:stocks?|suppl\w+"
          r"|availability|quantit\w+|places|seats)|only a few (?:left|remain\w*)|selling fast"
          r"|almost (?:gone|sold out)",
    "es": r"hasta agotar existencias|ultimas (?:unidades|plazas|entradas)|plazas limitadas",
    "fr": r"dans la limite des stocks|jusqu'a epuisement|dernieres places|places limitees"
          r"|stock limite",
    "de": r"solange (?:der )?vorrat reicht|nur noch wenige|begrenzte (?:plat\w+|stuckzahl)",
    "it": r"fino (?:a|ad) esaurimento|ultim[ie] (?:posti|pezzi|biglietti)|posti limitati",
    "pt": r"enquanto durarem|ate (?:ao fim|esgotar)|ultim[ao]s (?:unidades|vagas|lugares)"
          r"|vagas limitadas",
    "vi": r"het hang|sap het",
}  # fmt: skip
LAST_CHANCE = {
    "en": r"last chance|final (?:days?|hours?|call|chance)|last (?:days?|hours?) (?:to|of)",
    "es": r"ultima oportunidad|ultimos dias|ultimas horas",
    "fr": r"dernieres? (?:chances?|heures?|occasion)|derniers? jours?",
    "de": r"letzte[nr]? (?:chance|gelegenheit|moglichkeit|tage?|stunden)",
    "it": r"ultim[ai] (?:occasione|possibilita|chance)|ultim[io] giorn[io]|ultime ore",
    "pt": r"ultima (?:chance|oportunidade)|ultimos dias|ultimas horas",
    "vi": r"co hoi cuoi",
}
DAYS = {
    "monday": r"mondays?|montags?|lunes|lundis?|lunedi|segundas? feiras?|thu hai",
    "tuesday": r"tuesdays?|dienstags?|martes|mardis?|martedi|tercas? feiras?|thu ba",
    "wednesday": r"wednesdays?|mittwochs?|miercoles|mercredis?|mercoledi|quartas? feiras?|thu tu",
    "thursday": r"thursdays?|donnerstags?|jueves|jeudis?|giovedi|quintas? feiras?|thu nam",
    "friday": r"fridays?|freitags?|viernes|vendredis?|venerdi|sextas? feiras?|thu sau",
    "saturday": r"saturdays?|samstags?|sonnabends?|sabados?|samedis?|sabato|thu bay",
    "sunday": r"sundays?|sonntags?|domingos?|dimanches?|domenic(?:a|he)|chu nhat",
    "weekend": r"week ?ends?|wochenenden?|fin(?:es)? de semana|fine settimana|fi(?:m|ns) de semana"
               r"|cuoi tuan",
}  # fmt: skip
EVERY_DAY = (
    r"every day|daily|taglich|jeden tag|todos los dias|cada dia|tous les jours|chaque jour"
    r"|ogni giorno|tutti i giorni|todos os dias|moi ngay"
)
TIMES = {
    "today": r"today|tonight|heute|hoy|esta noche|aujourd'hui|ce soir|oggi|stasera|hoje|hom nay",
    "tomorrow": r"tomorrow|morgen|manana|demain|domani|amanha|ngay mai",
    "midnight": r"midnight|mitternacht|medianoche|minuit|mezzanotte|meia noite|nua dem",
    "month_end": r"(?:the )?end of (?:the|this) month|monatsende|ende des monats|fin(?:al)? de mes"
                 r"|(?:la )?fin du mois|fine (?:del )?mese|fi(?:m|nal) do mes|cuoi thang",
    "one_day": r"one day|einen tag|un dia|un jour|un giorno|um dia|mot ngay",
    "week": r"(?:this )?week|diese woche|esta semana|cette semaine|questa settimana|tuan nay",
}  # fmt: skip
UNTIL = (
    r"until|till|by|before|through|ends?|ending|closes|bis|endet|vor|hasta|antes del?|termina"
    r"|acaba|jusqu'(?:a|au)|avant|finit|fino|entro|scade|ate|antes d[aeo]|den het|truoc"
)
"""What makes a deadline of the day that follows."""
RANGE = r"to|and|a|al|au|und|e|y|et|[-–]"
"""What may also stand before the last of several days in a brief."""
SMALL = (
    r"(?:the|this|next|coming|on|of|for|am|zum|an|diesen?|dieses|diesem|kommenden?|nachsten?|fur"
    r"|el|la|los|este|esta|por|proximo|le|ce|cette|pour|prochain|il|al|alla|a|di|per|questo|questa"
    r"|prossimo|o|ao|aos|neste|nesta|proxima)"
)
"""Words that may stand between a mark of time and its day."""
ONLY = r"only|just|nur|solo|seulement|uniquement|apenas|somente|duy nhat|chi(?= (?:hom|ngay))"
ONLY_SO = r"so(?= (?:hoje|amanha|neste|nesta|este|esta|ate))"
"""Portuguese says with two letters what is another word elsewhere."""
PERCENT = r"per ?cent|prozent|por ciento|pour cent|per cento|por cento|phan tram"
MONEY = (
    r"euros?|dollars?|dollari|dolares|pounds?|sterline|pence|cents?|francs?|franken|pesos|reais"
    r"|eur|usd|gbp"
)
NO = frozenset(
    {"not", "no", "never", "nicht", "nie", "ne", "pas", "non", "nao", "nunca", "sin", "sem", "sans"}
    | {"without", "senza", "ohne", "kein", "keine", "keinen", "keinem", "keiner", "khong", "isn't"}
    | {"aren't", "don't", "doesn't"}
)
"""Words that turn an offer into its opposite, where they stand just before it."""
