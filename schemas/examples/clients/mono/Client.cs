// Hands a briefing with a photo over, corrects it and reads it back, with the proxies of wsdl.exe
// (System.Web.Services), on Mono as on the .NET Framework.
// Usage: client.exe PHOTO, with COMMUNIQUE_URL, _USER, _PASSWORD and _CA in the environment.
using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Web.Services.Protocols;
using System.Xml;
using System.Xml.Serialization;
using Deposits;

/// <summary>The detail of a fault: wsdl.exe makes no class of what is only in faults.</summary>
[XmlRoot("Refusal", Namespace = "urn:communique:archive:1")]
public class Refusal {
  public string Reason, Field, Rule, Value, ReferenceNumber;

  public static Refusal Of(SoapException fault) {
    return (Refusal) new XmlSerializer(typeof(Refusal)).Deserialize(
        new XmlNodeReader(fault.Detail.FirstChild));
  }
}

public static class Client {
  static readonly string key = "mono-" + DateTime.UtcNow.Ticks;

  static string Setting(string name) {
    return Environment.GetEnvironmentVariable("COMMUNIQUE_" + name);
  }

  /// <summary>Where and as whom; each proxy's own address is that of its description.</summary>
  static T Open<T>(T service) where T : SoapHttpClientProtocol {
    service.Credentials = new NetworkCredential(Setting("USER"), Setting("PASSWORD"));
    service.PreAuthenticate = true; // once asked, at once with every further request
    return service;
  }

  /// <summary>Trusts this one certificate too, where it is not among those of the machine.</summary>
  static void Trust(string file) {
    var ours = new X509Certificate2(file);
    ServicePointManager.ServerCertificateValidationCallback =
        (sender, theirs, chain, errors) =>
            errors == System.Net.Security.SslPolicyErrors.None || ours.Equals(theirs);
  }

  // What is optional and no reference type has a second member, such as EmbargoSpecified, that must
  // be true for it to be sent.
  static EditionSubmission Edition(string step, string text, string email, Deposits.File file) {
    return new EditionSubmission {
      // The same again with the same reference gives the same receipt: safe after a time-out.
      DepositorReference = key + "/" + step,
      Language = "de",
      Content = new Content {
        Section = "Außenpolitik",
        Issued = new Issued { Date = new DateTime(2026, 3, 17) },
        Bylines = new[] { new Byline { Name = "Tomas Reuter", Role = "Von", Email = email } },
        Contact = new Contact { Email = "press@president.valdoria.example" },
        Body = new[] {
          new Block { Type = BlockType.paragraph, Text = new[] { new Span { Text = text } } }
        },
        Media = new[] {
          new Placement {
            Role = PlacementRole.photo,
            Caption = "Präsidentin Elena Varga am Telefon, Lindhaven, 16. März",
            Credit = "Präsidentschaft von Valdorien",
            File = file
          }
        },
        Keywords = new[] { key }
      }
    };
  }

  static Receipt Deposit(DepositService service, EditionSubmission edition) {
    return service.DepositBriefing(
        "XV-PRES", Kind.readOut, new DateTime(2026, 3, 16), true, edition);
  }

  /// <summary>What was taken in is found a moment later.</summary>
  static string Find(Retrievals.RetrievalService retrieval, string briefing) {
    for (var i = 0; i < 50; i++) {
      bool exact;
      Retrievals.Hit[] hits;
      string next;
      retrieval.SearchBriefings('"' + key + '"', null, null, null, 0, false, out exact, out hits, out next);
      if (hits.Any(hit => hit.BriefingId == briefing)) return briefing;
      Thread.Sleep(200);
    }
    throw new Exception("not found");
  }

  static void Check(bool holds) {
    if (!holds) throw new Exception("not as it was handed over");
  }

  public static void Main(string[] arguments) {
    Trust(Setting("CA"));
    var service = Open(new DepositService());
    var retrieval = Open(new Retrievals.RetrievalService());
    var photo = System.IO.File.ReadAllBytes(arguments[0]);
    var text = "Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.";
    var longer = text + " Beide Gespräche dauerten eine Stunde.";
    var email = "t.reuter@president.valdoria.example";

    // These proxies send no MTOM: the bytes go in base64.
    var whole = new Deposits.File { ContentType = "image/jpeg", Content = photo };
    var receipt = Deposit(service, Edition("1", text, email, whole));
    Console.WriteLine("briefing " + receipt.BriefingId);

    var first = retrieval.GetBriefing(receipt.BriefingId, null).Editions.Single();
    var address = first.Content.Media[0].File.Sha256;
    // The archive has the photo by now, so its digest is enough.
    var known = new Deposits.File { ContentType = "image/jpeg", Sha256 = address };
    var correction = Edition("2", longer, email, known);
    correction.Content.ReasonForChange = "Dauer ergänzt";
    service.CorrectBriefing(receipt.BriefingId, receipt.Version, Significance.minor, correction);

    var read = retrieval.GetBriefing(receipt.BriefingId, null).Editions.Single();
    Check(read.Content.Body[0].Text[0].Text == longer && read.Content.Headline == null);
    Check(read.AcceptedAt.Kind != DateTimeKind.Unspecified);
    Console.WriteLine("version " + read.Version);
    Console.WriteLine("found " + Find(retrieval, receipt.BriefingId));
    Check(retrieval.GetMedia(address).Content.SequenceEqual(photo));
    Console.WriteLine("media " + address);

    try {
      Deposit(service, Edition("3", text, "keine Adresse", known));
    } catch (SoapException fault) {
      var refusal = Refusal.Of(fault);
      Console.WriteLine("refused {0} {1}: {2}", refusal.Reason, refusal.Field, refusal.Rule);
    }
  }
}
