"""English."""

PRAISE = """
    love|loved|loving|loves|luv|adore|adored|like|liked|enjoy|enjoyed|enjoying|great|greatest|best
    good|goodness|excellent|amazing|amazed|awesome|fantastic|wonderful|wonderfully|lovely|lovelier
    beautiful|beautifully|gorgeous|stunning|brilliant|superb|perfect|perfectly|perfection
    incredible|outstanding|exceptional|marvellous|marvelous|fabulous|magical|heavenly|divine
    delicious|tasty|yummy|yum|scrumptious|mouthwatering|fresh|crispy|creamy|smooth|nice|nicest
    kind|kindest|friendly|friendliest|helpful|welcoming|warm|charming|sweet|sweetest|cosy|cozy
    cool|cute|pretty|elegant|stylish|classy|impressive|impressed|inspiring|inspired|thoughtful
    attentive|professional|favourite|favorite|favourites|favorites|fave|fav|happy|happier|glad
    pleased|proud|grateful|thankful|delighted|excited|thanks|thanx|thx|ty|cheers|congrats
    congratulations|congratulation|bravo|kudos|hooray|yay|wow|woohoo|respect|recommend|recommended
    unreal|100|legend|legends|speechless|welcome|welcomed|dreamy|obsessed
    thank you; well done; keep it up; keep up the good|great|amazing|excellent|fantastic work|job
    way to go; you never disappoint; never disappoints|disappoint; never gets old; hands down
    cant wait; can not wait; could not be happier; couldnt be happier|better; cant get enough
    cant recommend enough; highly recommend|recommended; made my day|morning|week|monday|weekend
    makes my day|morning|week; second to none; spot on; top notch; first class; world class
    next level; a treat|joy|delight|pleasure|gem; like heaven; better than ever; even better
    10 10; 5|five stars|star; hidden gem; i dream about|of; must try|visit; worth it|every
    hits the spot; chef kiss; chefs kiss; on point; every star; happy birthday|anniversary
"""

THINGS = """
    coffee|coffees|espresso|latte|lattes|cappuccino|cappuccinos|mocha|brew|roast|roasts|roastery
    blend|blends|beans|tea|teas|chocolate|cake|cakes|bun|buns|cinnamon|cookie|cookies|croissant
    croissants|muffin|muffins|pastry|pastries|bread|breads|pie|pies|toast|pizza|burger|burgers
    pasta|soup|salad|sandwich|sandwiches|dessert|desserts|icecream|food|foods|meal|meals|breakfast
    brunch|lunch|dinner|drink|drinks|menu|dish|dishes|flavour|flavor|flavours|flavors|taste|tastes
    tasted|smell|smells|aroma|bakery|cafe|restaurant|bar|shop|store|boutique|place|places|spot
    corner|venue|hotel|room|rooms|view|views|terrace|garden|decor|interior|atmosphere|ambience
    ambiance|vibe|vibes|music|playlist|art|design|designs|style|colour|color|colours|colors
    packaging|box|gift|gifts|present|presents|product|products|collection|brand|brands|bag|bags
    cup|cups|mug|mugs|shirt|shirts|tshirt|hoodie|dress|dresses|shoes|sneakers|boots|jacket|app
    website|site|book|books|song|songs|album|video|videos|photo|photos|picture|pictures|pic|pics
    post|posts|page|feed|show|concert|event|events|workshop|experience|stay|visit|visits|trip
    service|team|staff|crew|barista|baristas|guys|folks|everyone|everybody|friends|neighbourhood
    neighborhood|town|city|work|job|idea|quality|touch|opening|look|looks|words|news|star|stars
    hospitality|customer|customers
    flat white; hot chocolate; ice cream; latte art; everything about|here|is|in|was|tastes|looks
    loved|love everything
"""

SMALL = """
    a|an|the|this|that|these|those|it|its|thats|i|im|ive|id|we|were|weve|you|youre|u|ur|your|yours
    my|our|us|me|they|their|theyre|is|are|am|was|been|be|have|has|had|and|or|with|for|of|in|at|on
    from|by|here|there|so|very|really|truly|absolutely|totally|simply|just|such|what|how|all
    always|every|everytime|each|time|first|much|more|most|many|lot|lots|also|even|again|today
    tonight|yesterday|morning|afternoon|evening|day|week|weekend|monday|tuesday|wednesday|thursday
    friday|saturday|sunday|mondays|fridays|saturdays|sundays|around|made|make|makes|feel|feels
    seen|look|looking|tried|try|trying|visited|soon|new|latest|whole|entire|lil|hi|hello|hey|dear
    yes|omg|ooh|mmm|mm|haha|xx|xxx|x|xo|guys
    would|will|can recommend; place|shop|team rocks; friendly|lovely|nice|kind|great people
    to the; to you; to see you; to try it|this|them|these|that; to visit; to come|be back
    still the|my|our|so; as always|ever|usual; in years|ages|town|the world|the city; best ever
    ever had|tasted|tried; thing|coffee|food|cake|brunch|lunch|dinner ever; feel at home
    will be|come back; well be back; ill be back; be back soon|again; coming|come back; back soon
    see you soon|tomorrow|again|there; yeah|oh wow; one of; what a; best wishes; well deserved
"""

ASKING = """
    when|what|which|where|how|who|whats|wheres|whens|do|does|is|are|can|could|may|will|would|there
    any|anyone|know|tell|please|pls|plz|thanks|question|quick|wondering|ask|if|open|opens|opened
    close|closes|closed|hour|hours|time|times|until|till|at|on|to|from|in|by|get|find|have|got|has
    you|ya|guys|we|i|my|me|our|bring|take|come|buy|order|use|today|tomorrow|tonight|now|usually
    normally|currently|also|ship|allowed|offer|much|many|some|sell|serve|it|or|and|about|hi|hello
    hey|sure|curious|possible|available
    thank you; need to know; still have|open|ship; up to; good morning|evening|afternoon
    like to know; love to know; let me know; wanted to know|ask
"""
