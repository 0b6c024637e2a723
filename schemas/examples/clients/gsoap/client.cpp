// Hands a briefing with a photo over, corrects it and reads it back, with gSOAP.
// Usage: client PHOTO, with COMMUNIQUE_URL, _USER, _PASSWORD and _CA in the environment.
#include "DepositSoap11.nsmap"
#include "soapDepositSoap11Proxy.h"
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <thread>

using std::string;

// wsdl2h puts both services into one class; the address says which is meant.
using Service = DepositSoap11Proxy;

static const string key =
    "gsoap-" + std::to_string(std::chrono::system_clock::now().time_since_epoch().count());

static string setting(const char *name) {
  const char *value = std::getenv(name);
  return value ? value : throw std::runtime_error(string(name) + " is not set");
}

// One of the services. What it answers lives as long as it does.
static void open(Service &service) {
  static const string ca = setting("COMMUNIQUE_CA");
  soap_set_mode(service.soap, SOAP_C_UTFSTRING);   // strings are UTF-8
  soap_set_omode(service.soap, SOAP_ENC_MTOM);     // files are parts of the message
  if (soap_ssl_client_context(service.soap, SOAP_SSL_DEFAULT, nullptr, nullptr, ca.c_str(), nullptr,
                              nullptr)) {
    throw std::runtime_error("no TLS with " + ca);
  }
}

// The log-in, which gSOAP forgets after each call.
static Service &as_depositor(Service &service) {
  static const string user = setting("COMMUNIQUE_USER"), password = setting("COMMUNIQUE_PASSWORD");
  service.soap->userid = user.c_str();
  service.soap->passwd = password.c_str();
  return service;
}

static void check(Service &service, int error) {
  if (error) {
    service.soap_stream_fault(std::cerr);
    throw std::runtime_error("the call failed");
  }
}

static void check(bool holds) {
  if (!holds) throw std::runtime_error("not as it was handed over");
}

// What the office says: optional elements are pointers, here to its own members.
struct Edition : ns1__EditionSubmission {
  string reference, section = "Außenpolitik", role = "Von", email, sha256, reason,
      press = "press@president.valdoria.example", credit = "Präsidentschaft von Valdorien",
      caption = "Präsidentin Elena Varga am Telefon, Lindhaven, 16. März";
  ns1__Content content;
  ns1__Issued issued;
  ns1__Byline byline;
  ns1__Bylines bylines;
  ns1__Contact contact;
  ns1__Span span;
  ns1__Line line;
  ns1__Block block;
  ns1__Body body;
  ns1__File file;
  ns1__Placement placement;
  ns1__Media media;
  ns1__Keywords keywords;

  Edition(const string &step, const string &text, const string &sender, const string &digest,
          const string &change = "")
      : reference(key + "/" + step), email(sender), sha256(digest), reason(change) {
    // The same again with the same reference gives the same receipt: safe after a time-out.
    DepositorReference = &reference;
    Language = "de";
    Content = &content;
    content.Section = &section;
    content.Issued = &issued, issued.Date = "2026-03-17";
    content.Bylines = &bylines, bylines.Byline = {&byline};
    byline.Name = "Tomas Reuter", byline.Role = &role, byline.Email = &email;
    content.Contact = &contact, contact.Email = &press;
    content.Body = &body, body.Block = {&block};
    block.Type = ns1__BlockType__paragraph, block.Text = &line;
    line.Span = {&span}, span.Text = text;
    content.Media = &media, media.Placement = {&placement};
    placement.Role = ns1__PlacementRole__photo, placement.Caption = &caption;
    placement.Credit = &credit, placement.File = &file;
    file.ContentType = "image/jpeg", file.Sha256 = &sha256;
    content.Keywords = &keywords, keywords.Keyword = {key};
    if (!reason.empty()) content.ReasonForChange = &reason;
  }
  Edition(const Edition &) = delete;
};

static int deposit(Service &service, Edition &edition, _ns1__DepositBriefingResponse &answer) {
  string day = "2026-03-16";
  _ns1__DepositBriefing request;
  request.Office = "XV-PRES", request.Kind = ns1__Kind__readOut;
  request.EventDate = &day, request.Edition = &edition;
  return as_depositor(service).DepositBriefing(&request, answer);
}

// What was taken in is found a moment later.
static bool found(Service &retrieval, const string &briefing) {
  _ns1__SearchBriefings request;
  request.Query = "\"" + key + "\"";
  for (int i = 0; i < 50; i++) {
    _ns1__SearchBriefingsResponse answer;
    check(retrieval, retrieval.SearchBriefings(&request, answer));
    for (const ns1__Hit *hit : answer.Hits->Hit) {
      if (hit->BriefingId == briefing) return true;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  return false;
}

int main(int, char **arguments) {
  const string url = setting("COMMUNIQUE_URL");
  const string deposits = url + "/soap/deposit", retrievals = url + "/soap/retrieval";
  Service service(deposits.c_str()), retrieval(retrievals.c_str());
  open(service), open(retrieval);
  std::ifstream in(arguments[1], std::ios::binary);
  string photo{std::istreambuf_iterator<char>(in), {}};
  const string text = "Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.";
  const string longer = text + " Beide Gespräche dauerten eine Stunde.";
  const string email = "t.reuter@president.valdoria.example";

  _ns1__AttachMedia attach;
  attach.ContentType = "image/jpeg";
  attach.Content.__ptr = reinterpret_cast<unsigned char *>(&photo[0]);
  attach.Content.__size = static_cast<int>(photo.size());
  attach.Content.type = const_cast<char *>("image/jpeg"); // makes it a part
  _ns1__AttachMediaResponse kept;
  check(service, as_depositor(service).AttachMedia(&attach, kept));
  const string sha256 = *kept.File->Sha256;

  Edition first("1", text, email, sha256);
  _ns1__DepositBriefingResponse deposited;
  check(service, deposit(service, first, deposited));
  const string id = deposited.Receipt->BriefingId;
  std::cout << "briefing " << id << std::endl;

  Edition second("2", longer, email, sha256, "Dauer ergänzt");
  _ns1__CorrectBriefing correct;
  correct.BriefingId = id, correct.ExpectedVersion = deposited.Receipt->Version;
  correct.Significance = ns1__Significance__minor, correct.Edition = &second;
  _ns1__CorrectBriefingResponse corrected;
  check(service, as_depositor(service).CorrectBriefing(&correct, corrected));

  _ns1__GetBriefing get;
  get.BriefingId = id;
  _ns1__GetBriefingResponse got;
  check(retrieval, retrieval.GetBriefing(&get, got));
  const ns1__Edition *read = got.Briefing->Editions->Edition.at(0);
  check(read->Content->Body->Block.at(0)->Text->Span.at(0)->Text == longer);
  check(read->Content->Headline == nullptr);
  std::cout << "version " << read->Version << std::endl;
  check(found(retrieval, id));
  std::cout << "found " << id << std::endl;

  _ns1__GetMedia ask;
  ask.Sha256 = *read->Content->Media->Placement.at(0)->File->Sha256;
  _ns1__GetMediaResponse media;
  check(retrieval, retrieval.GetMedia(&ask, media));
  const xsd__base64Binary *bytes = media.File->Content;
  check(photo == string(reinterpret_cast<char *>(bytes->__ptr), bytes->__size));
  std::cout << "media " << ask.Sha256 << std::endl;

  Edition wrong("3", text, "keine Adresse", sha256);
  check(deposit(service, wrong, deposited) != SOAP_OK);
  const ns1__Refusal *refusal = service.soap->fault->detail->ns1__Refusal_;
  std::cout << "refused " << refusal->Reason << " " << refusal->Field << ": " << refusal->Rule
            << std::endl;
}
