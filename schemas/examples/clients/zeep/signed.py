"""Hands a briefing over, logged in by a signature over body and timestamp, with zeep.

COMMUNIQUE_KEY and COMMUNIQUE_CERTIFICATE are PEM files; the certificate is registered for the
account.
"""

import datetime
import os
import time

import xmlsec
import zeep
from zeep.wsse.signature import BinarySignature
from zeep.wsse.utils import WSU, get_security_header

# For requests, below zeep; this counts before Session.verify where both are set.
os.environ["REQUESTS_CA_BUNDLE"] = os.environ["COMMUNIQUE_CA"]


class TimedSignature(BinarySignature):
    """zeep signs the Timestamp where there is one, and makes none."""

    def apply(self, envelope, headers):
        created = datetime.datetime.utcnow().replace(microsecond=0)
        timestamp = WSU.Timestamp(
            WSU.Created(created.isoformat() + "Z"),
            WSU.Expires((created + datetime.timedelta(minutes=5)).isoformat() + "Z"),
        )
        get_security_header(envelope).append(timestamp)
        return super().apply(envelope, headers)

    def verify(self, envelope):
        """The answer is signed by the archive, not with our key; TLS has vouched for it."""
        return envelope


deposit = zeep.Client(
    os.environ["COMMUNIQUE_URL"] + "/soap/deposit?singleWsdl",
    wsse=TimedSignature(
        os.environ["COMMUNIQUE_KEY"],
        os.environ["COMMUNIQUE_CERTIFICATE"],
        # zeep's own choice is SHA-1, which is not taken.
        signature_method=xmlsec.Transform.RSA_SHA256,
        digest_method=xmlsec.Transform.SHA256,
    ),
)
receipt = deposit.service.DepositBriefing(
    Office="XV-PRES",
    Kind="statement",
    Edition={
        "DepositorReference": "zeep-signed-%d" % time.time_ns(),
        "Language": "en",
        "Content": {
            "Headline": "The harbour is open",
            "Body": {"Block": [{"Type": "paragraph", "Text": {"Span": [{"Text": "To all."}]}}]},
        },
    },
)
print("briefing", receipt.BriefingId)
