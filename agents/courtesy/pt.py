"""Portuguese that both sides of the Atlantic can read: você in both tones, warmer in the first."""

from pressroom.agents.courtesy.kit import Courtesy, Kit

KIT = Kit(
    friendly=Courtesy(
        praise=(
            "Muito obrigado!",
            "Agradecemos de coração!",
            "Que bom ler isso, muito obrigado!",
            "Você alegrou o nosso dia, obrigado!",
            "Obrigado pelas palavras tão gentis!",
            "Que carinho, muito obrigado!",
            "Obrigado por nos contar!",
            "Isso significa muito para nós, obrigado!",
        ),
        praise_more=(
            "É bom ter você com a gente.",
            "Palavras assim nos dão energia.",
            "Até breve!",
            "Um abraço de toda a equipe!",
            "Ficamos muito felizes.",
        ),
        lead=("Boa pergunta!", "Obrigado por perguntar!", "Com prazer:", "Claro:", "Aqui está:"),
        close=("Esperamos que ajude!", "Até breve!", "Se quiser saber mais, é só perguntar."),
        question=(
            "Obrigado por perguntar! Estamos verificando.",
            "Boa pergunta! Estamos verificando.",
            "Obrigado pela pergunta. Estamos cuidando disso.",
        ),
        request=(
            "Obrigado pela mensagem. Estamos verificando.",
            "Obrigado por nos escrever. Estamos cuidando disso.",
            "Obrigado, a sua mensagem chegou e estamos verificando.",
        ),
        complaint=(
            "Obrigado por nos dizer. Estamos verificando.",
            "Sentimos muito ler isso. Estamos cuidando disso.",
            "Obrigado por nos avisar. Levamos isso a sério e estamos verificando.",
            "Obrigado pela franqueza. Estamos conversando sobre isso na equipe.",
        ),
        meanwhile=(
            "Obrigado pela paciência.",
            "Ajuda-nos saber disso.",
            "Que bom que você nos escreve.",
        ),
        other=(
            "Obrigado pelo comentário!",
            "Obrigado por estar aqui!",
            "Obrigado por compartilhar isso com a gente!",
        ),
        contact="Você nos encontra aqui: {contact}",
    ),
    formal=Courtesy(
        praise=(
            "Muito obrigado.",
            "Agradecemos as suas gentis palavras.",
            "Ficamos muito felizes em ler a sua mensagem. Obrigado.",
            "Agradecemos o tempo que nos dedicou.",
            "O seu comentário significa muito para nós. Obrigado.",
        ),
        praise_more=(
            "É um prazer contar com a sua presença.",
            "Cordiais saudações de toda a equipe.",
            "Palavras como as suas nos animam.",
        ),
        lead=("Agradecemos a sua pergunta.", "Com prazer:", "Informamos com gosto:"),
        close=(
            "Esperamos que seja útil.",
            "Estamos à disposição se desejar saber mais.",
            "Cordiais saudações.",
        ),
        question=(
            "Agradecemos a sua pergunta. Estamos verificando.",
            "Recebemos a sua pergunta e estamos verificando.",
            "Agradecemos a pergunta. Estamos cuidando disso.",
        ),
        request=(
            "Agradecemos a sua mensagem. Estamos verificando.",
            "Recebemos a sua mensagem e estamos verificando. Obrigado.",
            "Agradecemos por nos escrever. Estamos cuidando disso.",
        ),
        complaint=(
            "Agradecemos o aviso. Levamos isso a sério e estamos verificando.",
            "Lamentamos ler isso. Estamos cuidando disso.",
            "Agradecemos por nos dizer. Estamos verificando.",
            "As suas palavras chegaram até nós. Estamos conversando na equipe.",
        ),
        meanwhile=(
            "Agradecemos a sua paciência.",
            "A sua mensagem é importante para nós.",
            "Ajuda-nos saber disso.",
        ),
        other=(
            "Agradecemos o seu comentário.",
            "Agradecemos por compartilhar a sua opinião conosco.",
            "Agradecemos por nos escrever.",
        ),
        contact="Encontra-nos aqui: {contact}",
    ),
    more_words="""
        o a os as um uma de do da dos das e ou que em no na com para por pelo pela pelas pelos
        muito muita muitos muitas tão tanto tanta nós nos nosso nossa nossos você vocês te ti seu
        sua seus suas é são isso isto esse essa como obrigado obrigada gratos agradecemos
        agradecer felizes feliz contentes alegria prazer carinho coração bom boa bonito bonita
        lindo linda lindas gentil gentis palavras palavra mensagem comentário apoio dia equipe
        equipa todos toda todo abraço saudações bem vindo vinda breve logo aqui ler ouvir saber
        ajuda ajudar informação pergunta resposta aproveite
        """,
)
