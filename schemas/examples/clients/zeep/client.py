"""Hands a briefing with a photo over, corrects it and reads it back, with zeep.

Usage: client.py PHOTO, with COMMUNIQUE_URL, _USER, _PASSWORD and _CA in the environment.
"""

import datetime
import hashlib
import os
import sys
import time

import zeep
from zeep.wsse.username import UsernameToken

NAMESPACE = "{urn:communique:archive:1}"
# For requests, below zeep; this counts before Session.verify where both are set.
os.environ["REQUESTS_CA_BUNDLE"] = os.environ["COMMUNIQUE_CA"]
KEY = "zeep-%d" % time.time_ns()


def service(name):
    """A client for one of the services, by the description that has its schema within it."""
    return zeep.Client(
        os.environ["COMMUNIQUE_URL"] + "/soap/" + name + "?singleWsdl",
        wsse=UsernameToken(os.environ["COMMUNIQUE_USER"], os.environ["COMMUNIQUE_PASSWORD"]),
    )


def content(text, email, file, reason=None):
    """What the office says; zeep takes dictionaries for the types of the contract."""
    return {
        "Section": "Außenpolitik",
        "Issued": {"Date": datetime.date(2026, 3, 17)},
        "Bylines": {"Byline": [{"Name": "Tomas Reuter", "Role": "Von", "Email": email}]},
        "Contact": {"Email": "press@president.valdoria.example"},
        "Body": {"Block": [{"Type": "paragraph", "Text": {"Span": [{"Text": text}]}}]},
        "Media": {
            "Placement": [
                {
                    "Role": "photo",
                    "Caption": "Präsidentin Elena Varga am Telefon, Lindhaven, 16. März",
                    "Credit": "Präsidentschaft von Valdorien",
                    "File": file,
                }
            ]
        },
        "Keywords": {"Keyword": [KEY]},
        "ReasonForChange": reason,
    }


def edition(step, **parts):
    return {
        # The same again with the same reference gives the same receipt: safe after a time-out.
        "DepositorReference": KEY + "/" + step,
        "Language": "de",
        "Content": content(**parts),
    }


def find(retrieval, briefing):
    """What was taken in is found a moment later."""
    for _ in range(50):
        answer = retrieval.service.SearchBriefings(Query='"%s"' % KEY)
        hits = answer.Hits.Hit if answer.Hits else []  # an empty list comes as None
        if any(hit.BriefingId == briefing for hit in hits):
            return briefing
        time.sleep(0.2)
    raise SystemExit("not found")


def main():
    with open(sys.argv[1], "rb") as file:
        photo = file.read()
    deposit, retrieval = service("deposit"), service("retrieval")
    text = "Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten."
    email = "t.reuter@president.valdoria.example"
    briefing = {"Office": "XV-PRES", "Kind": "readOut", "EventDate": datetime.date(2026, 3, 16)}
    # zeep sends no MTOM: the bytes go in base64, which zeep makes of them.
    whole = {"ContentType": "image/jpeg", "Content": photo}

    receipt = deposit.service.DepositBriefing(
        **briefing, Edition=edition("1", text=text, email=email, file=whole)
    )
    print("briefing", receipt.BriefingId)

    # The archive has the photo by now, so its digest is enough.
    known = {"ContentType": "image/jpeg", "Sha256": hashlib.sha256(photo).hexdigest()}
    longer = text + " Beide Gespräche dauerten eine Stunde."
    deposit.service.CorrectBriefing(
        BriefingId=receipt.BriefingId,
        ExpectedVersion=receipt.Version,
        Significance="minor",
        Edition=edition("2", text=longer, email=email, file=known, reason="Dauer ergänzt"),
    )

    [read] = retrieval.service.GetBriefing(BriefingId=receipt.BriefingId).Editions.Edition
    assert read.Content.Body.Block[0].Text.Span[0].Text == longer
    assert read.Content.Headline is None and read.AcceptedAt.tzinfo is not None
    print("version", read.Version)
    print("found", find(retrieval, receipt.BriefingId))

    address = read.Content.Media.Placement[0].File.Sha256
    assert retrieval.service.GetMedia(Sha256=address).Content == photo
    print("media", address)

    try:
        wrong = edition("3", text=text, email="keine Adresse", file=known)
        deposit.service.DepositBriefing(**briefing, Edition=wrong)
    except zeep.exceptions.Fault as fault:
        detail = fault.detail.find(NAMESPACE + "Refusal")
        refusal = deposit.get_element(NAMESPACE + "Refusal").parse(detail, deposit.wsdl.types)
        print("refused %s %s: %s" % (refusal.Reason, refusal.Field, refusal.Rule))


main()
