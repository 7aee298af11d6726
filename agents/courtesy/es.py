"""Spanish: tú in the friendly tone, usted in the formal one."""

from pressroom.agents.courtesy.kit import Courtesy, Kit

KIT = Kit(
    friendly=Courtesy(
        praise=(
            "¡Muchísimas gracias!",
            "¡Mil gracias!",
            "¡Qué alegría leerte, gracias!",
            "¡Nos alegras el día, gracias!",
            "¡Gracias por tus palabras!",
            "¡Qué bonito, muchas gracias!",
            "¡Gracias por contárnoslo!",
            "Significa mucho para nosotros, ¡gracias!",
        ),
        praise_more=(
            "Nos encanta tenerte por aquí.",
            "Palabras así nos dan energía.",
            "¡Hasta pronto!",
            "¡Un saludo de todo el equipo!",
            "Nos alegra mucho leerlo.",
        ),
        lead=(
            "¡Buena pregunta!",
            "¡Gracias por preguntar!",
            "¡Claro!",
            "Con mucho gusto:",
            "Aquí va:",
        ),
        close=("¡Esperamos que te ayude!", "¡Hasta pronto!", "Si quieres saber más, pregúntanos."),
        question=(
            "¡Gracias por preguntar! Lo estamos mirando.",
            "¡Buena pregunta! Lo estamos consultando.",
            "Gracias por tu pregunta. Estamos en ello.",
        ),
        request=(
            "Gracias por tu mensaje. Lo estamos mirando.",
            "Gracias por escribirnos. Estamos en ello.",
            "Gracias, tu mensaje nos ha llegado y lo estamos mirando.",
        ),
        complaint=(
            "Gracias por decírnoslo. Lo estamos mirando.",
            "Sentimos leer esto y estamos en ello.",
            "Gracias por avisarnos. Nos lo tomamos en serio y lo estamos consultando.",
            "Gracias por tu sinceridad. Lo estamos hablando en el equipo.",
        ),
        meanwhile=(
            "Gracias por tu paciencia.",
            "Nos ayuda saberlo.",
            "Qué bien que nos escribes.",
        ),
        other=(
            "¡Gracias por tu comentario!",
            "¡Gracias por estar aquí!",
            "¡Gracias por compartirlo con nosotros!",
        ),
        contact="Nos encuentras aquí: {contact}",
    ),
    formal=Courtesy(
        praise=(
            "Muchas gracias.",
            "Le agradecemos sus amables palabras.",
            "Nos alegra mucho leer su mensaje. Gracias.",
            "Gracias por tomarse el tiempo de escribirnos.",
            "Su comentario significa mucho para nosotros. Gracias.",
        ),
        praise_more=(
            "Es un placer tenerle con nosotros.",
            "Reciba un cordial saludo de todo el equipo.",
            "Mensajes como el suyo nos animan.",
        ),
        lead=("Gracias por su pregunta.", "Con mucho gusto:", "Le informamos con gusto:"),
        close=(
            "Esperamos que le sea de ayuda.",
            "Si desea saber más, estamos a su disposición.",
            "Un cordial saludo.",
        ),
        question=(
            "Gracias por su pregunta. La estamos consultando.",
            "Hemos recibido su pregunta y la estamos consultando.",
            "Le agradecemos su pregunta. Estamos en ello.",
        ),
        request=(
            "Gracias por su mensaje. Lo estamos revisando.",
            "Hemos recibido su mensaje y lo estamos revisando. Gracias.",
            "Gracias por escribirnos. Estamos en ello.",
        ),
        complaint=(
            "Gracias por hacérnoslo saber. Lo tomamos en serio y lo estamos revisando.",
            "Lamentamos leer esto. Estamos en ello.",
            "Le agradecemos que nos lo diga. Lo estamos consultando.",
            "Sus palabras nos han llegado. Lo estamos hablando en el equipo.",
        ),
        meanwhile=(
            "Gracias por su paciencia.",
            "Valoramos su mensaje.",
            "Nos ayuda saberlo.",
        ),
        other=(
            "Gracias por su comentario.",
            "Le agradecemos que comparta su opinión con nosotros.",
            "Gracias por escribirnos.",
        ),
        contact="Nos encuentra aquí: {contact}",
    ),
    more_words="""
        el la los las un una unos unas de del a al y o que en con para por muy mucho mucha muchos
        muchas tan tanto nos nuestro nuestra nuestros tu tus te ti su sus le les lo es son ha han
        gracias agradecemos agradecer agradecidos alegra alegría alegrado feliz felices contentos
        encanta encantado encantados gusto placer bonito bonitas lindo lindas palabras palabra
        mensaje comentario apoyo cariño corazón día equipo todos toda todo saludo saludos abrazo
        bienvenido bienvenida pronto aquí siempre esperamos leer leerte saber ayuda ayudar
        información pregunta disfrutes disfruta disfrutado significa como así
        """,
)
