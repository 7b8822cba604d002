"""No address of any kind leaves the kiosk, whoever asks Qt to open one.

Texts only link to entries (`linking.py`), and nothing here asks Qt to open anything. This is the
second fence: a browser, a mail program or a file manager would be a way out of the kiosk.
"""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

_KNOWN = """
about apt blob chrome data dav davs dns facetime feed file filesystem ftp ftps geo git gopher http
https im imap intent irc ircs javascript jar ldap ldaps magnet mailto maps market message mms
ms-settings news nfs nntp pop rdp res resource rtsp sftp sip sips skype slack smb sms smsto snap ssh
steam stun svn tel telnet tg trash turn urn view-source viber vnc webcal whatsapp ws wss x-terminal
xmpp zoommtg
"""
SCHEMES = tuple(_KNOWN.split())
"""What desktops are known to open programs for."""


class LinksRefused(QObject):
    """Answers every address with nothing, as long as it lives."""

    @Slot(QUrl)
    def refuse(self, _address: QUrl) -> None:
        """Do nothing with it."""


def refuse_links(owner: QObject) -> LinksRefused:
    """From now on no address of a known scheme is opened.

    `owner` keeps the one who refuses and must live as long as Qt does: the application.
    """
    refused = LinksRefused(owner)
    for scheme in SCHEMES:
        # The stub asks for bytes, the method itself takes words.
        QDesktopServices.setUrlHandler(scheme, refused, "refuse")  # type: ignore[arg-type]
    return refused
