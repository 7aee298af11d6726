"""Phrases that call for a person's eye although nothing grave is said, as data by language.

`instructions` speak to a machine, `commitments` want a promise, a favour or a position from the
brand, `irony` dresses a complaint as praise, `politics` is not a brand's to thank for, `stop` asks
for no more answers. The notation is that of `pressroom.domain.phrasebook`.
"""

CAUTION_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "instructions": """
            ignore|disregard|forget ~ instruction*|rule*|prompt*|guideline*
            override|bypass|discard|drop ~ instruction*|rule*|prompt*|guideline*
            ignore|disregard|forget|override ~ above|previous|prior
            ignore|disregard|forget|override ~ everything|earlier|before|policy
            system prompt|message|instruction*|override|note|update
            your instructions|guidelines|prompts
            your|the system? prompt ~ is|says|instructions|rules|verbatim
            your system|programming|configuration|training|developers|developer|creators|rules
            developer|debug|maintenance|god|admin|test mode; jailbreak*; prompt injection
            you are now; youre now
            act|behave|pretend|roleplay|respond|speak|talk|write as|like|to a|an|if|be|the
            from now on
            new|updated|following|these rule|rules|instruction*|task|persona|policy|role
            as an? ai|assistant|bot|llm; language model
            chatgpt|gpt|gpt4|gpt5|gemini|claude|llm|openai
            dear|hey|hello|hi|attention ai|bot|assistant|robot|machine|moderator|model|agent
            are|r you|u a? ~ bot|robot|ai|human|real|person|machine|automated
            is this a? bot|ai|automated; repeat after|this|the|exactly|back|everything|my
            say|write|reply|respond|answer|print exactly
            say|write|reply|respond|answer|print|output ~ with
            post|type|comment|start|begin|end|finish ~ with
            say|write|reply|respond ~ following|verbatim|word|words|only|nothing
            answer|print|output|type ~ following|verbatim|word|words|only|nothing
            copy|paste|echo|quote ~ this|text|message|comment|below|above|following
            include|add|mention|put ~ link
            include|add|mention|put|use|insert ~ reply|response|answer|hashtag
            include|add|mention|put|use|insert ~ code|phrase|word|sentence|name
            translate|decode|decrypt|decipher|summarize ~ this
            summarise|rewrite|rephrase|continue|complete ~ this
            translate|decode|decrypt ~ into|to|and|following|text|message
            base64|rot13|hex|binary|cipher
            write|compose|generate|make|tell|give me|us|a|an ~ poem|song|code|story
            write|compose|generate|make|tell|give me|us|a|an ~ essay|joke|haiku|rap
            in|with your next? reply|response|answer
            your next? reply|response|answer must|should|has|will
            reveal|show|print|leak|tell|share|display ~ prompt|instructions|rules
            reveal|show|print|leak|tell|share|display ~ configuration|key|password
            sudo|execute|eval; admin|administrator|root|system override|access|command|here|says
            this is your|the a? developer|admin|creator|owner|ceo|boss|engineer|supervisor|team
            i? am|im your|the developer|admin|administrator|creator
            i am|im your|the owner|ceo|engineer|supervisor|founder
            i|we authorize|authorise|approve|permit|allow you|this|the; authorized|authorised to by
            end|begin|start of? ~ instructions|prompt|input|context|conversation|message|comment
            simulate; hypothetically; tool call; function call; mark ~ as resolved|safe|approved
            approve|delete|hide|ban ~ comment
            delete|hide|remove|ban|block ~ comments|users|user|everyone|posts
            dm|message|email|send ~ to everyone|all
            just|please|simply|only|now|then say|write|type|print|output|post
            i|we need|want you to say|write|respond|reply; make sure you say|write|mention|include
            """,
        "commitments": """
            giveaway; for|me|us|some|get|give|send|want|win free
            free ~ shipping|sample|coffee|gift|product|one|stuff; refund|refunds|refunded
            money back; compensat*|reimburs*; promise|promised|guarantee|guaranteed
            swear|assure|vow|pledge; admit|confess|acknowledge; confirm that|if|you|we|my|this|it|to
            agree|agrees|disagree that|with|you|to|it
            do|dont|would|will you support|endorse|condemn|believe; yes or no; just yes|no
            apologize|apologise|apology; cure|cures|cured|heal|heals|healing
            treatment|prevents|medicine|medication|diabetes
            doctor|medical|diagnos*|symptom*|prescri*; lose weight; weight loss
            tax|taxes|invest|investment; better|worse|cheaper than; best|worst ~ competitor
            your|a competitor|competitors; salary|hire|hiring
            sponsor|sponsorship|collab|collaborate|collaboration|partnership|influencer; how safe
            is ~ safe; price|prices ~ go|drop|lower|cut|match
            cheaper|bargain|sale|offer|deals|offers
            discount|discounts|coupon|coupons|voucher|vouchers|promo; promo|promotion code|codes
            """,
        "irony": """
            thanks|thank for nothing
            thanks|thx ~ lot|bunch ~~ broken|late|wrong|cold|never|not|rude|bad|wait*
            perfect|lovely|amazing|nice|cool another
            great|wonderful|fantastic|awesome job|work|going ~~ ruin*|los*|break*
            brilliant|nice|good|excellent job|work|going ~~ ruin*|los*|break*
            great|nice|good|excellent job|work|going ~~ delay*|cancel*|charg*|ignor*
            great|nice|good|excellent job|work|going ~~ wast*|fail*
            great|nice|good|way ~ ruin*|ruining|losing|breaking
            thanks|congrats|congratulations|bravo|kudos ~ ruin*|ruining|losing|breaking
            just what i|we needed|wanted; exactly what i|we needed; slow clap; yeah|ya right
            sure jan|thing|buddy; as if
            oh great|joy|wonderful|good|wow|look|perfect|sure|fantastic|nice|please
            what a surprise|joke|shock; love|loved|loving|adore|enjoy|enjoyed ~~ stole|stolen|steal*
            love|loved|loving|adore|enjoy|enjoyed ~~ charge*|ignore*|ignored|hold
            love|loved|loving|adore|enjoy|enjoyed ~~ waiting|waited
            love|loved|loving|adore|enjoy|enjoyed ~~ broken|late|overpriced|cancel*
            love|loved|loving|adore|enjoy|enjoyed ~~ lost|lose|raise*|raised|hung
            love|loved|loving|adore|enjoy|enjoyed ~~ wrong|rude|lied|lying|worse
            congrats|congratulations|bravo|kudos ~~ worst|another|raising|again
            congrats|congratulations|bravo|kudos ~~ most|zero|terrible|failing; best ~ ever ~~ not
            world class ~ not; could ~ not care less; cant wait to ~ wait|pay|never|lose|complain
            must be nice|great; how nice|kind|lovely|generous of you ~ to; living the dream
            thank you ~~ ruin*|delay*|cancel*|nothing|wasting|losing|late|cold|broken|wrong
            big surprise; who needs; as always ~ late|cold|wrong|rude|slow
            great|wonderful|fantastic|awesome|brilliant another
            """,
        "politics": """
            vote|voting|voted|voter|voters
            election|elections|president|politician*|politic*|republican*
            democrat|democrats|liberal|liberals|conservative*
            trump|biden|harris|putin|zelensky|netanyahu
            israel|israeli|palestine|palestinian*|gaza|hamas
            ukraine|ukrainian|russia|russian|taiwan|tibet; abortion|abortions; gun control
            boycott|boycotting; climate|vaccine|vaccines|vaccination
            immigration|genocide|ceasefire|communis*|socialis*; capitalis*|bible|quran|church
            war in|on|against|crimes; a|the war; woke agenda|brand|company|nonsense|crap
            """,
        "stop": """
            stop|quit|cease replying|messaging|texting|contacting
            stop|quit|cease responding|writing|answering|tagging|spamming
            stop|quit|cease bothering|commenting|sending
            dont|never|not reply|message|contact|answer|respond ~ me
            dont|never|not reply|message|contact|answer again|anymore|ever|to
            dont|never|not respond|tag|write|text again|anymore|ever|to; leave me|us alone
            unsubscribe; opt out; optout; no more messages|replies|answers
            """,
    },
    "es": {
        "instructions": """
            ignora*|olvida*|desobedece*|omite* ~ instruccion*|regla*|anterior*|indicaciones|todo|lo
            eres ahora; ahora eres; a partir de ahora; actua*|comporta*|finge*|responde* como
            nuevas|estas|siguientes instrucciones|reglas
            repite*|escribe|responde|contesta|copia ~ conmigo|siguiente|exactamente|esto
            repite*|escribe|responde|contesta|copia ~ literal*|frase|palabra*|texto|solo
            diga|escribe|pon que|si|no|hola; inteligencia artificial
            eres|sois|es un? bot|robot|ia|humano|persona
            traduce|decodifica|descifra ~ esto|texto|mensaje
            revela|muestra|dime ~ prompt|instrucciones|reglas|contraseña
            soy el|tu|su administrador|desarrollador|dueño|jefe|director|creador
            modo desarrollador|administrador; incluye|añade|agrega ~ enlace|respuesta|link
            en tu|su respuesta; tu|su respuesta debe|tiene
            escribe|cuenta|hazme un ~ poema|chiste|cuento|cancion
            borra|elimina|oculta ~ comentarios
            """,
        "commitments": """
            gratis|gratuito|gratuita; promete*|prometo|garantiza*|garantia|jura*|asegura*
            admite*|admitan|confiesa*|reconoce*|confirma*; disculp*; de acuerdo; si o no
            cura|curar|adelgaz*|medico|tratamiento|medicina; sorteo|colaboracion|patrocin*
            mejor|peor|barato que; oferta|ofertas|rebaja|rebajas; seguro para; apoyan|apoya|apoyas
            descuento|descuentos|cupon|cupones; codigo promocional|descuento|de
            reembolso|reembolsos; devolucion del|de dinero
            """,
        "irony": """
            gracias por nada; justo lo que necesitaba|faltaba; que sorpresa
            genial|perfecto|maravilloso|fantastico otra|otro|mas
            me encanta ~~ esperar|pagar|roban|roto|tarde|ignor*|frio; claro que si; si claro
            vaya que? sorpresa|servicio|broma; menos mal; como siempre ~ tarde|mal|frio
            gran|buen|excelente|felicidades|bravo ~~ tarde|roto|peor|robar*
            """,
        "politics": """
            votar|voto|elecciones|presidente|presidenta|politica|politico|politicos
            gobierno|boicot|boicotear|israel|palestina|gaza|ucrania|rusia
            aborto|vacuna|vacunas|guerra|genocidio|dictadura|iglesia; psoe|vox|milei|petro|maduro
            lopez obrador
            """,
        "stop": """
            deja|dejen|deje|dejad|para|paren de responder*|escribir*|contactar*
            deja|dejen|deje|dejad|para|paren de molestar*|mandar*|enviar*
            no me respond*|escrib*|contact*|mand*|molest*; dejenme|dejame|dejadme en|tranquil* paz?
            dar* de baja; basta de mensajes|respuestas
            """,
    },
    "fr": {
        "instructions": """
            ignore*|oublie*|désobéi* ~ instruction*|règle*|consigne*|précédent*|tout|dessus
            tu es|vous êtes maintenant; à partir de maintenant; désormais ~ réponds|tu
            agis|comporte|réponds|parle comme|en|tel
            nouvelles|ces|suivantes instructions|règles|consignes
            répète*|dis|écris|répond*|copie* ~ après|suivant*|exactement|ceci|cela
            répète*|dis|écris|répond*|copie* ~ phrase|mot|mots|texte|seulement
            dis|dites|écris que|oui|non|bonjour; intelligence artificielle
            es tu|êtes vous un? ~ bot|robot|ia|humain|humaine
            traduis|décode|déchiffre ~ ceci|texte|message
            révèle|montre|affiche ~ prompt|instructions|règles|passe
            je suis le|l|ton|votre administrateur|développeur|patron
            je suis le|l|ton|votre directeur|créateur|propriétaire; mode développeur|admin*
            inclus|ajoute|mets ~ lien|réponse; dans ta|votre réponse; ta|votre réponse doit
            écris|raconte|fais ~ poème|blague|histoire|chanson
            supprime|efface|masque ~ commentaires
            """,
        "commitments": """
            gratuit|gratuite|gratuitement|offert; remboursement|remboursé|remboursez|rembourser
            promet*|garanti*|jure*|assure*; excuses|excusez; d accord; oui ou non
            guérit|guérir|maigrir|médecin|traitement|médicament
            concours|partenariat|sponsor*|collab*; mieux|moins|pire que; sans danger
            soutenez|soutiens; réduction|réductions|remise|remises|promo|promos; code promo
            avoue*|admet*|reconnais*; confirme* ~ que; soldes|offre|offres; bon plan
            """,
        "irony": """
            merci pour rien; merci ~~ retard|froid|cassé|jamais|pourri|nul
            bravo|super|génial|félicitations ~~ retard|pire|froid|cassé|voler|volé
            exactement ce qu il me? fallait; juste ce qu il me? fallait; quelle surprise
            génial|super|parfait|magnifique encore
            j adore ~~ attendre|payer|retard|cassé|froid|ignor*; ben voyons; mais oui bien
            comme d habitude|hab; on y croit; c est ça oui
            """,
        "politics": """
            vote|voter|votez|élection|élections|président
            politique|politiques|gouvernement|macron|mélenchon|boycott*
            israël|palestine|gaza|ukraine|russie|avortement|vaccin|vaccins|guerre|génocide|église
            le pen; réforme des? retraites
            """,
        "stop": """
            arrêt* de me? répondre|écrire|contacter|messager|spammer
            ne me répond*|contact*|écri* plus?|pas; ne répond* plus
            laissez|laisse moi tranquille|en paix; désabonn*; plus de messages|réponses
            """,
    },
    "de": {
        "instructions": """
            ignorier*|vergiss|vergesst|missachte* ~ anweisung*|regel*|vorgabe*
            ignorier*|vergiss|vergesst|missachte* ~ bisherig*|vorherig*|alles
            du bist|sie sind jetzt|ab|nun; ab jetzt|sofort; von nun an
            verhalte|benimm|antworte|sprich ~ wie|als; neue|folgende|diese anweisung*|regel*|aufgabe
            wiederhol*|sag|sage|schreib*|antworte*|kopiere* ~ nach|folgende*|genau|wörtlich|satz
            wiederhol*|sag|sage|schreib*|antworte*|kopiere* ~ wort|wörter|text
            sag|sage|schreib dass|ja|nein|hallo; künstliche intelligenz
            bist du|seid ihr|ist das ein? ~ bot|roboter|ki|mensch
            übersetz*|dekodier*|entschlüssel* ~ das|dies*|text|nachricht
            verrat*|zeig* ~ prompt|anweisung*|regel*|passwort
            ich bin der|dein|euer|ihr administrator|admin|entwickler|chef|besitzer|gründer
            entwicklermodus|adminmodus; füg*|nenn*|setz* ~ link|antwort
            in deiner|eurer|ihrer antwort; deine|eure antwort muss|soll
            schreib|erzähl|erzähle ~ gedicht|witz|geschichte|lied; lösch*|verbirg ~ kommentare
            """,
        "commitments": """
            rabatt|rabatte|rabattcode|gutschein|gutscheine|gutscheincode
            gratis|kostenlos|umsonst|geschenkt
            versprich|versprecht|versprechen|garantier*|garantie|schwör*|zusicher*; gib|gebt ~ zu
            gesteh*|bestätig*|eingesteh*; entschuldig*; stimmt ihr|du|das; einverstanden
            ja oder nein; heilt|heilen|abnehmen|arzt|medikament|therapie
            gewinnspiel|kooperation|sponsor*|sponsoring; besser|schlechter|billiger als
            unbedenklich|ungefährlich; unterstützt ihr; angebot|angebote|sonderangebot
            rückerstattung|erstatt*; geld zurück
            """,
        "irony": """
            danke für nichts|gar; danke ~~ kalt|spät|kaputt|nie|schlecht
            toll|super|großartig|klasse|bravo|glückwunsch|prima ~~ schon wieder
            genau das ~ gefehlt|gebraucht; na toll|super|klasse|bravo|prima|danke
            was für eine überraschung; ich liebe es ~~ warten|zahlen|ignorier*|kaputt|kalt
            ja klar|sicher; wie immer ~ zu|spät|kalt|schlecht; welch|so eine überraschung
            bravo|respekt ~~ geschafft|kaputt|schlechter
            """,
        "politics": """
            wahlen|partei|parteien|kanzler; politik|politiker|politisch*|afd|cdu|spd
            merz|scholz|trump|boykott*|israel|palästina
            gaza|ukraine|russland|putin|abtreibung|impfung|impfungen; völkermord|kirche
            bundestagswahl|wahlkampf; der|im krieg; krieg in|gegen
            """,
        "stop": """
            hör|hört|hören auf ~ antworten|schreiben|kontaktieren|nerven|kommentieren
            antwort*|schreib*|kontaktier* mir|mich ~ nicht|nie|mehr
            lass|lasst|lassen mich|uns ~ ruhe; abmelden|austragen; keine nachrichten|antworten mehr
            """,
    },
    "it": {
        "instructions": """
            ignora*|dimentica*|disobbedi* ~ istruzion*|regol*|precedent*|tutto|sopra
            sei|siete ora|adesso un|una|il; da ora|adesso in; d ora in poi
            agisci|comportati|rispondi|parla come; nuove|queste|seguenti istruzioni|regole
            ripeti*|scrivi|rispondi|copia ~ dopo|seguente|seguenti|esattamente|questo
            ripeti*|scrivi|rispondi|copia ~ frase|parola|parole|testo|solo
            dì|dimmi|scrivi che|sì|no|ciao; intelligenza artificiale
            sei|siete un? ~ bot|robot|ia|umano|persona
            traduci|decodifica|decifra ~ questo|testo|messaggio
            rivela|mostra ~ prompt|istruzioni|regole|password
            sono il|l|tuo|vostro ~ amministratore|sviluppatore|capo|direttore|creatore|proprietario
            modalità sviluppatore|admin*; includi|aggiungi|inserisci ~ link|risposta
            nella tua|vostra risposta; la tua|vostra risposta deve
            scrivi|racconta ~ poesia|barzelletta|storia|canzone
            cancella|elimina|nascondi ~ commenti
            """,
        "commitments": """
            gratis|gratuito|gratuita|omaggio; rimborso|rimborsi|rimborsare|rimborsate
            promett*|garant*|giur*|assicurat*; ammett*|confess*|riconosc*|conferm*; scuse|scusatevi
            d accordo; sì o no; guarisce|cura|curare|dimagrire|medico|terapia|farmaco
            concorso|collaborazione|sponsor*; meglio|peggio di; sostenete|appoggiate
            offerta|offerte|saldi|promozione; sconto|sconti|coupon; buono|codice sconto
            """,
        "irony": """
            grazie di|per niente|nulla; grazie ~~ freddo|ritardo|rotto|peggio
            bravi|complimenti|ottimo ~~ ritardo|peggio|rotto|freddo|rubare
            grande|fantastico|bravo ~~ ritardo|peggio|rotto|freddo|rubare
            proprio quello che mi? serviva|ci; che sorpresa
            adoro ~~ aspettare|pagare|ritardo|ignor*; come no; sì certo; come al solito
            ma che bravi; fantastico|perfetto|magnifico altro|altra
            fantastico|perfetto|magnifico un altra|altro
            """,
        "politics": """
            voto|votare|votate|elezioni|presidente|politica
            politico|politici|governo|meloni|salvini; boicott*|israele|palestina|gaza|ucraina|russia
            aborto|vaccino|vaccini|guerra|genocidio|chiesa
            """,
        "stop": """
            smett* di ~ rispond*|scriv*|contatt*|disturb*|mand*
            non ~ rispondetemi|scrivetemi|contattatemi|rispondermi|scrivermi|contattarmi
            lasciatemi|lasciami in pace|stare; disiscriv*|cancellatemi; basta messaggi|risposte
            """,
    },
    "pt": {
        "instructions": """
            ignor*|esque*|desobede*|desconsider* ~ instruç*|regra*|anterior*|tudo|acima
            você|tu é|és agora; a partir de agora; aja|comporte|finja|responda|age como
            novas|estas|seguintes instruções|regras
            repita|repete|diga|diz ~ comigo|seguinte|exatamente|isto|isso
            escreva|escreve|responda|responde|copie ~ comigo|seguinte|exatamente|isto|isso
            repita|repete|diga|diz ~ frase|palavra|palavras|texto|só|apenas
            escreva|escreve|responda|responde|copie ~ frase|palavra|palavras|texto|só|apenas
            diga|diz|escreva que|sim|não|oi|olá; inteligência artificial
            você é|vocês são|és um? ~ robô|bot|ia|humano|humana|pessoa
            traduza|decodifique|decifre ~ isto|texto|mensagem
            revele|mostre|mostra ~ prompt|instruções|regras|senha
            sou o|a|seu|teu ~ administrador|desenvolvedor|dono|chefe|diretor|criador
            modo desenvolvedor|administrador; inclua|adicione|coloque ~ link|resposta
            na sua|tua|próxima resposta; sua|tua resposta deve|tem
            escreva|conte|faça ~ poema|piada|história|música; apague|delete|oculte ~ comentários
            """,
        "commitments": """
            grátis|gratuito|gratuita|brinde; promet*|garant*|jur*|assegur*
            admit*|confess*|reconhe*|confirm*; desculpas|desculpem; de acordo; sim ou não
            cura|curar|emagrec*|médico|tratamento|remédio; sorteio|parceria|patroc*|colab*
            melhor|pior|barato que|do; apoiam|apoia; promoção|promoções|oferta|ofertas
            desconto|descontos|cupom|cupons|cupão; código promocional|de; reembolso|reembolsos
            dinheiro de volta
            """,
        "irony": """
            obrigad* por nada
            parabéns|ótimo|bravo|excelente|maravilha ~~ atraso|frio|quebrado|pior|roubar
            era tudo o? que eu precisava; que surpresa; ótimo|perfeito|maravilha mais
            adoro|amo ~~ esperar|pagar|atraso|ignor*; aham|uhum; claro que sim
            como sempre ~ atras*|frio|mal; só que não; sqn
            """,
        "politics": """
            voto|votar|votem|eleição|eleições|presidente
            política|político|políticos|governo|lula|bolsonaro
            boicot*|israel|palestina|gaza|ucrânia|rússia
            aborto|vacina|vacinas|guerra|genocídio|igreja; andré ventura
            """,
        "stop": """
            par*|pare|parem|para de ~ responder|escrever|mandar|contatar|incomodar|enviar
            não ~ me ~ respond*|mand*|escrev*|contat*; me deix*|deixem|deixa em paz; deixem me
            descadastr*; chega de mensagens|respostas
            """,
    },
    "vi": {
        "instructions": """
            bỏ qua ~ hướng|lệnh|quy|trước|trên; quên ~ hướng|lệnh|quy|trước; từ giờ|bây
            bây giờ bạn|mày; hãy đóng|giả|trả|nói|viết|lặp; lặp lại; nhắc lại ~ câu|theo; nói theo
            viết ~ câu|thơ|truyện|bài; trí tuệ nhân; bạn là ~ bot|máy|ai|robot|người thật
            dịch ~ câu|đoạn; giải mã; tiết lộ; cho ~ xem ~ lệnh|prompt
            tôi là ~ quản|admin|chủ|giám|lập; thêm ~ link|liên kết; trong câu trả
            câu trả lời ~ phải; chatgpt|gpt; kể ~ chuyện cười; xóa|xoá|ẩn ~ bình luận
            """,
        "commitments": """
            giảm giá; mã giảm; khuyến mãi|mại; miễn phí; tặng; hoàn tiền; trả lại tiền; cam kết
            đảm bảo; bảo đảm; hứa; thừa nhận; xác nhận; đồng ý; đúng không; phải không; xin lỗi đi
            chữa ~ bệnh; giảm cân; bác sĩ; thuốc; có an toàn; tài trợ; hợp tác; tốt|rẻ|tệ hơn
            ủng hộ; rẻ hơn; sale; ưu đãi; quà
            """,
        "irony": """
            cảm ơn vì không|đã làm; giỏi ~ lừa; thích ~ chờ|đợi ~ lâu; bất ngờ ~ ghê; chúc mừng ~ tệ
            """,
        "politics": """
            bầu cử; chính trị; tổng thống; chủ tịch nước; chính phủ; đảng; tẩy chay; biển đông
            hoàng sa; trường sa; trung quốc; israel; gaza; ukraina; nga; chiến tranh; tôn giáo; chúa
            phật
            """,
        "stop": """
            đừng ~ trả lời|nhắn|liên hệ|làm phiền; ngừng|ngưng|thôi ~ trả lời|nhắn|liên hệ; để ~ yên
            hủy đăng|theo; không ~ nhắn tin nữa
            """,
    },
}
