"""Words that carry no subject, in seven languages: compact data, one set a language."""

_TEXT = {
    "en": """
        a about above after again against ain all also am an and any are aren as at be because
        been before being below between both but by can cannot could couldn did didn do does
        doesn doing don down during each even ever every few for from further get gets got had
        hadn has hasn have haven having he her here hers herself him himself his how i if in
        into is isn it its itself just let like ll made make many may me might more most much
        must my myself need new no nor not now of off on once one only or other our ours
        ourselves out over own per please re really s same say see she should shouldn so some
        still such t take than that the their theirs them themselves then there these they this
        those through to today too under until up upon us ve very via want was wasn way we were
        weren what when where which while who whom why will with within without won would wouldn
        yes yet you your yours yourself yourselves""",
    "es": """
        a acá ahí al algo algunas algunos allí ante antes aquel aquella así aunque bajo bien
        cada casi como cómo con contra cual cuál cuando cuándo de del desde donde dónde dos
        durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba
        estado están estar estas este esto estos está fue fueron ha había han hasta hay he hemos
        hoy la las le les lo los me mi mientras mis mucho muchos muy más ni no nos nosotros
        nuestra nuestras nuestro nuestros nunca o os otra otro para pero poco por porque pues
        que qué quien se sea según ser será si sido siempre sin sobre solo son su sus sí sólo
        también tan tanto te tener tiene tienen toda todas todo todos tras tu tus tú un una uno
        unos usted ustedes va vamos vosotros y ya yo él""",
    "fr": """
        a afin ai ainsi alors après as au aucun aujourd aussi autre autres aux avant avec avez
        avoir avons c car ce ceci cela ces cet cette ceux chaque chez ci comme comment d dans de
        depuis des donc dont du déjà elle elles en encore entre es est et étaient était été être
        eu eux fait faire hui il ils j je jusqu l la le les leur leurs lors lui m ma mais me mes
        moi moins mon même n ne ni non nos notre nous on ont ou où par parce pas pendant peu
        peut plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se
        sera ses si soit son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un
        une vers voici voilà vos votre vous y à ça""",
    "de": """
        aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim
        bin bis bist da dabei damit dann das dass davon dazu dein deine dem den denn der des
        dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem
        einen einer eines er es etwas euch euer eure für gegen geht gern gibt hab habe haben hat
        hatte heute hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist
        ja jede jedem jeden jeder jedes jetzt kann kein keine keinen können könnt machen man
        mehr mein meine mich mir mit muss müssen nach nein nicht nichts noch nun nur ob oder
        ohne rund schon sehr sein seine seinem seinen seiner seit sich sie sind so sobald soll
        sollen sondern sonst um und uns unser unsere unserem unseren unter viel viele vom von
        vor wann war waren warum was weil weiter welche welcher wenn wer werden wie wieder will
        wir wird wo wurde wurden während zu zum zur zwischen über""",
    "it": """
        a abbiamo ad ai al alla alle allo anche ancora avere aveva c che chi ci ciò come con
        contro cosa cosi così cui d da dai dal dalla dalle dallo degli dei del dell della delle
        dello dentro di dopo dove due e ed era erano essere fa fare fino fra fuori già gli ha
        hai hanno ho i il in io l la le lei li lo loro lui ma me meno mi mia mie mio molto ne
        negli nei nel nell nella nelle nello no noi non nostra nostre nostri nostro o ogni oggi
        oltre ora per perché però più poco poi prima proprio può qual quale quando quanto quella
        quelle quelli quello questa queste questi questo qui se sei sempre senza si sia siamo
        sono sopra sotto sta stata stato su sua sue sugli sui sul sulla sulle suo suoi sì te ti
        tra troppo tu tua tuo tutta tutte tutti tutto un una uno va vi voi vostra vostro è""",
    "pt": """
        a ainda ao aos aquela aquele aquilo as assim até bem cada com como contra da das de dela
        dele deles depois desde dessa desse desta deste do dos durante e ela elas ele eles em
        entre era eram essa essas esse esses esta estas estava este estes está estão eu foi for
        foram fosse há hoje isso isto já la lhe lhes lo mais mas me mesmo meu meus minha minhas
        muito muitos na nas nem no nos nossa nossas nosso nossos num numa não nós o onde os ou
        outra outro para pela pelas pelo pelos pode por porque pouco pra quais qual quando que
        quem se seja sem sempre ser será seu seus si sido sobre somente somos sou sua suas só
        são também te tem tendo ter teu tinha toda todas todo todos tu tua tudo têm um uma umas
        uns vai você vocês vos à às é""",
    "vi": """
        anh bạn bị bởi các cho chỉ chúng ta chúng tôi chưa chị có có thể cùng cũng của cứ do dù
        dưới em gì hay hoặc hơn hãy khi không là lên lúc lại mà mình mọi mỗi một nay này nên nếu
        như nhưng những nào này nữa nhé nhiều ngày ngoài nhất vài vào vì và về với vẫn việc vậy
        từ thì theo thế trên trong trước tại tới tôi sau sẽ rằng rất ra rồi qua quá phải ở ơi ạ
        đã đang đây đó để đến đều được đi đâu điều""",
}

STOPWORDS: dict[str, frozenset[str]] = {
    language: frozenset(text.split()) for language, text in _TEXT.items()
}
"""In lower case, by two-letter language code."""

ALL_STOPWORDS: frozenset[str] = frozenset().union(*STOPWORDS.values())
"""For a text whose language is not known."""


def stopwords_for(language: str) -> frozenset[str]:
    """The stop words of *language* (`pt-BR` is `pt`); those of all where it is not among them."""
    return STOPWORDS.get(language.partition("-")[0].lower(), ALL_STOPWORDS)
