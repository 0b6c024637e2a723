<?php
// Hands a briefing over, logged in by a UsernameToken with PasswordDigest, with PHP's SoapClient.
// COMMUNIQUE_SECRET is the secret that the archive made for the account: not its password.

declare(strict_types=1);

const OASIS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-';

/** A header with nonce and time of its own: make one for each message. */
function logIn(string $user, string $secret): SoapHeader
{
    $nonce = random_bytes(16);
    $created = gmdate('Y-m-d\TH:i:s\Z');
    $digest = base64_encode(sha1($nonce . $created . $secret, true));
    $xml = sprintf(
        '<w:Security xmlns:w="%1$swssecurity-secext-1.0.xsd" xmlns:u="%1$swssecurity-utility-1.0.xsd">'
            . '<w:UsernameToken><w:Username>%2$s</w:Username>'
            . '<w:Password Type="%1$susername-token-profile-1.0#PasswordDigest">%3$s</w:Password>'
            . '<w:Nonce>%4$s</w:Nonce><u:Created>%5$s</u:Created></w:UsernameToken></w:Security>',
        OASIS,
        htmlspecialchars($user, ENT_XML1),
        $digest,
        base64_encode($nonce),
        $created,
    );
    return new SoapHeader(OASIS . 'wssecurity-secext-1.0.xsd', 'Security', new SoapVar($xml, XSD_ANYXML));
}

$deposit = new SoapClient(getenv('COMMUNIQUE_URL') . '/soap/deposit?wsdl', [
    'stream_context' => stream_context_create(['ssl' => ['cafile' => getenv('COMMUNIQUE_CA')]]),
    'cache_wsdl' => WSDL_CACHE_NONE, // for this trial; leave it out to keep the description
]);
$deposit->__setSoapHeaders(logIn(getenv('COMMUNIQUE_USER'), getenv('COMMUNIQUE_SECRET')));
$receipt = $deposit->DepositBriefing([
    'Office' => 'XV-PRES',
    'Kind' => 'statement',
    'Edition' => [
        'DepositorReference' => 'php-digest-' . hrtime(true),
        'Language' => 'en',
        'Content' => [
            'Headline' => 'The harbour is open',
            'Body' => ['Block' => [['Type' => 'paragraph', 'Text' => ['Span' => [['Text' => 'To all.']]]]]],
        ],
    ],
])->Receipt;
echo "briefing $receipt->BriefingId\n";
