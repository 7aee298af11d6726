"""Vietnamese, whose words are written in syllables: what has several is a phrase."""

PRAISE = """
    ngon|tuyệt|đẹp|đỉnh|xịn|tốt|thơm|wow|quào
    cảm|cám ơn; yêu|thích quá|lắm|ghê|quán|shop|chỗ|nơi|món|vị; rất|cực thích; mê quá|lắm|luôn
    mê cà phê; tuyệt vời; tuyệt cú mèo; xinh quá|lắm|ghê|xắn; dễ thương; đáng yêu; thân thiện
    nhiệt tình; chu đáo; vui vẻ; lịch sự; ấm áp|cúng; thoải mái; dễ chịu; chất lượng; tuyệt hảo
    xuất sắc; hoàn hảo; xịn xò; hay quá|lắm; chúc mừng; hài lòng; hạnh phúc; tự hào; ưng ý|quá|lắm
    sẽ|nhất quay lại; sẽ ghé lại; sẽ? ủng hộ; yêu|ưa thích; 10 điểm; 5|năm sao; giỏi quá|lắm
    đáng tiền|thử; số một|1
"""

THINGS = """
    cafe|coffee|trà|bánh|món|nước|kem|phở|bún|menu|vị|mùi|quán|tiệm|shop|chỗ|nơi|góc|phòng|sân
    vườn|nhạc|màu|ly|cốc|áo|váy|giày|sách|trang|video|ảnh|hình|quà|phố|túi
    cà phê; trà sữa|đào; bánh mì|ngọt|kem; sữa chua; món ăn|nước|này; đồ|thức ăn|uống; thực đơn
    hương|mùi vị; cửa|nhà hàng; chỗ ngồi; khách sạn; không gian|khí; âm nhạc; trang trí; thiết kế
    màu sắc; sản phẩm; thương hiệu; bộ sưu tập; ứng dụng; bài hát|đăng; hình ảnh; sự kiện
    trải nghiệm; dịch|phục vụ; nhân viên; đội ngũ; mọi người; bạn bè; thành phố; khu phố; ý tưởng
    món quà; khai trương; sinh nhật; bao bì
"""

SMALL = """
    rất|quá|lắm|ghê|thật|cực|siêu|hơn|nhất|luôn|cũng|và|với|có|là|của|ở|này|đây|đó|kia|mình|tôi|em
    bạn|ad|ạ|nha|nhé|nhe|nè|à|ơi|dạ|vâng|đều|mới|thêm|một|những|các|chiếc|nhiều|hihi|hehe|haha
    thật|thực sự; cực kỳ; vô cùng; luôn luôn; lúc|lần nào; ở đây; các bạn; anh chị; hôm nay|qua
    sáng nay; cuối tuần; lần đầu; mỗi ngày|sáng|lần; mọi thứ đều; như mọi khi; như thường lệ
    xin? chào
"""

ASKING = """
    giờ|lúc|đâu|không|ko|hong|hông|có|là|thì|nào|gì|thế|vậy|ạ|nhỉ|nhé|nha|ơi|cho|hỏi|quán|shop
    tiệm|ad|bạn|mình|em|tôi|được|mở|đóng|đến|từ|và|hay|hoặc|bên|bán|mang|vào|theo|các|ngày|với|ở
    của|này|đang|thứ
    mấy giờ; lúc mấy; khi nào; bao giờ|nhiêu; ở đâu; mở|đóng cửa; hôm nay; ngày mai; chủ nhật
    thứ hai|ba|tư|năm|sáu|bảy; xin? chào; cảm ơn; còn mở; cuối tuần
"""
