"""French: tu in the friendly tone, vous in the formal one."""

from pressroom.agents.courtesy.kit import Courtesy, Kit

KIT = Kit(
    friendly=Courtesy(
        praise=(
            "Merci beaucoup !",
            "Un grand merci !",
            "Quel plaisir de te lire, merci !",
            "Tu illumines notre journée, merci !",
            "Merci pour ces jolis mots !",
            "C’est adorable, merci beaucoup !",
            "Merci d’avoir pris le temps de nous le dire !",
            "Ça nous touche beaucoup, merci !",
        ),
        praise_more=(
            "Ravis de t’avoir parmi nous.",
            "Des mots comme ceux-là nous portent.",
            "À très vite !",
            "Toute l’équipe te salue !",
            "Ça fait plaisir à lire.",
        ),
        lead=(
            "Bonne question !",
            "Merci pour ta question !",
            "Avec plaisir :",
            "Bien sûr :",
            "Voici :",
        ),
        close=(
            "En espérant t’avoir aidé !",
            "À très vite !",
            "Demande-nous si tu veux en savoir plus.",
        ),
        question=(
            "Merci pour ta question ! On regarde ça.",
            "Bonne question ! On se renseigne.",
            "Merci de demander, on se renseigne.",
        ),
        request=(
            "Merci pour ton message. On regarde ça.",
            "Merci de nous écrire. On s’en occupe.",
            "Merci, ton message est bien arrivé et on regarde ça.",
        ),
        complaint=(
            "Merci de nous le dire. On regarde ça.",
            "Désolés de lire cela, on s’en occupe.",
            "Merci de nous prévenir. On prend cela au sérieux et on se renseigne.",
            "Merci pour ta franchise. On en parle dans l’équipe.",
        ),
        meanwhile=(
            "Merci pour ta patience.",
            "Ça nous aide de le savoir.",
            "C’est bien de nous écrire.",
        ),
        other=(
            "Merci pour ton commentaire !",
            "Merci d’être là !",
            "Merci de partager cela avec nous !",
        ),
        contact="Tu nous trouves ici : {contact}",
    ),
    formal=Courtesy(
        praise=(
            "Merci beaucoup.",
            "Nous vous remercions de vos aimables mots.",
            "Nous sommes très heureux de vous lire. Merci.",
            "Merci d’avoir pris le temps de nous écrire.",
            "Votre message nous touche beaucoup. Merci.",
        ),
        praise_more=(
            "C’est un plaisir de vous compter parmi nous.",
            "Toute l’équipe vous salue.",
            "Des messages comme le vôtre nous encouragent.",
        ),
        lead=("Merci pour votre question.", "Avec plaisir :", "Nous vous renseignons volontiers :"),
        close=(
            "En espérant vous avoir aidé.",
            "Nous restons à votre disposition si vous voulez en savoir plus.",
            "Au plaisir de vous voir.",
        ),
        question=(
            "Merci pour votre question. Nous nous renseignons.",
            "Nous avons bien reçu votre question et nous nous renseignons.",
            "Merci de demander. Nous regardons cela.",
        ),
        request=(
            "Merci pour votre message. Nous regardons cela.",
            "Nous avons bien reçu votre message et nous regardons cela. Merci.",
            "Merci de nous écrire. Nous nous en occupons.",
        ),
        complaint=(
            "Merci de nous le signaler. Nous prenons cela au sérieux et nous regardons cela.",
            "Nous sommes désolés de lire cela. Nous nous en occupons.",
            "Nous regrettons de lire cela. Merci de nous le dire ; nous nous renseignons.",
            "Vos mots nous sont parvenus. Nous en parlons dans l’équipe.",
        ),
        meanwhile=(
            "Merci pour votre patience.",
            "Votre message compte pour nous.",
            "Cela nous aide de le savoir.",
        ),
        other=(
            "Merci pour votre commentaire.",
            "Merci de partager votre avis avec nous.",
            "Nous vous remercions de nous écrire.",
        ),
        contact="Vous nous trouvez ici : {contact}",
    ),
    more_words="""
        le la les l un une des de du d et ou à au aux en avec pour par très beaucoup si tant nous
        notre nos vous votre vos tu te t ta ton tes c est ce ces cela ça s il elle on que qui qu
        merci mercis remercions remercier heureux heureuse ravis ravie contents plaisir joie
        touche touchés adorable joli jolis jolie gentil gentils gentille mots mot message
        commentaire soutien coeur cœur journée équipe tous toute tout bienvenue bientôt vite ici
        lire entendre savoir aide aider information infos question voici voilà belle bonne bon
        profite profitez comme ceux là
        """,
)
