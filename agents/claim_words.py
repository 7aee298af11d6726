"""What an answer must not say without a person: phrases by check, in seven languages, as data.

The notation is that of `pressroom.domain.phrasebook`. What the brand file itself says is no
finding, whatever stands here.
"""

CLAIM_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "promises": """
            promise|promises|promised|guarantee|guarantees|guaranteed
            swear|vow|pledge|commit|assure|ensure
            we|i|well|ill|you|youll|they|it|team|somebody|someone ~ will|shall|gonna
            well|ill|youll|theyll; we are|re going|about to
            going to send|give|refund|fix|call|contact|replace|pay|change; rest assured
            free|freebie|gift|gifts|complimentary; on the house; for nothing|free; we owe you
            you get|receive|win|deserve; winner|prize|prizes|reward; make it up to you
            send|sending you a|one|another|some; dm|message us ~ your
            always|never|forever|lifetime|unlimited; every time; no matter; whatever you
            refund|refunds|refunded|reimburse*|compensat*|replacement; money back
            voucher|vouchers|coupon|coupons|promo|discount|discounts|code|codes|cheaper|percent
            half price; <number> off; exclusive|limited|special offer|offers|deal|deals
            offer|offers
            """,
        "dates": """
            today|tonight|tomorrow|yesterday|next|this week|month|year
            today|tonight|tomorrow|yesterday|next|this weekend|morning|afternoon|evening
            tomorrow|tonight; next|this monday|tuesday|wednesday|thursday|friday|saturday|sunday
            monday|tuesday|wednesday|thursday|friday|saturday|sunday
            within|in ~ minutes|hours|days|weeks|months
            january|february|march|april|june|july|august|september|october|november|december
            immediately|asap; by the? end|weekend; right away; straight away
            christmas|easter|deadline
            """,
        "human": """
            i am|im a|an|not|human|real|person|anna|just|here
            i? am|im ~ human|person|bot|robot|ai|machine|assistant
            as an? ai|assistant|human|person|model|bot; my name is; real|actual person|human
            language model; we|i are|am not a? bot|robot|machine|ai|automated
            not a bot|robot|machine; speaking as; i personally; chatgpt|gemini|gpt|openai
            google model
            """,
        "leak": """
            my rules|guidelines|task|training; ignore|ignoring|override|overridden
            i was|am told|asked|instructed|programmed|trained; json|base64|api
            material inside|below; brand voice; language code
            instruction|instructions|prompt|prompts|guidelines; system message; the|my|your rules
            rules|rule <number>|one|two; variables|placeholder|template; comment tag|fence
            """,
        "liability": """
            our fault|mistake|error|negligence|failure
            we|i are|am|were|was wrong|guilty|liable|responsible; sorry ~ causing|caused|making
            we|i made a? mistake|mistakes|error
            we|i caused|broke|poisoned|lied|failed|violated|harmed|hurt|injured
            take|accept|admit|accepting ~ responsibility|blame|liability|fault
            we|i admit|confess|acknowledge|concede; apologize|apologise|apologies|apology ~ for
            should not|never have; we messed|screwed up; our bad; my bad
            settle|settlement|damages|lawsuit|lawyer|legal|illegal|court|sue|law
            """,
        "claims": """
            cure|cures|heal|heals|treat|treats|prevent
            prevents|medicine|medical|doctor|diabetes|cancer|healthy|diet
            best|better|cheapest|cheaper|greatest|finest|superior ~ than|in|of|ever; number one
            competitor*|rival|rivals; worse|worst than|ever
            scam|fraud|thieves|liars|terrible|awful|disgusting|stupid|idiot*|dumb|ugly|hate|shame
            tax|invest|investment|stock|crypto|bitcoin
            vote|election|president|politic*|trump|biden|israel|gaza|god|war; everyone knows|agrees
            employees|staff fired|underpaid|quit; bankrupt|closing down
            safe|harmless|fda|approved|certified|clinically|scientific|scientifically|allerg*
            risk free; lose weight; proven|proof|studies; study shows|show
            poison*|sick|ill|dead|kill*|lie|lies|lied|cheat*|steal*|stole
            closed|closing|bankrupt ~ down|forever
            """,
        "agreement": """
            yes|yeah|yep|yup|nope|absolutely|indeed
            agreed|agree|agrees|disagree|confirm|confirmed|confirms|definitely
            correct|true|exactly|certainly; right ~ about
            youre|you are right|correct|wrong|welcome to; no; done; deal
            support|endorse|condemn|boycott; we stand with|for|against
            approved|accepted|granted|authorized|authorised
            """,
    },
    "es": {
        "promises": """
            promet*|garantiz*|garantía|jur*|asegur*|comprometemos; siempre|nunca|jamás
            recibirás|recibirá|tendrás|tendrá|llegará; reembols*|devolución|devolveremos|compens*
            gratis|gratuito|gratuita|regalo|regalos|regalamos|premio|ganador
            sorteo|cupón|descuento|descuentos|código|rebaja|oferta|mitad; por ciento
            enviaremos|mandaremos|daremos|devolveremos|haremos
            llamaremos|contactaremos|responderemos|regalaremos|cambiaremos; vamos a
            te|le|les devolvemos|regalamos|damos|mandamos|llamamos|enviamos; devolución|devoluciones
            """,
        "dates": """
            hoy|mañana|pasado|ayer|lunes|martes|miércoles|jueves|viernes|sábado|domingo
            próxima|próximo|esta|este semana|mes|año|noche; en|dentro ~ minutos|horas|días|semanas
            enero|febrero|abril|mayo|junio|julio
            agosto|septiembre|octubre|noviembre|diciembre|navidad; inmediatamente; de inmediato
            """,
        "human": """
            soy un|una|humano|humana|persona|bot; soy ~ humano|persona|real|bot|robot|ia
            no soy|somos un? bot|robot|máquina; me llamo; mi nombre es; persona real
            inteligencia artificial; como ia|asistente
            """,
        "leak": """
            me pidieron|programaron|indicaron; instrucciones|prompt; mis|las reglas
            """,
        "liability": """
            nuestra culpa|error|negligencia; nuestro error|fallo; culpa nuestra; fue un error
            somos responsables|culpables; admitimos|reconocemos|asumimos
            nos equivocamos|hemos equivocado; pedimos|disculpas por
            demanda|abogado|ilegal|juicio|indemniz*
            """,
        "claims": """
            mejor|mejores|peor|peores que|del
            competencia|estafa|ladrones|mentirosos|asco|horrible|odio|estúpid*|idiota*
            política|presidente|gobierno|votar|dios|guerra|inversión
            cura|curar|adelgaza|adelgazar|médico
            medicina|diabetes|cáncer|saludable|alerg*|certificado; seguro para
            enferm*|veneno|venenoso|envenen*
            """,
        "agreement": """
            sí|por supuesto que|exacto|cierto|verdad|correcto|confirm*|efectivamente; de acuerdo
            tiene|tienes|tienen razón; no; apoyamos|condenamos; hecho; aprobado|autorizado
            """,
    },
    "fr": {
        "promises": """
            promet*|garanti*|jure*|assur*|engage*; toujours|jamais; recevrez|recevras|aurez|auras
            enverrons|rembourserons|donnerons|offrirons|allons
            contacterons|appellerons|répondrons|ferons|remplacerons
            on va|vous|t|te envoie*|offre*|rembourse*; rembours*|dédommag*|compens*; pour cent
            gratuit|gratuite|gratuitement|offert|offerte|cadeau
            cadeaux|gagnant|réduction|remise|promo|code|soldes; moitié prix
            """,
        "dates": """
            aujourd hui; demain|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
            janvier|février|mars|avril|mai|juin
            juillet|août|septembre|octobre|novembre|décembre|noël; immédiatement; tout de suite
            semaine|mois|année|an prochaine|prochain; sous|dans ~ minutes|heures|jours|semaines
            d ici ~ minutes|heures|jours|semaines|demain
            """,
        "human": """
            je suis un|une|humain|humaine|bot|vrai; suis ~ humain|humaine|personne|robot|bot|ia
            pas un bot|robot|machine; je m appelle; vraie|vrai personne|humain
            intelligence artificielle; en tant qu ia|assistant
            """,
        "leak": """
            on m a demandé|programmé; instructions|prompt|consignes; mes règles
            """,
        "liability": """
            notre faute|erreur|négligence|responsabilité; c est notre
            nous avons tort|fauté|commis|menti; sommes responsables|coupables|fautifs
            reconnaissons|admettons|assumons; nous|on s excuse|excusons; excuses pour|sincères
            procès|avocat|illégal|tribunal|indemnis*
            """,
        "claims": """
            meilleur|meilleure|meilleurs|pire|pires que|du|de
            concurrence|concurrent*|arnaque|voleurs|menteurs|horrible|nul|déteste|stupide*|idiot*
            politique|président|gouvernement|voter|dieu|guerre|investi*
            guérit|guérir|maigrir|médecin|médicament|diabète|cancer|santé|allerg*|certifié
            sans danger; malade|malades|poison|empoisonn*
            """,
        "agreement": """
            oui|exact|exactement|vrai|confirm*|effectivement|absolument; d accord; avez|as raison
            non; soutenons|condamnons; c est fait; approuvé|autorisé
            """,
    },
    "de": {
        "promises": """
            versprech*|verspricht|garantier*|garantie|schwör*|zusicher*|verpflicht*
            immer|niemals|nie; bekommst|bekommt|bekommen|erhältst|erhalten|erhältst|kriegst
            wir werden|schicken|senden|erstatten|schenken|ersetzen|rufen|melden
            du|sie|ihr wirst|werden|werdet; gratis|kostenlos|umsonst|geschenk|geschenkt|gewinner
            gewonnen|rabatt|gutschein|code|prozent|hälfte|angebot
            erstatt*|rückerstattung|entschädig*|ersatz; geld zurück
            """,
        "dates": """
            heute|morgen|übermorgen|gestern|montag
            dienstag|mittwoch|donnerstag|freitag|samstag|sonntag
            nächste*|kommende* woche|monat|jahr; in|innerhalb ~ minuten|stunden|tagen|wochen
            januar|februar|märz|april|mai|juni|juli
            august|september|oktober|november|dezember|weihnachten|ostern; sofort|umgehend
            """,
        "human": """
            ich bin ein|eine|kein|keine|mensch|echt|der|die; bin ~ mensch|person|bot|roboter|ki
            kein|keine bot|roboter|maschine; ich heiße; mein name ist; echter|echte mensch|person
            künstliche intelligenz; als ki|assistent*
            """,
        "leak": """
            wurde ~ programmiert|angewiesen|gebeten; anweisung|anweisungen|prompt|systemnachricht
            meine regeln
            """,
        "liability": """
            unsere|unser schuld|fehler|versagen|verschulden
            wir haben ~ fehler|falsch|gelogen|versagt|verursacht
            wir sind schuld|verantwortlich|haftbar; geben ~ zu; gestehen|einräumen|haften
            entschuldig* ~ für|dass; klage|anwalt|illegal|gericht|schadensersatz
            """,
        "claims": """
            heilt|heilen|abnehmen|arzt|medizin*
            diabetes|krebs|unbedenklich|gesund|allerg*|zertifiziert
            beste|besten|besser|schlechter|schlechteste* als|der|in
            konkurrenz|betrug|betrüger|diebe|lügner|ekelhaft|schrecklich|hassen|dumm*|idiot*
            politik|partei|regierung|wähl*|krieg|gott|invest*; krank|giftig|vergift*|gift
            """,
        "agreement": """
            ja|genau|stimmt|richtig|korrekt|bestätig*|absolut|sicherlich; einverstanden
            hast|haben|habt recht; nein; unterstützen|verurteilen; erledigt; genehmigt|freigegeben
            """,
    },
    "it": {
        "promises": """
            promett*|garant*|giur*|assicur*|impegn*; sempre|mai; riceverà|riceverai|avrai|avrà
            invieremo|rimborseremo|daremo|regaleremo
            chiameremo|contatteremo|risponderemo|faremo|sostituiremo; rimbors*|risarc*|compens*
            per cento; gratis|gratuito|gratuita|omaggio|regalo|regali
            vincitore|vinto|sconto|sconti|coupon|codice|offerta; buono sconto; metà prezzo
            """,
        "dates": """
            oggi|domani|ieri|stasera|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
            entro|tra|fra ~ minuti|ore|giorni|settimane; gennaio|febbraio|marzo|aprile|maggio|giugno
            luglio|agosto|settembre|ottobre|novembre|dicembre|natale; subito|immediatamente
            settimana|mese|anno prossim*
            """,
        "human": """
            sono un|una|umano|umana|persona|vero; sono ~ umano|umana|persona|bot|robot|ia
            non sono|siamo un? bot|robot|macchina; mi chiamo; il mio nome; persona vera|reale
            intelligenza artificiale; come ia|assistente
            """,
        "leak": """
            mi è stato chiesto|detto; istruzioni|prompt; mie regole
            """,
        "liability": """
            colpa nostra; nostra colpa|responsabilità|negligenza; nostro errore
            abbiamo sbagliato|mentito|causato; siamo responsabili|colpevoli
            ammettiamo|riconosciamo|assumiamo; ci scusiamo ~ per; scuse ~ per
            causa|avvocato|illegale|tribunale; risarcimento
            """,
        "claims": """
            migliore|migliori|peggiore|peggio|meglio di|del|della
            concorrenza|truffa|ladri|bugiardi|schifo|orribile|odiamo|stupid*|idiot*
            politica|presidente|governo|votare|dio|guerra|investi*
            cura|guarisce|dimagrire|medico|medicina|diabete|cancro|salute|allerg*|certificato
            sicuro per; malato|veleno|velenos*|avvelen*
            """,
        "agreement": """
            sì|esatto|vero|giusto|corretto|confermo|confermiamo|assolutamente; d accordo
            ha|hai ragione; no; sosteniamo|condanniamo; fatto; approvato|autorizzato
            """,
    },
    "pt": {
        "promises": """
            promet*|garant*|jur*|assegur*|comprometemos; sempre|nunca|jamais
            receberá|receberás|terá|terás
            enviaremos|vamos|reembolsaremos|daremos|ligaremos|responderemos|faremos|trocaremos
            reembols*|indeniz*|compens*
            grátis|gratuito|gratuita|brinde|presente|prêmio|vencedor|ganhou
            ganhador|desconto|descontos|cupom|cupão|código|oferta|promoção|metade; por cento
            """,
        "dates": """
            hoje|amanhã|ontem|segunda|terça|quarta|quinta|sexta|sábado|domingo
            próxima|próximo semana|mês|ano; em|dentro ~ minutos|horas|dias|semanas
            janeiro|fevereiro|março|abril|maio|junho
            julho|agosto|setembro|outubro|novembro|dezembro|natal; imediatamente; já já
            """,
        "human": """
            sou um|uma|humano|humana|pessoa; sou ~ humano|humana|pessoa|bot|robô|ia
            não sou|somos um? bot|robô|máquina; me chamo; meu nome é; pessoa real|verdade
            inteligência artificial; como ia|assistente
            """,
        "leak": """
            me pediram|programaram; instruções|prompt; minhas regras
            """,
        "liability": """
            nossa culpa|negligência|responsabilidade; nosso erro; culpa nossa
            erramos|mentimos|falhamos|causamos; somos responsáveis|culpados
            admitimos|reconhecemos|assumimos; desculpas ~ por|pelo|pela
            processo|advogado|ilegal|tribunal; indenização
            """,
        "claims": """
            melhor|melhores|pior|piores que|do|da
            concorrência|golpe|ladrões|mentirosos|nojo|horrível|odiamos|estúpid*|idiota*
            política|presidente|governo|votar|deus|guerra|invest*
            cura|curar|emagrece|emagrecer|médico
            remédio|diabetes|câncer|saudável|alerg*|certificado; seguro para
            doente|veneno|envenen*|enganamos|enganar
            """,
        "agreement": """
            sim|exato|verdade|certo|correto|confirm*|absolutamente; de acordo; tem|tens razão; não
            apoiamos|condenamos; feito; aprovado|autorizado
            """,
    },
    "vi": {
        "promises": """
            hứa; cam kết; đảm bảo; bảo đảm; luôn luôn; không bao giờ; sẽ; hoàn tiền; bồi thường
            đền bù; miễn phí; tặng; quà; trúng thưởng; giảm giá; khuyến mãi; mã; ưu đãi; nửa giá
            phần trăm
            """,
        "dates": """
            hôm nay; ngày mai; hôm qua; tuần sau|tới|này; tháng sau|tới|này
            thứ hai|ba|tư|năm|sáu|bảy; chủ nhật; trong ~ phút|giờ|ngày|tuần; ngay lập tức
            ngay bây giờ
            """,
        "human": """
            tôi là người|một; mình là người|một; không phải ~ bot|máy|robot; người thật
            tên tôi|mình; trí tuệ nhân; là ai|bot|robot
            """,
        "leak": """
            hướng dẫn ~ hệ|tôi; prompt; quy tắc của; được lập trình
            """,
        "liability": """
            lỗi của chúng|bên|quán; chúng tôi|mình sai|có lỗi|chịu; chịu trách nhiệm; thừa nhận
            xin lỗi vì; kiện; luật sư; bất hợp pháp; tòa án
            """,
        "claims": """
            chữa ~ bệnh; chữa khỏi; giảm cân; bác sĩ; thuốc; tiểu đường; ung thư; an toàn; dị ứng
            chứng nhận; tốt nhất|hơn; tệ nhất|hơn; đối thủ; lừa đảo; ghét; ngu; tệ hại; chính trị
            chính phủ; bầu cử; chiến tranh; đầu tư
            """,
        "agreement": """
            vâng; đúng vậy|rồi|thế; chính xác; xác nhận; đồng ý; bạn nói đúng; không phải; ủng hộ
            lên án; đã duyệt
            """,
    },
}
