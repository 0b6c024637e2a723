"""Hands a briefing over, logged in by a UsernameToken with PasswordDigest, with zeep.

COMMUNIQUE_SECRET is the secret that the archive made for the account: not its password.
"""

import os
import time

import zeep
from zeep.wsse.username import UsernameToken

# For requests, below zeep; this counts before Session.verify where both are set.
os.environ["REQUESTS_CA_BUNDLE"] = os.environ["COMMUNIQUE_CA"]

deposit = zeep.Client(
    os.environ["COMMUNIQUE_URL"] + "/soap/deposit?singleWsdl",
    # zeep makes nonce and time anew for each message.
    wsse=UsernameToken(
        os.environ["COMMUNIQUE_USER"], os.environ["COMMUNIQUE_SECRET"], use_digest=True
    ),
)
receipt = deposit.service.DepositBriefing(
    Office="XV-PRES",
    Kind="statement",
    Edition={
        "DepositorReference": "zeep-digest-%d" % time.time_ns(),
        "Language": "en",
        "Content": {
            "Headline": "The harbour is open",
            "Body": {"Block": [{"Type": "paragraph", "Text": {"Span": [{"Text": "To all."}]}}]},
        },
    },
)
print("briefing", receipt.BriefingId)
