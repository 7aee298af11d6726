"""Portuguese."""

PRAISE = """
    obrigado|obrigada|obrigados|brigada|valeu|amo|amamos|amei|adoro|adoramos|adorei|gosto|gostei
    gostamos|bom|boa|bons|boas|ótimo|ótima|ótimos|ótimas|óptimo|óptima|melhor|melhores|excelente
    excelentes|delicioso|deliciosa|deliciosos|deliciosas|delícia|gostoso|gostosa|saboroso|saborosa
    maravilhoso|maravilhosa|maravilhosos|maravilha|fantástico|fantástica|incrível|incríveis
    espetacular|espetaculares|espectacular|perfeito|perfeita|perfeitos|lindo|linda|lindos|lindas
    lindíssimo|bonito|bonita|bonitos|bonitas|belo|bela|magnífico|magnífica|sensacional|genial|fofo
    fofa|simpático|simpática|simpáticos|simpáticas|simpatia|gentil|gentis|amável|amáveis|atencioso
    atenciosa|atenciosos|acolhedor|acolhedora|agradável|agradáveis|aconchegante|profissional
    profissionais|favorito|favorita|favoritos|preferido|preferida|feliz|felizes|contente|orgulhoso
    orgulhosa|orgulho|parabéns|bravo|recomendo|recomendamos|recomendadíssimo|uau|wow|top
    voltaremos|voltarei|beleza|espetáculo|luxo|100|dez|arrasaram|arrasou|encantado|encantada
    vou voltar; vamos voltar; que delícia|maravilha|lindo|linda; um espetáculo|luxo|encanto
    uma delícia|maravilha; 10 10; nota 10; 5|cinco estrelas; continuem assim; show de bola
"""

THINGS = """
    café|cafés|espresso|expresso|cappuccino|galão|chá|chás|chocolate|bolo|bolos|pastel|pastéis
    nata|natas|torta|tortas|croissant|croissants|bolacha|bolachas|biscoito|pão|pães|pizza|gelado
    gelados|sorvete|sobremesa|sobremesas|comida|almoço|jantar|lanche|bebida|bebidas|prato|pratos
    cardápio|menu|ementa|sabor|sabores|cheiro|aroma|padaria|pastelaria|restaurante|bar|loja|lojas
    sítio|lugar|lugares|local|espaço|cantinho|hotel|quarto|esplanada|jardim|ambiente|música
    decoração|design|estilo|cor|cores|produto|produtos|marca|coleção|mala|caneca|canecas|vestido
    vestidos|sapatos|app|site|página|livro|livros|canção|vídeo|vídeos|foto|fotos|fotografia|post
    concerto|evento|experiência|visita|serviço|atendimento|equipa|equipe|pessoal|gente|amigos
    malta|todos|tudo|cidade|bairro|mundo|trabalho|ideia|qualidade|presente|presentes|abertura
    aniversário|anos|momentos
    pequeno almoço
"""

SMALL = """
    o|a|os|as|um|uma|uns|umas|este|esta|estes|estas|esse|essa|esses|isto|isso|meu|minha|meus
    minhas|seu|sua|seus|teu|tua|vosso|vossa|vossos|vossas|nosso|nossa|eu|nós|vocês|você|me|vos|nos
    é|são|está|estão|estava|era|foi|tem|têm|e|ou|com|de|do|da|dos|das|em|no|na|nas|por|para|pra
    pelo|pela|pelos|pelas|ao|aos|à|que|como|tão|muito|muita|muitos|muitas|mais|sempre|realmente
    simplesmente|mesmo|super|todo|toda|cada|vez|hoje|ontem|manhã|tarde|noite|dia|dias|semana
    segunda|terça|quarta|quinta|sexta|sábado|domingo|novo|nova|novos|novas|oi|olá|sim|aqui|ali|lá
    também|dez|beijos|beijinhos|abraço|abraços|bem|provei|já|fazem|fez|ter
    como sempre; primeira vez; em breve; até breve; até já; sem dúvida
"""

ASKING = """
    quando|qual|quais|que|onde|como|quem|quanto|quantos|há|tem|têm|vocês|você|posso|pode|podem
    podemos|é|são|está|estão|a|as|o|os|às|à|ao|de|do|da|dos|das|no|na|nos|nas|em|por|para|pra|um
    uma|seu|seus|vosso|vossos|hora|horas|horário|horários|abrem|abre|aberto|abertos|fecham|fecha
    até|desde|hoje|amanhã|agora|normalmente|saber|queria|pergunta|favor|obrigado|obrigada|oi|olá
    também|vendem|servem|fazem|levar|trazer|ir|com|e|ou|se|me|dizer
    gostaria de; bom dia; boa tarde|noite; alguém sabe
"""
