"""French."""

PRAISE = """
    merci|mercis|adore|adorons|adoré|aime|aimons|aimé|kiffe|bravo|félicitations|chapeau|bon|bonne
    bons|bonnes|meilleur|meilleure|meilleurs|meilleures|excellent|excellente|excellents
    excellentes|délicieux|délicieuse|délicieuses|savoureux|savoureuse|succulent|succulente|régal
    régalé|régalés|régalée|gourmand|gourmande|exquis|exquise|magnifique|magnifiques|superbe
    superbes|sublime|sublimes|splendide|splendides|beau|belle|beaux|belles|joli|jolie|jolis|jolies
    parfait|parfaite|parfaits|parfaites|génial|géniale|géniaux|géniales|formidable|formidables
    incroyable|incroyables|fantastique|extraordinaire|extra|top|super|sympa|sympas|sympathique
    sympathiques|adorable|adorables|gentil|gentille|gentils|gentilles|accueillant|accueillante
    accueillants|chaleureux|chaleureuse|agréable|agréables|charmant|charmante|aimable|aimables
    attentionné|attentionnée|professionnel|professionnels|souriant|souriante|souriants|préféré
    préférée|préférés|favori|favorite|heureux|heureuse|ravi|ravie|ravis|fier|fière|fiers|content
    contente|contents|recommande|recommandons|waouh|wow|ouah|miam|100
    un régal; coup de coeur; quel|quelle bonheur|plaisir|délice|régal|beauté|merveille
    un bonheur|plaisir|délice|bijou; une merveille|tuerie; que du bonheur; rien à redire; au top
    10 10; 5|cinq étoiles; on reviendra; nous reviendrons; je reviendrai; continuez comme ça
    continuez ainsi; on adore
"""

THINGS = """
    café|cafés|espresso|expresso|cappuccino|latte|thé|thés|chocolat|chocolats|gâteau|gâteaux|tarte
    tartes|brioche|brioches|croissant|croissants|cookie|cookies|biscuit|biscuits|pain|pains
    pâtisserie|pâtisseries|viennoiserie|viennoiseries|pizza|burger|glace|glaces|dessert|desserts
    repas|plat|plats|déjeuner|dîner|brunch|boisson|boissons|carte|menu|goût|goûts|saveur|saveurs
    odeur|boulangerie|restaurant|bar|boutique|magasin|lieu|endroit|coin|adresse|hôtel|terrasse
    jardin|ambiance|déco|décoration|musique|design|style|couleur|couleurs|produit|produits|marque
    collection|sac|sacs|tasse|tasses|robe|robes|chaussures|veste|appli|site|livre|livres|chanson
    vidéo|vidéos|photo|photos|publication|concert|événement|atelier|expérience|séjour|visite
    service|accueil|équipe|personnel|gens|amis|tout|tous|ville|village|quartier|travail|boulot
    idée|qualité|cadeau|cadeaux|ouverture|anniversaire|moment|moments
    petit déjeuner; tout le monde
"""

SMALL = """
    le|la|les|l|un|une|des|de|du|d|ce|cet|cette|ces|c|ça|cela|mon|ma|mes|ton|ta|tes|votre|vos
    notre|nos|j|je|tu|t|vous|nous|on|il|elle|ils|me|m|te|y|en|est|sont|était|êtes|suis|ai|avez|a
    et|ou|avec|à|au|aux|dans|pour|par|sur|chez|que|qu|qui|s|très|bien|vraiment|tellement|si|aussi
    toujours|tout|toute|toutes|tous|chaque|fois|simplement|juste|franchement|vrai|vraie|aujourd
    hui|hier|matin|midi|soir|soirée|journée|jour|semaine|lundi|mardi|mercredi|jeudi|vendredi
    samedi|dimanche|nouveau|nouvelle|nouveaux|nouvelles|bientôt|bonjour|bonsoir|coucou|salut|oui
    beaucoup|là|ici|quel|quelle|bisous|bises|grand|grande|fait|faites
    week end; le|la|les plus; trop bon|bonne|beau|belle|bien; encore merci|bravo|mieux
    première fois; comme toujours; à bientôt; sans aucun doute; sans hésiter; depuis toujours
"""

ASKING = """
    quand|quel|quelle|quels|quelles|où|comment|qui|que|qu|quoi|combien|est|ce|sont|êtes|avez|avons
    as|tu|vous|il|y|a|t|on|je|j|peut|pouvez|puis|peux|faut|pourriez|s|plaît|svp|merci|bonjour
    bonsoir|coucou|salut|à|de|d|du|des|le|la|les|l|un|une|en|dans|au|aux|pour|vos|votre|mon|ma
    heure|heures|horaire|horaires|ouvrez|ouvre|ouverts|ouvert|fermez|ferme|jusqu|jusque|aujourd
    hui|demain|maintenant|normalement|savoir|voudrais|voulais|aimerais|question|quelqu|sait|faites
    vendez|proposez|servez|aussi|venir|amener|avec|et|ou|si
    encore ouvert|ouverts
"""
