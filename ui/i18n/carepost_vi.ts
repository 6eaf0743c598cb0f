<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>Trở lại</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>The provider asks: may we measure your oxygen?</source>
        <translation>Bác sĩ hỏi: chúng tôi đo oxy của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood pressure?</source>
        <translation>Bác sĩ hỏi: chúng tôi đo huyết áp của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we take your temperature?</source>
        <translation>Bác sĩ hỏi: chúng tôi đo nhiệt độ của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we weigh you?</source>
        <translation>Bác sĩ hỏi: chúng tôi cân quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your blood sugar?</source>
        <translation>Bác sĩ hỏi: chúng tôi đo đường huyết của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we measure your heart rate?</source>
        <translation>Bác sĩ hỏi: chúng tôi đo nhịp tim của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks the staff here to count your breaths. Is that all right?</source>
        <translation>Bác sĩ nhờ nhân viên ở đây đếm nhịp thở của quý vị. Quý vị đồng ý không?</translation>
    </message>
    <message>
        <source>The provider asks the staff here how awake you are. Is that all right?</source>
        <translation>Bác sĩ hỏi nhân viên ở đây xem quý vị tỉnh táo đến đâu. Quý vị đồng ý không?</translation>
    </message>
    <message>
        <source>The provider asks the staff here if you get oxygen. Is that all right?</source>
        <translation>Bác sĩ hỏi nhân viên ở đây xem quý vị có đang thở oxy không. Quý vị đồng ý không?</translation>
    </message>
    <message>
        <source>The provider asks the staff here about your pain. Is that all right?</source>
        <translation>Bác sĩ hỏi nhân viên ở đây về cơn đau của quý vị. Quý vị đồng ý không?</translation>
    </message>
    <message>
        <source>The provider asks the staff here to measure how tall you are. Is that all right?</source>
        <translation>Bác sĩ nhờ nhân viên ở đây đo chiều cao của quý vị. Quý vị đồng ý không?</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your skin?</source>
        <translation>Bác sĩ hỏi: chúng tôi chụp ảnh da của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your wound?</source>
        <translation>Bác sĩ hỏi: chúng tôi chụp ảnh vết thương của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your eye?</source>
        <translation>Bác sĩ hỏi: chúng tôi chụp ảnh mắt của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we take a picture of your throat?</source>
        <translation>Bác sĩ hỏi: chúng tôi chụp ảnh cổ họng của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we film your face for a short time?</source>
        <translation>Bác sĩ hỏi: chúng tôi quay phim mặt quý vị một lúc ngắn được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we film your eyes for a short time?</source>
        <translation>Bác sĩ hỏi: chúng tôi quay phim mắt quý vị một lúc ngắn được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we film your hands for a short time?</source>
        <translation>Bác sĩ hỏi: chúng tôi quay phim bàn tay quý vị một lúc ngắn được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we film how you breathe?</source>
        <translation>Bác sĩ hỏi: chúng tôi quay phim quý vị thở được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we film how you walk?</source>
        <translation>Bác sĩ hỏi: chúng tôi quay phim quý vị đi được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we record the sound of your heart?</source>
        <translation>Bác sĩ hỏi: chúng tôi ghi âm tiếng tim của quý vị được không?</translation>
    </message>
    <message>
        <source>The provider asks: may we record the sound of your lungs?</source>
        <translation>Bác sĩ hỏi: chúng tôi ghi âm tiếng phổi của quý vị được không?</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Bác sĩ</translation>
    </message>
    <message>
        <source>Your plan is ready. You see it after the call.</source>
        <translation>Kế hoạch của quý vị đã xong. Quý vị sẽ thấy nó sau cuộc gọi.</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>bác sĩ</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>bác sĩ chuyên khoa</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>thông dịch viên</translation>
    </message>
    <message>
        <source>family or friend</source>
        <translation>người nhà hoặc bạn bè</translation>
    </message>
    <message>
        <source>student</source>
        <translation>sinh viên</translation>
    </message>
    <message>
        <source>writes what is said</source>
        <translation>người ghi lời nói</translation>
    </message>
    <message>
        <source>%1 (%2) wants to join this call. Is that all right?</source>
        <translation>%1 (%2) muốn vào cuộc gọi này. Quý vị đồng ý không?</translation>
    </message>
    <message>
        <source>They will see and hear you. You can ask them to leave at any time.</source>
        <translation>Họ sẽ thấy và nghe quý vị. Quý vị có thể mời họ ra bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>They see and hear you and write what is said, for you to read. You can ask them to leave.</source>
        <translation>Họ thấy và nghe quý vị, và ghi lời nói ra chữ cho quý vị đọc. Quý vị có thể mời họ ra.</translation>
    </message>
    <message>
        <source>May %1 also see the pictures and hear the sounds of this visit?</source>
        <translation>%1 cũng được xem ảnh và nghe âm thanh của lần khám này không?</translation>
    </message>
    <message>
        <source>Only while this call goes on. They do not see your answers or readings.</source>
        <translation>Chỉ trong lúc gọi. Họ không thấy câu trả lời hay số đo của quý vị.</translation>
    </message>
    <message>
        <source>%1 wrote to you.</source>
        <translation>%1 đã viết cho quý vị.</translation>
    </message>
    <message>
        <source>The picture starts again. Please stay.</source>
        <translation>Hình đang bật lại. Xin quý vị ở lại.</translation>
    </message>
    <message>
        <source>We could not make sure who is on the line, so we stopped. Please end the call.</source>
        <translation>Chúng tôi không biết chắc ai đang ở đầu dây, nên đã ngừng. Xin kết thúc cuộc gọi.</translation>
    </message>
    <message>
        <source>The call starts.</source>
        <translation>Cuộc gọi bắt đầu.</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again. You can write, or end the call.</source>
        <translation>Mất kết nối. Chúng tôi đang gọi lại. Quý vị có thể viết, hoặc kết thúc cuộc gọi.</translation>
    </message>
    <message>
        <source>The line to the center is down. You can go on talking.</source>
        <translation>Mất đường dây với trung tâm. Quý vị cứ nói chuyện tiếp.</translation>
    </message>
    <message>
        <source>The line is weak. The picture is smaller now.</source>
        <translation>Đường truyền yếu. Hình bây giờ nhỏ hơn.</translation>
    </message>
    <message>
        <source>The line is weak. The picture moves less now.</source>
        <translation>Đường truyền yếu. Hình bây giờ ít chuyển động hơn.</translation>
    </message>
    <message>
        <source>The line is weak. The picture stands still. You can go on talking.</source>
        <translation>Đường truyền yếu. Hình đứng yên. Quý vị cứ nói chuyện tiếp.</translation>
    </message>
    <message>
        <source>The line is too weak for pictures. You can go on talking.</source>
        <translation>Đường truyền quá yếu cho hình. Quý vị cứ nói chuyện tiếp.</translation>
    </message>
    <message>
        <source>The line is too weak for sound. Please write to each other.</source>
        <translation>Đường truyền quá yếu cho tiếng. Xin viết cho nhau.</translation>
    </message>
    <message>
        <source>The line is weak. They see you smaller now.</source>
        <translation>Đường truyền yếu. Họ thấy quý vị nhỏ hơn.</translation>
    </message>
    <message>
        <source>The line is weak. They see you move less now.</source>
        <translation>Đường truyền yếu. Họ thấy quý vị ít chuyển động hơn.</translation>
    </message>
    <message>
        <source>The line is weak. They see a still picture of you. They hear you.</source>
        <translation>Đường truyền yếu. Họ thấy hình đứng yên của quý vị. Họ vẫn nghe quý vị.</translation>
    </message>
    <message>
        <source>The line is too weak for your picture. They hear you.</source>
        <translation>Đường truyền quá yếu cho hình của quý vị. Họ vẫn nghe quý vị.</translation>
    </message>
    <message>
        <source>The line is too weak for your voice. Please write to them.</source>
        <translation>Đường truyền quá yếu cho tiếng của quý vị. Xin viết cho họ.</translation>
    </message>
</context>
<context>
    <name>CallCaptions</name>
    <message>
        <source>Read what was said before</source>
        <translation>Đọc lại những gì đã nói</translation>
    </message>
    <message>
        <source>On to what is said now</source>
        <translation>Tới lời đang nói</translation>
    </message>
</context>
<context>
    <name>CallCards</name>
    <message>
        <source>Quieter</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 trên %2</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lớn hơn</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Ask %1 to leave the call?</source>
        <translation>Mời %1 ra khỏi cuộc gọi?</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>not reliable</source>
        <translation>không chắc</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>Câu trả lời của tôi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>NGỪNG</translation>
    </message>
</context>
<context>
    <name>CallPictures</name>
    <message>
        <source>The picture comes in a moment.</source>
        <translation>Hình sẽ hiện ra trong giây lát.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 và %2 người nữa</translation>
    </message>
    <message>
        <source>Ask %1 to leave</source>
        <translation>Mời %1 ra</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>You</source>
        <translation>Quý vị</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 đang viết</translation>
    </message>
    <message>
        <source>Write to the provider. They see each letter as you type.</source>
        <translation>Viết cho bác sĩ. Họ thấy từng chữ khi quý vị gõ.</translation>
    </message>
    <message>
        <source>Write to the provider</source>
        <translation>Viết cho bác sĩ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
</context>
<context>
    <name>CallTools</name>
    <message>
        <source>not reliable</source>
        <translation>không chắc</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Tắt tiếng</translation>
    </message>
    <message>
        <source>Speak again</source>
        <translation>Nói tiếp</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>Tắt máy quay</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>Bật máy quay</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Âm lượng</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>My answers</source>
        <translation>Câu trả lời của tôi</translation>
    </message>
    <message>
        <source>Close text</source>
        <translation>Đóng phần chữ</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Viết</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>Gọi người giúp</translation>
    </message>
    <message>
        <source>End call</source>
        <translation>Kết thúc</translation>
    </message>
</context>
<context>
    <name>CameraLight</name>
    <message>
        <source>Camera and microphone are on</source>
        <translation>Máy quay và micrô đang bật</translation>
    </message>
    <message>
        <source>The camera is on</source>
        <translation>Máy quay đang bật</translation>
    </message>
    <message>
        <source>The microphone is on</source>
        <translation>Micrô đang bật</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Đang bật</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Please wipe the station for the next person.</source>
        <translation>Xin lau trạm cho người kế tiếp.</translation>
    </message>
    <message>
        <source>Use a wipe. Do all three.</source>
        <translation>Dùng khăn lau. Lau cả ba.</translation>
    </message>
    <message>
        <source>1. The cuff</source>
        <translation>1. Băng đo huyết áp</translation>
    </message>
    <message>
        <source>2. The finger clip</source>
        <translation>2. Kẹp ngón tay</translation>
    </message>
    <message>
        <source>3. This screen</source>
        <translation>3. Màn hình này</translation>
    </message>
    <message>
        <source>Need help now? Touch here.</source>
        <translation>Cần giúp ngay? Chạm vào đây.</translation>
    </message>
    <message>
        <source>Yes, I need help now</source>
        <translation>Có, tôi cần giúp ngay</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>Trường hợp khẩn cấp, gọi %1.</translation>
    </message>
    <message>
        <source>Touch is off, so that you can wipe: %1 s</source>
        <translation>Màn hình không nhận chạm để quý vị lau: %1 s</translation>
    </message>
    <message>
        <source>It is clean</source>
        <translation>Đã sạch</translation>
    </message>
    <message>
        <source>There are no wipes</source>
        <translation>Không có khăn lau</translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message>
        <source>Count again</source>
        <translation>Đếm lại</translation>
    </message>
    <message>
        <source>Breath</source>
        <translation>Hơi thở</translation>
    </message>
</context>
<context>
    <name>CuffMeasure</name>
    <message>
        <source>Reading %1</source>
        <translation>Số đo %1</translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation>Số đo vừa rồi: %1</translation>
    </message>
    <message>
        <source>mmHg in the cuff</source>
        <translation>mmHg trong băng đo</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>NGỪNG</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>To stop the cuff, press its own button again.</source>
        <translation>Để ngừng băng đo, nhấn lại nút của nó.</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>Skip this measurement</source>
        <translation>Bỏ qua lần đo này</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>A provider has seen your alarm at %1.</source>
        <translation>Bác sĩ đã thấy báo động của quý vị lúc %1.</translation>
    </message>
    <message>
        <source>A person here has seen your alarm at %1.</source>
        <translation>Một người ở đây đã thấy báo động của quý vị lúc %1.</translation>
    </message>
    <message>
        <source>Somebody has seen your alarm at %1.</source>
        <translation>Có người đã thấy báo động của quý vị lúc %1.</translation>
    </message>
    <message>
        <source>Alarm sent %1 min ago. No answer yet.</source>
        <translation>Đã gửi báo động %1 phút trước. Chưa có ai trả lời.</translation>
    </message>
    <message>
        <source>Alarm raised %1 min ago. It has not reached anybody yet.</source>
        <translation>Đã báo động %1 phút trước. Chưa tới được ai.</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>Chúng tôi đang tìm bác sĩ.</translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation>Lúc này không có bác sĩ nào trả lời được.</translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation>Chúng tôi không liên lạc được với bác sĩ: không có kết nối.</translation>
    </message>
    <message>
        <source>Talk to a provider now</source>
        <translation>Nói chuyện với bác sĩ ngay</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <translation>Tiếp tục lần khám</translation>
    </message>
    <message>
        <source>I touched that by mistake</source>
        <translation>Tôi chạm nhầm</translation>
    </message>
    <message>
        <source>You are not alone.</source>
        <translation>Quý vị không đơn độc.</translation>
    </message>
    <message>
        <source>This may be an emergency.</source>
        <translation>Đây có thể là trường hợp khẩn cấp.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Gọi %1</translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation>Quý vị đang ở: %1</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Bước %1 trên %2: %3</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Ngôn ngữ khác</translation>
    </message>
    <message>
        <source>Size of the letters: %1 of %2</source>
        <translation>Cỡ chữ: %1 trên %2</translation>
    </message>
    <message>
        <source>Strong contrast</source>
        <translation>Tương phản mạnh</translation>
    </message>
    <message>
        <source>Volume: %1 of %2</source>
        <translation>Âm lượng: %1 trên %2</translation>
    </message>
    <message>
        <source>Volume and voice: %1 of %2</source>
        <translation>Âm lượng và giọng đọc: %1 trên %2</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Rời đi</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave: end your visit</source>
        <translation>Rời đi: kết thúc lần khám</translation>
    </message>
    <message>
        <source>Sign out: end your round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lớn hơn</translation>
    </message>
    <message>
        <source>Read the screen aloud</source>
        <translation>Đọc to màn hình</translation>
    </message>
    <message>
        <source>Hide the screen while it reads</source>
        <translation>Che màn hình khi đọc</translation>
    </message>
    <message>
        <source>Let nothing move</source>
        <translation>Không để gì chuyển động</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>We are saving your answers.</source>
        <translation>Chúng tôi đang lưu câu trả lời của quý vị.</translation>
    </message>
    <message>
        <source>We could not save everything yet. We keep trying.</source>
        <translation>Chúng tôi chưa lưu được hết. Chúng tôi tiếp tục thử.</translation>
    </message>
    <message>
        <source>The station&apos;s memory is full. Please get a person. Measuring still works.</source>
        <translation>Bộ nhớ của trạm đã đầy. Xin gọi người giúp. Vẫn đo được.</translation>
    </message>
    <message>
        <source>They are saved here, locked. A part must be fetched by a person.</source>
        <translation>Đã lưu ở đây, có khóa. Một phần phải có người đến lấy.</translation>
    </message>
    <message>
        <source>They are saved here, locked, and will be sent.</source>
        <translation>Đã lưu ở đây, có khóa, và sẽ được gửi.</translation>
    </message>
    <message>
        <source>They are saved and sent.</source>
        <translation>Đã lưu và đã gửi.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>space</source>
        <translation>cách</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>Chữ hoa</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>Số và dấu</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Chữ</translation>
    </message>
    <message>
        <source>Letters of another language</source>
        <translation>Chữ của ngôn ngữ khác</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>A thermometer under the tongue, lips closed</source>
        <translation>Nhiệt kế dưới lưỡi, môi ngậm kín</translation>
    </message>
    <message>
        <source>A thermometer in the armpit, the arm pressed down</source>
        <translation>Nhiệt kế trong nách, cánh tay ép xuống</translation>
    </message>
    <message>
        <source>A thermometer in the ear</source>
        <translation>Nhiệt kế trong tai</translation>
    </message>
    <message>
        <source>A thermometer held before the forehead</source>
        <translation>Nhiệt kế đưa trước trán</translation>
    </message>
    <message>
        <source>A thermometer with its display</source>
        <translation>Nhiệt kế có màn hình số</translation>
    </message>
    <message>
        <source>Put the thermometer under your tongue.</source>
        <translation>Đặt nhiệt kế dưới lưỡi.</translation>
    </message>
    <message>
        <source>Put the thermometer in your armpit.</source>
        <translation>Đặt nhiệt kế vào nách.</translation>
    </message>
    <message>
        <source>Put the thermometer in your ear.</source>
        <translation>Đặt nhiệt kế vào tai.</translation>
    </message>
    <message>
        <source>Hold the thermometer to your forehead.</source>
        <translation>Đưa nhiệt kế lên trán.</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>Oxy</translation>
    </message>
    <message>
        <source>Put one finger into the clip.</source>
        <translation>Đặt một ngón tay vào kẹp.</translation>
    </message>
    <message>
        <source>Use a warm hand. Nail polish makes it less exact.</source>
        <translation>Dùng bàn tay ấm. Sơn móng tay làm số đo kém đúng.</translation>
    </message>
    <message>
        <source>Rest your hand on the table and keep still.</source>
        <translation>Để tay lên bàn và giữ yên.</translation>
    </message>
    <message>
        <source>It shines light through your finger and does not hurt.</source>
        <translation>Nó chiếu ánh sáng qua ngón tay và không đau.</translation>
    </message>
    <message>
        <source>A finger in the clip, nail up</source>
        <translation>Một ngón tay trong kẹp, móng tay hướng lên</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Huyết áp</translation>
    </message>
    <message>
        <source>A cuff on the upper arm, the tube pointing down</source>
        <translation>Băng đo ở bắp tay, ống hướng xuống</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Nhiệt độ</translation>
    </message>
    <message>
        <source>Take the thermometer.</source>
        <translation>Cầm nhiệt kế lên.</translation>
    </message>
    <message>
        <source>Put a new cover on it first, if it has one.</source>
        <translation>Trước hết gắn vỏ bọc mới, nếu có.</translation>
    </message>
    <message>
        <source>Hot or cold drinks change the number. Wait 15 minutes after one.</source>
        <translation>Đồ uống nóng hay lạnh làm đổi số đo. Hãy chờ 15 phút sau khi uống.</translation>
    </message>
    <message>
        <source>It tells us if you have a fever.</source>
        <translation>Nó cho biết quý vị có sốt không.</translation>
    </message>
    <message>
        <source>Measure now. Wait until it beeps.</source>
        <translation>Đo bây giờ. Chờ đến khi có tiếng bíp.</translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation>Rất tốt. Xin giữ yên.</translation>
    </message>
    <message>
        <source>Please keep still. Don&apos;t talk.</source>
        <translation>Xin giữ yên. Đừng nói.</translation>
    </message>
    <message>
        <source>Done. You can put the thermometer back.</source>
        <translation>Xong. Quý vị có thể trả nhiệt kế về chỗ cũ.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Cân nặng</translation>
    </message>
    <message>
        <source>Can you stand safely on your own?</source>
        <translation>Quý vị có tự đứng vững được không?</translation>
    </message>
    <message>
        <source>Take off your shoes and your coat. Empty your pockets.</source>
        <translation>Cởi giày và áo khoác. Lấy hết đồ trong túi ra.</translation>
    </message>
    <message>
        <source>Then touch Start, and step on the scale.</source>
        <translation>Rồi chạm Bắt đầu, và bước lên cân.</translation>
    </message>
    <message>
        <source>Your weight shows if your body holds water.</source>
        <translation>Cân nặng cho biết cơ thể có giữ nước không.</translation>
    </message>
    <message>
        <source>A person standing still on a scale, without shoes</source>
        <translation>Một người đứng yên trên cân, không mang giày</translation>
    </message>
    <message>
        <source>Please step on the scale now.</source>
        <translation>Xin bước lên cân bây giờ.</translation>
    </message>
    <message>
        <source>Please stand in the middle of the scale.</source>
        <translation>Xin đứng giữa cân.</translation>
    </message>
    <message>
        <source>Please stand still.</source>
        <translation>Xin đứng yên.</translation>
    </message>
    <message>
        <source>Very good. Stand still.</source>
        <translation>Rất tốt. Đứng yên.</translation>
    </message>
    <message>
        <source>Done. You can step off. Hold on if you need to.</source>
        <translation>Xong. Quý vị có thể bước xuống. Hãy vịn nếu cần.</translation>
    </message>
    <message>
        <source>Nobody on the scale</source>
        <translation>Không có ai trên cân</translation>
    </message>
    <message>
        <source>No, I can&apos;t stand safely</source>
        <translation>Không, tôi đứng không vững</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>Đường huyết</translation>
    </message>
    <message>
        <source>Wash your hands and dry them well.</source>
        <translation>Rửa tay và lau thật khô.</translation>
    </message>
    <message>
        <source>Take a new needle. Never use one that somebody has used.</source>
        <translation>Lấy kim mới. Đừng bao giờ dùng kim người khác đã dùng.</translation>
    </message>
    <message>
        <source>Put a new test strip into the meter.</source>
        <translation>Đặt que thử mới vào máy đo.</translation>
    </message>
    <message>
        <source>You can ask a person to do this for you.</source>
        <translation>Quý vị có thể nhờ người làm giúp.</translation>
    </message>
    <message>
        <source>One small drop of blood shows how much sugar is in it.</source>
        <translation>Một giọt máu nhỏ cho biết trong máu có bao nhiêu đường.</translation>
    </message>
    <message>
        <source>A drop of blood on a fingertip, and a meter with a strip</source>
        <translation>Một giọt máu trên đầu ngón tay, và máy đo có que thử</translation>
    </message>
    <message>
        <source>Prick the side of a fingertip. Touch the drop with the strip.</source>
        <translation>Chích bên cạnh đầu ngón tay. Chạm que thử vào giọt máu.</translation>
    </message>
    <message>
        <source>Very good. The meter is working.</source>
        <translation>Rất tốt. Máy đang đo.</translation>
    </message>
    <message>
        <source>Done. Put the needle in the sharps box.</source>
        <translation>Xong. Bỏ kim vào hộp đựng kim.</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>Nhịp tim</translation>
    </message>
    <message>
        <source>Put the strap around your chest, on your skin.</source>
        <translation>Quấn đai quanh ngực, sát vào da.</translation>
    </message>
    <message>
        <source>Wet the two pads a little. The sensor goes in the middle.</source>
        <translation>Thấm ướt hai miếng đệm một chút. Bộ cảm biến ở giữa.</translation>
    </message>
    <message>
        <source>Then sit still and breathe calmly.</source>
        <translation>Rồi ngồi yên và thở đều.</translation>
    </message>
    <message>
        <source>It feels the beat of your heart. It does not hurt.</source>
        <translation>Nó cảm nhận nhịp đập của tim. Không đau.</translation>
    </message>
    <message>
        <source>A strap around the chest, the sensor in the middle</source>
        <translation>Đai quanh ngực, bộ cảm biến ở giữa</translation>
    </message>
    <message>
        <source>Please press the strap to your skin.</source>
        <translation>Xin ép đai sát vào da.</translation>
    </message>
    <message>
        <source>Please sit still and breathe calmly.</source>
        <translation>Xin ngồi yên và thở đều.</translation>
    </message>
    <message>
        <source>Please sit still and don&apos;t talk.</source>
        <translation>Xin ngồi yên và đừng nói.</translation>
    </message>
    <message>
        <source>Please measure with the device now.</source>
        <translation>Xin đo bằng máy bây giờ.</translation>
    </message>
    <message>
        <source>Done. You can take the strap off.</source>
        <translation>Xong. Quý vị có thể tháo đai ra.</translation>
    </message>
    <message>
        <source>No heartbeat found</source>
        <translation>Không tìm thấy nhịp tim</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>The screen is hidden. Touch here to show it.</source>
        <translation>Màn hình đang được che. Chạm vào đây để hiện ra.</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>No finger</source>
        <translation>Không có ngón tay</translation>
    </message>
    <message>
        <source>Looking for your pulse</source>
        <translation>Đang tìm mạch</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Giữ yên</translation>
    </message>
    <message>
        <source>Waiting for the device</source>
        <translation>Đang chờ máy</translation>
    </message>
    <message>
        <source>Good signal</source>
        <translation>Tín hiệu tốt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>The cuff starts</source>
        <translation>Băng đo bắt đầu</translation>
    </message>
    <message>
        <source>The cuff gets tight</source>
        <translation>Băng đo siết lại</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Đang đo</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã ngừng</translation>
    </message>
    <message>
        <source>Please measure with the clip now.</source>
        <translation>Xin đo bằng kẹp bây giờ.</translation>
    </message>
    <message>
        <source>To stop the cuff, press its own button again.</source>
        <translation>Để ngừng băng đo, nhấn lại nút của nó.</translation>
    </message>
    <message>
        <source>To stop the cuff at any time, touch STOP or press any key.</source>
        <translation>Muốn ngừng băng đo lúc nào cũng được: chạm NGỪNG hoặc nhấn phím bất kỳ.</translation>
    </message>
    <message>
        <source>Two readings were far apart. One more makes it sure.</source>
        <translation>Hai số đo cách xa nhau. Đo thêm một lần cho chắc.</translation>
    </message>
    <message>
        <source>Your pulse was not even. One more makes it sure.</source>
        <translation>Mạch của quý vị không đều. Đo thêm một lần cho chắc.</translation>
    </message>
    <message>
        <source>This reading is unusual. We measure again, to be sure.</source>
        <translation>Số đo này khác thường. Chúng tôi đo lại cho chắc.</translation>
    </message>
    <message>
        <source>One reading can be off. We take %1 and work out the average.</source>
        <translation>Một số đo có thể sai. Chúng tôi đo %1 lần và tính trung bình.</translation>
    </message>
    <message>
        <source>Press the start button on the cuff. Then keep still.</source>
        <translation>Nhấn nút bắt đầu trên băng đo. Rồi giữ yên.</translation>
    </message>
    <message>
        <source>Put your finger into the clip.</source>
        <translation>Đặt ngón tay vào kẹp.</translation>
    </message>
    <message>
        <source>Keep your hand still on the table.</source>
        <translation>Để yên bàn tay trên bàn.</translation>
    </message>
    <message>
        <source>Please hold your hand still.</source>
        <translation>Xin giữ yên bàn tay.</translation>
    </message>
    <message>
        <source>Very good. Keep still.</source>
        <translation>Rất tốt. Xin giữ yên.</translation>
    </message>
    <message>
        <source>You can take your finger out.</source>
        <translation>Quý vị có thể rút ngón tay ra.</translation>
    </message>
    <message>
        <source>The finger clip is not connected.</source>
        <translation>Kẹp ngón tay chưa được nối.</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>Không có máy</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>còn %1 s</translation>
    </message>
    <message>
        <source>Stay as you are. We measure again in a moment.</source>
        <translation>Xin giữ nguyên như vậy. Chúng tôi sẽ đo lại ngay.</translation>
    </message>
    <message>
        <source>Rest quietly. Don&apos;t talk.</source>
        <translation>Nghỉ yên. Đừng nói.</translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. It gets tight for a moment.</source>
        <translation>Giữ yên. Đừng nói. Nó siết chặt một lúc.</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>The center answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to the center stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP gets out and back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay works by UDP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay works by TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay works by TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line to the center does not stay open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP does not get out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay does not work by UDP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay does not work by TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The relay does not work by TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name can&apos;t be looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing comes back. A firewall may block it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is turned away. A firewall may block it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answers in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not take our pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers, but carries nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not know this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center names no relay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls work well from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls work from here, but may stutter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls may not work from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center can&apos;t be reached. Calls don&apos;t work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to let the station out to this place: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to let WebSockets through to this place: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT not to open the TLS to these places: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to let one of these out. The first is best: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to let UDP out to this place. Calls get better: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask IT to have these names looked up: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the people of the center. Their relay fails: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the network again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is being tested. This takes half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network test could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Open the cuff by hand now.</source>
        <translation>Mở băng đo bằng tay ngay.</translation>
    </message>
    <message>
        <source>It does not let its air out by itself.</source>
        <translation>Nó không tự xả hơi.</translation>
    </message>
    <message>
        <source>Pull the strap open, or pull the hose out. Then take it off.</source>
        <translation>Kéo mở dây dán, hoặc rút ống ra. Rồi tháo nó ra.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Xin chờ một lát.</translation>
    </message>
    <message>
        <source>A part of the station starts again. Nothing is lost.</source>
        <translation>Một phần của trạm đang bật lại. Không mất gì cả.</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>Tôi vẫn ở đây</translation>
    </message>
    <message>
        <source>Leave and erase</source>
        <translation>Rời đi và xóa</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>Gọi người giúp</translation>
    </message>
    <message>
        <source>Leave a phone number first</source>
        <translation>Để lại số điện thoại trước</translation>
    </message>
    <message>
        <source>Are you still here?</source>
        <translation>Quý vị còn ở đây không?</translation>
    </message>
    <message>
        <source>Do you want to sign out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was measured is kept. This screen will forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer we sign you out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to leave?</source>
        <translation>Quý vị muốn rời đi không?</translation>
    </message>
    <message>
        <source>Your answers are locked and kept. This screen will forget you.</source>
        <translation>Câu trả lời của quý vị được khóa và giữ lại. Màn hình này sẽ quên quý vị.</translation>
    </message>
    <message>
        <source>Without an answer we end your visit.</source>
        <translation>Nếu không có trả lời, chúng tôi sẽ kết thúc lần khám.</translation>
    </message>
    <message>
        <source>Somebody should look at you first. Nobody has seen this yet.</source>
        <translation>Nên có người xem cho quý vị trước. Chưa ai thấy điều này.</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 giây</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>We are calling a person here. Nobody has answered yet.</source>
        <translation>Chúng tôi đang gọi một người ở đây. Chưa có ai trả lời.</translation>
    </message>
    <message>
        <source>The center was told. Nobody has answered yet.</source>
        <translation>Đã báo cho trung tâm. Chưa có ai trả lời.</translation>
    </message>
    <message>
        <source>We can&apos;t reach the center now. Please call out to a person.</source>
        <translation>Lúc này chúng tôi không liên lạc được với trung tâm. Xin gọi to cho có người đến.</translation>
    </message>
    <message>
        <source>We are telling the center.</source>
        <translation>Chúng tôi đang báo cho trung tâm.</translation>
    </message>
    <message>
        <source>A person here has answered.</source>
        <translation>Một người ở đây đã trả lời.</translation>
    </message>
    <message>
        <source>A person at the center has seen this at %1.</source>
        <translation>Một người ở trung tâm đã thấy điều này lúc %1.</translation>
    </message>
    <message>
        <source>Phone of this place: %1</source>
        <translation>Điện thoại của nơi này: %1</translation>
    </message>
    <message>
        <source>If nobody comes, we tell the center in:</source>
        <translation>Nếu không có ai đến, chúng tôi báo cho trung tâm sau:</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>Quý vị đã gọi người giúp.</translation>
    </message>
    <message>
        <source>Go on meanwhile</source>
        <translation>Tiếp tục trong khi chờ</translation>
    </message>
    <message>
        <source>This is an emergency</source>
        <translation>Đây là trường hợp khẩn cấp</translation>
    </message>
</context>
<context>
    <name>Oximeter</name>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>Oxy (SpO2)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Mạch</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>nhịp một phút</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>Bỏ qua lần đo này</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Skip this measurement</source>
        <translation>Bỏ qua lần đo này</translation>
    </message>
    <message>
        <source>Before we start: is this all right with you?</source>
        <translation>Trước khi bắt đầu: quý vị có đồng ý điều này không?</translation>
    </message>
    <message>
        <source>We ask questions and measure. A provider may see your answers.</source>
        <translation>Chúng tôi hỏi và đo. Bác sĩ có thể xem câu trả lời của quý vị.</translation>
    </message>
    <message>
        <source>What you say is locked at once. This station can&apos;t read it later.</source>
        <translation>Lời quý vị được khóa ngay. Sau đó trạm này không đọc lại được.</translation>
    </message>
    <message>
        <source>When you finish, this screen forgets you.</source>
        <translation>Khi quý vị xong, màn hình này quên quý vị.</translation>
    </message>
    <message>
        <source>The camera stays off until you say yes. Nothing is recorded.</source>
        <translation>Máy quay tắt cho đến khi quý vị đồng ý. Không ghi lại gì.</translation>
    </message>
    <message>
        <source>You may stop at any time. This is not for emergencies: call %1.</source>
        <translation>Quý vị có thể ngừng bất cứ lúc nào. Trạm này không dành cho cấp cứu: hãy gọi %1.</translation>
    </message>
    <message>
        <source>So that nobody else can see your earlier visits.</source>
        <translation>Để không ai khác xem được các lần khám trước của quý vị.</translation>
    </message>
    <message>
        <source>No, I don&apos;t agree</source>
        <translation>Không, tôi không đồng ý</translation>
    </message>
    <message>
        <source>That is your right.</source>
        <translation>Đó là quyền của quý vị.</translation>
    </message>
    <message>
        <source>We can&apos;t go on without your yes. A person here can still help you.</source>
        <translation>Chúng tôi không thể tiếp tục nếu quý vị không đồng ý. Một người ở đây vẫn có thể giúp quý vị.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Đọc lại</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Rời đi</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>Quý vị tên gì?</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Họ</translation>
    </message>
    <message>
        <source>How old are you?</source>
        <translation>Quý vị bao nhiêu tuổi?</translation>
    </message>
    <message>
        <source>What a number means depends on your age.</source>
        <translation>Ý nghĩa của một con số tùy theo tuổi của quý vị.</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Tuổi</translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation>Tôi không biết</translation>
    </message>
    <message>
        <source>I&apos;d rather not say</source>
        <translation>Tôi không muốn nói</translation>
    </message>
    <message>
        <source>When were you born?</source>
        <translation>Quý vị sinh ngày nào?</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Không có điều nào</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Câu trả lời của quý vị</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>Tay trái</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>Tay phải</translation>
    </message>
    <message>
        <source>None of them fits</source>
        <translation>Không cỡ nào vừa</translation>
    </message>
    <message>
        <source>Which arm, and which cuff fits?</source>
        <translation>Tay nào, và băng đo nào vừa?</translation>
    </message>
    <message>
        <source>Cuff size</source>
        <translation>Cỡ băng đo</translation>
    </message>
    <message>
        <source>The value is unusual. We measure once more, to be sure.</source>
        <translation>Số đo khác thường. Chúng tôi đo thêm một lần cho chắc.</translation>
    </message>
    <message>
        <source>Please rest until then: %1</source>
        <translation>Xin nghỉ đến lúc đó: %1</translation>
    </message>
    <message>
        <source>I don&apos;t want it</source>
        <translation>Tôi không muốn</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>Tôi bị đau</translation>
    </message>
    <message>
        <source>I can&apos;t do it</source>
        <translation>Tôi không làm được</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>%1 to %2 cm (%3 to %4 inches) around the arm</source>
        <translation>%1 đến %2 cm (%3 đến %4 inch) quanh cánh tay</translation>
    </message>
    <message>
        <source>A cuff that is too small or too big shows a wrong number.</source>
        <translation>Băng đo quá nhỏ hay quá lớn cho ra số sai.</translation>
    </message>
    <message>
        <source>A tape around the middle of the upper arm shows which cuff fits</source>
        <translation>Thước dây quanh giữa bắp tay cho biết băng đo nào vừa</translation>
    </message>
    <message>
        <source>Why do you want to skip this?</source>
        <translation>Vì sao quý vị muốn bỏ qua?</translation>
    </message>
    <message>
        <source>We tell the provider. You can go on all the same.</source>
        <translation>Chúng tôi báo cho bác sĩ. Quý vị vẫn tiếp tục được.</translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your left upper arm.</source>
        <translation>Ngồi tựa lưng. Quấn băng đo vào bắp tay trái.</translation>
    </message>
    <message>
        <source>Sit back. Put the cuff on your right upper arm.</source>
        <translation>Ngồi tựa lưng. Quấn băng đo vào bắp tay phải.</translation>
    </message>
    <message>
        <source>Bare arm, tube pointing down, snug.</source>
        <translation>Tay trần, ống hướng xuống, vừa khít.</translation>
    </message>
    <message>
        <source>Feet flat, legs not crossed, arm on the table.</source>
        <translation>Hai bàn chân đặt sàn, không bắt chéo chân, tay để trên bàn.</translation>
    </message>
    <message>
        <source>Don&apos;t talk and don&apos;t move while it measures.</source>
        <translation>Đừng nói và đừng cử động khi máy đo.</translation>
    </message>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation>Một người ngồi có tựa lưng và tay, hai bàn chân đặt sàn</translation>
    </message>
    <message>
        <source>Your answers are kept.</source>
        <translation>Câu trả lời của quý vị được giữ lại.</translation>
    </message>
    <message>
        <source>We can&apos;t measure this well. Somebody should check you now.</source>
        <translation>Chúng tôi không đo rõ được. Nên có người khám cho quý vị ngay.</translation>
    </message>
    <message>
        <source>We have asked for a person. You can go on.</source>
        <translation>Chúng tôi đã gọi người giúp. Quý vị có thể tiếp tục.</translation>
    </message>
    <message>
        <source>It goes on by itself when the device is back. Or skip it.</source>
        <translation>Sẽ tự tiếp tục khi máy có lại. Hoặc quý vị bỏ qua.</translation>
    </message>
    <message>
        <source>You can try once more.</source>
        <translation>Quý vị có thể thử thêm một lần.</translation>
    </message>
    <message>
        <source>We have told the staff.</source>
        <translation>Chúng tôi đã báo cho nhân viên.</translation>
    </message>
    <message>
        <source>For staff: enter it by hand</source>
        <translation>Dành cho nhân viên: nhập bằng tay</translation>
    </message>
    <message>
        <source>Somebody should look at this now.</source>
        <translation>Nên có người xem điều này ngay.</translation>
    </message>
    <message>
        <source>We have no connection now. We will say so if nobody can be reached.</source>
        <translation>Lúc này chúng tôi không có kết nối. Nếu không liên lạc được với ai, chúng tôi sẽ cho biết.</translation>
    </message>
    <message>
        <source>Do you want to talk to a provider now?</source>
        <translation>Quý vị muốn nói chuyện với bác sĩ ngay không?</translation>
    </message>
    <message>
        <source>They see your answers and your readings.</source>
        <translation>Họ thấy câu trả lời và số đo của quý vị.</translation>
    </message>
    <message>
        <source>The camera goes on only if you say yes. Nothing is recorded.</source>
        <translation>Máy quay chỉ bật nếu quý vị đồng ý. Không ghi lại gì.</translation>
    </message>
    <message>
        <source>Yes, without camera</source>
        <translation>Có, không dùng máy quay</translation>
    </message>
    <message>
        <source>No, not now</source>
        <translation>Không, chưa cần</translation>
    </message>
    <message>
        <source>Somebody has answered. The call starts.</source>
        <translation>Đã có người trả lời. Cuộc gọi bắt đầu.</translation>
    </message>
    <message>
        <source>You are next.</source>
        <translation>Quý vị là người kế tiếp.</translation>
    </message>
    <message>
        <source>People before you: %1</source>
        <translation>Số người trước quý vị: %1</translation>
    </message>
    <message>
        <source>We have no connection. We keep trying.</source>
        <translation>Chúng tôi không có kết nối. Chúng tôi tiếp tục thử.</translation>
    </message>
    <message>
        <source>No provider is there right now. We keep asking.</source>
        <translation>Lúc này không có bác sĩ. Chúng tôi tiếp tục hỏi.</translation>
    </message>
    <message>
        <source>We are asking for a provider.</source>
        <translation>Chúng tôi đang tìm bác sĩ.</translation>
    </message>
    <message>
        <source>It should not take long.</source>
        <translation>Chắc sẽ không lâu.</translation>
    </message>
    <message>
        <source>About %1 min.</source>
        <translation>Khoảng %1 phút.</translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation>Chưa ai xem câu trả lời của quý vị.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Ngừng chờ</translation>
    </message>
    <message>
        <source>Measure while you wait</source>
        <translation>Đo trong khi chờ</translation>
    </message>
    <message>
        <source>Please wait for a provider.</source>
        <translation>Xin chờ bác sĩ.</translation>
    </message>
    <message>
        <source>We can&apos;t reach a provider: there is no connection.</source>
        <translation>Chúng tôi không liên lạc được với bác sĩ: không có kết nối.</translation>
    </message>
    <message>
        <source>No provider can answer right now.</source>
        <translation>Lúc này không có bác sĩ nào trả lời được.</translation>
    </message>
    <message>
        <source>Please call me back</source>
        <translation>Xin gọi lại cho tôi</translation>
    </message>
    <message>
        <source>I&apos;ll wait here</source>
        <translation>Tôi chờ ở đây</translation>
    </message>
    <message>
        <source>Leave my answers for later</source>
        <translation>Để lại câu trả lời của tôi để xem sau</translation>
    </message>
    <message>
        <source>If nobody answers in %1 min, we show you other ways.</source>
        <translation>Nếu không ai trả lời trong %1 phút, chúng tôi cho quý vị những cách khác.</translation>
    </message>
    <message>
        <source>We are sorry. Nobody has answered in time.</source>
        <translation>Chúng tôi xin lỗi. Không có ai trả lời kịp.</translation>
    </message>
    <message>
        <source>The call broke off. We are sorry.</source>
        <translation>Cuộc gọi bị đứt. Chúng tôi xin lỗi.</translation>
    </message>
    <message>
        <source>How do you want to go on?</source>
        <translation>Quý vị muốn tiếp tục cách nào?</translation>
    </message>
    <message>
        <source>Somebody should look at you now.</source>
        <translation>Nên có người khám cho quý vị ngay.</translation>
    </message>
    <message>
        <source>A provider has seen your answers. You have no plan yet.</source>
        <translation>Bác sĩ đã xem câu trả lời của quý vị. Quý vị chưa có kế hoạch.</translation>
    </message>
    <message>
        <source>Show me places to go</source>
        <translation>Cho tôi xem những nơi có thể đến</translation>
    </message>
    <message>
        <source>Ask a person here</source>
        <translation>Hỏi một người ở đây</translation>
    </message>
    <message>
        <source>Which number may we call?</source>
        <translation>Chúng tôi gọi số nào được?</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Tiếp tục không cần nó</translation>
    </message>
    <message>
        <source>We are sending a code to the phone that ends in %1.</source>
        <translation>Chúng tôi đang gửi mã đến điện thoại có số cuối là %1.</translation>
    </message>
    <message>
        <source>We are looking at your code.</source>
        <translation>Chúng tôi đang xem mã của quý vị.</translation>
    </message>
    <message>
        <source>We sent a code to the phone that ends in %1. It works for 10 minutes.</source>
        <translation>Chúng tôi đã gửi mã đến điện thoại có số cuối là %1. Mã dùng được 10 phút.</translation>
    </message>
    <message>
        <source>The code is right.</source>
        <translation>Mã đúng.</translation>
    </message>
    <message>
        <source>We can&apos;t send a code now. You can go on without it.</source>
        <translation>Lúc này chúng tôi không gửi mã được. Quý vị có thể tiếp tục không cần mã.</translation>
    </message>
    <message>
        <source>This code is not right. Please look at it again.</source>
        <translation>Mã này không đúng. Xin xem lại.</translation>
    </message>
    <message>
        <source>This code is too old. Please ask for a new one.</source>
        <translation>Mã này đã quá hạn. Xin lấy mã mới.</translation>
    </message>
    <message>
        <source>That was too often. Please go on without it.</source>
        <translation>Đã thử quá nhiều lần. Xin tiếp tục không cần mã.</translation>
    </message>
    <message>
        <source>Type my name</source>
        <translation>Gõ tên của tôi</translation>
    </message>
    <message>
        <source>I have a Carepost card</source>
        <translation>Tôi có thẻ Carepost</translation>
    </message>
    <message>
        <source>Use my phone number</source>
        <translation>Dùng số điện thoại của tôi</translation>
    </message>
    <message>
        <source>Stay without a name</source>
        <translation>Không cho biết tên</translation>
    </message>
    <message>
        <source>Staff helps: on. Touch to take it back.</source>
        <translation>Nhân viên giúp: có. Chạm để bỏ.</translation>
    </message>
    <message>
        <source>I work here and help this patient</source>
        <translation>Tôi làm việc ở đây và giúp bệnh nhân này</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Quý vị là ai?</translation>
    </message>
    <message>
        <source>Only a card or your phone brings back your earlier values.</source>
        <translation>Chỉ thẻ hoặc điện thoại của quý vị mới đưa lại các số đo trước.</translation>
    </message>
    <message>
        <source>Hold your card before the reader.</source>
        <translation>Đưa thẻ trước máy đọc.</translation>
    </message>
    <message>
        <source>The square with dots must face the red light.</source>
        <translation>Ô vuông có chấm phải hướng về ánh sáng đỏ.</translation>
    </message>
    <message>
        <source>The reader does not work now.</source>
        <translation>Máy đọc lúc này không hoạt động.</translation>
    </message>
    <message>
        <source>What is your mobile phone number?</source>
        <translation>Số điện thoại di động của quý vị là gì?</translation>
    </message>
    <message>
        <source>We send it a code, to see that it is you.</source>
        <translation>Chúng tôi gửi mã đến đó để biết đúng là quý vị.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>Gửi mã mới</translation>
    </message>
    <message>
        <source>Which code came to your phone?</source>
        <translation>Điện thoại của quý vị nhận được mã nào?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>This takes %1 seconds at most.</source>
        <translation>Việc này mất nhiều nhất %1 giây.</translation>
    </message>
    <message>
        <source>We are looking for your earlier visits.</source>
        <translation>Chúng tôi đang tìm các lần khám trước của quý vị.</translation>
    </message>
    <message>
        <source>Are you %1?</source>
        <translation>Quý vị là %1 phải không?</translation>
    </message>
    <message>
        <source>No, that is not me</source>
        <translation>Không, không phải tôi</translation>
    </message>
    <message>
        <source>Which adult is here with you?</source>
        <translation>Người lớn nào đang ở đây với em?</translation>
    </message>
    <message>
        <source>An adult must agree for you.</source>
        <translation>Người lớn phải đồng ý thay cho em.</translation>
    </message>
    <message>
        <source>My mother or father</source>
        <translation>Mẹ hoặc cha tôi</translation>
    </message>
    <message>
        <source>My legal guardian</source>
        <translation>Người giám hộ hợp pháp của tôi</translation>
    </message>
    <message>
        <source>Another adult</source>
        <translation>Người lớn khác</translation>
    </message>
    <message>
        <source>Nobody: call a person</source>
        <translation>Không có ai: gọi người giúp</translation>
    </message>
    <message>
        <source>For the adult: what is your name?</source>
        <translation>Dành cho người lớn: quý vị tên gì?</translation>
    </message>
    <message>
        <source>With this you agree, for the child, to what we showed before.</source>
        <translation>Như vậy quý vị đồng ý thay cho trẻ về những điều đã nêu.</translation>
    </message>
    <message>
        <source>Your first and last name</source>
        <translation>Họ và tên của quý vị</translation>
    </message>
    <message>
        <source>Your card for next time</source>
        <translation>Thẻ của quý vị cho lần sau</translation>
    </message>
    <message>
        <source>Take a photo of it with your phone.</source>
        <translation>Chụp ảnh thẻ bằng điện thoại của quý vị.</translation>
    </message>
    <message>
        <source>Next time, hold it before the reader and tell us your birth date.</source>
        <translation>Lần sau, đưa thẻ trước máy đọc và cho biết ngày sinh.</translation>
    </message>
    <message>
        <source>Your name is not on it.</source>
        <translation>Trên thẻ không có tên quý vị.</translation>
    </message>
    <message>
        <source>A square with dots, to be scanned</source>
        <translation>Ô vuông có chấm, để quét</translation>
    </message>
    <message>
        <source>In the morning, %1 to %2</source>
        <translation>Buổi sáng, %1 đến %2</translation>
    </message>
    <message>
        <source>In the afternoon, %1 to %2</source>
        <translation>Buổi chiều, %1 đến %2</translation>
    </message>
    <message>
        <source>In the evening, %1 to %2</source>
        <translation>Buổi tối, %1 đến %2</translation>
    </message>
    <message>
        <source>As soon as you can</source>
        <translation>Càng sớm càng tốt</translation>
    </message>
    <message>
        <source>When is a good time to call you?</source>
        <translation>Gọi quý vị lúc nào thì tiện?</translation>
    </message>
    <message>
        <source>We call %1.</source>
        <translation>Chúng tôi gọi %1.</translation>
    </message>
    <message>
        <source>A provider calls you at the time you chose.</source>
        <translation>Bác sĩ gọi quý vị vào lúc quý vị đã chọn.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls you at the time you chose, once it is back.</source>
        <translation>Lúc này không có kết nối. Khi có lại, bác sĩ gọi quý vị vào lúc quý vị đã chọn.</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>You wrote to each other, or what was said was shown as text.</source>
        <translation>Quý vị và bác sĩ đã viết cho nhau, hoặc lời nói đã hiện ra chữ.</translation>
    </message>
    <message>
        <source>You and the provider wrote to each other.</source>
        <translation>Quý vị và bác sĩ đã viết cho nhau.</translation>
    </message>
    <message>
        <source>Do you want to keep the text of this call?</source>
        <translation>Quý vị muốn giữ phần chữ của cuộc gọi này không?</translation>
    </message>
    <message>
        <source>If you say yes, it is kept with your visit. If not, we erase it.</source>
        <translation>Nếu đồng ý, nó được giữ cùng lần khám. Nếu không, chúng tôi xóa.</translation>
    </message>
    <message>
        <source>Yes, keep it</source>
        <translation>Có, giữ lại</translation>
    </message>
    <message>
        <source>No, erase it</source>
        <translation>Không, xóa đi</translation>
    </message>
    <message>
        <source>The provider is writing your plan.</source>
        <translation>Bác sĩ đang viết kế hoạch cho quý vị.</translation>
    </message>
    <message>
        <source>It comes on this screen in a moment. Please stay.</source>
        <translation>Nó sẽ hiện trên màn hình này trong giây lát. Xin quý vị ở lại.</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>Trạm giữ lại gì về tôi?</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Gọi lại</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>Sửa câu trả lời của tôi</translation>
    </message>
    <message>
        <source>A card for next time</source>
        <translation>Thẻ cho lần sau</translation>
    </message>
    <message>
        <source>As soon as we can: within %1.</source>
        <translation>Sớm nhất có thể: trong vòng %1.</translation>
    </message>
    <message>
        <source>As soon as we can: within %1 after the connection is back.</source>
        <translation>Sớm nhất có thể: trong vòng %1 sau khi có kết nối lại.</translation>
    </message>
    <message>
        <source>A provider looks at your answers within %1.</source>
        <translation>Bác sĩ xem câu trả lời của quý vị trong vòng %1.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider looks at your answers within %1 once it is back.</source>
        <translation>Lúc này không có kết nối. Khi có lại, bác sĩ xem câu trả lời của quý vị trong vòng %1.</translation>
    </message>
    <message>
        <source>A provider calls you within %1.</source>
        <translation>Bác sĩ gọi quý vị trong vòng %1.</translation>
    </message>
    <message>
        <source>There is no connection now. A provider calls you within %1 once it is back.</source>
        <translation>Lúc này không có kết nối. Khi có lại, bác sĩ gọi quý vị trong vòng %1.</translation>
    </message>
    <message>
        <source>Read it later at home</source>
        <translation>Đọc sau ở nhà</translation>
    </message>
    <message>
        <source>Leave without the plan</source>
        <translation>Rời đi không lấy kế hoạch</translation>
    </message>
    <message>
        <source>A provider has seen your answers.</source>
        <translation>Bác sĩ đã xem câu trả lời của quý vị.</translation>
    </message>
    <message>
        <source>You can go here:</source>
        <translation>Quý vị có thể đến đây:</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>Nếu nặng hơn, hãy gọi %1.</translation>
    </message>
    <message>
        <source>Your visit is saved.</source>
        <translation>Lần khám của quý vị đã được lưu.</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>Mang về nhà</translation>
    </message>
    <message>
        <source>Try to call a provider</source>
        <translation>Thử gọi bác sĩ</translation>
    </message>
    <message>
        <source>Not everything is saved yet.</source>
        <translation>Chưa lưu được hết.</translation>
    </message>
    <message>
        <source>Please tell a person here. Your name leaves this screen now.</source>
        <translation>Xin báo cho một người ở đây. Bây giờ tên quý vị rời khỏi màn hình này.</translation>
    </message>
    <message>
        <source>Your visit is saved and locked.</source>
        <translation>Lần khám của quý vị đã được lưu và khóa.</translation>
    </message>
    <message>
        <source>We are saving your visit.</source>
        <translation>Chúng tôi đang lưu lần khám của quý vị.</translation>
    </message>
    <message>
        <source>Goodbye, and take care.</source>
        <translation>Tạm biệt, chúc quý vị mạnh khỏe.</translation>
    </message>
    <message>
        <source>This screen forgets you now.</source>
        <translation>Bây giờ màn hình này quên quý vị.</translation>
    </message>
    <message>
        <source>Take your paper with you.</source>
        <translation>Hãy mang theo tờ giấy của quý vị.</translation>
    </message>
    <message>
        <source>If your paper does not come, we stop printing it.</source>
        <translation>Nếu giấy không ra, chúng tôi ngừng in.</translation>
    </message>
    <message>
        <source>Your paper is coming. Please take it.</source>
        <translation>Giấy của quý vị đang ra. Xin lấy giấy.</translation>
    </message>
    <message>
        <source>In which year were you born?</source>
        <translation>Quý vị sinh năm nào?</translation>
    </message>
    <message>
        <source>What is the first letter of your name?</source>
        <translation>Chữ đầu tiên của tên quý vị là gì?</translation>
    </message>
    <message>
        <source>The screen had to start again. Are you still here?</source>
        <translation>Màn hình phải bật lại. Quý vị còn ở đây không?</translation>
    </message>
    <message>
        <source>Nothing was lost. You can go on where you were.</source>
        <translation>Không mất gì cả. Quý vị có thể tiếp tục ở chỗ đang dở.</translation>
    </message>
    <message>
        <source>I am somebody else: start over</source>
        <translation>Tôi là người khác: bắt đầu lại</translation>
    </message>
    <message>
        <source>This station can&apos;t go on right now.</source>
        <translation>Lúc này trạm không tiếp tục được.</translation>
    </message>
    <message>
        <source>Please ask a person here for help.</source>
        <translation>Xin nhờ một người ở đây giúp.</translation>
    </message>
    <message>
        <source>In an emergency call %1.</source>
        <translation>Trường hợp khẩn cấp, gọi %1.</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>còn %1 s</translation>
    </message>
    <message>
        <source>Count the breaths for one minute.</source>
        <translation>Đếm nhịp thở trong một phút.</translation>
    </message>
    <message>
        <source>Touch at every breath in.</source>
        <translation>Chạm mỗi khi hít vào.</translation>
    </message>
    <message>
        <source>Breaths in one minute</source>
        <translation>Số nhịp thở trong một phút</translation>
    </message>
    <message>
        <source>Watch the chest rise. Don&apos;t tell the patient that you count.</source>
        <translation>Nhìn ngực nâng lên. Đừng nói với bệnh nhân là đang đếm.</translation>
    </message>
    <message>
        <source>One rise and fall of the chest is one breath.</source>
        <translation>Ngực lên và xuống một lần là một nhịp thở.</translation>
    </message>
    <message>
        <source>Breathing rate</source>
        <translation>Nhịp thở</translation>
    </message>
    <message>
        <source>Alertness</source>
        <translation>Độ tỉnh táo</translation>
    </message>
    <message>
        <source>Air or oxygen</source>
        <translation>Khí trời hay oxy</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Đau</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Huyết áp</translation>
    </message>
    <message>
        <source>Oxygen and pulse</source>
        <translation>Oxy và mạch</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Nhiệt độ</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Mạch</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Cân nặng</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Chiều cao</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>Đường huyết</translation>
    </message>
    <message>
        <source>Upper (mmHg)</source>
        <translation>Số trên (mmHg)</translation>
    </message>
    <message>
        <source>Lower (mmHg)</source>
        <translation>Số dưới (mmHg)</translation>
    </message>
    <message>
        <source>Pulse a minute</source>
        <translation>Mạch một phút</translation>
    </message>
    <message>
        <source>Beats a minute</source>
        <translation>Nhịp một phút</translation>
    </message>
    <message>
        <source>Oxygen (%)</source>
        <translation>Oxy (%)</translation>
    </message>
    <message>
        <source>In °C</source>
        <translation>Bằng °C</translation>
    </message>
    <message>
        <source>Or in °F</source>
        <translation>Hoặc bằng °F</translation>
    </message>
    <message>
        <source>In kg</source>
        <translation>Bằng kg</translation>
    </message>
    <message>
        <source>Or in pounds</source>
        <translation>Hoặc bằng pound</translation>
    </message>
    <message>
        <source>In cm</source>
        <translation>Bằng cm</translation>
    </message>
    <message>
        <source>Or in inches</source>
        <translation>Hoặc bằng inch</translation>
    </message>
    <message>
        <source>In mg/dL</source>
        <translation>Bằng mg/dL</translation>
    </message>
    <message>
        <source>Or in mmol/L</source>
        <translation>Hoặc bằng mmol/L</translation>
    </message>
    <message>
        <source>In the mouth</source>
        <translation>Trong miệng</translation>
    </message>
    <message>
        <source>Under the arm</source>
        <translation>Dưới cánh tay</translation>
    </message>
    <message>
        <source>In the ear</source>
        <translation>Trong tai</translation>
    </message>
    <message>
        <source>On the forehead</source>
        <translation>Trên trán</translation>
    </message>
    <message>
        <source>In the bottom</source>
        <translation>Ở hậu môn</translation>
    </message>
    <message>
        <source>A: alert</source>
        <translation>A: tỉnh táo</translation>
    </message>
    <message>
        <source>C: new confusion</source>
        <translation>C: mới lú lẫn</translation>
    </message>
    <message>
        <source>V: voice</source>
        <translation>V: đáp ứng lời nói</translation>
    </message>
    <message>
        <source>P: pain</source>
        <translation>P: đáp ứng khi đau</translation>
    </message>
    <message>
        <source>U: unresponsive</source>
        <translation>U: không đáp ứng</translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation>Oxy</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Tuổi</translation>
    </message>
    <message>
        <source>For staff only: who are you?</source>
        <translation>Chỉ dành cho nhân viên: quý vị là ai?</translation>
    </message>
    <message>
        <source>It is noted with every number you enter.</source>
        <translation>Được ghi cùng mỗi số quý vị nhập.</translation>
    </message>
    <message>
        <source>Your name or initials</source>
        <translation>Tên hoặc chữ viết tắt</translation>
    </message>
    <message>
        <source>By: %1</source>
        <translation>Người đo: %1</translation>
    </message>
    <message>
        <source>What do you want to enter?</source>
        <translation>Quý vị muốn nhập gì?</translation>
    </message>
    <message>
        <source>NEWS2 (Royal College of Physicians): %1</source>
        <translation>NEWS2 (Royal College of Physicians): %1</translation>
    </message>
    <message>
        <source>For NEWS2 we still need: %1</source>
        <translation>Để có NEWS2 còn cần: %1</translation>
    </message>
    <message>
        <source>%1: unusual. Please take it once more, to be sure.</source>
        <translation>%1: khác thường. Xin đo thêm một lần cho chắc.</translation>
    </message>
    <message>
        <source>Where was it measured?</source>
        <translation>Đo ở đâu?</translation>
    </message>
    <message>
        <source>(if known)</source>
        <translation>(nếu biết)</translation>
    </message>
    <message>
        <source>How strong is the pain?</source>
        <translation>Đau nhiều đến mức nào?</translation>
    </message>
    <message>
        <source>0 is no pain, 10 is the worst there is. The patient may point.</source>
        <translation>0 là không đau, 10 là đau nhất. Bệnh nhân có thể chỉ tay.</translation>
    </message>
    <message>
        <source>The patient can&apos;t say or point</source>
        <translation>Bệnh nhân không nói hay chỉ được</translation>
    </message>
    <message>
        <source>Which signs of pain do you see?</source>
        <translation>Quý vị thấy những dấu hiệu đau nào?</translation>
    </message>
    <message>
        <source>Watch for a minute, also while the patient moves.</source>
        <translation>Quan sát một phút, cả khi bệnh nhân cử động.</translation>
    </message>
    <message>
        <source>How awake is the patient?</source>
        <translation>Bệnh nhân tỉnh táo đến đâu?</translation>
    </message>
    <message>
        <source>Does the patient get oxygen now?</source>
        <translation>Bệnh nhân có đang thở oxy không?</translation>
    </message>
    <message>
        <source>Pictures: %1</source>
        <translation>Ảnh: %1</translation>
    </message>
    <message>
        <source>Films: %1</source>
        <translation>Phim: %1</translation>
    </message>
    <message>
        <source>Sounds: %1</source>
        <translation>Âm thanh: %1</translation>
    </message>
    <message>
        <source>Your name and birth date</source>
        <translation>Tên và ngày sinh của quý vị</translation>
    </message>
    <message>
        <source>No name: you did not give one</source>
        <translation>Không có tên: quý vị không cho biết</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Câu trả lời của quý vị</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>Những gì chúng tôi đã đo</translation>
    </message>
    <message>
        <source>What was written in the call</source>
        <translation>Những gì đã viết trong cuộc gọi</translation>
    </message>
    <message>
        <source>Your phone number, to call you back</source>
        <translation>Số điện thoại của quý vị, để gọi lại</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>Kế hoạch của quý vị</translation>
    </message>
    <message>
        <source>Your link to take home</source>
        <translation>Đường dẫn để mang về nhà</translation>
    </message>
    <message>
        <source>Here: a locked copy that nobody here can read. It goes %1 days after the center has it.</source>
        <translation>Ở đây: một bản có khóa mà không ai ở đây đọc được. Nó mất %1 ngày sau khi trung tâm đã nhận.</translation>
    </message>
    <message>
        <source>At the center of your care team: they read it to care for you. Each look is written down.</source>
        <translation>Ở trung tâm của nhóm chăm sóc quý vị: họ đọc để chăm sóc quý vị. Mỗi lần xem đều được ghi lại.</translation>
    </message>
    <message>
        <source>The video call: its picture and voice are not kept.</source>
        <translation>Cuộc gọi video: hình và tiếng không được giữ lại.</translation>
    </message>
    <message>
        <source>To see it, correct it or ask: %1</source>
        <translation>Để xem, sửa hoặc hỏi: %1</translation>
    </message>
    <message>
        <source>Tell them the number of your visit: %1</source>
        <translation>Cho họ biết số lần khám của quý vị: %1</translation>
    </message>
    <message>
        <source>What we keep of your visit</source>
        <translation>Những gì chúng tôi giữ từ lần khám của quý vị</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Không có tên</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>Quý vị là ai</translation>
    </message>
    <message>
        <source>What do you want to change?</source>
        <translation>Quý vị muốn sửa gì?</translation>
    </message>
    <message>
        <source>This station is being updated.</source>
        <translation>Trạm này đang được cập nhật.</translation>
    </message>
    <message>
        <source>It is ready again in a few minutes.</source>
        <translation>Vài phút nữa trạm sẽ sẵn sàng.</translation>
    </message>
    <message>
        <source>Your call goes on. The provider still hears you.</source>
        <translation>Cuộc gọi vẫn tiếp tục. Bác sĩ vẫn nghe quý vị.</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your plan</source>
        <translation>Kế hoạch của quý vị</translation>
    </message>
    <message>
        <source>Your visit</source>
        <translation>Lần khám của quý vị</translation>
    </message>
    <message>
        <source>What we keep, and whom to ask</source>
        <translation>Chúng tôi giữ gì, và hỏi ai</translation>
    </message>
    <message>
        <source>Medicines you asked for</source>
        <translation>Thuốc quý vị đã xin</translation>
    </message>
    <message>
        <source>Your medicines</source>
        <translation>Thuốc của quý vị</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>Đến đâu</translation>
    </message>
    <message>
        <source>When to come back</source>
        <translation>Khi nào trở lại</translation>
    </message>
    <message>
        <source>Get help at once if</source>
        <translation>Tìm người giúp ngay nếu</translation>
    </message>
    <message>
        <source>A provider has seen your answers. The plan is not written yet.</source>
        <translation>Bác sĩ đã xem câu trả lời của quý vị. Kế hoạch chưa viết xong.</translation>
    </message>
    <message>
        <source>Nobody has seen your answers yet.</source>
        <translation>Chưa ai xem câu trả lời của quý vị.</translation>
    </message>
    <message>
        <source>A provider will call you back at the number you gave.</source>
        <translation>Bác sĩ sẽ gọi lại số quý vị đã cho.</translation>
    </message>
    <message>
        <source>Read it on a phone</source>
        <translation>Đọc trên điện thoại</translation>
    </message>
    <message>
        <source>Point the phone&apos;s camera at this square, then type your 6 numbers.</source>
        <translation>Hướng máy ảnh điện thoại vào ô vuông này, rồi gõ 6 số của quý vị.</translation>
    </message>
    <message>
        <source>Your 6 numbers: %1</source>
        <translation>6 số của quý vị: %1</translation>
    </message>
    <message>
        <source>Your 6 numbers are not on this paper. You saw them on the screen.</source>
        <translation>6 số của quý vị không có trên giấy này. Quý vị đã thấy trên màn hình.</translation>
    </message>
    <message>
        <source>What we measured</source>
        <translation>Những gì chúng tôi đã đo</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>My skin</source>
        <translation>Da của tôi</translation>
    </message>
    <message>
        <source>A wound</source>
        <translation>Một vết thương</translation>
    </message>
    <message>
        <source>An eye</source>
        <translation>Một con mắt</translation>
    </message>
    <message>
        <source>My throat</source>
        <translation>Cổ họng của tôi</translation>
    </message>
    <message>
        <source>Head, face or neck</source>
        <translation>Đầu, mặt hoặc cổ</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Ngực</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Cánh tay</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>Bàn tay</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Chân</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>Bàn chân</translation>
    </message>
    <message>
        <source>Hips, bottom, breasts or private parts</source>
        <translation>Hông, mông, ngực hoặc chỗ kín</translation>
    </message>
    <message>
        <source>My left eye</source>
        <translation>Mắt trái của tôi</translation>
    </message>
    <message>
        <source>My right eye</source>
        <translation>Mắt phải của tôi</translation>
    </message>
    <message>
        <source>From far: show the whole part of your body.</source>
        <translation>Từ xa: cho thấy cả phần đó của cơ thể.</translation>
    </message>
    <message>
        <source>Come closer: show the spot and the skin around it.</source>
        <translation>Lại gần hơn: cho thấy chỗ đó và vùng da xung quanh.</translation>
    </message>
    <message>
        <source>Very close. Lay the card beside the spot.</source>
        <translation>Thật gần. Đặt tấm thẻ cạnh chỗ đó.</translation>
    </message>
    <message>
        <source>Now from the side, so that we see if it stands out.</source>
        <translation>Bây giờ từ bên cạnh, để chúng tôi thấy nó có nổi lên không.</translation>
    </message>
    <message>
        <source>Lay the skin lens flat on the spot. Hold it still.</source>
        <translation>Đặt kính soi da phẳng lên chỗ đó. Giữ yên.</translation>
    </message>
    <message>
        <source>Show the wound and the skin around it.</source>
        <translation>Cho thấy vết thương và vùng da xung quanh.</translation>
    </message>
    <message>
        <source>Very close. Lay the card beside the wound.</source>
        <translation>Thật gần. Đặt tấm thẻ cạnh vết thương.</translation>
    </message>
    <message>
        <source>Look straight into the camera.</source>
        <translation>Nhìn thẳng vào máy ảnh.</translation>
    </message>
    <message>
        <source>Look up. Keep your head still.</source>
        <translation>Nhìn lên. Giữ yên đầu.</translation>
    </message>
    <message>
        <source>Look down. Keep your head still.</source>
        <translation>Nhìn xuống. Giữ yên đầu.</translation>
    </message>
    <message>
        <source>Look to your left. Keep your head still.</source>
        <translation>Nhìn sang trái. Giữ yên đầu.</translation>
    </message>
    <message>
        <source>Look to your right. Keep your head still.</source>
        <translation>Nhìn sang phải. Giữ yên đầu.</translation>
    </message>
    <message>
        <source>Open your mouth wide and say “ah”.</source>
        <translation>Há miệng to và nói “a”.</translation>
    </message>
    <message>
        <source>Look at the camera. Smile, then close your eyes tight.</source>
        <translation>Nhìn vào máy ảnh. Cười, rồi nhắm chặt mắt.</translation>
    </message>
    <message>
        <source>Keep your head still. Look up, down, left and right.</source>
        <translation>Giữ yên đầu. Nhìn lên, xuống, trái và phải.</translation>
    </message>
    <message>
        <source>Hold your hands out before you. Then touch your nose.</source>
        <translation>Đưa hai tay ra trước mặt. Rồi chạm vào mũi.</translation>
    </message>
    <message>
        <source>Breathe as you do now. We film with sound.</source>
        <translation>Thở như bây giờ. Chúng tôi quay phim có tiếng.</translation>
    </message>
    <message>
        <source>Walk a few steps away, turn, and come back.</source>
        <translation>Đi vài bước ra xa, quay lại, và trở về.</translation>
    </message>
    <message>
        <source>Too dark. Turn on a light.</source>
        <translation>Tối quá. Hãy bật đèn.</translation>
    </message>
    <message>
        <source>Too bright. Turn away from the light.</source>
        <translation>Sáng quá. Hãy quay đi khỏi ánh sáng.</translation>
    </message>
    <message>
        <source>It shines too much. Tilt it a little.</source>
        <translation>Bị lóa. Hãy nghiêng một chút.</translation>
    </message>
    <message>
        <source>Hold still.</source>
        <translation>Giữ yên.</translation>
    </message>
    <message>
        <source>Closer, please.</source>
        <translation>Xin lại gần hơn.</translation>
    </message>
    <message>
        <source>A little farther away.</source>
        <translation>Xa thêm một chút.</translation>
    </message>
    <message>
        <source>Show all of it. A part is cut off.</source>
        <translation>Cho thấy hết. Một phần bị cắt mất.</translation>
    </message>
    <message>
        <source>Lay the card beside it.</source>
        <translation>Đặt tấm thẻ bên cạnh.</translation>
    </message>
    <message>
        <source>Lay the card flat, and look straight at it.</source>
        <translation>Đặt tấm thẻ nằm phẳng, và nhìn thẳng vào nó.</translation>
    </message>
    <message>
        <source>It is too dark.</source>
        <translation>Nó tối quá.</translation>
    </message>
    <message>
        <source>It is too bright.</source>
        <translation>Nó sáng quá.</translation>
    </message>
    <message>
        <source>A part of it is black.</source>
        <translation>Một phần bị đen.</translation>
    </message>
    <message>
        <source>A part of it shines white.</source>
        <translation>Một phần bị lóa trắng.</translation>
    </message>
    <message>
        <source>It is not sharp.</source>
        <translation>Nó không rõ.</translation>
    </message>
    <message>
        <source>This camera shows too little detail.</source>
        <translation>Máy ảnh này không đủ rõ.</translation>
    </message>
    <message>
        <source>We don&apos;t see the card beside it.</source>
        <translation>Chúng tôi không thấy tấm thẻ bên cạnh.</translation>
    </message>
    <message>
        <source>The card lies too far from straight.</source>
        <translation>Tấm thẻ nằm nghiêng quá.</translation>
    </message>
    <message>
        <source>The colors of the card look wrong.</source>
        <translation>Màu của tấm thẻ trông không đúng.</translation>
    </message>
    <message>
        <source>It is too far away.</source>
        <translation>Nó xa quá.</translation>
    </message>
    <message>
        <source>It is too close.</source>
        <translation>Nó gần quá.</translation>
    </message>
    <message>
        <source>A part of it is cut off.</source>
        <translation>Một phần bị cắt mất.</translation>
    </message>
    <message>
        <source>The film stops and starts.</source>
        <translation>Phim bị giật.</translation>
    </message>
    <message>
        <source>I don&apos;t want to</source>
        <translation>Tôi không muốn</translation>
    </message>
    <message>
        <source>I can&apos;t show it</source>
        <translation>Tôi không cho xem được</translation>
    </message>
    <message>
        <source>It hurts</source>
        <translation>Tôi bị đau</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Điều khác</translation>
    </message>
    <message>
        <source>We take pictures of a minor only if a parent or guardian says yes.</source>
        <translation>Chúng tôi chỉ chụp ảnh trẻ em khi cha mẹ hoặc người giám hộ đồng ý.</translation>
    </message>
    <message>
        <source>Is one with you now? If not, tell the provider what is to be seen.</source>
        <translation>Họ có ở đây với em không? Nếu không, hãy nói với bác sĩ cần xem gì.</translation>
    </message>
    <message>
        <source>We take no pictures of these parts here.</source>
        <translation>Chúng tôi không chụp ảnh những chỗ này ở đây.</translation>
    </message>
    <message>
        <source>Tell the provider about it. They will say who can look at it, and where.</source>
        <translation>Hãy nói với bác sĩ. Họ sẽ cho biết ai có thể xem, và ở đâu.</translation>
    </message>
    <message>
        <source>A parent or guardian is here</source>
        <translation>Có cha mẹ hoặc người giám hộ ở đây</translation>
    </message>
    <message>
        <source>Show another place</source>
        <translation>Cho xem chỗ khác</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lớn hơn</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>Đèn</translation>
    </message>
    <message>
        <source>Sharp farther</source>
        <translation>Rõ ở xa hơn</translation>
    </message>
    <message>
        <source>Sharp closer</source>
        <translation>Rõ ở gần hơn</translation>
    </message>
    <message>
        <source>No picture, go on</source>
        <translation>Không chụp, tiếp tục</translation>
    </message>
    <message>
        <source>Do you want to show us something?</source>
        <translation>Quý vị muốn cho chúng tôi xem gì không?</translation>
    </message>
    <message>
        <source>We take pictures only if you say yes. Only the people who care for you see them.</source>
        <translation>Chúng tôi chỉ chụp nếu quý vị đồng ý. Chỉ những người chăm sóc quý vị mới xem.</translation>
    </message>
    <message>
        <source>Belly</source>
        <translation>Bụng</translation>
    </message>
    <message>
        <source>My back</source>
        <translation>Lưng của tôi</translation>
    </message>
    <message>
        <source>Which eye is it?</source>
        <translation>Mắt nào?</translation>
    </message>
    <message>
        <source>Where on your body is it?</source>
        <translation>Ở đâu trên cơ thể?</translation>
    </message>
    <message>
        <source>Hold still. We take the picture.</source>
        <translation>Giữ yên. Chúng tôi chụp ảnh.</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>còn %1 s</translation>
    </message>
    <message>
        <source>This is a good picture.</source>
        <translation>Ảnh này tốt.</translation>
    </message>
    <message>
        <source>Not so clear, but it may still help. You can use it.</source>
        <translation>Không rõ lắm, nhưng vẫn có thể giúp. Quý vị có thể dùng nó.</translation>
    </message>
    <message>
        <source>Not clear enough yet. Please take it again.</source>
        <translation>Chưa đủ rõ. Xin chụp lại.</translation>
    </message>
    <message>
        <source>The film is ready.</source>
        <translation>Phim đã xong.</translation>
    </message>
    <message>
        <source>Look at your picture.</source>
        <translation>Xem ảnh của quý vị.</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Chụp lại</translation>
    </message>
    <message>
        <source>No picture here. May we know why?</source>
        <translation>Không chụp ảnh này. Chúng tôi hỏi lý do được không?</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Ảnh %1 trên %2</translation>
    </message>
    <message>
        <source>The camera gives no picture. You can skip this.</source>
        <translation>Máy ảnh không cho hình. Quý vị có thể bỏ qua.</translation>
    </message>
    <message>
        <source>The camera starts …</source>
        <translation>Máy ảnh đang bật …</translation>
    </message>
    <message>
        <source>Good. Hold still and touch the button.</source>
        <translation>Tốt. Giữ yên và chạm vào nút.</translation>
    </message>
    <message>
        <source>The camera&apos;s picture comes in a moment.</source>
        <translation>Hình của máy ảnh hiện ra trong giây lát.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ngừng</translation>
    </message>
    <message>
        <source>Staff takes the picture. Touch to change.</source>
        <translation>Nhân viên chụp ảnh. Chạm để đổi.</translation>
    </message>
    <message>
        <source>Somebody who works here takes it</source>
        <translation>Người làm việc ở đây chụp</translation>
    </message>
    <message>
        <source>Skip this picture</source>
        <translation>Bỏ qua ảnh này</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Your plan</source>
        <translation>Kế hoạch của quý vị</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Từ %1</translation>
    </message>
    <message>
        <source>Your medicines:</source>
        <translation>Thuốc của quý vị:</translation>
    </message>
    <message>
        <source>Where to go: %1</source>
        <translation>Đến đâu: %1</translation>
    </message>
    <message>
        <source>When to come back: %1</source>
        <translation>Khi nào trở lại: %1</translation>
    </message>
    <message>
        <source>Get help at once if:</source>
        <translation>Tìm người giúp ngay nếu:</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>Trạm giữ lại gì về tôi?</translation>
    </message>
    <message>
        <source>in the morning</source>
        <translation>buổi sáng</translation>
    </message>
    <message>
        <source>at midday</source>
        <translation>buổi trưa</translation>
    </message>
    <message>
        <source>in the evening</source>
        <translation>buổi tối</translation>
    </message>
    <message>
        <source>at bedtime</source>
        <translation>trước khi ngủ</translation>
    </message>
    <message>
        <source>A card for next time</source>
        <translation>Thẻ cho lần sau</translation>
    </message>
    <message>
        <source>If you get worse, call %1.</source>
        <translation>Nếu nặng hơn, hãy gọi %1.</translation>
    </message>
    <message>
        <source>only when you need it</source>
        <translation>chỉ khi cần</translation>
    </message>
    <message>
        <source>for 1 day</source>
        <translation>trong 1 ngày</translation>
    </message>
    <message>
        <source>for %1 days</source>
        <translation>trong %1 ngày</translation>
    </message>
    <message>
        <source>Yes: you get %1 again.</source>
        <translation>Có: quý vị được lấy thêm %1.</translation>
    </message>
    <message>
        <source>No: you do not get %1 again for now.</source>
        <translation>Không: lúc này quý vị không được lấy thêm %1.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Vì sao: %1</translation>
    </message>
    <message>
        <source>Pick it up here: %1</source>
        <translation>Lấy thuốc ở đây: %1</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 percent done</source>
        <translation>Đã xong %1 phần trăm</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Stop reading</source>
        <translation>Ngừng đọc</translation>
    </message>
    <message>
        <source>Read this to me</source>
        <translation>Đọc cho tôi nghe</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>This station is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station works, but not all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>Trạm này tạm ngừng hoạt động.</translation>
    </message>
    <message>
        <source>saving anything new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oxygen and pulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blood sugar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heart rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being seen in a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being heard in a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hearing the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending (it is kept here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staff sign-in without network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spare is in use: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The battery is low: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is time to calibrate: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls need the center, and it can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls work, but may stutter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network here lets no call through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture and sound are starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera sees nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s pass has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s pass runs out soon: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last update did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New settings from the center can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is readable if taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center took it out of service: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it plugged in and switched on? Check its cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in new batteries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug it and plug it in again. Else take the spare one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell your technician this week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network cable and the router.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch Test the network below. It says what to ask IT for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need do nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off what covers it. Turn on the light. Then test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take no new patients here. Call your technician now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It renews itself when the station is online. Else call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this station in a locked room. Ask your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the people of the center.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood pressure cuff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finger clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thermometer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood sugar meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heart strap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the whole station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not work now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station tests itself. This takes a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rest</name>
    <message>
        <source>A person sitting with back and arm supported, feet flat</source>
        <translation>Một người ngồi có tựa lưng và tay, hai bàn chân đặt sàn</translation>
    </message>
    <message>
        <source>The last reading: %1</source>
        <translation>Số đo vừa rồi: %1</translation>
    </message>
    <message>
        <source>Demo: this time is shorter than it should be.</source>
        <translation>Bản thử: thời gian này ngắn hơn bình thường.</translation>
    </message>
    <message>
        <source>Skip this measurement</source>
        <translation>Bỏ qua lần đo này</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Saved and sent.</source>
        <translation>Đã lưu và đã gửi.</translation>
    </message>
    <message>
        <source>Saved. It will be sent.</source>
        <translation>Đã lưu. Sẽ được gửi.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Đang lưu …</translation>
    </message>
    <message>
        <source>Not saved yet. We keep trying.</source>
        <translation>Chưa lưu được. Chúng tôi tiếp tục thử.</translation>
    </message>
    <message>
        <source>Not saved: the memory is full. Please get a person.</source>
        <translation>Không lưu được: bộ nhớ đã đầy. Xin gọi người giúp.</translation>
    </message>
    <message>
        <source>Saved here. A part must be fetched by a person.</source>
        <translation>Đã lưu ở đây. Một phần phải có người đến lấy.</translation>
    </message>
    <message>
        <source>That is %1 °F.</source>
        <translation>Tức là %1 °F.</translation>
    </message>
    <message>
        <source>That is %1 pounds.</source>
        <translation>Tức là %1 pound.</translation>
    </message>
    <message>
        <source>That is %1 inches.</source>
        <translation>Tức là %1 inch.</translation>
    </message>
    <message>
        <source>Measure also: %1</source>
        <translation>Đo thêm: %1</translation>
    </message>
    <message>
        <source>A provider should see you soon. Touch Next to ask for one.</source>
        <translation>Nên có bác sĩ khám cho quý vị sớm. Chạm Tiếp để gọi bác sĩ.</translation>
    </message>
    <message>
        <source>There is no connection just now. Touch Next: you can wait or be called back.</source>
        <translation>Lúc này không có kết nối. Chạm Tiếp: quý vị có thể chờ hoặc được gọi lại.</translation>
    </message>
    <message>
        <source>Next: talk to a provider about this. You choose how.</source>
        <translation>Tiếp theo: nói với bác sĩ về điều này. Quý vị chọn cách nào.</translation>
    </message>
    <message>
        <source>Last time, on %1: %2</source>
        <translation>Lần trước, ngày %1: %2</translation>
    </message>
    <message>
        <source>Entered by hand at %1 by: %2</source>
        <translation>Nhập bằng tay lúc %1, người nhập: %2</translation>
    </message>
    <message>
        <source>Measured at %1 with %2.</source>
        <translation>Đo lúc %1 bằng %2.</translation>
    </message>
    <message>
        <source>The average of %1 readings.</source>
        <translation>Trung bình của %1 lần đo.</translation>
    </message>
    <message>
        <source>The true value may be up to 4 % higher or lower.</source>
        <translation>Số thật có thể cao hơn hay thấp hơn đến 4 %.</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>Kết quả của quý vị</translation>
    </message>
    <message>
        <source>Show something with a picture</source>
        <translation>Cho xem bằng hình ảnh</translation>
    </message>
    <message>
        <source>For staff: record heart or lung sounds</source>
        <translation>Dành cho nhân viên: ghi âm tim hoặc phổi</translation>
    </message>
    <message>
        <source>Change my answers</source>
        <translation>Sửa câu trả lời của tôi</translation>
    </message>
    <message>
        <source>For staff: enter by hand</source>
        <translation>Dành cho nhân viên: nhập bằng tay</translation>
    </message>
</context>
<context>
    <name>Round</name>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>Mới lú lẫn</translation>
    </message>
    <message>
        <source>Answers to voice only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers to pain only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEWS2: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1, now higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1, now lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known illnesses: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicines: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold your badge before the reader again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold your badge before the reader.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station had to start again. Your round is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader does not work now. You can type the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For staff only. Then comes your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the badge&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number on your badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the number on your badge?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is your PIN?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are checking it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in %1 min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is kept. This screen forgets it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all is saved yet. Please leave the cart switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now clean your hands, and what touched the residents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom are you looking for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wristband is one. Now check one more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check two of these at the bedside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They say this name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They say this birth date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They look like this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resident&apos;s photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo. Check name and birth date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo is old: from %1. It does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is noted. You can come back later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: all as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not as usual?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add my own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you see?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your view, in your words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you think is the matter?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you ask for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: told at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All three must be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what they answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom did you try to reach?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom did you speak?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their answer, in their words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did they answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider will see and hear this person by video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider will read the case later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture will be taken and kept in the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The representative agrees, as the record says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot decide now: the representative agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resident agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, they do not agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others in the room, or an interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who agrees to this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in plain words, and ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who else is there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who interprets?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what right do they decide?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is the representative?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are getting the list of residents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list needs the network. We get it as soon as there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose readings are these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the right wristband, or touch the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong resident: readings of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean your hands, and what touched the resident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a wristband, or touch a name. List from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network now. Go on: all is kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your round: nobody is due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your round: %1 to see, %2 of them late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery %1 %, charging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Battery %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: changing over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was an emergency alarm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider should look soon. Tell your nurse, or call from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEWS2 (Royal College of Physicians): %1</source>
        <translation>NEWS2 (Royal College of Physicians): %1</translation>
    </message>
    <message>
        <source>Oxygen goal 88 to 92 % (scale 2), as the record says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in line for a provider. Go on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is left. Somebody looks at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes noted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: all as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The handover is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filed here now. They were filed for %1 before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet. Please don&apos;t leave the cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusual: please take it once more, to be sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usual value is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 higher than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lower than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: file them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now: leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover (SBAR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of a wound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a specialist to look at the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A nurse writes this part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What staff have seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the nurse thinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What we ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what we ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what you think</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it and call a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it and leave the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handover for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from the data. Please read it before you keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge and PIN do not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station does not know this badge. Ask your lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. This badge must wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station must reach the center once before staff can sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of staff here is too old. The station needs the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This badge is no longer valid. Ask your lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shift is too long. Please sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station belongs to no home yet. Ask your lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center is busy. We ask again soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out: nobody was here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out: the shift is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out: this badge is no longer valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed out: the station had to start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not resuscitate (DNR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not intubate (DNI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not resuscitate, do not intubate (DNR, DNI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfort care only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other: see the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here: see the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not want it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too unwell for it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>How they act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Đau</translation>
    </message>
    <message>
        <source>Eating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bowels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Cân nặng</translation>
    </message>
    <message>
        <source>Unrest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiredness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don&apos;t know since when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please see this person today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give new orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please tell us what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for you to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The family or representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left a message, not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried, but not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family or friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The representative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>Nhân viên khác</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interpreter in the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interpreter by phone or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family interprets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An injury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A big change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new or changed treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A move to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health care proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal guardian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next of kin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Y tá</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Phụ tá</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>Oxy (SpO2)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Mạch</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>Nhịp tim</translation>
    </message>
    <message>
        <source>Upper blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Nhiệt độ</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Chiều cao</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>Đường huyết</translation>
    </message>
    <message>
        <source>Breaths a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pain (0 to 10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out in this round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Without the network nobody can sign in at this station.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Move up</source>
        <translation>Lên trên</translation>
    </message>
    <message>
        <source>Move down: there is more</source>
        <translation>Xuống dưới: còn nữa</translation>
    </message>
</context>
<context>
    <name>SelfView</name>
    <message>
        <source>What they see of you</source>
        <translation>Hình của quý vị mà họ thấy</translation>
    </message>
    <message>
        <source>Your camera is off</source>
        <translation>Máy quay của quý vị đang tắt</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Dời</translation>
    </message>
    <message>
        <source>Move my picture to the other side</source>
        <translation>Dời hình của tôi sang bên kia</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ẩn</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Hiện hình tôi</translation>
    </message>
    <message>
        <source>Hide my picture. They still see you.</source>
        <translation>Ẩn hình của tôi. Họ vẫn thấy quý vị.</translation>
    </message>
    <message>
        <source>Show my picture</source>
        <translation>Hiện hình của tôi</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Who you are</source>
        <translation>Quý vị là ai</translation>
    </message>
    <message>
        <source>Why you are here</source>
        <translation>Vì sao quý vị đến</translation>
    </message>
    <message>
        <source>Your results</source>
        <translation>Kết quả của quý vị</translation>
    </message>
    <message>
        <source>Talk to a provider</source>
        <translation>Nói chuyện với bác sĩ</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Về quý vị</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>Mang về nhà</translation>
    </message>
    <message>
        <source>I have my paper</source>
        <translation>Tôi đã lấy giấy</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Tôi đồng ý</translation>
    </message>
    <message>
        <source>Send a code</source>
        <translation>Gửi mã</translation>
    </message>
    <message>
        <source>Yes, that is me</source>
        <translation>Phải, đó là tôi</translation>
    </message>
    <message>
        <source>I am ready</source>
        <translation>Tôi sẵn sàng</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Bắt đầu ngay</translation>
    </message>
    <message>
        <source>Yes, with video</source>
        <translation>Có, bằng video</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Tôi đã đọc</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next resident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi âm</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Start a visit</source>
        <translation>Bắt đầu khám</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Chụp ảnh</translation>
    </message>
    <message>
        <source>Start filming</source>
        <translation>Bắt đầu quay</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 trên %3)</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Dùng cái này</translation>
    </message>
    <message>
        <source>Your measurements</source>
        <translation>Số đo của quý vị</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Chụp lại</translation>
    </message>
    <message>
        <source>Get a person</source>
        <translation>Gọi người giúp</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>I work here</source>
        <translation>Tôi làm việc ở đây</translation>
    </message>
</context>
<context>
    <name>Sound</name>
    <message>
        <source>The heart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lungs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right of the breastbone, high up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aortic: second rib gap, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left of the breastbone, high up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulmonic: second rib gap, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left of the breastbone, low down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tricuspid: fourth rib gap, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the left breast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitral: fifth rib gap, below the middle of the collarbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, left, high up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, right, high up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, left, low down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, right, low down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chest, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chest, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We hear nothing. Is it plugged in, switched on and on the skin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too soft. Press it a little more, on bare skin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too loud. Press it less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room is too loud. Don&apos;t talk, and close the door.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It moves. Hold it still, and keep clothes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We find no heartbeat here. Try a little to the side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are listening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to record?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do you want to listen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Choose another place, or touch Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the stethoscope here, on bare skin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep still. Breathe in and out through your mouth, slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep still. Don&apos;t talk. Breathe calmly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>còn %1 s</translation>
    </message>
    <message>
        <source>Not so clear. You can do it again, or save it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drawing of the upper body with the places to listen at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High tones above, low tones below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the sound, 20 seconds from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1000 hertz; time from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How loud it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How loud it is: %1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ngừng</translation>
    </message>
    <message>
        <source>Play all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play low tones (bell)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play higher tones (diaphragm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundTest</name>
    <message>
        <source>There is no microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug one in. Then test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s microphone is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in. Or plug in a headset: that one goes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or take another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone hears nothing at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a mute switch on it. Check its cable. Else take another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone is set too loud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn its level down, or move it away from the speaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone hums, as from the power line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep its cable away from power supplies. Try another socket or cable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no speaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s speaker is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speaker does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to the room. Please be quiet for a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now you should hear three tones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the sound again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone works: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speaker is on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone heard the speaker, %1 ms later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone did not hear the speaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a headset that is right. Else: did you hear three tones? Turn the speaker up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffHere</name>
    <message>
        <source>I work here: I am with this person</source>
        <translation>Tôi làm việc ở đây: tôi đang ở với người này</translation>
    </message>
    <message>
        <source>No, I am the patient</source>
        <translation>Không, tôi là bệnh nhân</translation>
    </message>
    <message>
        <source>Yes: I work here, stop calling for help</source>
        <translation>Vâng: tôi làm việc ở đây, ngừng gọi giúp đỡ</translation>
    </message>
</context>
<context>
    <name>Standby</name>
    <message>
        <source>One moment, please.</source>
        <translation>Xin chờ một lát.</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>Trạm này tạm ngừng hoạt động.</translation>
    </message>
    <message>
        <source>Please call {phone}.</source>
        <translation>Xin gọi {phone}.</translation>
    </message>
    <message>
        <source>In an emergency call {number}.</source>
        <translation>Trường hợp khẩn cấp, gọi {number}.</translation>
    </message>
    <message>
        <source>This station is not set up yet.</source>
        <translation>Trạm này chưa được thiết lập.</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>Alerts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers and notes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures and sounds: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network cable and the router. Then touch Try now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need do nothing. If it lasts a day, call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station has no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center&apos;s computer does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s clock is wrong. So it can&apos;t connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answers in place of the center. We tell it nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center does not know this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center is busy. We try again by ourselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center does not take what we send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center&apos;s receipt could not be trusted. We keep everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station can&apos;t read its own memory now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is safe here, locked. Keep the station switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in for a round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Xin chờ một lát.</translation>
    </message>
    <message>
        <source>The station has no room for pictures or sounds now. Your answers and readings are still saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something could not be saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thing waits to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 things wait to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest has waited for less than 2 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest has waited for about %1 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest has waited for about %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are trying now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last try: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station is connected to the center.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station can&apos;t reach the center now. Calls don&apos;t work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s memory is %1 % full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is full. New readings can&apos;t be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take no new patients here. Call your technician now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your technician today, before it is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that the network works. Tell your technician this week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new pictures are taken, to keep room for readings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings still work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the center, not filed yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center has it. Somebody there must look at it. Tell them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large to be sent, kept here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be read from the memory any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory may be failing. Call your technician now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory was damaged. Saved from it: %1. Lost: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center&apos;s key is too old. We still lock all data with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is renewed when the station is online. If not, call your technician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station is not sure of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are put right when it is online again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Symptoms</name>
    <message>
        <source>Head</source>
        <translation>Đầu</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Mắt</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Tai</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Mũi</translation>
    </message>
    <message>
        <source>Mouth or throat</source>
        <translation>Miệng hoặc họng</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cổ</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Ngực</translation>
    </message>
    <message>
        <source>Belly</source>
        <translation>Bụng</translation>
    </message>
    <message>
        <source>Pee, stool or private parts</source>
        <translation>Tiểu, tiêu hoặc chỗ kín</translation>
    </message>
    <message>
        <source>My back</source>
        <translation>Lưng của tôi</translation>
    </message>
    <message>
        <source>Arms or hands</source>
        <translation>Cánh tay hoặc bàn tay</translation>
    </message>
    <message>
        <source>Legs or feet</source>
        <translation>Chân hoặc bàn chân</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>All over</source>
        <translation>Khắp người</translation>
    </message>
    <message>
        <source>Feelings or thoughts</source>
        <translation>Cảm xúc hoặc suy nghĩ</translation>
    </message>
    <message>
        <source>This can&apos;t tell what you have. If you are worried, get a person.</source>
        <translation>Phần này không thể nói quý vị bị gì. Nếu lo lắng, hãy gọi người giúp.</translation>
    </message>
    <message>
        <source>We don&apos;t know that word. Try another, or touch “Show on a body”.</source>
        <translation>Chúng tôi không biết từ đó. Hãy thử từ khác, hoặc chạm “Chỉ trên hình người”.</translation>
    </message>
    <message>
        <source>What bothers you?</source>
        <translation>Điều gì làm quý vị khó chịu?</translation>
    </message>
    <message>
        <source>for example: headache</source>
        <translation>ví dụ: nhức đầu</translation>
    </message>
    <message>
        <source>Show on a body</source>
        <translation>Chỉ trên hình người</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>Ở đâu?</translation>
    </message>
    <message>
        <source>A body from the front and from the back</source>
        <translation>Hình người nhìn từ trước và từ sau</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Đó là gì?</translation>
    </message>
    <message>
        <source>Yes, at least one</source>
        <translation>Có, ít nhất một điều</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>Không, không có điều nào</translation>
    </message>
    <message>
        <source>Is any of this so right now?</source>
        <translation>Lúc này có điều nào trong đây không?</translation>
    </message>
    <message>
        <source>Call %1 now, or ask someone near you to call.</source>
        <translation>Gọi %1 ngay, hoặc nhờ người ở gần gọi.</translation>
    </message>
    <message>
        <source>Call or text %1. Someone will listen, day and night.</source>
        <translation>Gọi hoặc nhắn tin %1. Có người lắng nghe, ngày và đêm.</translation>
    </message>
    <message>
        <source>You need help now.</source>
        <translation>Quý vị cần được giúp ngay.</translation>
    </message>
    <message>
        <source>You don&apos;t have to be alone with this.</source>
        <translation>Quý vị không phải chịu đựng một mình.</translation>
    </message>
    <message>
        <source>You are at: %1</source>
        <translation>Quý vị đang ở: %1</translation>
    </message>
    <message>
        <source>Poison help: %1</source>
        <translation>Giúp khi ngộ độc: %1</translation>
    </message>
    <message>
        <source>Get help at once if one of the signs before comes up.</source>
        <translation>Tìm người giúp ngay nếu có một trong những dấu hiệu nêu trước.</translation>
    </message>
    <message>
        <source>See someone soon if:</source>
        <translation>Đi khám sớm nếu:</translation>
    </message>
    <message>
        <source>What you can do now:</source>
        <translation>Việc quý vị có thể làm ngay:</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>Nguồn: %1</translation>
    </message>
</context>
<context>
    <name>Take</name>
    <message>
        <source>The printer is not here now.</source>
        <translation>Lúc này không có máy in.</translation>
    </message>
    <message>
        <source>The printer did not take the page.</source>
        <translation>Máy in không nhận trang.</translation>
    </message>
    <message>
        <source>The printer has no paper.</source>
        <translation>Máy in hết giấy.</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer.</source>
        <translation>Giấy bị kẹt trong máy in.</translation>
    </message>
    <message>
        <source>A door of the printer is open.</source>
        <translation>Nắp máy in đang mở.</translation>
    </message>
    <message>
        <source>The printer has no ink.</source>
        <translation>Máy in hết mực.</translation>
    </message>
    <message>
        <source>The printer&apos;s tray is full.</source>
        <translation>Khay máy in đã đầy.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>Máy in không trả lời.</translation>
    </message>
    <message>
        <source>Somebody has paused the printer.</source>
        <translation>Có người đã tạm ngừng máy in.</translation>
    </message>
    <message>
        <source>Printing was broken off. You can print again.</source>
        <translation>Việc in bị đứt. Quý vị có thể in lại.</translation>
    </message>
    <message>
        <source>You can open it until %1.</source>
        <translation>Quý vị mở được đến %1.</translation>
    </message>
    <message>
        <source>It works now.</source>
        <translation>Bây giờ dùng được.</translation>
    </message>
    <message>
        <source>We could not save it yet. We keep trying.</source>
        <translation>Chúng tôi chưa lưu được. Chúng tôi tiếp tục thử.</translation>
    </message>
    <message>
        <source>It does not work yet: we have no connection. It will, once we have one.</source>
        <translation>Chưa dùng được: chúng tôi không có kết nối. Khi có kết nối sẽ dùng được.</translation>
    </message>
    <message>
        <source>It will work in a few minutes.</source>
        <translation>Vài phút nữa sẽ dùng được.</translation>
    </message>
    <message>
        <source>Your page is being printed.</source>
        <translation>Trang của quý vị đang được in.</translation>
    </message>
    <message>
        <source>Please take your paper.</source>
        <translation>Xin lấy giấy của quý vị.</translation>
    </message>
    <message>
        <source>Please get a person. It goes on by itself then.</source>
        <translation>Xin gọi người giúp. Sau đó nó tự tiếp tục.</translation>
    </message>
    <message>
        <source>You can try again, or ask a person here to write it down.</source>
        <translation>Quý vị có thể thử lại, hoặc nhờ một người ở đây ghi ra giấy.</translation>
    </message>
    <message>
        <source>Take it home.</source>
        <translation>Mang về nhà.</translation>
    </message>
    <message>
        <source>A square code for a phone&apos;s camera.</source>
        <translation>Mã vuông cho máy ảnh điện thoại.</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera at the square.</source>
        <translation>Hướng máy ảnh điện thoại vào ô vuông.</translation>
    </message>
    <message>
        <source>When it asks, type these numbers. Write them down, and show nobody.</source>
        <translation>Khi được hỏi, gõ những số này. Hãy ghi lại và đừng cho ai xem.</translation>
    </message>
    <message>
        <source>What do you keep of me?</source>
        <translation>Trạm giữ lại gì về tôi?</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Print it, in large letters</source>
        <translation>In bằng chữ lớn</translation>
    </message>
    <message>
        <source>Print it with my numbers</source>
        <translation>In cùng các số của tôi</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>You need do nothing. The station tries again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call your technician. The station works as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place updates come from does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The center has no updates for this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update comes too slowly. What came is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update is not signed as it must be. We do not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody offers an old update as new. We do not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The news of updates is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update is not what was signed. We do not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station can&apos;t read the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station&apos;s clock is wrong. So it takes no updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new version does not work well yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 did not work well. Version %2 runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New questions (%1) can&apos;t be used. The former ones stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is coming: %2 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is ready. The station restarts between %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is ready. It starts after the visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station restarts now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 is new. We watch if it works well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 runs. It is the newest we know of.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Nút.</translation>
    </message>
    <message>
        <source>%1. Button, not ready yet.</source>
        <translation>%1. Nút, chưa sẵn sàng.</translation>
    </message>
    <message>
        <source>%1. Chosen.</source>
        <translation>%1. Đã chọn.</translation>
    </message>
    <message>
        <source>%1. Not chosen.</source>
        <translation>%1. Chưa chọn.</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <translation>%1 trên %2.</translation>
    </message>
    <message>
        <source>%1. Type here. The down arrow leads to the keys. OK goes on.</source>
        <translation>%1. Gõ ở đây. Mũi tên xuống đưa đến các phím. OK để tiếp tục.</translation>
    </message>
    <message>
        <source>%1. It says: %2.</source>
        <translation>%1. Đang ghi: %2.</translation>
    </message>
    <message>
        <source>%1. What you type here is not said. Signs so far: %2.</source>
        <translation>%1. Những gì gõ ở đây không được đọc lên. Số dấu đã gõ: %2.</translation>
    </message>
    <message>
        <source>Picture: %1.</source>
        <translation>Hình: %1.</translation>
    </message>
    <message>
        <source>Erased: %1.</source>
        <translation>Đã xóa: %1.</translation>
    </message>
    <message>
        <source>Answers to choose from: %1.</source>
        <translation>Số câu trả lời để chọn: %1.</translation>
    </message>
    <message>
        <source>Buttons here: %1.</source>
        <translation>Số nút ở đây: %1.</translation>
    </message>
    <message>
        <source>To hear this screen, press the raised round key, or plug in headphones.</source>
        <translation>Để nghe màn hình này, nhấn phím tròn nổi, hoặc cắm tai nghe.</translation>
    </message>
    <message>
        <source>The voice is on. The arrow keys lead from one thing to the next. OK chooses it. The back key goes back. The raised round key says all of it again.</source>
        <translation>Giọng đọc đã bật. Các phím mũi tên đưa từ mục này sang mục khác. OK để chọn. Phím trở lại để quay về. Phím tròn nổi đọc lại tất cả.</translation>
    </message>
    <message>
        <source>People near you can hear this. Plug in headphones to keep it to yourself.</source>
        <translation>Người ở gần có thể nghe. Cắm tai nghe để chỉ mình quý vị nghe.</translation>
    </message>
    <message>
        <source>The headphones are out, so the voice stops. Press the raised round key to hear it from the speaker.</source>
        <translation>Tai nghe đã rút ra, nên giọng đọc ngừng. Nhấn phím tròn nổi để nghe bằng loa.</translation>
    </message>
    <message>
        <source>While the cuff squeezes, any key stops it at once.</source>
        <translation>Khi băng đo đang siết, nhấn phím bất kỳ là ngừng ngay.</translation>
    </message>
    <message>
        <source>Volume %1 of %2.</source>
        <translation>Âm lượng %1 trên %2.</translation>
    </message>
</context>
<context>
    <name>WaveView</name>
    <message>
        <source>Your pulse as a moving line</source>
        <translation>Mạch của quý vị là đường chuyển động</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Touch here to begin</source>
        <translation>Chạm vào đây để bắt đầu</translation>
    </message>
    <message>
        <source>It takes about %1 minutes. You can stop at any time.</source>
        <translation>Mất khoảng %1 phút. Ngừng lúc nào cũng được.</translation>
    </message>
    <message>
        <source>Look up a symptom</source>
        <translation>Tra triệu chứng</translation>
    </message>
    <message>
        <source>Some parts are still in English.</source>
        <translation>Một phần còn bằng tiếng Anh.</translation>
    </message>
    <message>
        <source>This screen forgets you when you leave.</source>
        <translation>Màn hình này quên quý vị khi rời đi.</translation>
    </message>
    <message>
        <source>This station is out of service.</source>
        <translation>Trạm này tạm ngừng hoạt động.</translation>
    </message>
    <message>
        <source>Please call %1.</source>
        <translation>Xin gọi %1.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Please fill this in.</source>
        <translation>Xin điền vào đây.</translation>
    </message>
    <message>
        <source>The month is a number from 1 to 12.</source>
        <translation>Tháng là số từ 1 đến 12.</translation>
    </message>
    <message>
        <source>This month does not have that day.</source>
        <translation>Tháng này không có ngày đó.</translation>
    </message>
    <message>
        <source>The year has four digits, like 1948.</source>
        <translation>Năm có bốn chữ số, như 1948.</translation>
    </message>
    <message>
        <source>Please type your first or last name.</source>
        <translation>Xin gõ tên hoặc họ của quý vị.</translation>
    </message>
    <message>
        <source>This name is too long for us. Please shorten it.</source>
        <translation>Tên này quá dài. Xin viết ngắn lại.</translation>
    </message>
    <message>
        <source>We can&apos;t read this date. Please check it.</source>
        <translation>Chúng tôi không đọc được ngày này. Xin xem lại.</translation>
    </message>
    <message>
        <source>This day is still to come. Please check the year.</source>
        <translation>Ngày này chưa đến. Xin xem lại năm.</translation>
    </message>
    <message>
        <source>This is too long ago. Please check the year.</source>
        <translation>Ngày này lâu quá rồi. Xin xem lại năm.</translation>
    </message>
    <message>
        <source>Please type your age in years, like 67.</source>
        <translation>Xin gõ tuổi bằng số năm, như 67.</translation>
    </message>
    <message>
        <source>Your answers say: not this arm. Please take the other one.</source>
        <translation>Theo câu trả lời của quý vị thì không dùng tay này. Xin dùng tay kia.</translation>
    </message>
    <message>
        <source>We can&apos;t use this answer. Please check it.</source>
        <translation>Chúng tôi không dùng được câu trả lời này. Xin xem lại.</translation>
    </message>
    <message>
        <source>This number can&apos;t be right. Please check it.</source>
        <translation>Số này không thể đúng. Xin xem lại.</translation>
    </message>
    <message>
        <source>Please fill in one of the two: you choose the unit.</source>
        <translation>Xin điền một trong hai ô: quý vị chọn đơn vị.</translation>
    </message>
    <message>
        <source>The upper number must be more than the lower one.</source>
        <translation>Số trên phải lớn hơn số dưới.</translation>
    </message>
    <message>
        <source>This is unusual. If it is right, touch Next once more.</source>
        <translation>Số này khác thường. Nếu đúng, chạm Tiếp lần nữa.</translation>
    </message>
    <message>
        <source>This count can&apos;t be right. Please count again.</source>
        <translation>Số đếm này không thể đúng. Xin đếm lại.</translation>
    </message>
    <message>
        <source>Please type a phone number with its area code.</source>
        <translation>Xin gõ số điện thoại có mã vùng.</translation>
    </message>
    <message>
        <source>This does not match. Please try again, or start over.</source>
        <translation>Không khớp. Xin thử lại, hoặc bắt đầu lại từ đầu.</translation>
    </message>
    <message>
        <source>The device is not plugged in.</source>
        <translation>Máy chưa được cắm.</translation>
    </message>
    <message>
        <source>Something else is using the device.</source>
        <translation>Có chương trình khác đang dùng máy.</translation>
    </message>
    <message>
        <source>The station may not use the device yet.</source>
        <translation>Trạm chưa được phép dùng máy này.</translation>
    </message>
    <message>
        <source>The device&apos;s cable does not work right.</source>
        <translation>Dây của máy hoạt động không đúng.</translation>
    </message>
    <message>
        <source>The station does not know this device.</source>
        <translation>Trạm không biết máy này.</translation>
    </message>
    <message>
        <source>The station&apos;s wireless link is switched off.</source>
        <translation>Kết nối không dây của trạm đang tắt.</translation>
    </message>
    <message>
        <source>You stopped the measurement. That is fine.</source>
        <translation>Quý vị đã ngừng đo. Không sao cả.</translation>
    </message>
    <message>
        <source>We saw no finger in the clip.</source>
        <translation>Chúng tôi không thấy ngón tay trong kẹp.</translation>
    </message>
    <message>
        <source>The finger clip is not plugged in.</source>
        <translation>Kẹp ngón tay chưa được cắm.</translation>
    </message>
    <message>
        <source>No result came from the device.</source>
        <translation>Máy không cho kết quả.</translation>
    </message>
    <message>
        <source>The device&apos;s battery is too weak to measure.</source>
        <translation>Pin của máy quá yếu để đo.</translation>
    </message>
    <message>
        <source>This is more than the scale can weigh.</source>
        <translation>Nặng hơn mức cân có thể cân.</translation>
    </message>
    <message>
        <source>The scale felt no weight on it.</source>
        <translation>Cân không thấy có gì ở trên.</translation>
    </message>
    <message>
        <source>The value is too high or too low for this device.</source>
        <translation>Số đo quá cao hoặc quá thấp đối với máy này.</translation>
    </message>
    <message>
        <source>The device&apos;s sensor is missing or does not work.</source>
        <translation>Bộ cảm biến của máy bị thiếu hoặc không hoạt động.</translation>
    </message>
    <message>
        <source>The device is too warm or too cold to work.</source>
        <translation>Máy quá nóng hoặc quá lạnh để hoạt động.</translation>
    </message>
    <message>
        <source>The device did not answer.</source>
        <translation>Máy không trả lời.</translation>
    </message>
    <message>
        <source>The pressure got too high, so the cuff let go.</source>
        <translation>Áp lực quá cao, nên băng đo đã nhả ra.</translation>
    </message>
    <message>
        <source>The cuff sits too loosely, or lets air out.</source>
        <translation>Băng đo quá lỏng, hoặc bị xì hơi.</translation>
    </message>
    <message>
        <source>The cuff&apos;s sensor does not work.</source>
        <translation>Bộ cảm biến của băng đo không hoạt động.</translation>
    </message>
    <message>
        <source>The cuff did not let its air out right. Please take it off.</source>
        <translation>Băng đo không xả hơi đúng. Xin tháo nó ra.</translation>
    </message>
    <message>
        <source>The cuff&apos;s pump does not work.</source>
        <translation>Máy bơm của băng đo không hoạt động.</translation>
    </message>
    <message>
        <source>The cuff reported a fault.</source>
        <translation>Băng đo báo lỗi.</translation>
    </message>
    <message>
        <source>The cuff gave a result that can&apos;t be right.</source>
        <translation>Băng đo cho kết quả không thể đúng.</translation>
    </message>
    <message>
        <source>The measurement took too long, so we stopped it.</source>
        <translation>Đo quá lâu, nên chúng tôi đã ngừng.</translation>
    </message>
    <message>
        <source>The pressure got too high, so we stopped.</source>
        <translation>Áp lực quá cao, nên chúng tôi đã ngừng.</translation>
    </message>
    <message>
        <source>The station had to start again. Nothing was lost.</source>
        <translation>Trạm phải bật lại. Không mất gì cả.</translation>
    </message>
    <message>
        <source>A part of the station stopped. It is starting again.</source>
        <translation>Một phần của trạm đã ngừng. Nó đang bật lại.</translation>
    </message>
    <message>
        <source>The reading was not good enough.</source>
        <translation>Số đo chưa đủ tốt.</translation>
    </message>
    <message>
        <source>The camera is not connected. They can still hear you.</source>
        <translation>Máy quay chưa được nối. Họ vẫn nghe quý vị.</translation>
    </message>
    <message>
        <source>The camera does not work. They can still hear you.</source>
        <translation>Máy quay không hoạt động. Họ vẫn nghe quý vị.</translation>
    </message>
    <message>
        <source>The microphone is not connected. You can write to the provider.</source>
        <translation>Micrô chưa được nối. Quý vị có thể viết cho bác sĩ.</translation>
    </message>
    <message>
        <source>The microphone does not work. You can write to the provider.</source>
        <translation>Micrô không hoạt động. Quý vị có thể viết cho bác sĩ.</translation>
    </message>
    <message>
        <source>The microphone hears nothing. Is it switched off? You can write to the provider.</source>
        <translation>Micrô không nghe gì. Nó có bị tắt không? Quý vị có thể viết cho bác sĩ.</translation>
    </message>
    <message>
        <source>You are too loud for the microphone. Please sit back a little.</source>
        <translation>Tiếng quý vị quá lớn cho micrô. Xin ngồi lùi lại một chút.</translation>
    </message>
    <message>
        <source>The microphone hums. You can still talk. Please tell a person here.</source>
        <translation>Micrô bị ù. Quý vị vẫn nói được. Xin báo cho một người ở đây.</translation>
    </message>
    <message>
        <source>This station has no stethoscope, or it is not plugged in.</source>
        <translation>Trạm này không có ống nghe, hoặc chưa cắm.</translation>
    </message>
    <message>
        <source>The stethoscope does not work. Is it plugged in?</source>
        <translation>Ống nghe không hoạt động. Đã cắm chưa?</translation>
    </message>
    <message>
        <source>The station&apos;s memory is full. It can take no pictures or sounds now.</source>
        <translation>Bộ nhớ của trạm đã đầy. Lúc này không chụp ảnh hay ghi âm được.</translation>
    </message>
    <message>
        <source>The camera gave no picture. Please try again.</source>
        <translation>Máy ảnh không cho ảnh. Xin thử lại.</translation>
    </message>
    <message>
        <source>A picture is being taken already.</source>
        <translation>Đang chụp một ảnh rồi.</translation>
    </message>
    <message>
        <source>That was too short. Please film again.</source>
        <translation>Ngắn quá. Xin quay lại.</translation>
    </message>
    <message>
        <source>That was too short. Please record again.</source>
        <translation>Ngắn quá. Xin ghi âm lại.</translation>
    </message>
    <message>
        <source>A sound is being recorded already.</source>
        <translation>Đang ghi âm rồi.</translation>
    </message>
    <message>
        <source>A part of the station started again. Please try again.</source>
        <translation>Một phần của trạm đã bật lại. Xin thử lại.</translation>
    </message>
    <message>
        <source>That went wrong here. Please try again.</source>
        <translation>Ở đây có lỗi. Xin thử lại.</translation>
    </message>
    <message>
        <source>The recording was stopped.</source>
        <translation>Việc ghi âm đã ngừng.</translation>
    </message>
    <message>
        <source>The speaker is not connected. The provider can write to you.</source>
        <translation>Loa chưa được nối. Bác sĩ có thể viết cho quý vị.</translation>
    </message>
    <message>
        <source>The speaker does not work. The provider can write to you.</source>
        <translation>Loa không hoạt động. Bác sĩ có thể viết cho quý vị.</translation>
    </message>
    <message>
        <source>The call could not start. We are trying again.</source>
        <translation>Cuộc gọi không bắt đầu được. Chúng tôi đang thử lại.</translation>
    </message>
    <message>
        <source>No way to the provider was found. We are trying again.</source>
        <translation>Không tìm được đường tới bác sĩ. Chúng tôi đang thử lại.</translation>
    </message>
    <message>
        <source>The network here blocks the call. We are trying again.</source>
        <translation>Mạng ở đây chặn cuộc gọi. Chúng tôi đang thử lại.</translation>
    </message>
    <message>
        <source>The connection broke. We are calling again.</source>
        <translation>Mất kết nối. Chúng tôi đang gọi lại.</translation>
    </message>
    <message>
        <source>This visit has become too long for the station.</source>
        <translation>Lần khám này đã quá dài cho trạm.</translation>
    </message>
    <message>
        <source>Please check that its cable sits tight.</source>
        <translation>Xin xem dây của nó có cắm chặt không.</translation>
    </message>
    <message>
        <source>Please switch the device on.</source>
        <translation>Xin bật máy lên.</translation>
    </message>
    <message>
        <source>You can&apos;t mend this yourself. Please ask somebody to help.</source>
        <translation>Quý vị không tự sửa được. Xin nhờ người giúp.</translation>
    </message>
    <message>
        <source>Please put your finger in the clip.</source>
        <translation>Xin đặt ngón tay vào kẹp.</translation>
    </message>
    <message>
        <source>Please hold still and don&apos;t talk.</source>
        <translation>Xin giữ yên và đừng nói.</translation>
    </message>
    <message>
        <source>Please rub your hands warm, then try again.</source>
        <translation>Xin xoa tay cho ấm, rồi thử lại.</translation>
    </message>
    <message>
        <source>Please put the cuff on again, snugly.</source>
        <translation>Xin quấn lại băng đo cho vừa khít.</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>Xin thử lại.</translation>
    </message>
    <message>
        <source>Please charge the device, or change its battery.</source>
        <translation>Xin sạc máy, hoặc thay pin.</translation>
    </message>
    <message>
        <source>Please measure with the device. Then wait for its result.</source>
        <translation>Xin đo bằng máy. Rồi chờ kết quả.</translation>
    </message>
    <message>
        <source>Please step off the scale, wait, and step on again.</source>
        <translation>Xin bước xuống cân, chờ, rồi bước lên lại.</translation>
    </message>
    <message>
        <source>The cuff keeps its air. Open it by hand now.</source>
        <translation>Băng đo không xả hơi. Mở bằng tay ngay.</translation>
    </message>
    <message>
        <source>Two devices look the same. The station must be told which to use.</source>
        <translation>Hai máy giống nhau. Phải cho trạm biết dùng máy nào.</translation>
    </message>
    <message>
        <source>Please open the cuff by hand and take it off.</source>
        <translation>Xin mở băng đo bằng tay và tháo ra.</translation>
    </message>
    <message>
        <source>Please take a new test strip.</source>
        <translation>Xin lấy que thử mới.</translation>
    </message>
    <message>
        <source>The value kept changing.</source>
        <translation>Số đo cứ thay đổi.</translation>
    </message>
    <message>
        <source>Little blood flows in the finger. Warm your hand.</source>
        <translation>Máu đến ngón tay ít. Hãy làm ấm bàn tay.</translation>
    </message>
    <message>
        <source>Movement disturbed the reading.</source>
        <translation>Cử động làm sai số đo.</translation>
    </message>
    <message>
        <source>The finger was not in the clip.</source>
        <translation>Ngón tay không ở trong kẹp.</translation>
    </message>
    <message>
        <source>The pulse was hard to find.</source>
        <translation>Khó tìm mạch.</translation>
    </message>
    <message>
        <source>The signal was weak.</source>
        <translation>Tín hiệu yếu.</translation>
    </message>
    <message>
        <source>This clip is less exact at such low values.</source>
        <translation>Kẹp này kém chính xác ở số thấp như vậy.</translation>
    </message>
    <message>
        <source>The value can&apos;t be right.</source>
        <translation>Số này không thể đúng.</translation>
    </message>
    <message>
        <source>The value is unusual. It should be measured again.</source>
        <translation>Số này khác thường. Nên đo lại.</translation>
    </message>
    <message>
        <source>The rest before was short.</source>
        <translation>Thời gian nghỉ trước khi đo ngắn.</translation>
    </message>
    <message>
        <source>You did not rest before. It may be too high.</source>
        <translation>Quý vị không nghỉ trước khi đo. Số có thể cao quá.</translation>
    </message>
    <message>
        <source>Clip and cuff counted different pulses.</source>
        <translation>Kẹp và băng đo đếm mạch khác nhau.</translation>
    </message>
    <message>
        <source>The readings differ from each other.</source>
        <translation>Các số đo khác nhau.</translation>
    </message>
    <message>
        <source>The pulse was not even.</source>
        <translation>Mạch không đều.</translation>
    </message>
    <message>
        <source>This is from one reading only.</source>
        <translation>Đây chỉ là một số đo.</translation>
    </message>
    <message>
        <source>The device reported a fault.</source>
        <translation>Máy báo lỗi.</translation>
    </message>
    <message>
        <source>This is not a Carepost card. Please try another one.</source>
        <translation>Đây không phải thẻ Carepost. Xin thử thẻ khác.</translation>
    </message>
    <message>
        <source>Card and birth date do not match. Please try again.</source>
        <translation>Thẻ và ngày sinh không khớp. Xin thử lại.</translation>
    </message>
    <message>
        <source>The code has six digits.</source>
        <translation>Mã có sáu chữ số.</translation>
    </message>
    <message>
        <source>We found no earlier visit. Please type your name.</source>
        <translation>Chúng tôi không tìm thấy lần khám trước. Xin gõ tên quý vị.</translation>
    </message>
    <message>
        <source>That did not match too often. Please type your name.</source>
        <translation>Không khớp quá nhiều lần. Xin gõ tên quý vị.</translation>
    </message>
    <message>
        <source>We can&apos;t look that up now. Please type your name.</source>
        <translation>Lúc này chúng tôi không tìm được. Xin gõ tên quý vị.</translation>
    </message>
    <message>
        <source>This is not a staff badge. Please try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the badge that signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another resident&apos;s wristband. Leave this one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on your list wears this. Please look for the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are filed for this resident already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check two things. The room is not one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is being saved. Please wait a moment.</source>
        <translation>Ảnh đang được lưu. Xin chờ một lát.</translation>
    </message>
    <message>
        <source>They did not agree. It was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device was unplugged.</source>
        <translation>Máy đã bị rút ra.</translation>
    </message>
    <message>
        <source>The device is silent.</source>
        <translation>Máy im lặng.</translation>
    </message>
    <message>
        <source>We can&apos;t understand the device.</source>
        <translation>Chúng tôi không hiểu máy này.</translation>
    </message>
    <message>
        <source>The device is not ready yet.</source>
        <translation>Máy chưa sẵn sàng.</translation>
    </message>
    <message>
        <source>We could not find your pulse.</source>
        <translation>Chúng tôi không tìm được mạch của quý vị.</translation>
    </message>
    <message>
        <source>You moved while it measured.</source>
        <translation>Quý vị đã cử động khi máy đo.</translation>
    </message>
    <message>
        <source>The test strip could not be read.</source>
        <translation>Không đọc được que thử.</translation>
    </message>
    <message>
        <source>The cuff lets air out.</source>
        <translation>Băng đo bị xì hơi.</translation>
    </message>
    <message>
        <source>Your arm needs a rest of ten minutes.</source>
        <translation>Cánh tay của quý vị cần nghỉ mười phút.</translation>
    </message>
    <message>
        <source>We tried twice, and could not measure it well.</source>
        <translation>Chúng tôi đã thử hai lần mà không đo rõ được.</translation>
    </message>
    <message>
        <source>This station can&apos;t do that yet.</source>
        <translation>Trạm này chưa làm được việc đó.</translation>
    </message>
    <message>
        <source>We take pictures of a minor only if a parent or guardian says yes. Is one with you?</source>
        <translation>Chúng tôi chỉ chụp ảnh trẻ em khi cha mẹ hoặc người giám hộ đồng ý. Họ có ở đây không?</translation>
    </message>
    <message>
        <source>Please plug its cable in.</source>
        <translation>Xin cắm dây của nó vào.</translation>
    </message>
    <message>
        <source>Please wait, then try again.</source>
        <translation>Xin chờ, rồi thử lại.</translation>
    </message>
    <message>
        <source>The time may be wrong.</source>
        <translation>Giờ có thể sai.</translation>
    </message>
    <message>
        <source>The cuff does not fit this arm.</source>
        <translation>Băng đo không vừa cánh tay này.</translation>
    </message>
    <message>
        <source>The cuff was not as high as your heart.</source>
        <translation>Băng đo không ở ngang tim.</translation>
    </message>
    <message>
        <source>The cuff was too loose.</source>
        <translation>Băng đo quá lỏng.</translation>
    </message>
    <message>
        <source>The device&apos;s battery is low.</source>
        <translation>Pin của máy yếu.</translation>
    </message>
    <message>
        <source>It is time to have this device checked.</source>
        <translation>Đã đến lúc đem máy này đi kiểm tra.</translation>
    </message>
    <message>
        <source>The device worked out the value before it was sure.</source>
        <translation>Máy tính ra số trước khi chắc chắn.</translation>
    </message>
    <message>
        <source>The device was in test mode. This is no real value.</source>
        <translation>Máy đang ở chế độ thử. Đây không phải số thật.</translation>
    </message>
    <message>
        <source>The device had stored this before.</source>
        <translation>Máy đã lưu số này từ trước.</translation>
    </message>
    <message>
        <source>Very low. Somebody should check you now.</source>
        <translation>Rất thấp. Nên có người khám cho quý vị ngay.</translation>
    </message>
    <message>
        <source>Low. Talk to a provider about it.</source>
        <translation>Thấp. Hãy nói với bác sĩ.</translation>
    </message>
    <message>
        <source>A little low. Ask the provider.</source>
        <translation>Hơi thấp. Hãy hỏi bác sĩ.</translation>
    </message>
    <message>
        <source>In the usual range for adults.</source>
        <translation>Trong khoảng thường gặp ở người lớn.</translation>
    </message>
    <message>
        <source>A little high. Ask the provider.</source>
        <translation>Hơi cao. Hãy hỏi bác sĩ.</translation>
    </message>
    <message>
        <source>High. Talk to a provider about it.</source>
        <translation>Cao. Hãy nói với bác sĩ.</translation>
    </message>
    <message>
        <source>Very high. Somebody should check you now.</source>
        <translation>Rất cao. Nên có người khám cho quý vị ngay.</translation>
    </message>
    <message>
        <source>The provider will tell you what this means for you.</source>
        <translation>Bác sĩ sẽ cho biết điều này có nghĩa gì với quý vị.</translation>
    </message>
    <message>
        <source>Not measured well. Don&apos;t rely on this number.</source>
        <translation>Đo không rõ. Đừng tin vào số này.</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <translation>Không đo.</translation>
    </message>
    <message>
        <source>Oxygen (SpO2)</source>
        <translation>Oxy (SpO2)</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Mạch</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Huyết áp</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Nhiệt độ</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Cân nặng</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Chiều cao</translation>
    </message>
    <message>
        <source>Blood sugar</source>
        <translation>Đường huyết</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>Nhịp tim</translation>
    </message>
    <message>
        <source>Breathing</source>
        <translation>Hơi thở</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Đau</translation>
    </message>
    <message>
        <source>How awake you are</source>
        <translation>Mức độ tỉnh táo</translation>
    </message>
    <message>
        <source>Air or oxygen</source>
        <translation>Khí trời hay oxy</translation>
    </message>
    <message>
        <source>You did not want it.</source>
        <translation>Quý vị không muốn.</translation>
    </message>
    <message>
        <source>It hurts.</source>
        <translation>Bị đau.</translation>
    </message>
    <message>
        <source>You could not do it.</source>
        <translation>Quý vị không làm được.</translation>
    </message>
    <message>
        <source>You can&apos;t stand safely.</source>
        <translation>Quý vị đứng không vững.</translation>
    </message>
    <message>
        <source>No cuff fits your arm.</source>
        <translation>Không băng đo nào vừa tay quý vị.</translation>
    </message>
    <message>
        <source>A cuff should not go on either arm.</source>
        <translation>Không nên quấn băng đo vào tay nào.</translation>
    </message>
    <message>
        <source>The device did not work. The staff know.</source>
        <translation>Máy không hoạt động. Nhân viên đã biết.</translation>
    </message>
    <message>
        <source>It did not work, and you went on.</source>
        <translation>Đo không được, và quý vị đã tiếp tục.</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Y tá</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Phụ tá</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Bác sĩ</translation>
    </message>
    <message>
        <source>Pharmacist</source>
        <translation>Dược sĩ</translation>
    </message>
    <message>
        <source>Other staff</source>
        <translation>Nhân viên khác</translation>
    </message>
    <message>
        <source>Awake and clear</source>
        <translation>Tỉnh và rõ ràng</translation>
    </message>
    <message>
        <source>Newly confused</source>
        <translation>Mới lú lẫn</translation>
    </message>
    <message>
        <source>Answers only when spoken to</source>
        <translation>Chỉ trả lời khi được gọi</translation>
    </message>
    <message>
        <source>Answers only to pain</source>
        <translation>Chỉ đáp ứng khi đau</translation>
    </message>
    <message>
        <source>Does not answer at all</source>
        <translation>Không đáp ứng gì</translation>
    </message>
    <message>
        <source>Breathes air</source>
        <translation>Thở khí trời</translation>
    </message>
    <message>
        <source>Gets oxygen</source>
        <translation>Đang thở oxy</translation>
    </message>
    <message>
        <source>Moans, cries or gasps</source>
        <translation>Rên, khóc hoặc thở hổn hển</translation>
    </message>
    <message>
        <source>Says that it hurts</source>
        <translation>Nói là đau</translation>
    </message>
    <message>
        <source>Frowns, winces or clenches the teeth</source>
        <translation>Nhăn mặt, co người hoặc nghiến răng</translation>
    </message>
    <message>
        <source>Holds or guards a part of the body</source>
        <translation>Ôm hoặc che một phần cơ thể</translation>
    </message>
    <message>
        <source>Taken in the mouth.</source>
        <translation>Đo trong miệng.</translation>
    </message>
    <message>
        <source>Taken under the arm.</source>
        <translation>Đo dưới cánh tay.</translation>
    </message>
    <message>
        <source>Taken in the bottom.</source>
        <translation>Đo ở hậu môn.</translation>
    </message>
    <message>
        <source>Taken in the ear.</source>
        <translation>Đo trong tai.</translation>
    </message>
    <message>
        <source>Taken on the forehead.</source>
        <translation>Đo trên trán.</translation>
    </message>
    <message>
        <source>Taken on a finger.</source>
        <translation>Đo ở ngón tay.</translation>
    </message>
    <message>
        <source>Taken on a toe.</source>
        <translation>Đo ở ngón chân.</translation>
    </message>
    <message>
        <source>Taken on the skin.</source>
        <translation>Đo trên da.</translation>
    </message>
    <message>
        <source>It is more than the device can measure.</source>
        <translation>Cao hơn mức máy có thể đo.</translation>
    </message>
    <message>
        <source>It is less than the device can measure.</source>
        <translation>Thấp hơn mức máy có thể đo.</translation>
    </message>
    <message>
        <source>The device&apos;s clock is wrong.</source>
        <translation>Đồng hồ của máy bị sai.</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>Tay trái</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>Tay phải</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Nhỏ</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Vừa</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Lớn</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>Rất lớn</translation>
    </message>
    <message>
        <source>You can care for yourself at home.</source>
        <translation>Quý vị có thể tự chăm sóc ở nhà.</translation>
    </message>
    <message>
        <source>Please go and see somebody in person.</source>
        <translation>Xin đi khám trực tiếp.</translation>
    </message>
    <message>
        <source>Please come back for a check.</source>
        <translation>Xin trở lại để kiểm tra.</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>nhịp một phút</translation>
    </message>
    <message>
        <source>breaths a minute</source>
        <translation>nhịp thở một phút</translation>
    </message>
    <message>
        <source>of 10</source>
        <translation>trên 10</translation>
    </message>
    <message>
        <source>No sign of pain</source>
        <translation>Không có dấu hiệu đau</translation>
    </message>
</context>
</TS>
