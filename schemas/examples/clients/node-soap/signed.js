// Hands a briefing over, logged in by a signature over body and timestamp, with the npm package soap.
// COMMUNIQUE_KEY and COMMUNIQUE_CERTIFICATE are PEM files; the certificate is registered for the
// account.
import { readFile } from 'node:fs/promises';
import soap from 'soap';

const { COMMUNIQUE_URL, COMMUNIQUE_KEY, COMMUNIQUE_CERTIFICATE } = process.env;

/** Signs one message; for the next, make another. */
async function signature() {
  return new soap.WSSecurityCert(
    await readFile(COMMUNIQUE_KEY, 'utf8'),
    await readFile(COMMUNIQUE_CERTIFICATE, 'utf8'),
    '',
    {
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      // Without the enveloped-signature transform, which the library would add.
      signatureTransformations: ['http://www.w3.org/2001/10/xml-exc-c14n#'],
      signerOptions: { idMode: 'wssecurity' },
    },
  );
}

const deposit = await soap.createClientAsync(`${COMMUNIQUE_URL}/soap/deposit?singleWsdl`);
deposit.setSecurity(await signature());
const [{ Receipt }] = await deposit.DepositBriefingAsync({
  Office: 'XV-PRES',
  Kind: 'statement',
  Edition: {
    DepositorReference: `node-signed-${Date.now()}`,
    Language: 'en',
    Content: {
      Headline: 'The harbour is open',
      Body: { Block: [{ Type: 'paragraph', Text: { Span: [{ Text: 'To all.' }] } }] },
    },
  },
});
console.log('briefing', Receipt.BriefingId);
