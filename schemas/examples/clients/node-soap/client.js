// Hands a briefing with a photo over, corrects it and reads it back, with the npm package soap.
// Usage: client.js PHOTO, with COMMUNIQUE_URL, _USER and _PASSWORD in the environment, and with
// NODE_EXTRA_CA_CERTS for the server's certificate.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import soap from 'soap';

const { COMMUNIQUE_URL, COMMUNIQUE_USER, COMMUNIQUE_PASSWORD } = process.env;
const XOP = 'http://www.w3.org/2004/08/xop/include';
const key = `node-${Date.now()}`;

async function service(name) {
  const client = await soap.createClientAsync(`${COMMUNIQUE_URL}/soap/${name}?singleWsdl`, {
    parseReponseAttachments: true, // spelled so; else an answer by MTOM cannot be read
  });
  client.setSecurity(new soap.BasicAuthSecurity(COMMUNIQUE_USER, COMMUNIQUE_PASSWORD));
  return client;
}

/** What the office says; objects stand for the types of the contract, in its order of elements. */
function edition(step, text, email, sha256, more = {}) {
  return {
    // The same again with the same reference gives the same receipt: safe after a time-out.
    DepositorReference: `${key}/${step}`,
    Language: 'de',
    Content: {
      Section: 'Außenpolitik',
      Issued: { Date: '2026-03-17' },
      Bylines: { Byline: [{ Name: 'Tomas Reuter', Role: 'Von', Email: email }] },
      Contact: { Email: 'press@president.valdoria.example' },
      Body: { Block: [{ Type: 'paragraph', Text: { Span: [{ Text: text }] } }] },
      Media: {
        Placement: [
          {
            Role: 'photo',
            Caption: 'Präsidentin Elena Varga am Telefon, Lindhaven, 16. März',
            Credit: 'Präsidentschaft von Valdorien',
            File: { ContentType: 'image/jpeg', Sha256: sha256 },
          },
        ],
      },
      Keywords: { Keyword: [key] },
      ...more,
    },
  };
}

/** Hands a file over as a part of the message (MTOM): its element has only the part's name. */
async function attach(deposit, photo) {
  const include = { 'xop:Include': { attributes: { 'xmlns:xop': XOP, href: 'cid:photo' } } };
  const part = { mimetype: 'image/jpeg', contentId: 'photo', name: 'photo.jpg', body: photo };
  const [answer] = await deposit.AttachMediaAsync(
    { ContentType: 'image/jpeg', Content: include },
    { attachments: [part] },
  );
  return answer.File.Sha256;
}

/** Fetches a file: asked by MTOM, the archive answers so, and the bytes are a part beside it. */
async function fetch(retrieval, sha256) {
  const [, , , , parts] = await retrieval.GetMediaAsync({ Sha256: sha256 }, { forceMTOM: true });
  return parts.parts[0].body;
}

/** What was taken in is found a moment later. */
async function find(retrieval, id) {
  for (let i = 0; i < 50; i++) {
    const [answer] = await retrieval.SearchBriefingsAsync({ Query: `"${key}"` });
    if (answer.Hits?.Hit?.some((hit) => hit.BriefingId === id)) return id;
    await setTimeout(200);
  }
  throw new Error('not found');
}

const [deposit, retrieval] = [await service('deposit'), await service('retrieval')];
const photo = await readFile(process.argv[2]);
const text = 'Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.';
const longer = `${text} Beide Gespräche dauerten eine Stunde.`;
const email = 't.reuter@president.valdoria.example';
const briefing = { Office: 'XV-PRES', Kind: 'readOut', EventDate: '2026-03-16' };

const sha256 = await attach(deposit, photo);
assert.equal(sha256, createHash('sha256').update(photo).digest('hex'));
const [{ Receipt: receipt }] = await deposit.DepositBriefingAsync({
  ...briefing,
  Edition: edition(1, text, email, sha256),
});
console.log('briefing', receipt.BriefingId);

await deposit.CorrectBriefingAsync({
  BriefingId: receipt.BriefingId,
  ExpectedVersion: receipt.Version,
  Significance: 'minor',
  Edition: edition(2, longer, email, sha256, { ReasonForChange: 'Dauer ergänzt' }),
});

const [answer] = await retrieval.GetBriefingAsync({ BriefingId: receipt.BriefingId });
const [read] = answer.Briefing.Editions.Edition;
assert.equal(read.Content.Body.Block[0].Text.Span[0].Text, longer);
assert.equal(read.Content.Headline, undefined);
console.log('version', read.Version);
console.log('found', await find(retrieval, receipt.BriefingId));

const address = read.Content.Media.Placement[0].File.Sha256;
assert.ok(photo.equals(await fetch(retrieval, address)));
console.log('media', address);

try {
  await deposit.DepositBriefingAsync({
    ...briefing,
    Edition: edition(3, text, 'keine Adresse', sha256),
  });
} catch (error) {
  if (!error.root) throw error; // not a fault
  const { Reason, Field, Rule } = error.root.Envelope.Body.Fault.detail.Refusal;
  console.log(`refused ${Reason} ${Field}: ${Rule}`);
}
