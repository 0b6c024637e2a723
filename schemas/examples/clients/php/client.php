<?php
// Hands a briefing with a photo over, corrects it and reads it back, with PHP's SoapClient.
// Usage: client.php PHOTO, with COMMUNIQUE_URL, _USER, _PASSWORD and _CA in the environment.

declare(strict_types=1);

/** A client for one of the services; the description is read anew each time. */
function service(string $name): SoapClient
{
    return new SoapClient(getenv('COMMUNIQUE_URL') . '/soap/' . $name . '?wsdl', [
        'login' => getenv('COMMUNIQUE_USER'),
        'password' => getenv('COMMUNIQUE_PASSWORD'),
        'stream_context' => stream_context_create(['ssl' => ['cafile' => getenv('COMMUNIQUE_CA')]]),
        'soap_version' => SOAP_1_2,
        'cache_wsdl' => WSDL_CACHE_NONE, // for this trial; leave it out to keep the description
        // Without this a list of one comes as its one item, and code that loops breaks.
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
    ]);
}

/** What the office says; arrays stand for the types of the contract. */
function edition(string $reference, string $text, string $email, array $file, array $more = []): array
{
    return [
        // The same again with the same reference gives the same receipt: safe after a time-out.
        'DepositorReference' => $reference,
        'Language' => 'de',
        'Content' => [
            'Section' => 'Außenpolitik',
            'Issued' => ['Date' => '2026-03-17'],
            'Bylines' => ['Byline' => [
                ['Name' => 'Tomas Reuter', 'Role' => 'Von', 'Email' => $email],
            ]],
            'Contact' => ['Email' => 'press@president.valdoria.example'],
            'Body' => ['Block' => [
                ['Type' => 'paragraph', 'Text' => ['Span' => [['Text' => $text]]]],
            ]],
            'Media' => ['Placement' => [[
                'Role' => 'photo',
                'Caption' => 'Präsidentin Elena Varga am Telefon, Lindhaven, 16. März',
                'Credit' => 'Präsidentschaft von Valdorien',
                'File' => $file,
            ]]],
            'Keywords' => ['Keyword' => [strtok($reference, '/')]],
        ] + $more,
    ];
}

/** What was taken in is found a moment later. */
function find(SoapClient $retrieval, string $key, string $briefing): string
{
    for ($i = 0; $i < 50; $i++) {
        $answer = $retrieval->SearchBriefings(['Query' => "\"$key\""]);
        foreach ($answer->Hits->Hit ?? [] as $hit) { // an empty list has no member Hit
            if ($hit->BriefingId === $briefing) {
                return $briefing;
            }
        }
        usleep(200_000);
    }
    throw new RuntimeException('not found');
}

function check(bool $holds): void
{
    $holds || throw new RuntimeException('not as it was handed over');
}

$deposit = service('deposit');
$retrieval = service('retrieval');
$key = 'php-' . hrtime(true);
$photo = file_get_contents($argv[1]);
$text = 'Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.';
$longer = $text . ' Beide Gespräche dauerten eine Stunde.';
$email = 't.reuter@president.valdoria.example';
$briefing = ['Office' => 'XV-PRES', 'Kind' => 'readOut', 'EventDate' => '2026-03-16'];

// SoapClient sends no MTOM: the bytes go in base64, which it makes of them by itself.
$whole = ['ContentType' => 'image/jpeg', 'Content' => $photo];
$receipt = $deposit->DepositBriefing(
    $briefing + ['Edition' => edition("$key/1", $text, $email, $whole)]
)->Receipt;
echo "briefing $receipt->BriefingId\n";

// The archive has the photo by now, so its digest is enough.
$known = ['ContentType' => 'image/jpeg', 'Sha256' => hash('sha256', $photo)];
$deposit->CorrectBriefing([
    'BriefingId' => $receipt->BriefingId,
    'ExpectedVersion' => $receipt->Version,
    'Significance' => 'minor',
    'Edition' => edition("$key/2", $longer, $email, $known, ['ReasonForChange' => 'Dauer ergänzt']),
]);

$editions = $retrieval->GetBriefing(['BriefingId' => $receipt->BriefingId])->Briefing->Editions;
check(count($editions->Edition) === 1);
$read = $editions->Edition[0];
check($read->Content->Body->Block[0]->Text->Span[0]->Text === $longer);
check(!isset($read->Content->Headline)); // what is absent is no member
echo "version $read->Version\n";
echo 'found ', find($retrieval, $key, $receipt->BriefingId), "\n";

$file = $read->Content->Media->Placement[0]->File;
check($retrieval->GetMedia(['Sha256' => $file->Sha256])->File->Content === $photo);
echo "media $file->Sha256\n";

try {
    $deposit->DepositBriefing(
        $briefing + ['Edition' => edition("$key/3", $text, 'keine Adresse', $known)]
    );
} catch (SoapFault $fault) {
    $refusal = $fault->detail->Refusal;
    echo "refused $refusal->Reason $refusal->Field: $refusal->Rule\n";
}
