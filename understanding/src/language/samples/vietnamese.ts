// Written for the project: what Vietnamese customers type, with and without marks. Trains the language detector, nothing else.
export const vietnamese = `chào shop, đơn hàng của mình đâu rồi?
tôi muốn trả lại sản phẩm này
hàng vẫn chưa tới
bao lâu thì nhận được hàng?
shop gửi nhầm size rồi
cho mình gặp nhân viên
mình đổi địa chỉ giao hàng được không?
mã giảm giá không dùng được
cho em hỏi chút ạ
áo này còn màu xanh không?
mình thanh toán rồi mà không thấy gì
tôi muốn hủy đơn
chờ hai tuần rồi không ai trả lời
khi nào thì hoàn tiền?
hàng bị vỡ rồi
cảm ơn shop nhiều
làm ăn chán quá, không mua nữa
có giao ra Hà Nội không?
em quên mật khẩu
gửi cho mình hóa đơn với
giày chật quá
ngày mai còn hàng không?
sao trừ tiền hai lần vậy?
mã vận đơn là gì?
chúc shop buổi tối vui vẻ
shipper bảo không có ai ở nhà
có trả góp được không?
trong hộp thiếu một món
còn màu khác không bạn?
hôm nay trời lạnh quá
đặt báo thức lúc bảy giờ sáng
cuối tuần này có mưa không?
nhắc tôi gọi cho mẹ
mình rất hài lòng
không phải cái mình đặt
bây giờ phải làm sao?
vâng, đúng rồi
không sao đâu
thôi để lần sau
mong là tới trước Tết
gọi hoài không ai bắt máy
đẹp lắm, thích quá
dịch vụ tệ thật
ứng dụng bị lỗi
tới cửa hàng lấy được không?
anh mình cũng mua một cái
hôm qua nhắn mà chưa thấy trả lời
không mở được đường dẫn
đổi sau ba mươi ngày có được không?
quên ghi số nhà
có bảo hành không?
không có gì, hỏi thôi
ok vậy nhé
cuối năm có khuyến mãi không?
to hơn mình nghĩ
tài khoản của tôi bị lỗi
chưa bao giờ thấy như vậy
tạm biệt
mua thêm đôi tất nữa
đặt bàn cho bốn người tối nay
mở nhạc đi
don hang cua minh dau roi
bao gio thi giao hang vay shop
minh muon tra hang
cho minh hoi gia bao nhieu
sao chua thay ai tra loi
cam on shop nhieu nha
khong nhan duoc hang
co mau khac khong ban`
