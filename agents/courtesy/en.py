"""English."""

from pressroom.agents.courtesy.kit import Courtesy, Kit

KIT = Kit(
    friendly=Courtesy(
        praise=(
            "Thank you so much!",
            "Thanks a lot!",
            "That is lovely to hear, thank you!",
            "You just made our day, thank you!",
            "Thank you for the kind words!",
            "What a nice thing to say, thank you!",
            "Thanks for taking the time to tell us!",
            "That means a lot to us, thank you!",
        ),
        praise_more=(
            "It is good to have you with us.",
            "Words like these keep us going.",
            "We love to hear it.",
            "See you soon!",
            "Greetings from the whole team!",
            "We are happy that you are here.",
        ),
        lead=(
            "Good question!",
            "Thanks for asking!",
            "Happy to help:",
            "Of course:",
            "Here you go:",
        ),
        close=("We hope that helps!", "See you soon!", "Just ask if you would like to know more."),
        question=(
            "Thanks for asking! We are looking into it.",
            "Good question! We are checking this for you.",
            "Thank you for your question. We are finding out.",
            "Thanks for asking, we are on it.",
        ),
        request=(
            "Thank you for your message. We are looking into it.",
            "Thanks for writing to us. We are on it.",
            "Thank you, your message has reached us and we are looking into it.",
        ),
        complaint=(
            "Thank you for telling us. We are looking into it.",
            "We are sorry to hear that, and we are checking this.",
            "Thanks for letting us know. We take this seriously and are on it.",
            "This is hard to read. It helps that you tell us, and we are finding out.",
            "Thanks for being so open. We are talking about it in the team.",
        ),
        meanwhile=(
            "Thank you for your patience.",
            "It helps us to know.",
            "It is good that you write to us.",
        ),
        other=(
            "Thank you for your comment!",
            "Thanks for being here!",
            "Thanks for sharing this with us!",
            "Thank you for your thoughts!",
        ),
        contact="You can reach us here: {contact}",
    ),
    formal=Courtesy(
        praise=(
            "Thank you very much.",
            "Thank you for your kind words.",
            "We are very pleased to read this. Thank you.",
            "Thank you for taking the time to write to us.",
            "Your message means very much to us. Thank you.",
            "We appreciate your kind feedback.",
        ),
        praise_more=(
            "It is a pleasure to have you with us.",
            "We look forward to seeing you again.",
            "Kind regards from the whole team.",
            "Feedback like yours encourages us.",
        ),
        lead=(
            "Thank you for your question.",
            "We are glad to help:",
            "With pleasure:",
            "Thank you for asking.",
        ),
        close=(
            "We hope that this helps.",
            "Please ask if you would like to know more.",
            "We look forward to seeing you.",
        ),
        question=(
            "Thank you for your question. We are looking into it.",
            "Thank you for asking. We are checking this for you.",
            "We have received your question and are finding out.",
        ),
        request=(
            "Thank you for your message. We are looking into it.",
            "We have received your message and are looking into it. Thank you.",
            "Thank you for writing to us. We are attending to it.",
        ),
        complaint=(
            "Thank you for letting us know. We take this seriously and are looking into it.",
            "We are sorry to read this. We are checking it.",
            "We regret to read this. Thank you for telling us; we are attending to it.",
            "Your words have reached us. Our team is talking about it.",
        ),
        meanwhile=(
            "Thank you for your patience.",
            "We value your message.",
            "It helps us to know this.",
        ),
        other=(
            "Thank you for your comment.",
            "Thank you for sharing your thoughts with us.",
            "We appreciate that you write to us.",
        ),
        contact="You can reach us here: {contact}",
    ),
    more_words="""
        we re our ours us you your yours the a an to for and of so very really much truly such too
        glad happy delighted thrilled pleased love loved loving enjoy enjoyed hear hearing read
        reading words word kind kindly lovely nice great wonderful sweet support supporting
        feedback compliment message comment comments means meant lot everything day moment smile
        smiles team everyone all whole thank thanks thankful appreciate appreciated grateful
        welcome back soon again see seeing hope hoping wishes warm warmest here there with from it
        is are was been have has had that this these like help helps information
        info know let answer question
        """,
)
