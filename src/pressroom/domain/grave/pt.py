"""Portuguese, of both sides of the Atlantic."""

CLASSES = {
    "kid": "filho|filha|filhos|filhas|criança|crianças|bebê|bebé|bebês|bebés|menino|menina|meninos"
    "|meninas|menor|menores|adolescente|adolescentes|neto|neta|sobrinho|sobrinha|garoto|garota"
    "|miúdo|miúda|miúdos|recém",
    "body": "mão|mãos|dedo|dedos|braço|perna|pé|pés|rosto|cara|boca|lábio|lábios|língua|garganta"
    "|pele|olho|olhos|pescoço|costas|peito|barriga|estômago|joelho|gengiva|corpo|cabeça",
    "bone": "dente|dentes|braço|perna|pulso|punho|tornozelo|nariz|dedo|quadril|costela|osso|queixo"
    "|joelho|ombro|pescoço|clavícula|pé",
    "minor": "3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|três|quatro|cinco|seis|sete|oito|nove|dez|onze"
    "|doze|treze|quatorze|catorze|quinze",
    "protected": "negro|negra|negros|negras|preto|preta|pretos|gay|gays|lésbica|lésbicas|trans"
    "|travesti|indígena|indígenas|nordestino|nordestina|cigano|cigana|muçulmano|muçulmana|judeu"
    "|judia|judeus|evangélico|macumba|imigrante|imigrantes|estrangeiro|estrangeira|estrangeiros"
    "|brasileiro|brasileira|deficiente|deficientes|deficiência|cadeirante|cadeirantes|cadeira|surdo"
    "|surda|cego|cega|grávida|mulher|mulheres|gorda|gordo|véu|sotaque|religião|raça|cor|idosa|idoso"
    "|autista|homossexual",
    "harm": "bateu|bati|caiu|atingiu|prego|furou|espinhas|"
    "queimou|queimei|queimado|queimada|queimadura|queimaduras|cortou|cortei|cortado"
    "|corte|quebrou|quebrei|quebrado|fratura|fraturou|sangra|sangue|sangrando|inchou"
    "|inchado|inchada|dor|dores|doeu|dói|infeccionou|infecção|alergia|bolha|bolhas"
    "|ferida|ferido|ferimento|machucou|machuquei|machucado|esmagou|prendeu|furou"
    "|irritação|irritada|irritado|coceira|manchas|torceu|torci|cicatriz|pontos"
    "|operar|operado",
    "bad": "trabalham|trabalhando|fábrica|fábricas|fotos|"
    "álcool|cerveja|vinho|vodka|bêbado|vape|cigarro|cigarros|tabaco|droga|drogas"
    "|apostas|apostar|cassino|faca|arma|pornô|nu|nua|abuso|abusado|abusada|abusou"
    "|tocou|tocaram|beijou|estranho|fotografou|filmou|filmava|fotos|sozinho|sozinha"
    "|perdido|perdida|desaparecido|desaparecida|sequestrado|ferido|ferida|machucado"
    "|machucada|queimou|engasgou|engasgado|engoliu|intoxicado|vomitou|hospital"
    "|socorro|ambulância|alérgica|alérgico|sangrando|caiu|afogou|preso|assustado"
    "|assustada|chorando|bullying|assédio|assediou|bateu|bateram|tapa|gritou"
    "|perigoso|perigo|morreu|morto|morta|explorado|trabalho|permissão|consentimento"
    "|autorização",
    "treated": "recusou|recusaram|recusado|negaram|negado|expulsaram|expulso|expulsa|barrado"
    "|barrada|barraram|seguiu|seguiram|revistaram|revistado|ignoraram|zombaram|riram"
    "|insultaram|xingaram|humilharam|humilhado|humilhada|maltrataram|maltratado"
    "|demitiram|demitido|demitida|contratam|contrataram|pagam|menos|pior|diferente"
    "|bem-vindos|aceitam|atenderam|atendem|entrar|degraus|escada|rampa|excluídos"
    "|proibido",
    "data": "dados|email|emails|e-mail|endereço|senha|conta|contas|cartão|cartões"
    "|informações|identidade|perfil|número|números|pedido|pedidos|fatura|cpf"
    "|telefone",
    "leaked": "vazou|vazaram|vazados|vazado|vazamento|expostos|exposto|hackearam|hackeado"
    "|hackeada|invadiram|roubaram|roubado|roubada|venderam|vendem|publicaram"
    "|divulgaram|compartilharam|clonaram|clonado|clonada|fraude|golpe|phishing|spam"
    "|visíveis|visível|estranho|desconhecido",
    "people": "muçulmanos|judeus|negros|pretos|gays|lésbicas|imigrantes|estrangeiros"
    "|refugiados|ciganos|árabes|deficientes|mulheres|nordestinos|indígenas",
    "laugh": "lol|kkk|kkkk|kkkkk|rs|rsrs|haha|hahaha|rir|rindo|xd",
}

GRAVE = {
    "injury": """
        vazava|vazando|vazamento ~ gás; vivos|vivo por milagre; milagre & vivo|vivos|viva
        perdi|perdendo|queda o|de cabelo; tossi*|cuspi* ~ sangue
        quase morri|morreu|morro|matou|afogou; podia|poderia ter? morrido|matado|morrer
        vida em risco|perigo; escada rolante|elevador & prendeu|caiu|pé|mão
        abscesso|antibióticos|anestesia|arritmia|asma|asmático|curativo|biópsia
        coágulo|convulsões|desidratada|desidratado|delírio|dermatite|diabético|diagnosticaram
        diagnóstico|diálise|tontura|tonturas|edema|embolia|epilepsia|febre
        gastroenterite|hemorragia|alucinações|hepatite
        hérnia|hipotermia|infecção|infecções|inflamação
        inalador|insulina|meningite|enxaquecas|náuseas|necrose|dormente|analgésicos
        palpitações|paralisia|parasitas|pneumonia|pus|recaída|respiratório|septicemia
        feridas|úlceras|úlcera|espasmos|sintomas|tétano|transplante|gesso
        muletas|mutilado|radiação|mercúrio|agrotóxico|agrotóxicos|pesticida|cancerígeno|concussão
        <body> & <harm>
        cachorro|cachorra|cão|gato|gata|cadela|coelho & morreu|doente|intoxicado|vomitou
        cachorro|cachorra|cão|gato|gata|cadela|coelho & vomitando|veterinário|morto|passou
        perigoso|perigosa|perigosos|perigo|emergência
        febre|sintomas|hematoma|torceu|torci|muletas|gesso|asma|enxaqueca|taquicardia
        efeitos colaterais|secundários; pressão ~ alta|arterial; vazamento|fuga de gás
        mofo|mofado|bolor|verme|vermes|barata|baratas|larva|larvas
        carne|frango cru|crua|estragado|estragada
        produto|comida|leite|carne|alimento ~ vencido|vencida|estragado|estragada
        perdeu|perdi ~ dedos|olhos|dentes|perna|braço
        quebrou|partiu|fraturou ~ braço|perna|pé|costela|quadril|fêmur
        caiu|desabou|despencou ~ em cima|dentro|sobre|com
        elevador|teto|prateleira ~ caiu|desabou|despencou; atropelado|atropelada|atingido
        não resistiu|sobreviveu; não está mais entre
        dor de|na barriga|cabeça|estômago ~ desde|depois; cortante|afiado; coceira
        morreu|morreram|morre|morrem|morrer|morrendo|morto|morta|mortos|mortas
        morte|mortes|mortal|faleceu|faleceram|falecido|falecida|falecimento|óbito|óbitos
        vítima|vítimas
        matou|mataram|matam|matar|matando|assassino|assassinos|assassinato|assassinado|assassinar
        perdeu|perderam a vida; perdi|perdemos meu|minha|nosso|nossa
        velório|funeral|enterro|luto|cadáver|caixão|condolências; meus|os pêsames|sentimentos
        descanse em paz; hospital|hospitais|hospitalizad*|internad*|internação; pronto socorro
        ambulância|ambulâncias|samu|inem|uti|uci; urgências; cirurgia|operado|operada; pontos na|no
        desmai*|inconsciente|coma|convuls*; infarto|enfarte|avc|derrame; parada|paragem cardíaca
        ferid*|ferimento*|machuc*|lesão|lesões|lesionad*
        sangue|sangrando|sangrou|sangramento|sangrava|hemorragia; fratur*|fractur*
        quebr*|parti|partiu ~ <bone>; <bone> ~ quebrad*|quebrou|partido|partiu; queim* ~ <body>
        <body> ~ queimad*|queimou|inchad*|inchou|fechou; queimadura|queimaduras|bolhas
        cort* ~ <body>; engasg*|sufoc*|asfixi*|afog*; não ~ respirar|respirava|respira; falta de ar
        parou de respirar; inchad*|inchou ~ <body>; reação|choque alérgica|anafilático|alérgico
        anafila*; alergia|alergias|alérgico|alérgica|alérgicos; alérgic* ~ hospital|quase|morrer
        urticária|alergia ~ grave|hospital; envenen*|veneno|venenos*; intoxic*
        salmonel*|listeria|norovírus; monóxido de carbono; contaminad*|contaminação|tóxic*|amianto
        vomit*|diarreia|náusea|náuseas|enjoo; passei|passou|passaram|passamos|passando mal
        fiquei|ficou|ficaram|ficamos doente|doentes; aborto|perdeu o bebê|bebé
        eletrocut*|choque elétrico; explodiu|explodiram|explosão|explodir|explode
        incêndio|incêndios|incendi*; pegou|pegando|pegaram|ardeu fogo
        caco|cacos|vidro|metal|prego|agulha|lâmina|parafuso ~ no|na|dentro|em
        achei|encontrei|tinha|pedaço|pedaços|caco ~ vidro|metal|prego|agulha|lâmina|parafuso
        engoliu|engoli ~ pilha|bateria|peça|ímã|botão|plástico; acidente|acidentes|atropel*
        escorreg*|caí|caiu|tropec* ~ chão|piso|escada|escadas|molhado|degrau; escorreguei|escorregou
        dor|dores ~ peito|forte|fortes|insuportável|horrível
        dano|danos|sequela|sequelas ~ permanente*; sequelas|cicatriz|cicatrizes
        perdeu|perdi ~ olho|visão|dedo|mão; cegueira|paralític*|amput*
        câncer|cancro|tumor|cancerígeno|leucemia; overdose
        estupr*|violação|violada|violou|abuso|abusos
        abusou|abusada|assédio|assediou|assediada|apalp*; agred*|agressão|espanc*
        esfaque*|tiroteio|tiros|baleado|baleada|facada; levou um? tiro
        bateu|bateram em|no|na mim|rapaz|moça; médico ~ disse|diz
        """,
    "threat": """
        quebrar|arrebentar|partir a|sua|tua|te|as cara|pernas|boca|cabeça|dentes
        vou|vamos|quero ~ matar|queimar|incendiar ~ vocês|você|tudo|cara|loja|todos|eles|ele
        tem|deviam|deveria|merece ~ matar|queimar|incendiar ~ vocês|você|tudo|cara
        tem|deviam|deveria|merece ~ matar|queimar|incendiar ~ loja|todos|eles|ele
        vou|vamos|quero ~ esfaquear|explodir|quebrar ~ vocês|você|tudo|cara|loja|todos|eles|ele
        tem|deviam|deveria|merece ~ esfaquear|explodir|quebrar ~ vocês|você|tudo|cara
        tem|deviam|deveria|merece ~ esfaquear|explodir|quebrar ~ loja|todos|eles|ele
        vou|vamos matar|queimar|explodir; tacar|botar|meter|pôr|atear fogo
        bomba|bombas ~ loja|tem|botar|colocar|plantar|aí
        sei|sabemos onde ~ mora|moram|trabalha*|vive*; ameaça|ameaças de morte; morram|morra
        tomara que ~ morr*; vocês|você vão|vai|vao me? pagar|arrepender
        com|levar uma? faca|arma|pistola|revólver; bala na cabeça|cara; meter bala
        terroris*|atentado; lincha*; encher de porrada; merecem? morrer
        """,
    "legal": """
        vejo|vemos|encontro ~ na justiça|tribunal|delegacia; na justiça
        vou à|na polícia|delegacia|justiça; entrar|entro|vou ~ processo|ação|justiça
        um processo & entrar|abrir|contra|mover
        citação|intimação|notificação ~ judicial|aguardem|advogado|processo
        aguardem a|o citação|processo|intimação; propaganda|publicidade enganosa
        sem minha|meu|nossa permissão|autorização|consentimento; salários|salário atrasados|atrasado
        assédio moral; furto|roubo ~ b o|polícia; contrato ~ violad*|quebra*
        advogado|advogada|advogados|advogadas
        processar|processo|processando ~ vocês|vcs|empresa|judicial|judicialmente
        processá|processamos|processei ~ vocês|vcs|empresa|judicial|judicialmente
        processar|processo|processando ~ criminal|justiça|contra|los|loja
        processá|processamos|processei ~ criminal|justiça|contra|los|loja
        vou|vamos processar|à justiça
        meter|abrir|entrar|mover|levar|levarei ~ processo|justiça|ação
        acionar|acionarei|recorrer a|à|na? justiça|judicialmente
        justiça ~ vou|entrar|acionar|procurar|contra|vejo; tribunal|tribunais|juiz|juíza|juizado
        pequenas causas; ação judicial|coletiva|civil
        medidas|medida|providências judiciais|legais|cabíveis; boletim de ocorrência
        queixa ~ polícia|crime|psp|gnr|apresent*; polícia|delegacia|psp|gnr; ministério público
        indenização|indemnização|indenizar; danos morais
        golpe|golpistas|estelionat*|fraude|fraudes|fraudulent*|burla|burlões
        crime|crimes|criminoso|criminosos; ilegal|ilegais|ilegalmente|ilícit*; contra a lei
        quebra de contrato; direitos autorais; direitos|direito de|do autor|consumidor
        plági*|plagi*; difama*|calúnia|calunia*; propriedade intelectual
        extors*|chantag*|suborn*|propina; notificação extrajudicial
        roub* ~ foto|desenho|arte|design|polícia|denúncia; meus direitos
        denúncia|denunciar|denuncio|denunciei ~ polícia|ministério
        """,
    "press": """
        jornalista|jornalistas|repórter|repórteres|redação|redator|redatora|correspondente
        assessoria|assessor|assessora|contato|contacto|gabinete|comunicado|sala ~ imprensa
        imprensa ~ assessoria|contato|setor; porta voz; portavoz
        uma|para|pedido|conceder|marcar|fazer ~ entrevista; entrevistar|entrevistá
        reportagem|reportagens; matéria|artigo|pauta ~ sobre|escrevendo|jornal|publicar|fazendo
        escrevendo|preparando|fazendo|publicando|escrever ~ matéria|artigo|reportagem|investigação
        trabalho ~ jornal|rádio|revista|tv|televisão|emissora
        para o|a|um|uma jornal|rádio|revista|televisão|tv|emissora|programa
        declaração ~ oficial|imprensa|jornal; canal <number>; rede globo
        da|do folha|globo|estadão|expresso|público|lusa|rtp|sic aqui?; emissora|telejornal
        posicionamento ~ empresa|oficial|matéria
        """,
    "minors": """
        <kid> & <bad>; <minor> anos & <bad>; só tenho <minor>
        <kid> ~~ sozinho|sozinha|perdido|perdida|agarrou|apavorad*|seguiu|filmou|cerveja|bebida
        <minor> anos ~~ compr*|vend*|serv*|sozinh*|piscina|apost*
        vend*|serv*|deram|deu ~~ <minor> anos; menor|menores de idade; para|a menores
        pedofil*|pedófil*; trabalho|exploração|abuso|pornografia infantil; abuso ~ menores|crianças
        tenho <minor> anos|aninhos; tenho só|apenas <minor> anos; sou menor|criança
        cartão|permissão|celular|conta ~ minha|meu|meus mãe|pai|pais
        sem ~ saber*|contar ~ pais|mãe|pai
        vende*|vender|vendeu|serv*|deram|dão ~~ menores|crianças|adolescentes|menor
        álcool|bebida|cerveja|vinho|vape|cigarro|cigarros|drogas|apostas ~~ <kid>
        <kid> ~~ álcool|bebida|cerveja|vape|cigarro|drogas|apostas|hospital|socorro
        <kid> ~~ engasg*|queim*|ferid*|machuc*|engol*|sangr*
        <kid> ~~ alérgic*|sufoc*|vomit*|intoxic*|envenen*|internad*
        <kid> ~~ abus*|toc*|assedi*|bateu|bateram|espanc*|desapareci*
        <kid> ~~ sequestr*|gritou|chorando|assustad*|perigo*|nua|nu
        abus*|tocou|assedi*|bateu|gritou ~~ <kid>
        foto|fotos|vídeo|imagem|imagens ~ <kid> ~~ sem|permissão|autorização
        foto|fotos|vídeo|imagem|imagens ~ <kid> ~~ consentimento|apag*|remov*|tir*
        propaganda|publicidade ~ para|infantil crianças|menores; perigos* para crianças
        <minor> anos ~~ engasg*|bebida|álcool|hospital|engol*|queim*|ferid*|vend*
        """,
    "self-harm": """
        melhor ~ não estar|existir|viver; importa ~ se ~ vivo|morro; não consigo|dá mais
        pra|para que viver|continuar; sumir de|do; desaparecer para|de
        motivo|razão|sentido|vontade & viver|vida & não|sem|nenhum|mais; me matar; matar & mim|mesmo
        motivo ~ viver; quero que ~ acabe; que tudo ~ acabe; sumir pra|para sempre
        ninguém ~ notar|perceber; melhor sem mim|eu; não estar mais aqui; cansei de viver|da vida
        sem sentido ~ viver|vida; suicid*; me matar|enforcar|cortar; matar me
        quero|queria|vontade|prefiro|desejo ~ morrer|sumir|desaparecer
        não quero|vale ~ viver|existir|acordar; não aguento|suporto ~ viver|vida
        já? não aguento mais; tirar|tirei|acabar|terminar|pôr ~ minha|própria|fim|termo ~ vida
        acabar com tudo|minha; automutil*; me corto|cortando ~ pulsos|braços; pulsos
        se mata|mate|enforca; mata te; ninguém ~ sentir* ~ falta; adeus a todos|mundo
        melhor sem mim; tomei todos|todas|a ~ comprimidos|remédios|caixa; anorex*|bulim*
        cansad* de viver|da vida; sem vontade de viver; odeio minha vida
        """,
    "discrimination": """
        muçulmano|muçulmana|muçulmanos|judeu|judia|judeus|gay
        gays|lésbica|lésbicas|transgênero|lgbt|lgbtqia|deficiente
        deficientes|deficiência|surdo|surda|autista|autistas|imigrante
        imigrantes|refugiado|refugiados|cigano|ciganos|hijab|homossexual
        mulher|homem|pessoa|gente|garoto|moça|pessoas negra|negro|preta
        mulher|homem|pessoa|gente|garoto|moça|pessoas preto|negras|negros|indígena
        debocha*|zomba*|goza* ~ de|dos|das; <protected> & <treated>; <people> & não|fora|proibido
        contra|sem <people>
        <protected> ~~ degraus|escadas|porta|fora|barrad*|seguiu|seguid*|humilh*|maltrat*|revist*
        seguiu|seguiram|revist*|maltrat* ~~ porque|pq|por ~ <protected>
        só|somente ~ os negros|pretos|nordestinos|estrangeiros; pele escura|negra|preta
        macaco|viado|bicha|crioulo|sapatão; racis*|machis*|sexis*|homofob*|homofób*|transfob*
        xenofob*|xenófob*|islamofob*|antissemit*|antisemit*|misogin*
        misógin*|lgbtfob*|lgbtfób*|gordofob*|capacitis*|discrimin*
        preconceit*|segreg*|nazis*|nazi|fascis*; injúria racial; supremacis*
        porque|pq|por ~ sou|é|somos|ser|era|uso|ter ~ <protected>; por causa da|do|de ~ <protected>
        pela|por minha|cor|sua cor|raça|religião|deficiência|aparência|sotaque ~ pele?
        não ~ atender*|deix*|aceit*|permit*|serv* ~~ <protected>
        barrad*|expuls*|recus*|negaram|seguiram|demitid*|humilhad*|ofend* ~~ <protected>
        <protected> ~~ barrad*|expuls*|recus*|humilhad*|ofend*|ridiculariz*
        rir*|riram|zomb*|debochar*|gozaram ~~ <protected>
        volta|voltem pra|para|pro tua|seu|sua|teu terra|país|casa?; mulheres ~~ menos ~ homens
        sem|não acesso|acessibilidade|rampa ~ cadeir*|deficientes; sem acessibilidade
        cadeira de rodas ~~ não|sem|impossível; discurso de ódio; cor da pele
        """,
    "data-breach": """
        <data> & <leaked>
        minha conta|cartão & usaram|usado|compra|compraram|cobrança & alguém|não|sem
        dados|informações ~ circul*|visíveis|expost*|públic*|internet
        conta ~~ usada|tomada|bloqueada|clonada; spam ~ desde|depois
        prontuário|pedido|fatura ~ outro paciente|cliente|pessoa; privacidade ~ viola*
        hacke*|invadi* ~ conta|perfil|site|sistema
        dados|informações|senha|cpf|cartão|endereço ~ vazar*|vazou|vazad*|roub*
        dados|informações|senha|cpf|cartão|endereço ~ expost*|vendid*|divulgad*|clonad*
        vaz* ~ dados|informações|senha|cpf|cartão
        roubaram|venderam|vendem ~ dados|informações|senha|cpf|cartão|conta|identidade
        vendeu|divulgaram|clonaram ~ dados|informações|senha|cpf|cartão|conta|identidade
        vazamento|roubo|fuga|violação|proteção de|dos dados|identidade|informações; lgpd|rgpd
        phishing; entraram|entrou|acessou|acessaram|acesso ~ minha|na minha? conta
        outro|outra|outros cliente|clientes|pessoa|pessoas ~ dados|endereço|pedido
        outro|outra|outros cliente|clientes|pessoa|pessoas ~ pedidos|fatura|nota
        dados|endereço|pedido|pedidos|fatura ~ outro|outra|outros cliente|clientes|pessoa|pessoas
        compra|compras|cobrança|cobranças ~ não reconhe*|autoriz*; conta ~ invadida|hackeada|roubada
        dados pessoais
        """,
    "regulator": """
        autoridade|agência|órgão ~~ denunci*|reclam*|avis*|inform*|investig*
        ministério|fiscalização|inspeção ~~ denunci*|reclam*|avis*|inform*|investig*
        denunci*|reclam*|avis* ~~ autoridade*|agência|órgão|ministério|fiscalização
        procon|anvisa|asae|inmetro|anatel|aneel|cade; à|na|da|pela deco
        cvm|anpd|cnpd|anac|infarmed|erse|anacom|senacon|vigilância; vigilância sanitária
        reclame aqui; livro de reclamações; reclameaqui; defesa|proteção|direito do consumidor
        ministério ~ público|trabalho|saúde|denunc*
        fiscalização|fiscal|fiscais ~ chamar|sanitári*|prefeitura|trabalho|passar; receita federal
        autoridade|autoridades ~ denunc*|competent*|sanitári*|saúde|trabalho; às autoridades
        denunci* ~ para|na|no|à|ao|às; sonega*|evasão fiscal; recall ~ produto|lote
        propaganda|publicidade enganosa; concorrência desleal; inspeção ~ trabalho|sanitária
        banco de portugal|central; provedor do
        """,
    "doxxing": """
        mora|moram|moro|vive|vivem na|no|em ~ rua|avenida|número|<number>
        ele|ela|gerente|dono|dona ~ mora|vive na|no|em; sei onde ~ mora*|vive*|trabalha*
        endereço|telefone|número|celular|telemóvel|email|morada dele|dela
        seu|meu|minha|sua endereço|telefone|número|celular|telemóvel|morada é
        liga*|liguem|ligue|chama|chame ~ no|para <number>; cpf|rg|nif ~ é|<number>; passaporte
        número do cartão|conta; iban; pix ~ é; arroba ~ ponto com; nome completo
        """,
}

HARMLESS = """
    serve|serves|para|pra|indicado crianças|criança de|com; para crianças|bebês de|a
    trabalho lindo|incrível|maravilhoso|bonito|de; criança|crianças adoram|amam|adorou|amou
    feito por mulheres
    café|chocolate|vestido|cor|bolsa|arroz|feijão|tênis preto|preta|pretos|negro|negra
    preto ou|fosco|no|na|e; feito à|a mão; de primeira|segunda mão; em mãos; mão na; mulheres e|que
    gorda merecida; cor da|do|de|linda|nova; religião é; dor de cotovelo
    morrendo|morrer|morro|morri|morto|morta|mortos de|d|por ~ vontade|rir|fome|amor|inveja
    morrendo|morrer|morro de|d|por ~ sede|curiosidade|saudade|saudades|amores
    morri|morto|morta|mortos de|d|por ~ sede|curiosidade|saudade|saudades|amores
    morrendo|morro|morrer de|por; morri|morro|morta|morto ~ <laugh>
    <laugh> ~ morri|morta|morto|morro|morrendo|matou; de matar|morrer; pra|para|por morrer de
    me mata|matam|matou|matando de? amor|rir|vontade|fome?; me mata|matam
    mata|matar|matando um? pouco? a|as|o|os|minha|aquela|das? sdds|fome|saudade|vontade
    mata|matar|matando um? pouco? a|as|o|os|minha|aquela|das? sede|tempo|desejo|saudades|charada
    mataria por; natureza|ponto|peso|tempo|língua|volume morta|morto; bombou|bombando
    é|uma|a|que bomba ~ sabor|chocolate|delícia; chocolate bomba; bomba de chocolate
    explosão|explode|explodiu de|na sabor|sabores|boca|cor; processo de|seletivo; sangue novo|bom
    laranja sanguínea; sangue nos olhos; deveria|devia|tinha ser? ~ crime|ilegal|proibido; crime não
    prensa francesa; café|feijão|chocolate|vestido|arroz preto|preta|negro; pretinho básico
    caí|caiu|cai de amores|no|bem; engasguei de? rir; não|nunca morreu|morre|morrer; polícia da moda
    golpe de mestre|vista|sorte; acidente de percurso; queimando calorias; esse|esta|este ~ me mata
    quebrou|quebra o galho|tudo; infarto de amor
"""
