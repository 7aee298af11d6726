"""Top-level domains under which X makes a link of an address written without a scheme.

Every country's, and the generic ones that are in real use; a rare one that is missing is
counted by its characters.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COUNTRIES = _words(
    """
    ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq
    br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do
    dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gp gq gr gs
    gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp
    kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms
    mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps
    pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc
    td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye
    yt za zm zw
    """
)

COUNTRY_CODES: frozenset[str] = _COUNTRIES | {"uk", "su"}
"""Top-level domains of two letters."""

FLAG_CODES: frozenset[str] = _COUNTRIES | {"cp", "dg", "ea", "ic", "ta", "un", "xk"}
"""Pairs of regional indicators that make a flag."""

GENERIC_DOMAINS: frozenset[str] = _words(
    """
    aaa abb academy accountant accountants actor adult aero agency airforce amsterdam analytics
    apartments app apple arab archi army arpa art asia associates attorney auction audi audible
    audio author auto autos baby band bank bar barcelona bargains baseball basketball bayern bbc
    beauty beer berlin best bet bible bid bike bing bingo bio biz black blackfriday blog
    bloomberg blue bmw boats bond boo book booking boston bot boutique box broker brother
    brussels build builders business buy buzz bzh cab cafe call cam camera camp canon capetown
    capital car cards care career careers cars casa case cash casino cat catering catholic cbs
    center ceo cern charity chat cheap chrome church city claims cleaning click clinic clothing
    cloud club coach codes coffee college cologne com community company compare computer condos
    construction consulting contact contractors cooking cool coop corsica country coupon coupons
    courses credit creditcard cricket cruises dad dance data date dating day deal dealer deals
    degree delivery democrat dental dentist design dev diamonds diet digital direct directory
    discount discover dish diy docs doctor dog domains dot download drive dubai earth eat eco
    edeka edu education email energy engineer engineering enterprises equipment esq estate eus
    events exchange expert exposed express fail faith family fan fans farm fashion fast feedback
    film final finance financial fire fish fishing fit fitness flights florist flowers fly foo
    food football ford forex forsale forum foundation fox free fun fund furniture futbol fyi gal
    gallery game games garden gay gent genting gift gifts gives giving glass global gmail gmbh
    gold golf goo google gop got gov graphics gratis green gripe grocery group guide guitars
    guru hair hamburg haus health healthcare help here hiphop hiv hockey holdings holiday homes
    honda horse hospital host hosting hot hotel hotels house how ibm icu imamat immo immobilien
    industries info ing ink institute insurance insure int international investments irish
    istanbul java jewelry jobs joburg jot joy juegos kaufen kim kitchen kiwi koeln kpmg krd
    kyoto land lat latino law lawyer lease legal lego lgbt life lifestyle lighting like limited
    limo link live living loan loans lol london lotto love ltd ltda luxe luxury madrid maison
    makeup man management mango map market marketing markets mba med media meet melbourne meme
    memorial men menu miami microsoft mil mini mobi moda moe moi mom monash money monster
    mortgage moscow moto motorcycles mov movie museum music nagoya name navy net network new
    news next ngo nhk ninja nissan now nyc observer office okinawa one ong onl online ooo open
    orange org organic osaka page paris partners parts party pay pet pharmacy phd philips phone
    photo photography photos physio pics pictures pid pin ping pink pizza place play plumbing
    plus poker porn post press prime pro prod productions prof promo properties property
    protection pub qpon quebec racing radio read realestate realtor realty recipes red rehab
    reise reisen rent rentals repair report republican rest restaurant review reviews rich rio
    rip rocks rodeo room rugby ruhr run sale salon sap sarl save scholarships school schule
    science scot search seat security seek services sex sexy shiksha shoes shop shopping show
    silk singles site ski skin sky smile soccer social software solar solutions song space spot
    srl storage store stream studio study style sucks supplies supply support surf surgery swiss
    sydney systems taipei talk target tattoo tax taxi team tech technology tel tennis theater
    theatre tickets tienda tips tires today tokyo tools top total tours town toyota toys trade
    trading training travel trust tube tui university uno vacations vegas ventures vet viajes
    video villas vin vip vision vlaanderen vodka vote voting voto voyage wales wang watch
    watches weather web webcam website wed wedding wien wiki win wine winners work works world
    wow wtf xbox xin xxx xyz yachts yahoo yoga yokohama you youtube zero zip zone
    """
)
