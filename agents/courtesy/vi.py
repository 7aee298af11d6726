"""Vietnamese: bạn in the friendly tone, quý khách in the formal one."""

from pressroom.agents.courtesy.kit import Courtesy, Kit

KIT = Kit(
    friendly=Courtesy(
        praise=(
            "Cảm ơn bạn rất nhiều!",
            "Cảm ơn bạn nhé!",
            "Thật vui khi đọc lời bạn viết, cảm ơn bạn!",
            "Bạn làm chúng mình vui cả ngày, cảm ơn bạn!",
            "Cảm ơn những lời dễ thương của bạn!",
            "Dễ thương quá, cảm ơn bạn nhiều!",
            "Cảm ơn bạn đã chia sẻ với chúng mình!",
            "Lời bạn viết rất có ý nghĩa với chúng mình, cảm ơn bạn!",
        ),
        praise_more=(
            "Rất vui vì có bạn ở đây.",
            "Những lời như vậy tiếp thêm năng lượng cho chúng mình.",
            "Hẹn sớm gặp bạn!",
            "Cả đội gửi lời chào bạn!",
        ),
        lead=("Câu hỏi hay quá!", "Cảm ơn bạn đã hỏi!", "Thông tin cho bạn đây:", "Dạ:"),
        close=("Mong là giúp được bạn!", "Hẹn sớm gặp bạn!", "Bạn muốn biết thêm thì cứ hỏi nhé."),
        question=(
            "Cảm ơn bạn đã hỏi! Chúng mình đang xem.",
            "Câu hỏi hay quá! Chúng mình đang kiểm tra.",
            "Cảm ơn câu hỏi của bạn. Chúng mình đang tìm hiểu.",
        ),
        request=(
            "Cảm ơn tin nhắn của bạn. Chúng mình đang xem.",
            "Cảm ơn bạn đã viết cho chúng mình. Chúng mình đang xem.",
            "Cảm ơn bạn, chúng mình đã nhận được tin và đang kiểm tra.",
        ),
        complaint=(
            "Cảm ơn bạn đã cho chúng mình biết. Chúng mình đang xem.",
            "Chúng mình rất tiếc khi đọc điều này. Chúng mình đang kiểm tra.",
            "Cảm ơn bạn đã báo. Chúng mình coi trọng việc này và đang tìm hiểu.",
            "Cảm ơn bạn đã thẳng thắn. Cả đội đang bàn về việc này.",
        ),
        meanwhile=(
            "Cảm ơn bạn đã kiên nhẫn.",
            "Biết được điều này rất có ích cho chúng mình.",
            "Thật tốt khi bạn viết cho chúng mình.",
        ),
        other=(
            "Cảm ơn bình luận của bạn!",
            "Cảm ơn bạn đã ở đây!",
            "Cảm ơn bạn đã chia sẻ điều này!",
        ),
        contact="Bạn có thể liên hệ tại đây: {contact}",
    ),
    formal=Courtesy(
        praise=(
            "Chúng tôi xin cảm ơn quý khách.",
            "Cảm ơn những lời tốt đẹp của quý khách.",
            "Chúng tôi rất vui khi đọc lời của quý khách. Xin cảm ơn.",
            "Cảm ơn quý khách đã dành thời gian viết cho chúng tôi.",
            "Lời của quý khách rất có ý nghĩa với chúng tôi. Xin cảm ơn.",
        ),
        praise_more=(
            "Rất hân hạnh có quý khách ở đây.",
            "Cả đội xin gửi lời chào trân trọng.",
            "Những lời như vậy khích lệ chúng tôi.",
        ),
        lead=(
            "Cảm ơn câu hỏi của quý khách.",
            "Xin gửi quý khách thông tin:",
            "Dạ, thưa quý khách:",
        ),
        close=(
            "Mong thông tin này có ích cho quý khách.",
            "Quý khách muốn biết thêm xin cứ hỏi.",
            "Trân trọng.",
        ),
        question=(
            "Cảm ơn câu hỏi của quý khách. Chúng tôi đang kiểm tra.",
            "Chúng tôi đã nhận được câu hỏi và đang tìm hiểu.",
            "Cảm ơn quý khách đã hỏi. Chúng tôi đang xem.",
        ),
        request=(
            "Cảm ơn tin nhắn của quý khách. Chúng tôi đang kiểm tra.",
            "Chúng tôi đã nhận được tin nhắn và đang xem. Xin cảm ơn quý khách.",
            "Cảm ơn quý khách đã viết cho chúng tôi. Chúng tôi đang xem.",
        ),
        complaint=(
            "Cảm ơn quý khách đã báo. Chúng tôi coi trọng việc này và đang kiểm tra.",
            "Chúng tôi rất tiếc khi đọc điều này. Chúng tôi đang tìm hiểu.",
            "Cảm ơn quý khách đã cho chúng tôi biết. Chúng tôi đang xem.",
            "Lời của quý khách đã đến với chúng tôi. Cả đội đang bàn về việc này.",
        ),
        meanwhile=(
            "Cảm ơn quý khách đã kiên nhẫn.",
            "Lời của quý khách rất quan trọng với chúng tôi.",
            "Biết được điều này rất có ích cho chúng tôi.",
        ),
        other=(
            "Cảm ơn bình luận của quý khách.",
            "Cảm ơn quý khách đã chia sẻ với chúng tôi.",
            "Xin cảm ơn quý khách đã viết cho chúng tôi.",
        ),
        contact="Quý khách có thể liên hệ tại đây: {contact}",
    ),
    more_words="""
        rất nhiều vui mừng hạnh phúc yêu thương quý mến cảm ơn cám lời chúc tốt đẹp dễ thương ủng
        hộ đồng hành cả đội ngũ mọi người và của cho với khi đã đang ở đây này những cũng luôn
        thật quá lắm nhé ạ tụi mình chúng ta tôi bạn quý khách anh chị gặp lại sớm ngày đọc nghe
        biết giúp thông tin câu hỏi trả chào
        """,
)
