"""Vietnamese, whose words are written in syllables."""

CLASSES = {
    "kid": "con|bé|cháu|trẻ|nhỏ",
    "minor": "3|4|5|6|7|8|9|10|11|12|13|14|15|16|17",
    "laugh": "lol|haha|hahaha|hihi|kk|kkk|cười|hehe",
}

_UNACCENTED = """
    toi khong cua quan nguoi duoc nhung cung minh truoc ngoai uong ngon rat muon chung nhieu luon
    biet vay giao tiem banh roi khi sau nua
"""
UNACCENTED = frozenset(_UNACCENTED.split())
"""Common words as people type them without accents: two of them tell the language."""

GRAVE = {
    "injury": """
        áp xe; kháng sinh; gây mê; hen; băng bó; sinh thiết; co giật; mất nước; viêm; chẩn đoán
        chóng mặt; phù nề; động kinh; sốt; ảo giác; viêm gan; thoát vị; nhiễm trùng; hạ thân nhiệt
        viêm màng; đau nửa đầu; hoại tử; thuốc giảm đau; hồi hộp tim; tê liệt; ký sinh trùng
        viêm phổi; mủ; lở loét; loét; uốn ván; ghép tạng; chấn động; phóng xạ; thủy ngân
        thuốc trừ sâu
        tay|chân|mặt|môi|lưỡi|miệng|da|mắt|họng|đầu|bụng|răng & bỏng|phỏng|đứt|rách|gãy|chảy|sưng
        tay|chân|mặt|môi|lưỡi|miệng|da|mắt|họng|đầu|bụng|răng & rát|nổi|mẩn|ngứa|thương|mẻ|bầm
        chó|mèo & chết|ốm|nôn|ói|ngộ|bệnh; nguy hiểm; sốt cao; triệu chứng; bầm tím; bong gân
        bó bột; hen suyễn; tác dụng phụ; huyết áp; rò gas; mốc; dòi; con gián; gián trong; chuột
        giòi; thịt sống; ôi thiu; hết hạn; quá hạn; rơi ~ trúng|đầu; sập; thang máy ~ rơi
        bị đâm|tông|cán; không qua khỏi; không còn nữa; đau ~ ngực|bụng|đầu ~ từ|sau; sắc nhọn
        mảnh nhựa|nhôm|xương; ngứa; chết; nạn nhân; tử vong; qua đời; thiệt mạng; mất mạng; bỏ mạng
        tử nạn; hy sinh; án mạng; giết; sát hại; giết người; đám tang|ma; chia buồn; an nghỉ
        thi thể; xác chết; nhập viện; bệnh viện; cấp cứu; đi viện; vào viện; nằm viện; phòng cấp cứu
        xe cứu thương; hồi sức; phẫu thuật; khâu ~ mũi; bất tỉnh; ngất; ngất xỉu; hôn mê; đột quỵ
        nhồi máu; đau tim; bị thương; chấn thương; thương tích; vết thương; chảy máu; máu
        xuất huyết; gãy ~ tay|chân|răng|xương|mũi; mẻ|sứt răng; bỏng; phỏng; đứt tay
        rách môi|tay|miệng; hóc; nghẹn; ngạt; nghẹt thở; khó thở; không thở; đuối nước
        sưng ~ môi|mặt|họng|mắt|lưỡi; dị ứng; sốc phản vệ; phản vệ; nổi mẩn; mẩn đỏ; phát ban
        ngộ độc; trúng độc; đầu độc; chất độc; độc hại; thuốc độc; nhiễm khuẩn; nhiễm độc
        khuẩn salmonella; vi khuẩn; khí co; nôn; ói; nôn mửa; tiêu chảy; đau bụng; buồn nôn
        sảy thai; mất con; điện giật; giật điện; phát nổ; nổ; cháy nhà; bốc cháy; hỏa hoạn; cháy nổ
        mảnh kính|thủy|chai|sắt|kim; thủy tinh ~ trong; trong ~ thủy tinh; đinh ~ trong; kim ~ trong
        dao lam; nuốt ~ pin|nút|nam; tai nạn; xe tông|đụng; té|ngã ~ cầu|sàn|bậc|trơn; trượt ngã
        đau ngực; đau dữ; để lại sẹo; mù mắt; mất ngón|mắt; liệt; ung thư; khối u; quá liều
        hiếp dâm; cưỡng hiếp; xâm hại; quấy rối; sàm sỡ; lạm dụng; hành hung; đánh đập; bị đánh
        đâm ~ dao; bị đâm; bắn; nổ súng; nguy hiểm tính mạng; bác sĩ ~ nói|bảo
        """,
    "threat": """
        sẽ|phải|muốn ~ giết|đốt|đập|chém|bắn|đâm|xử; tao ~ giết|đốt|đập|chém|bắn|đâm
        đốt ~ quán|nhà|cửa|tiệm; đặt bom; bom; dọa giết; chém chết; biết nhà; biết ~ ở đâu
        coi chừng; liệu hồn; khủng bố; cho nổ; mang dao|súng; đồ chết; chết đi|mẹ
        """,
    "legal": """
        luật sư; làm đơn; đơn tố; quảng cáo sai; lương ~ không trả|nợ; không ~ phép ~ tôi|mình
        nhờ pháp luật; kiện; khởi kiện; đưa ra tòa; ra tòa; tòa án; toà án; ra toà; pháp lý
        pháp luật; kiện cáo; vụ kiện; công an; cảnh sát; tố cáo; trình báo; báo công; khởi tố
        hình sự; phạm pháp; bất hợp pháp; trái luật|pháp; vi phạm pháp|bản|hợp; lừa đảo; gian lận
        bồi thường; bản quyền; đạo nhái; vu khống; phỉ báng; tội phạm; hối lộ; tống tiền; thẩm phán
        viện kiểm; đơn kiện; quyền lợi ~ pháp
        """,
    "press": """
        phóng viên; nhà báo; ký giả; tòa soạn; toà soạn; biên tập; báo chí; đài truyền; truyền hình
        phỏng vấn; người phát ngôn; phát ngôn viên; họp báo; bài báo; viết bài; phóng sự; đưa tin
        bài điều tra; vtv|vnexpress; báo tuổi|thanh|lao|dân
        """,
    "minors": """
        bé|trẻ|cháu & rượu|bia|thuốc|lạc|ngã|té|bỏng|hóc|nuốt|khóc|sợ|quấy|sờ|chụp|đánh|nguy
        <minor> tuổi & rượu|bia|thuốc|casino|bán|mua|làm; vị thành niên
        trẻ em ~ lạm|lao|bóc|xâm|nguy|rượu|bia|thuốc; lao động trẻ; ấu dâm; xâm hại trẻ
        chưa đủ tuổi; dưới 18; chưa 18; em|mình|tôi|con|cháu mới? <minor> tuổi; học lớp <number>
        thẻ ~ của? mẹ|ba|bố; tiền ~ mẹ|ba|bố; không cho ba|bố|mẹ biết; bán ~ cho trẻ|học
        <kid> ~~ hóc|nghẹn|bỏng|phỏng|nuốt|nhập|cấp|dị|ngộ|nôn|ói|chảy|ngất
        <kid> ~~ bị ~ đánh|sờ|xâm|quấy|bắt|mất|thương
        ảnh|hình|video ~ con|cháu|bé ~~ không|xin|phép|gỡ|xóa|xoá; nguy hiểm cho trẻ|bé
        sờ|đánh|quấy ~ bé|trẻ|con; rượu|bia|thuốc ~~ trẻ|học
        """,
    "self-harm": """
        tự tử; tự sát; tự vẫn; tự hại; muốn chết; không muốn sống; chán sống; hết muốn sống
        kết thúc cuộc|cuộc đời|tất; rạch tay; cắt tay ~ mình; nhảy lầu|cầu; uống thuốc ngủ|sâu
        không còn ~ sống; sống ~ làm gì; vĩnh biệt; chết cho; chết quách; biến mất mãi; trầm cảm
        không ai ~ nhớ; đi chết
        """,
    "discrimination": """
        chỉ ~ người ~ da|nước|dân; từ chối ~ phục ~ vì; đối xử ~ vì; xe lăn ~ không|bậc; mọi rợ
        khinh thường; coi thường; phân biệt; kỳ thị; kì thị; chủng tộc
        phân biệt giới|chủng|vùng|đối; ghét ~ người|đồng; khuyết tật; xe lăn
        đồng tính ~ không|đuổi|chê|bị|vì; vì ~ là ~ da|người|nữ|đồng|dân; da màu; da đen; miệt thị
        trọng nam; khinh ~ người|nghèo|dân; đuổi việc ~ thai|bầu; xúc phạm
        """,
    "data-breach": """
        thông tin|dữ liệu|tài khoản|mật khẩu|thẻ|email|số điện & lộ|rò|hack|đánh cắp|bán|chiếm
        thông tin ~ bị? lộ|rò|rỉ|bán|phát tán; dữ liệu ~ lộ|rò|bán; thẻ ~ bị? lộ|hack|trừ|đánh
        tài khoản ~ bị ~ chiếm|hack|mất|khóa; riêng tư; rò rỉ; lộ ~ thông|dữ|số|mật; dữ liệu cá
        thông tin cá; bị hack; hack; hacker; đánh cắp; mất tài khoản; chiếm ~ tài; xâm nhập
        bán ~ thông|dữ|số; bảo mật ~ lỗi|kém|thông; mật khẩu ~ lộ|mất|đánh; thông tin ~ khách ~ khác
        đơn hàng ~ người khác; địa chỉ ~ người khác; trừ tiền ~ không|lạ; mạo danh; giả mạo
        """,
    "regulator": """
        báo|khiếu nại|tố cáo|gửi đơn ~ cục|sở|chi cục|ủy ban|cơ quan|thanh tra|quản lý
        cục ~ an|quản|vệ|cạnh|thuế; an toàn thực phẩm; vệ sinh an|thực; quản lý thị
        bảo vệ người|quyền; hội bảo; thanh tra; sở y|công|lao; bộ y|công|lao; chi cục
        cơ quan chức|quản|nhà|có; chính quyền; trốn thuế; thu hồi ~ sản|lô|thuốc; quảng cáo sai
        khiếu nại lên|đến|tới; tố lên; đoàn kiểm tra; ban quản lý
        """,
    "doxxing": """
        số ~ điện|của|đt ~ tôi|mình|nó|anh|chị; sdt|sđt|đt ~ <number>; nhà ~ ở số|đường|hẻm|ngõ
        địa chỉ nhà; địa chỉ ~ của ~ nó|anh|chị|ông|bà; sống|ở tại số|đường; gọi ~ số <number>
        cmnd|cccd; số tài khoản; stk; căn cước; hộ chiếu; tên thật; biết nhà ~ nó|ông|bà|anh|chị
        biển số
        """,
}

HARMLESS = """
    ngon|rẻ|đẹp|vui|cute|mê|thích|yêu|thơm|đỉnh|xinh|dễ|ghiền chết; chết đi được
    cười chết|xỉu|ngất|ói|muốn; chết cười|mê|mệt|vì; chết ~ <laugh>; <laugh> ~ chết; mê chết|muốn
    thèm chết|muốn; rẻ|ngon|đẹp|xinh|cute muốn xỉu|ngất|chết; chết luôn ~ mua|mê; sự kiện; điều kiện
    phụ kiện; bưu kiện; kiện hàng; linh kiện; kiện toàn; dữ kiện; văn kiện; ý kiến; bom tấn
    nổ hũ|đơn|mắt; bùng nổ; máu lửa|mặt; chảy nước; đỉnh nóc; pháo nổ; đậu nành; chết giả|máy|pin
    pin|máy ~ chết; đau tim vì; xỉu up; bắn tim; ngất ngây; bánh mì bò; nghẹn ngào
    đẹp|ngon|đỉnh|hay|giá nổ; no nê; nói không; ở đâu ~ bán; con tôi rất|thích
    độc đáo|lạ|quyền|lập|giả|thân; sờ mượt; hack tuổi|dáng|não|chân; giao hàng ~ bảo
"""
