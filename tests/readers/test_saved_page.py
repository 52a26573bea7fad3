"""Pages saved in one file (.mht): the page within is read as any other."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

import gongwen

PAGE = "<html><body><h1>江临市商务局关于开展检查的通知</h1><p>现将有关事项通知如下。</p><p>一、检查时间</p></body></html>"


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("transfer", ["quoted-printable", "base64"])
def test_a_saved_page_is_read(charset: str, transfer: str) -> None:
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "<Saved by Blink>", "notice"
    message.set_content(PAGE, subtype="html", charset=charset, cte=transfer)
    message.make_mixed()
    message.set_type("multipart/related")
    notice = gongwen.parse(message.as_bytes())
    assert notice.text == gongwen.parse(PAGE).text
    assert notice.source.media_type == "multipart/related"


def test_a_message_without_a_page_is_refused() -> None:
    with pytest.raises(gongwen.SourceError) as caught:
        gongwen.parse(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n")
    assert caught.value.code == "source_damaged"


def test_a_text_that_opens_with_a_label_is_no_message() -> None:
    assert gongwen.parse("Title: 关于防汛的通知\n\n一、加强领导。").source.media_type == "text/plain"
