// Hands a briefing over, logged in by a UsernameToken with PasswordDigest, with the npm package soap.
// COMMUNIQUE_SECRET is the secret that the archive made for the account: not its password.
import soap from 'soap';

const { COMMUNIQUE_URL, COMMUNIQUE_USER, COMMUNIQUE_SECRET } = process.env;

const deposit = await soap.createClientAsync(`${COMMUNIQUE_URL}/soap/deposit?singleWsdl`);
// Nonce and time are made anew for each message.
deposit.setSecurity(
  new soap.WSSecurity(COMMUNIQUE_USER, COMMUNIQUE_SECRET, { passwordType: 'PasswordDigest' }),
);
const [{ Receipt }] = await deposit.DepositBriefingAsync({
  Office: 'XV-PRES',
  Kind: 'statement',
  Edition: {
    DepositorReference: `node-digest-${Date.now()}`,
    Language: 'en',
    Content: {
      Headline: 'The harbour is open',
      Body: { Block: [{ Type: 'paragraph', Text: { Span: [{ Text: 'To all.' }] } }] },
    },
  },
});
console.log('briefing', Receipt.BriefingId);
