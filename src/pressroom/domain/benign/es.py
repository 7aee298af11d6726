"""Spanish."""

PRAISE = """
    gracias|encanta|encantan|encantó|encantado|encantada|encantados|amo|amamos|adoro|adoramos
    gusta|gustan|gustó|fascina|disfruté|disfrutamos|buen|bueno|buena|buenos|buenas|buenísimo
    buenísima|buenísimos|mejor|mejores|excelente|excelentes|increíble|increíbles|maravilloso
    maravillosa|maravillosos|maravillosas|precioso|preciosa|preciosos|preciosas|hermoso|hermosa
    hermosos|hermosas|lindo|linda|lindos|lindas|bonito|bonita|bonitos|bonitas|bellísimo|bello
    bella|rico|rica|ricos|ricas|riquísimo|riquísima|riquísimos|delicioso|deliciosa|deliciosos
    deliciosas|sabroso|sabrosa|exquisito|exquisita|espectacular|espectaculares|genial|geniales
    fantástico|fantástica|estupendo|estupenda|perfecto|perfecta|perfectos|amable|amables|simpático
    simpática|simpáticos|simpáticas|atento|atenta|atentos|encantador|encantadora|acogedor
    acogedora|agradable|agradables|favorito|favorita|favoritos|preferido|preferida|felicidades
    felicitaciones|enhorabuena|bravo|olé|feliz|felices|contento|contenta|orgulloso|orgullosa
    orgullosos|agradecido|agradecida|recomendable|recomiendo|recomendado|recomendamos|volveremos
    volveré|vuelvo|repetiremos|repetiré|wow|guau|gozada|lujo|joya|pasada|100|top|crack|cracks
    muchas|mil gracias; qué maravilla|delicia|gozada|pasada|lujo|belleza|placer|ilusión|alegría
    un placer|lujo; una maravilla|delicia; de diez; 10 10; cinco|5 estrellas; sigan así
    seguid así; los|las mejores; son los|las mejores; alegra|alegran el|mi día
"""

THINGS = """
    café|cafés|espresso|cortado|capuchino|cappuccino|latte|té|tés|chocolate|tarta|tartas|pastel
    pasteles|torta|tortas|bollo|bollos|croissant|croissants|galleta|galletas|pan|panes|pizza
    hamburguesa|helado|helados|postre|postres|comida|comidas|cena|desayuno|desayunos|almuerzo
    bebida|bebidas|plato|platos|menú|carta|sabor|sabores|olor|aroma|panadería|pastelería|cafetería
    restaurante|bar|tienda|local|lugar|lugares|sitio|sitios|rincón|hotel|terraza|jardín|ambiente
    música|decoración|diseño|estilo|colores|color|producto|productos|marca|colección|bolso|bolsos
    taza|tazas|camiseta|vestido|vestidos|zapatos|zapatillas|app|web|página|libro|libros|canción
    vídeo|video|foto|fotos|publicación|concierto|evento|taller|premio|queso|experiencia|visita
    servicio|trato|atención|equipo|personal|gente|chicos|chicas|amigos|todos|todo|ciudad|barrio
    pueblo|mundo|trabajo|idea|calidad|detalle|detalles|regalo|regalos|apertura|aniversario|años
"""

SMALL = """
    el|la|los|las|lo|un|una|unos|unas|este|esta|estos|estas|ese|esa|esto|eso|mi|mis|tu|tus|su|sus
    vuestro|vuestra|vuestros|vuestras|nuestro|nuestra|me|te|os|nos|les|yo|vosotros|ustedes|usted
    es|son|está|están|estaba|era|fue|ha|sido|sois|soy|y|e|o|con|de|del|en|a|al|por|para|que|qué
    cómo|tan|muy|más|mucho|mucha|muchos|muchas|siempre|todo|toda|todos|todas|cada|simplemente
    realmente|verdaderamente|súper|super|hoy|ayer|día|días|semana|tarde|mañana|noche|lunes|martes
    miércoles|jueves|viernes|sábado|domingo|nuevo|nueva|nuevos|nuevas|vez|veces|hola|sí|diez
    abrazo|abrazos|saludo|saludos|besos|desde|aquí|allí|también|probado|visto|tomado|pronto|he
    hemos|hacéis|hacen|bien|así
    como siempre; primera vez; otra vez; hasta pronto; nos vemos; un saludo; la verdad; sin duda
    sin dudas
"""

ASKING = """
    cuándo|cuál|cuáles|qué|dónde|cómo|quién|cuánto|cuánta|cuántos|hay|tienen|tenéis|tiene|puedo
    puede|pueden|podemos|podéis|se|es|son|está|están|a|de|la|el|los|las|su|sus|vuestro|vuestros
    hora|horas|horario|abren|abrís|abre|cierran|cerráis|cierra|hasta|desde|por|para|en|un|una
    saber|quisiera|quería|pregunta|favor|gracias|hola|buenas|días|hoy|mañana|ahora|normalmente
    hacen|hacéis|ofrecen|venden|vendéis|sirven|también|lleva|llevar|traer|ir|con|y|o|que|si
    quiero saber; me gustaría saber; buenos días; buenas tardes|noches; alguien sabe
    me|pueden decir
"""
