"""Spanish."""

CLASSES = {
    "kid": "hijo|hija|hijos|hijas|niño|niña|niños|niñas|bebe|bebes|nene|nena|nieto|nieta|sobrino"
    "|sobrina|menor|menores|adolescente|adolescentes|chico|chica|chicos|pequeño|pequeña|peque",
    "body": "mano|manos|dedo|dedos|brazo|pierna|pie|pies|cara|boca|labio|labios|lengua|garganta"
    "|piel|ojo|ojos|cuello|espalda|pecho|estomago|rodilla|encia|encias|cuerpo|cabeza",
    "bone": "diente|dientes|muela|brazo|pierna|muñeca|tobillo|nariz|dedo|cadera|costilla|hueso"
    "|mandibula|rodilla|hombro|cuello|clavicula",
    "minor": "3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|tres|cuatro|cinco|seis|siete|ocho|nueve|diez"
    "|once|doce|trece|catorce|quince",
    "protected": "negro|negra|negros|negras|gay|gays|lesbiana|lesbianas|trans|transexual|gitano"
    "|gitana|gitanos|moro|mora|musulman|musulmana|musulmanes|judio|judia|judios|indigena|indigenas"
    "|inmigrante|inmigrantes|extranjero|extranjera|extranjeros|discapacidad|discapacitado"
    "|discapacitada|discapacitados|silla|sordo|sorda|ciego|ciega|embarazada|mujer|gorda|gordo"
    "|velo|hiyab|acento|religion|raza|latino|latina|chino|china|arabe|mayor|moreno|morena|autista",
    "harm": "golpeo|golpee|golpeado|cayo|clavo|granos|ronchas|atraveso|"
    "quemo|queme|quemado|quemada|quemadura|quemaduras|quema|cortado|cortada|corte"
    "|rompio|roto|rota|rompi|fractura|sangra|sangre|sangrando|hinchado|hinchada"
    "|hincho|inflamado|duele|dolor|dolio|infectado|infeccion|sarpullido|ampolla"
    "|ampollas|herida|herido|lesion|lastimo|lastime|aplasto|atrapado|pincho|irritado"
    "|irritada|irritacion|picor|manchas|esguince|torcido|torci|cicatriz|puntos"
    "|operar|operado|erupcion",
    "bad": "trabajan|trabajando|fabrica|fabricas|fotos|"
    "alcohol|cerveza|vino|vodka|borracho|vapeador|cigarrillos|cigarro|tabaco|droga"
    "|drogas|apuestas|apostar|casino|cuchillo|arma|porno|desnudo|desnuda|abuso"
    "|abusado|abusaron|abusador|toco|tocaron|manoseo|beso|desconocido|fotografio"
    "|grabo|grababa|fotos|solo|sola|perdido|perdida|desaparecido|desaparecida"
    "|secuestro|herido|herida|lastimado|quemo|quemado|atraganto|atragantado|trago"
    "|intoxicado|vomito|hospital|urgencias|ambulancia|alergica|alergico|sangro"
    "|sangrando|cayo|ahogo|atrapado|asustado|asustada|llorando|acoso|acosado|golpeo"
    "|golpeado|pego|grito|peligroso|peligro|murio|muerto|muerta|explotado|trabajo"
    "|permiso|consentimiento|autorizacion",
    "treated": "rechazado|rechazaron|rechazada|negaron|negado|echaron|expulsaron|prohibieron"
    "|prohibido|prohibida|siguieron|revisaron|ignoraron|burlaron|burla|rieron"
    "|insultaron|insultado|humillaron|humillado|maltrataron|maltrato|acosaron"
    "|despidieron|despedido|contrataron|contratan|pagan|menos|peor|diferente"
    "|bienvenidos|dejaron|dejan|atendieron|atienden|permiten|permitieron|escalones"
    "|escaleras|rampa|excluido|excluyen|entrar|pasar",
    "data": "datos|correo|correos|email|emails|direccion|contraseña|cuenta|cuentas|tarjeta"
    "|tarjetas|informacion|identidad|perfil|telefono|telefonos|pedido|pedidos"
    "|factura",
    "leaked": "filtraron|filtrado|filtrados|filtracion|expuestos|expuesto|hackearon|hackeado"
    "|hackeada|robaron|robado|robada|robados|vendieron|venden|vendido|publicaron"
    "|publicado|compartieron|clonaron|clonada|fraude|phishing|spam|suplantaron"
    "|visible|visibles|desconocido",
    "people": "musulmanes|judios|negros|gays|lesbianas|inmigrantes|extranjeros|refugiados"
    "|gitanos|moros|latinos|sudacas|mujeres|discapacitados|indigenas",
    "laugh": "lol|jaja|jajaja|jajajaja|jeje|jejeje|risa|xd",
}

GRAVE = {
    "injury": """
        perdia|perdiendo|fuga ~ gas; vivos|vivo de milagro; se me? cae|cayo el pelo
        perdi el pelo|cabello; tosi*|escupi* ~ sangre; pudo|podria haber? muerto|matado|morir
        en peligro; casi muere|murio|muero|mato; milagro & vivo|vivos|viva
        absceso|antibioticos|anestesia|arritmia|asma|asmatico|vendaje|biopsia
        coagulo|convulsiones|deshidratada|deshidratado|delirio|dermatitis|diabetico|diagnosticaron
        diagnostico|dialisis|mareos|edema|embolia|epilepsia|fiebre|gastroenteritis
        hemorragia|alucinaciones|hepatitis|hernia|hipotermia|infeccion|infecciones|inflamacion
        inhalador|insulina|meningitis|migrañas|nauseas|necrosis|entumecido|analgesicos
        palpitaciones|paralisis|parasitos|neumonia|pus|recaida|respiratorio|sepsis
        llagas|ulceras|espasmos|sintomas|tetanos|trasplante|vertigo|vomitos
        yeso|muletas|mutilado|radiacion|mercurio|pesticida|pesticidas|carcinogeno; <body> & <harm>
        perro|perra|gato|gata|mascota|cachorro & murio|enfermo|enferma|intoxicado
        perro|perra|gato|gata|mascota|cachorro & vomito|vomitando|veterinario|muerto
        peligroso|peligrosa|peligrosos|peligro|emergencia|accidentado
        fiebre|sintomas|moreton|moretones|esguince|muletas|yeso|asma|migraña|taquicardia
        efectos secundarios; presion arterial; fuga de gas
        moho|gusano|gusanos|cucaracha|cucarachas|rata|ratas; raton|ratones en|dentro
        carne|pollo crudo|cruda|podrido|podrida
        producto|comida|leche|carne|alimento ~ vencido|vencida|caducado|caducada
        perdio|perdi|perdido ~ dedos|ojos|dientes|pierna|brazo|piernas
        cayo|cayeron|cayó|desplomo|derrumbo ~ con|encima|sobre ~ mi|madre|gente|niño|cliente
        ascensor|techo|escalera|estante ~ cayo|desplomo|derrumbo; se cayo ~ encima|dentro; atropello
        acabamos|acabo|termine|termino|terminamos en ~ hospital|urgencias|medico; no sobrevivio
        ya no esta con nosotros; me|le|nos dolio|duele ~ mucho|estomago|pecho|barriga
        ardor|picazon ~ piel; malestar; filoso|afilado
        murio|murieron|muere|mueren|victima|victimas|desaparecidos
        muerto|muerta|muertos|muertas|muerte|muertes|morir|morirse
        muriendo|fallecio|fallecieron|fallecido|fallecida|fallecimiento|fallecer; mortal|mortales
        mataron|matan|matar|matado|asesino|asesinos|asesinar|asesinato|asesinado; perdio la vida
        perdi|perdimos|perdio a mi|nuestro|nuestra|su; funeral|entierro|luto|velorio|cadaver|ataud
        descanse|descansa en paz; qepd|epd|dep; mi mas sentido pesame; condolencias
        hospital|hospitales|hospitalizado|hospitalizada|hospitalizaron|hospitalizados; ambulancia*
        urgencias|emergencias; cuidados intensivos; uci; cirugia; puntos de sutura
        operaron de urgencia|emergencia
        inconsciente|desmayo|desmayado|desmayada|convulsion|convulsiones|convulsiono|coma; infarto*
        derrame cerebral; paro cardiaco; herida|heridas|herido|heridos|herir|hirio|lesion|lesiones
        lesionado|lesionada|lesiono|lesione; sangre|sangrando|sangraba|sangrado|sangro|hemorragia
        fractur*; rompio|rompi|rompieron|roto|rota|partio|parti ~ <bone>; <bone> ~ roto|rota|rompio
        quemo|queme|quemado|quemada|quemaron|quemando ~ <body>; quemadura|quemaduras
        ampolla|ampollas; corte|corto|cortado|cortada|cortaron ~ <body>
        atragant*|asfixi*|ahogo|ahogado|ahogada|ahogue; ahogando|ahogar|ahogaba
        no puede|puedo|podia|pude respirar; dejo de respirar; falta de aire
        hinchado|hinchada|hincho|hinchazon|inflamo|inflamada ~ <body>
        <body> ~ hinchado|hinchada|hincho
        reaccion|shock|choque alergica|alergico|anafilactico|anafilactica; anafila*
        alergia|alergias|alergico|alergica|alergicos; alergico ~ murio|hospital|seguro|casi
        urticaria|sarpullido|ronchas; enveneno|envenenado
        envenenada|envenenaron|envenenar|envenenamiento|veneno|venenoso; intoxic*
        salmonel*|listeria; norovirus; monoxido de carbono; contamin*; toxico|toxica|toxicos|toxicas
        vomit*|diarrea; nauseas|mareo|mareada|mareado
        enfermo|enferma|enfermos|enfermamos|enferme|enfermaron|enfermar
        malo|mala del|de la? estomago|barriga|tripa; aborto|perdio ~ bebe; electrocut*
        descarga electrica; explot*|explosion|estallo|estallar; incendio|incendi*
        prendio|prendi|ardio|ardiendo ~ fuego; prendio fuego
        vidrio|vidrios|cristal|cristales|metal|clavo|aguja|cuchilla|tornillo|navaja ~ en
        encontre|encontramos|habia ~ vidrio|vidrios|cristal|cristales|metal
        tenia|salio|trozo|trozos ~ vidrio|vidrios|cristal|cristales|metal
        encontre|encontramos|habia|tenia|salio|trozo|trozos ~ clavo|aguja|cuchilla|tornillo|navaja
        trago|tragado|tragaron ~ pila|pieza|iman|boton|plastico; accidente|accidentes|atropell*
        resbale|resbalo|resbalaron|cai|cayo|caida|tropece|tropezo ~ suelo|piso|escalera|escaleras
        dolor|dolores ~ pecho|fuerte|fuertes|insoportable|terrible
        daño|daños ~ permanente|permanentes; cicatriz|cicatrices
        perdio|perdi ~ ojo|vista|dedo|mano|vision; ceguera|paralitic*|amput*
        cancer|tumor|leucemia|cancerigeno; sobredosis
        violo|violada|violado|violaron|violacion|violador; abuso|abusos|acoso sexual|sexuales
        agredio|agredieron|agresion|agredida|agredido; acosador|manoseo|toco ~ sin; apuñal*
        tiroteo|disparo|dispararon|disparos; golpeo|golpearon|golpiza; paliza; me|lo|la pego|pegaron
        medico ~ dijo|dice
        """,
    "threat": """
        romper*|partir*|reventar*|voy a ~ la cara|boca|cabeza|piernas|crisma
        voy|vamos|van|hay|quiero|deberian|deberia a? que? quemar*|matar*
        voy|vamos|van|hay|quiero|deberian|deberia a? que? disparar*|apuñalar*|golpear*
        voy|vamos|hay|quiero a? que? reventar*|romper* ~ cara|local|tienda|cabeza|piernas
        te|los|les|os voy|vamos a matar|quemar|romper
        bomba|bombas ~ tienda|local|puesto|poner|pongo|edificio|hay; explosivo*
        prenderle|prender|meter|pegar fuego; ojala se|te|les mueran|muera|mueras
        se van a arrepentir; te vas a arrepentir; cuidense|cuidate las? espaldas
        amenaza|amenazas de muerte; terrorist*; sabemos|se donde vives|viven|vive|trabajan|vivis
        ojala que? muer*; con un? cuchillo|pistola|arma; pistola|machete|cuchillo ~ voy|llevo
        balazo|balazos; una? bala en|a|entre; van a pagar ~ sangre|caro; lincha*
        """,
    "legal": """
        llevarlos|llevarles|llevare|llevo|iremos|ire|vamos a juicio; a juicio; medidas legales
        publicidad|practica|practicas engañosa|engañosas|abusiva|abusivas
        sin mi|nuestro|su permiso|autorizacion|consentimiento; sueldos|salarios impagados|robados
        citacion|notificacion judicial; robo|ladrones ~ denunci*; contrato ~ incumpl*; acoso laboral
        ley ~ incumpl*|viol*; abogado|abogada|abogados|abogadas
        demandar*|demandare|demando|demandas; demanda ~ judicial|contra
        una|mi|la|poner|interponer|presentar demanda
        denuncia|denuncias|denuncie|denunciar|denunciare; denunciado|denunciada|denunciamos|denuncio
        tribunal|tribunales|juzgado|juzgados; juez|jueza|juicio
        acciones|accion|medidas|via legal|legales|judicial|judiciales
        vias|proceso|procesos|asesoria legal|legales|judicial|judiciales
        querella|querellas|pleito|litigio|burofax|indemniz*
        estafa|estafas|estafador|estafadores|estafaron
        estafado|estafada|fraude|fraudes|fraudulento|fraudulenta; ilegal|ilegales|ilegalmente|delito
        delitos|delincuente|delincuentes|criminal|criminales; contra la ley
        policia|guardia civil|fiscalia; incumplimiento|incumplen|incumplieron ~ contrato|ley
        derechos de autor; plagi*; difama*|calumnia*; copyright; soborn*|chantaj*|extors*
        propiedad intelectual; robo|robaron|robado ~ policia|denuncia
        robaron|robo ~ diseño|foto|obra|imagen; carta documento; los vere|veremos en juicio
        derecho* laboral
        """,
    "press": """
        periodista|periodistas|reportero|reportera|reporteros|redactor|redactora|corresponsal
        reportaje|reportajes; rueda de prensa
        prensa ~ gabinete|oficina|departamento|jefe|jefa|contacto
        gabinete|oficina|departamento|jefe|jefa|contacto|responsable|area|sala de prensa
        portavoz|vocero; vocera|voceros|portavoces
        una|para|pedir|conceder|solicitar|hacerles|hacer ~ entrevista; entrevistar*
        declaracion|declaraciones ~ portavoz|medio|prensa|oficial|radio
        para el|la|un|una periodico|diario
        para el|la|un|una radio|television|noticiero|telediario|revista|reportaje|noticia|articulo
        trabajo para|en|con el|la|un|una periodico|diario|radio|television|revista|canal|noticiero
        canal <number> ~ noticia*|entrevist*|hablar; medio|medios de comunicacion
        noticiero|telediario|noticias ~ contactar|hablar
        publicar|publicaremos|publicamos ~ articulo|noticia|investigacion|historia
        escribo|escribiendo ~ articulo|reportaje|noticia; version ~ empresa ~ articulo|noticia
        podcast ~ entrevist*
        """,
    "minors": """
        <kid> & <bad>; <minor> años & <bad>; solo tengo <minor>
        <kid> ~~ solo|sola|perdido|perdida|desatendid*|agarro
        <kid> ~~ aterrad*|siguio|grabo|camarero|sirvio|vendio|cerveza
        <minor> años ~~ compra*|vend*|sirv*|cerveza|tabaco|solo|sola|piscina|apost*
        vend*|sirv*|dio|dieron ~~ <minor> años; menor de edad; menores de edad; a menores
        pedofil*|pederast*; trabajo|explotacion|abuso infantil; pornografia infantil
        abuso ~ menores|niños|niñas; tengo <minor> años|añitos; soy menor; soy un? niño|niña
        tarjeta|permiso ~ mi|mis mama|papa|madre|padre|padres|mami|papi
        sin ~ que? ~ sepan|sepa mis|mi
        venden|vende|vendio|vendieron|sirven|sirvieron|dan|dieron ~~ menores
        venden|vende|vendio|vendieron|sirven|sirvieron|dan|dieron ~~ niños|niñas|adolescentes|menor
        alcohol|cerveza|vino|vapeador*|cigarrillos|tabaco|drogas|apuestas|armas ~~ <kid>
        <kid> ~~ alcohol|cerveza|vino|vapeador*|cigarrillos
        <kid> ~~ tabaco|drogas|apuestas|hospital|urgencias
        <kid> ~~ atragant*|ahogo|quemo|quemada|quemado|herido|herida|hospital|trago|alergica|sangr*
        <kid> ~~ abuso|abusaron|toco|tocaron|acoso
        <kid> ~~ desaparecid*|perdid*|golpe*|pego|llorando|asustad*
        abuso|abusaron|toco|tocaron|acoso|acosa|golpeo|pego|grito ~~ <kid>
        foto|fotos|video|videos|imagen|imagenes ~ <kid> ~~ sin|permiso
        foto|fotos|video|videos|imagen|imagenes ~ <kid> ~~ autorizacion|consentimiento|borrar
        publicidad|anuncio|anuncios ~ para|a|dirigida niños|niñas|menores
        peligroso|peligrosa para niños
        <minor> años ~~ atragant*|alcohol|hospital|trago|quemo|herid*|sirvieron|vendieron
        """,
    "self-harm": """
        mejor no estar|existir|vivir|haber; pienso que ~ mejor ~ no estar
        a nadie le importa|importo ~ si? ~ vivo|muero; no puedo seguir|mas; para que seguir|vivir
        desaparecer para|de una; razon|motivo|sentido|ganas & vivir|vida & no|sin|ya|perdi
        acabar|terminar con todo|mi; ganas de vivir|morir; sin ganas ~ vivir
        quiero que ~ acabe|termine todo; que todo ~ acabe|termine; no estar mas? aqui
        desaparecer para siempre; estaria mejor muerto|muerta|sin; no puedo mas con
        a nadie le importo; acabar conmigo; suicid*; matarme|matarse|ahorcarme|cortarme|colgarme
        me quiero|voy|deseo a? morir|matar
        quiero|queria|quisiera de? morir|morirme|desaparecer|muerto|muerta
        prefiero|deseo|ganas|ojala de? morir|morirme|desaparecer|muerto|muerta
        no quiero|vale|merece ~ vivir|existir|seguir|despertar; no tengo|hay|encuentro ~ vivir
        quitarme|quitarse|quitado|acabar|terminar con? la|mi|su vida; acabar|terminar con todo
        no aguanto|puedo|soporto mas ~ vida|vivir|todo; ya no aguanto|puedo mas; me corto las venas
        cortarme|corto|corte las|los venas|brazos; autolesi*; nadie me echaria|extrañaria|va
        mejor muerto|muerta|sin mi; matate|suicidate|muerete; adios a todos|mundo; anorexi*|bulimi*
        tome|trague todas ~ pastillas; cansad* de vivir|la vida; odio mi vida; sin ganas de vivir
        """,
    "discrimination": """
        musulman|musulmana|musulmanes|judio|judia|judios|gitano|gitana
        gitanos|gay|gays|lesbiana|lesbianas|transexual|transexuales|trans
        lgtb|lgbt|discapacitado|discapacitada|discapacitados|discapacidad|sordo|sorda
        autista|autistas|inmigrante|inmigrantes|refugiado|refugiados|hiyab|velo
        mujer|hombre|persona|gente|chico|chica|personas negra|negro|morena|moreno
        mujer|hombre|persona|gente|chico|chica|personas negros|negras|indigena|arabe
        burla*|burlan|mofa* ~ de los|las|un|una; <protected> & <treated>
        <people> & no|fuera|prohibido|prohibidos; ni|sin|contra <people>
        <protected> ~~ puerta|fuera|escaleras|escalones|prohibid*
        <protected> ~~ no pueden|puede|entra*; <protected> ~~ rechaz*|humill*|insult*|maltrat*
        solo|unicamente ~ a? los|las ~ morenos|negros|latinos|gitanos|extranjeros|moros
        piel oscura|morena; trat* ~ mal|diferente ~ por; maltrato; sudaca|sudacas|moro de|negro de
        racis*|machis*|sexis*|homofob*|homofobi*|transfob*|xenofob*|islamofob*|antisemit*|misogin*
        discrimin*|segrega*|supremacis*|nazi|nazis|fascista*|gordofob*|capacitis*|clasist*
        aporofob*; por ser|parecer|llevar|tener|usar ~ <protected>
        porque|xq|pq ~ soy|es|somos|son|era ~ <protected>
        por mi|su|nuestro|nuestra raza|color|religion|acento
        por mi|su|nuestro|nuestra discapacidad|orientacion|origen|peso|edad
        no ~ dejaron|dejan|atendieron|atienden|permiten|permitieron|aceptan ~~ <protected>
        negaron|prohibieron|rechazaron|echaron|siguieron|despidieron ~~ <protected>
        se rieron|rieron|burla*; burlo|burlaron|burlaron|reirse|reian ~~ <protected>
        sin acceso ~ silla|discapacitados|ruedas; silla de ruedas ~~ no|imposible|sin|negaron
        color de piel; insulto|insultos racial*; vete|vayanse|regresa a tu pais
        habla|hablen español o|aqui; brecha salarial; mujeres ~~ menos ~ hombres
        delito|discurso de odio
        """,
    "data-breach": """
        <data> & <leaked>; mi cuenta|tarjeta & usaron|usado|compraron|compra|cargo & alguien|no|sin
        datos|informacion ~ circul*|aparec*|filtr*|expuest*
        mi cuenta ~ robad*|usad*|tomad*|hackead*|bloquead*; correo basura|spam ~ desde|despues
        ficha|historial|pedido ~ otro|otra paciente|cliente|persona; privacidad
        hacke*|jaque*|hackear*; filtr* ~ dato|datos|informacion|correo|contraseña|cuenta|tarjeta
        datos|informacion ~ filtr*|robad*|robaron|expuest*|publicad*|vendi*
        contraseña|tarjeta|contraseñas ~ filtr*|robad*|robaron|expuest*|publicad*|vendi*
        robaron|robado|vendieron|venden|vendido|publicaron ~ dato|datos|informacion|cuenta|tarjeta
        fuga|brecha|robo|filtracion de datos|seguridad|identidad|informacion; phishing|suplant*
        entraron|entro|accedio|accedieron|acceso ~ mi|a mi? cuenta; proteccion de datos
        mis|sus datos; personales ~ filtr*|robad*|vend*|public*
        cargos|cargo|compras ~ no autorizad*|reconozco
        otro|otra|otros cliente|clienta ~ datos|direccion|pedido|pedidos|factura
        otro|otra|otros clientes|persona|personas ~ datos|direccion|pedido|pedidos|factura
        datos|direccion|pedido ~ otro|otra|otros cliente|clienta|clientes|persona
        pedidos|factura|facturas ~ otro|otra|otros cliente|clienta|clientes|persona
        clonaron|clonada ~ tarjeta
        """,
    "regulator": """
        ocu|facua; a|ante|en la? consumo
        autoridad|agencia ~~ denunci*|reclam*|queja|avis*|inform*|investig*
        organismo|ministerio|inspeccion ~~ denunci*|reclam*|queja|avis*|inform*|investig*
        denunci*|reclam*|avis*|inform* ~~ autoridad*|agencia|organismo
        denunci*|reclam*|avis*|inform* ~~ ministerio|inspeccion|consumo
        consumo ~ denuncia|queja|reclam*|hoja; en|ante|a consumo ~ reclam*|denunci*|queja|hoja
        reclam*|denunci*|queja|hoja ~ consumo; hoja|hojas|libro de reclamaciones|quejas
        profeco|indecopi|sernac|ocu|facua|aepd|cofepris|condusef|cnmc|cnmv|anmat|invima|sic|rgpd
        sanidad|salubridad|inspeccion ~ trabajo|sanidad|local|cocina|pasar
        inspector|inspectora|inspectores ~ trabajo|sanidad|local|cocina|pasar
        inspeccion de|del trabajo|sanidad|consumo
        defensa|proteccion|defensor|procuraduria del|al|de consumidor
        defensa|proteccion del|al|de los? consumidor|consumidores
        agencia|autoridad|autoridades sanitaria*; las|a las autoridades; regulador|reguladores
        hacienda ~ denunci*|avis*|evasion; evasion fiscal|impuestos
        ministerio ~ denunci*|queja|reclam*|trabajo|sanidad|consumo; ayuntamiento ~ denunci*|queja
        superintendencia; retirada|retiro de|del producto|lote|mercado; publicidad engañosa
        competencia desleal
        """,
    "doxxing": """
        vive|viven|vivo en la? calle|avenida|numero|<number>; se donde vive|viven|trabaja
        su|mi direccion|domicilio es; su|mi telefono|numero|celular|correo|movil|email es
        llame*|llama*|llamen*|escriba*|escribe* ~ al <number>; dni|cedula|pasaporte ~ es|numero
        numero de cuenta|tarjeta; iban; arroba ~ punto com; nombre completo; domicilio particular
        aqui ~ su telefono|direccion|numero
        """,
}

HARMLESS = """
    para niños|niñas|bebes de|a; talla para|de; niños de|a ~ talla
    trabajo bonito|increible|maravilloso
    cafe|chocolate|vestido|color|camiseta negro|negra|negros|negras
    te|bolso|zapatos|pantalon|frijoles negro|negra|negros|negras; negro|negra mate|brillante|en|o
    de buena|primera|segunda mano; a mano; a la? vuelta; cara bonita; de|por primera
    mayor parte|parte|calidad|tamaño; por mayor; corte de pelo
    rompe|rompio el|mi corazon|molde|hielo; escuadron suicida
    muero|muere|morirme por|de por? probar*|ir|ganas|amor|risa|hambre|envidia
    morirse|morir|moria|morí por|de por? probar*|ir|ganas|amor|risa|hambre|envidia
    muero|muere|morir|muerto de|del de? risa|amor|hambre|gusto|ganas|envidia
    muerta|muertos|murio|muertas de|del de? risa|amor|hambre|gusto|ganas|envidia
    muero|muero|mori|muerta|muerto|murio|morir ~ <laugh>
    <laugh> ~ muerta|muerto|muero|mori|muriendo; esta|estan|es|son|estaba|esta|queda|quedo de muerte
    para morirse|morir; de muerte lenta|este|esta|el; muero por|de; morir por|de gusto; me muero
    me matan|mata|mato de? risa|ganas|amor; mato por un|una|uno|esos|esas
    matar|mata|matando el|la gusanillo|antojo|hambre|rato|tiempo|gana; mataria por
    de morirse|morir de? bueno|rico; naturaleza|mar|temporada|horario|peso|dia muerta|muerto|muertos
    dia|ofrenda|pan|fiesta de muertos|muerto; la|es|sois|son|una bomba
    hay|mucha|gran|alta|tanta|mayor|mas demanda; sangre nueva|fria; naranja sanguina; de infarto
    precio|precios|look|cuerpo|tipo de infarto; sin querer queriendo; adicta|adicto; pena de muerte
    crimen no; seria|deberia|es ser? un? ilegal|delito|crimen de|lo|estar|tan
    policia de la|del moda; cayo|cai|caida rendid*|enamorad*|de
    explosion|explota|exploto de sabor|sabores|en boca|color; prensa francesa
    cafetera|maquina de prensa; atragante ~ risa; quemando calorias; que arden|quema
"""
